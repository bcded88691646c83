"""Which approvals rest on no provision, and which matters are decided on none.

semantics.md section 2: baseless-approval; other-number.
"""

from __future__ import annotations

from govchain.analysis.questions.recorded import BASIS, is_recorded
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainStep


def is_baseless_approval(step: ChainStep, chain: Chain, catalogue: Catalogue) -> bool:
    """It judges something, and no provision that is in force is named for that."""
    return (
        step.is_approval
        and bool(step.checks)
        and _is_read(step, chain)
        and not _basis(step, chain)
        and is_recorded(BASIS, catalogue, step.matter)
    )


def is_decided_on_nothing(chain: Chain, catalogue: Catalogue) -> bool:
    """Each decision that the matter itself makes is a baseless approval: it may have to end."""
    own = (step for step in chain.steps if step.matter.id == chain.matter.id)
    decisions = [step for step in own if step.is_decision]
    return bool(decisions) and all(
        is_baseless_approval(step, chain, catalogue) for step in decisions
    )


def _basis(step: ChainStep, chain: Chain) -> tuple[str, ...]:
    """What the step rests on: its own basis, that of its checks, for the lead the matter's.

    Where a matter names no lead, its basis may be that of any of its steps.
    """
    of_checks = (text for id in step.checks for text in chain.criterion(id).basis)
    return (*step.written.basis, *of_checks, *(step.matter.basis if step.is_of_lead else ()))


def _is_read(step: ChainStep, chain: Chain) -> bool:
    """Nothing of the step, what it checks or its matter was lost: it may have been the basis."""
    return not (
        step.department is None
        or step.written.doubtful
        or step.matter.doubtful
        or any(chain.criterion(criterion).doubtful for criterion in step.checks)
    )
