"""Unknown ids taken out of what names them; what lost something becomes doubtful.

What names what stands in the table of words: a keyword that refers to a section is pruned here
because the table says so.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from govchain.findings import Place
from govchain.language.keywords import Form
from govchain.language.matter import MATTER, MISSED_NOWHERE, STEP
from govchain.language.registry import COLLABORATION, LINK
from govchain.model.nouns import (
    Call,
    Collaboration,
    Criterion,
    Data,
    DataNeed,
    Department,
    Link,
    Material,
    Step,
    Theme,
)
from govchain.reader.entries.order import without_steps


@dataclass(frozen=True, slots=True)
class Known:
    """What is defined anywhere in the workspace, each with its place."""

    departments: Mapping[str, Place]
    data: Mapping[str, Place]
    criteria: Mapping[str, Place]
    themes: Mapping[str, Place]
    matters: Mapping[str, Place]

    def of(self, section: str) -> Mapping[str, Place]:
        """The ids of a section."""
        ids: Mapping[str, Place] = getattr(self, section)
        return ids


def _left(form: Form, values: Mapping[str, Any], known: Known) -> dict[str, Any]:
    """Of what the form names, what lost an unknown id: its attribute, and what is left of it."""
    left: dict[str, Any] = {}
    for keyword in form.references:
        named = values.get(keyword.attribute)
        if named:
            ids = known.of(keyword.section).keys() | keyword.words.keys()
            one = isinstance(named, str)
            kept = (named if named in ids else None) if one else _only(named, ids)
            if kept != named:
                left[keyword.attribute] = kept
    return left


def _only(ids: Iterable[str], known: Collection[str]) -> tuple[str, ...]:
    return tuple(id_ for id_ in ids if id_ in known)


def _values_of(form: Form, entry: object) -> dict[str, Any]:
    return {k.attribute: getattr(entry, k.attribute) for k in form.references}


EntryType = TypeVar("EntryType", Department, Data, Criterion, Theme)


def pruned_entry(form: Form, entry: EntryType, known: Known) -> EntryType:
    """An entry of the registry without unknown ids; doubtful where it had any."""
    left = _left(form, _values_of(form, entry), known)
    return replace(entry, **left, doubtful=True) if left else entry


def pruned_matter(values: Mapping[str, Any], known: Known) -> dict[str, Any]:
    """The values of a matter without unknown ids; doubtful unless a step bears the loss."""
    left = _left(MATTER, values, known)
    pruned = {**values, **left}
    materials = tuple(_pruned_materials(values.get("materials", ()), known))
    steps = _pruned_steps(values["steps"], known, pruned.get("department"))
    has_lost = (
        not left.keys() <= MISSED_NOWHERE
        or materials != values.get("materials", ())
        or len(steps) != len(values["steps"])
    )
    doubtful = values["doubtful"] or has_lost
    return {**pruned, "materials": materials, "steps": steps, "doubtful": doubtful}


def _pruned_materials(materials: Iterable[Material], known: Known) -> Iterator[Material]:
    pruned = (_pruned_material(material, known) for material in materials)
    return (material for material in pruned if material is not None)


def _pruned_material(material: Material, known: Known) -> Material | None:
    alternatives = _known_of(material.alternatives, known)
    if alternatives == material.alternatives:
        return material
    return replace(material, alternatives=alternatives, shares=None) if alternatives else None


def _known_of(alternatives: tuple[str, ...], known: Known) -> tuple[str, ...]:
    """The known ones of several; one that is left of several is no longer what everybody has."""
    left = _only(alternatives, known.data)
    return () if len(left) == 1 < len(alternatives) else left


def _pruned_steps(
    steps: tuple[Step | Call, ...], known: Known, lead: str | None
) -> tuple[Step | Call, ...]:
    unknown: AbstractSet[str] = {
        step.id for step in steps if isinstance(step, Call) and step.matter not in known.matters
    }
    return tuple(
        step if isinstance(step, Call) else _pruned_step(step, known, lead)
        for step in without_steps(steps, unknown)
    )


def _pruned_step(step: Step, known: Known, lead: str | None) -> Step:
    left = _left(STEP, _values_of(STEP, step), known)
    needs = _pruned_needs(step.needs, known)
    if not left and needs == step.needs:
        return step
    if "department" in left:
        left["department"] = lead
    if "checks" in left:
        places = zip(step.checks, step.check_places, strict=True)
        left["check_places"] = tuple(place for id_, place in places if id_ in left["checks"])
        left["promised"] = _only(step.promised, left["checks"])
    return replace(step, **left, needs=needs, doubtful=True)


def _pruned_needs(needs: tuple[DataNeed, ...], known: Known) -> tuple[DataNeed, ...]:
    pruned = (_pruned_need(need, known) for need in needs)
    return tuple(need for need in pruned if need.alternatives)


def _pruned_need(need: DataNeed, known: Known) -> DataNeed:
    alternatives = _known_of(need.alternatives, known)
    if alternatives == need.alternatives:
        return need
    return replace(need, alternatives=alternatives, shares=None)


def pruned_link(link: Link, known: Known) -> Link | None:
    """The link to the departments that are known; None where it cannot be followed at all."""
    left = _left(LINK, _values_of(LINK, link), known)
    return replace(link, **left) if all(left.values()) else None


def pruned_collaboration(mechanism: Collaboration, known: Known) -> Collaboration | None:
    """The mechanism between the departments that are known, None where nothing is left of it."""
    left = _left(COLLABORATION, _values_of(COLLABORATION, mechanism), known)
    return replace(mechanism, **left) if all(left.values()) else None
