"""Which fees rest on no law that is written, and whether that can be told.

semantics.md section 2, "Service": baseless-fee. What a bank, a firm or an association charges is a
price, no fee.
"""

from __future__ import annotations

from govchain.analysis.questions.recorded import BASIS, FEE_LAW, is_recorded
from govchain.compiler.catalogue import Catalogue
from govchain.model.nouns import Matter, Registry, Step


def is_baseless(step: Step, matter: Matter, registry: Registry) -> bool:
    """A public office charges something here, and neither the fee nor the step names a basis."""
    if step.fee is None or not step.fee.amount or step.fee.basis or step.basis:
        return False
    office = registry.departments.get(step.department or matter.department or "")
    return office is not None and office.is_public and not office.doubtful


def are_fee_bases_recorded(matter: Matter, catalogue: Catalogue) -> bool:
    """Some fee of the catalogue has a basis, or the matter says that its own are complete."""
    return BASIS in matter.complete or is_recorded(FEE_LAW, catalogue)
