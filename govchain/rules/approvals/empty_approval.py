from collections.abc import Iterator

from govchain.analysis.hits.naming import department_named, step_named
from govchain.analysis.questions.recorded import CHECKS, is_recorded
from govchain.analysis.rule import Hit, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainStep
from govchain.findings import Lever, Severity


@chain_rule(
    "empty-approval",
    severity=Severity.WARNING,
    lever=Lever.CLARIFY,
    message="{step} ({department}) holds the case up, but no criterion is written that it checks",
    remedy="write what {step} checks; if it checks nothing, remove it or make it a notice after "
    "the event",
)
def empty_approval(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """An approval that judges nothing, where the matter does not rest on it."""
    for step in chain.steps:
        if (
            _is_empty(step)
            and not _is_only_decision(step, chain)
            and is_recorded(CHECKS, catalogue, step.matter)
        ):
            facts = {
                "step": step_named(chain, step.id),
                "department": department_named(chain.registry, step.department),
            }
            yield Hit(step, facts)


def _is_empty(step: ChainStep) -> bool:
    """An approval that somebody answers for and that judges nothing, as far as it could be read."""
    answered_for = step.department is not None and not step.written.doubtful
    return step.is_approval and not step.checks and answered_for


def _is_only_decision(step: ChainStep, chain: Chain) -> bool:
    """The only decision step written in its matter."""
    return step.is_decision and chain.once(_decisions_written)[step.matter.id] == 1


def _decisions_written(chain: Chain) -> dict[str, int]:
    """Of each matter of the chain: how many decision steps that somebody answers for it has."""
    matters = {step.matter.id: step.matter for step in chain.steps}
    return {
        id: sum(
            bool(written.department or matter.department)
            for written in matter.own_steps
            if written.is_decision
        )
        for id, matter in matters.items()
    }
