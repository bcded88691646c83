from collections.abc import Iterator

from govchain.analysis.hits.naming import step_facts, written_steps_named
from govchain.analysis.questions.timing import is_time_doubtful, leaves_time_open, timed_steps
from govchain.analysis.rule import Hit, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.findings import Lever, Severity


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
        if leaves_time_open(step.written, step.matter) and not is_time_doubtful(step):
            timed = written_steps_named(timed_steps(step.matter))
            yield Hit(step, {**step_facts(step, chain), "steps_with_time": timed})
