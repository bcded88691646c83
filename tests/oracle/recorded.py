"""What kinds of things the catalogue records at all (semantics 2, Recorded)."""

from collections.abc import Callable

from .catalogue import Catalogue, Matter, Step
from .chain import Chain, Need
from .supply import CARRIED, MISSING


def all_steps(catalogue: Catalogue) -> list[Step]:
    return [step for matter in catalogue.matters.values() for step in matter.steps]


def records_checks(catalogue: Catalogue) -> bool:
    """An approval-like step names checks."""
    return any(step.is_approval_like and step.checks for step in all_steps(catalogue))


def records_basis(catalogue: Catalogue) -> bool:
    """A matter, an approval-like step or a criterion names one (ended or not)."""
    steps = [step for step in all_steps(catalogue) if step.is_approval_like]
    return (
        any(matter.basis or matter.has_ended_basis for matter in catalogue.matters.values())
        or any(step.basis or step.has_ended_basis for step in steps)
        or any(held.basis or held.has_ended_basis for held in catalogue.criteria.values())
    )


def records_materials(catalogue: Catalogue) -> bool:
    """A matter has a material (an optional one counts here)."""
    return any(matter.materials or matter.optional for matter in catalogue.matters.values())


def records_data_of_materials(catalogue: Catalogue) -> bool:
    """A material with data (an optional one counts here)."""
    return any(
        held.alternatives
        for matter in catalogue.matters.values()
        for held in matter.materials + matter.optional
    )


def records_purpose(catalogue: Catalogue) -> bool:
    """A link with one."""
    return any(link.purpose for link in catalogue.links)


def records_law_of_data(catalogue: Catalogue) -> bool:
    """A data entry with a basis (ended or not)."""
    return any(held.basis or held.has_ended_basis for held in catalogue.data.values())


def records_lead(catalogue: Catalogue) -> bool:
    """A matter with a department."""
    return any(matter.lead for matter in catalogue.matters.values())


COMPLETE: dict[str, Callable[[Catalogue], bool]] = {
    "checks": records_checks,
    "basis": records_basis,
    "materials": records_materials,
}
"""What a matter may say that it is written in full."""


def is_recorded(catalogue: Catalogue, kind: str, matter: str) -> bool:
    """Somewhere in the catalogue, or the matter where it would be written says `complete`."""
    return COMPLETE[kind](catalogue) or is_complete(catalogue.matters[matter], kind)


def is_complete(matter: Matter, kind: str) -> bool:
    return kind in matter.complete


def is_known_to_lack(chain: Chain, need: Need) -> bool:
    """Is it carried; or missing, where materials are recorded?"""
    written_in = chain.by_id[need.step].written_in
    return chain.supplies[need] == CARRIED or (
        chain.supplies[need] == MISSING and is_recorded(chain.catalogue, "materials", written_in)
    )
