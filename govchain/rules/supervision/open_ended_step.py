from collections.abc import Iterator

from govchain.analysis.hits.naming import department_named, matter_named, step_named
from govchain.analysis.questions.timing import leaves_time_open, timed_steps
from govchain.analysis.rule import Hit, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainStep
from govchain.findings import Facts, Lever, Named, Severity


@chain_rule(
    "open-ended-step",
    severity=Severity.WARNING,
    lever=Lever.CLARIFY,
    message="it is not written how long {step} ({department}) may take, while other steps of "
    "{matter} have their time",
    remedy="set how long {step} may take, within the limit of {matter}, and write it as its time",
)
def open_ended_step(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """An approval may take as long as it likes."""
    for step in chain.steps:
        if leaves_time_open(step.written, step.matter) and not _is_doubtful(step):
            yield Hit(step, _facts(step, chain))


def _is_doubtful(step: ChainStep) -> bool:
    """Its time, or the limit of its matter, may be what could not be read."""
    matter = step.matter
    return step.written.doubtful or matter.doubtful or matter.time_limit.doubtful


def _facts(step: ChainStep, chain: Chain) -> Facts:
    timed = timed_steps(step.matter)
    return {
        "step": step_named(chain, step.id),
        "department": department_named(chain.registry, step.department),
        "matter": matter_named(step.matter),
        "steps_with_time": tuple(Named(step.id, step.name, step.kind) for step in timed),
    }
