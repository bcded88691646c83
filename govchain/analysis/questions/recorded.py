"""What a catalogue records at all: only then is something absent, and not merely unknown.

semantics.md section 2, "Recorded": a list of matters in which nobody wrote any basis does not
prove that there is none. A matter may say itself that it is written in full (`complete`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from govchain.compiler.catalogue import Catalogue
from govchain.model.nouns import Matter, Step

BASIS, CHECKS, MATERIALS = "basis", "checks", "materials"
PAPER_DATA, PURPOSE, LAW_OF_DATA, LEAD = "data of materials", "purpose", "law of data", "lead"
BASE, PLAN = "base", "plan"
FEE_LAW = "basis of fees"
SUPERVISOR, POST, REDRESS = "supervisor", "post", "redress"


def is_recorded(kind: str, catalogue: Catalogue, matter: Matter | None = None) -> bool:
    """The kind of thing is written somewhere in the catalogue, or the matter says in full."""
    if matter is not None and kind in matter.complete:
        return True
    return kind in catalogue.once(_recorded)


def is_named(kind: str, matter: Matter) -> bool:
    """The matter, or a step of it, names one."""
    return _NAMES[kind](matter)


def first_that_names(kind: str, catalogue: Catalogue) -> Matter | None:
    """The first matter that names one: who does not then lacks it. None where nobody does."""
    return catalogue.once(_first_to_name)[kind]


def _first_to_name(catalogue: Catalogue) -> Mapping[str, Matter | None]:
    matters = catalogue.matters.values()
    return {kind: next(filter(names, matters), None) for kind, names in _NAMES.items()}


def _recorded(catalogue: Catalogue) -> frozenset[str]:
    return frozenset(kind for kind, is_written in _WRITTEN.items() if is_written(catalogue))


def _approvals(catalogue: Catalogue) -> list[Step]:
    steps = (step for matter in catalogue.matters.values() for step in matter.own_steps)
    return [step for step in steps if step.is_approval]


def _has_basis(catalogue: Catalogue) -> bool:
    matters = catalogue.matters.values()
    criteria = catalogue.registry.criteria.values()
    return (
        any(matter.basis or matter.ended for matter in matters)
        or any(step.basis or step.ended for step in _approvals(catalogue))
        or any(criterion.basis or criterion.ended for criterion in criteria)
    )


def _has_fee_law(catalogue: Catalogue) -> bool:
    steps = (step for matter in catalogue.matters.values() for step in matter.own_steps)
    return any(
        step.fee.basis or step.fee.ended or step.basis or step.ended
        for step in steps
        if step.fee is not None and step.fee.amount
    )


_WRITTEN: Mapping[str, Callable[[Catalogue], bool]] = {
    BASIS: _has_basis,
    CHECKS: lambda catalogue: any(step.checks for step in _approvals(catalogue)),
    MATERIALS: lambda catalogue: any(matter.materials for matter in catalogue.matters.values()),
    PAPER_DATA: lambda catalogue: any(
        material.alternatives
        for matter in catalogue.matters.values()
        for material in matter.materials
    ),
    PURPOSE: lambda catalogue: any(link.purpose for link in catalogue.registry.links),
    LAW_OF_DATA: lambda catalogue: any(
        data.basis or data.ended for data in catalogue.registry.data.values()
    ),
    BASE: lambda catalogue: any(data.base for data in catalogue.registry.data.values()),
    PLAN: lambda catalogue: any(theme.has_plan for theme in catalogue.registry.themes.values()),
    FEE_LAW: _has_fee_law,
    LEAD: lambda catalogue: any(matter.department for matter in catalogue.matters.values()),
}
_NAMES: Mapping[str, Callable[[Matter], bool]] = {
    SUPERVISOR: lambda matter: bool(
        matter.supervised_by or any(step.supervised_by for step in matter.own_steps)
    ),
    POST: lambda matter: any(step.post for step in matter.own_steps),
    REDRESS: lambda matter: bool(matter.redress),
}
