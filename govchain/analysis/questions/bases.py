"""Which approvals rest on no provision, which matters are decided on none, and which provisions
stand behind what a mend takes away.

semantics.md section 2: baseless-approval; other-number.
"""

from __future__ import annotations

from collections.abc import Mapping

from govchain.analysis.questions.recorded import BASIS, is_recorded
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainStep
from govchain.mends import DropAlternative, DropMaterial, DropStep, DropVisit, Mend
from govchain.model.nouns import Material


def is_baseless_approval(step: ChainStep, chain: Chain, catalogue: Catalogue) -> bool:
    """It judges something, and no provision that is in force is named for that."""
    return (
        step.is_approval
        and bool(step.checks)
        and _is_read(step, chain)
        and not _basis(step, chain)
        and is_recorded(BASIS, catalogue, step.matter)
    )


def laws_asking_for(paper: Material) -> tuple[str, ...]:
    """The provisions that ask for the paper; none where law itself waives it."""
    return () if paper.waived_by else paper.basis


def papers_by_law(chain: Chain) -> Mapping[int, tuple[str, ...]]:
    """The provisions behind each paper of the chain that some ask for, by its number."""
    asked = ((paper.number, laws_asking_for(paper.written)) for paper in chain.materials)
    return {number: laws for number, laws in asked if laws}


def laws_behind(part: Mend, chain: Chain) -> tuple[str, ...]:
    """The provisions behind what this part of a mend takes away: a paper, a visit, a step (behind
    the way to it too, where people no longer apply)."""
    match part:
        case DropStep(step):
            written = chain.step(step).written
            coming = written.visit_basis if written.kind == "apply" else ()
            return (*written.basis, *coming)
        case DropVisit(step):
            return chain.step(step).written.visit_basis
        case DropMaterial(number) | DropAlternative(number, _):
            return chain.once(papers_by_law).get(number, ())
        case _:
            return ()


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
