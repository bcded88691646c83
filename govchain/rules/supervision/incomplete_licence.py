from collections.abc import Iterator

from govchain.analysis.hits.naming import matter_named, step_named
from govchain.analysis.questions.stages import STAGES, stages_around, stages_of
from govchain.analysis.questions.timing import is_done_at_once
from govchain.analysis.rule import Hit, Spot, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.findings import Facts, Lever, Severity
from govchain.model.duration import HALF_AN_HOUR


@chain_rule(
    "incomplete-licence",
    severity=Severity.WARNING,
    lever=Lever.CLARIFY,
    message="{matter} is a licence, and of its stages these are missing: {lacking}",
    remedy="write the missing steps of {matter} ({lacking}); where nobody takes them, see to it "
    "that somebody does",
)
def incomplete_licence(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """A licence of which a stage is missing that the law asks for."""
    matter = chain.matter
    if matter.type != "licence" or not chain.is_described or chain.is_doubtful:
        return
    if lacking := _lacking(chain, catalogue):
        facts: Facts = {
            "matter": matter_named(matter),
            "lacking": lacking,
            "steps_there": tuple(step_named(chain, step.id) for step in chain.steps),
        }
        yield Hit(Spot(",".join(lacking), matter.place), facts)


def _lacking(chain: Chain, catalogue: Catalogue) -> tuple[str, ...]:
    """The stages of which there is no step, in the chain or written in a matter that calls it."""
    there = stages_of(step.written for step in chain.steps)
    if there.issuperset(STAGES):
        return ()
    there |= stages_around(chain.matter.id, catalogue)
    if _is_decided_at_once(chain):
        there |= {"review"}  # who decides while people wait looks and decides in one
    return tuple(stage for stage in STAGES if stage not in there)


def _is_decided_at_once(chain: Chain) -> bool:
    """By its limit, or by the time that each of its decisions takes."""
    times = [step.time for step in chain.steps if step.is_decision]
    takes_none = all(time is not None and time.ticks < HALF_AN_HOUR for time in times)
    return is_done_at_once(chain.matter) or (bool(times) and takes_none)
