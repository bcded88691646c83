from collections.abc import Iterator

from govchain.analysis.hits.naming import departments_named, step_facts, written_steps_named
from govchain.analysis.questions.mechanisms import leaves_consultation_open
from govchain.analysis.questions.timing import is_time_doubtful, timed_steps
from govchain.analysis.rule import Hit, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainStep
from govchain.findings import Lever, Severity


@chain_rule(
    "open-consultation",
    severity=Severity.WARNING,
    lever=Lever.CLARIFY,
    message="{matter} waits at {step} for {asked}, and it is not written how soon an answer is due",
    remedy="agree with {asked} how soon an answer is due at {step} and what silence means, and "
    "write that as the time of the step or as a mechanism",
)
def open_consultation(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """Another department is asked, and may answer whenever it likes."""
    for step in chain.steps:
        if leaves_consultation_open(step, chain, catalogue) and not is_time_doubtful(step):
            facts = {
                **step_facts(step, chain),
                "asked": departments_named(chain.registry, _asked(step)),
                "steps_with_time": written_steps_named(timed_steps(step.matter)),
            }
            yield Hit(step, facts)


def _asked(step: ChainStep) -> set[str]:
    """The department of the step and who takes part in it, save the lead that asks them."""
    taking_part = {*step.written.with_, *filter(None, [step.department])}
    return taking_part - {step.matter.department or ""} or taking_part
