"""Unknown ids taken out of what names them; what lost something becomes doubtful."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Any

from govchain.findings import Place
from govchain.model.nouns import (
    ALL,
    APPLICANT,
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


def _only(ids: Iterable[str], known: Collection[str]) -> tuple[str, ...]:
    return tuple(id_ for id_ in ids if id_ in known)


def _if_known(id_: str | None, known: Collection[str]) -> str | None:
    return id_ if id_ in known else None


def pruned_matter(values: Mapping[str, Any], known: Known) -> dict[str, Any]:
    """The values of a matter without unknown ids; doubtful unless a step bears the loss."""
    pruned = dict(values)
    for attribute, ids in (
        ("department", known.departments),
        ("supervised_by", known.departments),
        ("refers_to", known.departments),
        ("trigger", known.data),
    ):
        pruned[attribute] = _if_known(values.get(attribute), ids)
    pruned["collaborators"] = _only(values.get("collaborators", ()), known.departments)
    materials = (_pruned_material(material, known) for material in values.get("materials", ()))
    pruned["materials"] = tuple(material for material in materials if material is not None)
    pruned["steps"] = _pruned_steps(values["steps"], known, pruned["department"])
    pruned["doubtful"] = values["doubtful"] or _has_lost(values, pruned)
    return pruned


def _has_lost(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Whether the matter itself lost something: all that changed, save steps that bear it."""
    telling = ("department", "supervised_by", "collaborators", "materials")
    return len(after["steps"]) != len(before["steps"]) or any(
        after[key] != before[key] for key in telling if key in before
    )


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
    checks = [
        (check, place)
        for check, place in zip(step.checks, step.check_places, strict=True)
        if check in known.criteria
    ]
    pruned = replace(
        step,
        department=_if_known(step.department, known.departments),
        supervised_by=_if_known(step.supervised_by, known.departments),
        with_=_only(step.with_, known.departments),
        checks=tuple(check for check, _ in checks),
        check_places=tuple(place for _, place in checks),
        promised=_only(step.promised, known.criteria),
        needs=_pruned_needs(step.needs, known),
        produces=_only(step.produces, known.data),
        changes=_only(step.changes, known.data),
    )
    if pruned == step:
        return step
    if pruned.department != step.department:
        pruned = replace(pruned, department=lead)
    return replace(pruned, doubtful=True)


def _pruned_needs(needs: tuple[DataNeed, ...], known: Known) -> tuple[DataNeed, ...]:
    pruned = (_pruned_need(need, known) for need in needs)
    return tuple(need for need in pruned if need.alternatives)


def _pruned_need(need: DataNeed, known: Known) -> DataNeed:
    alternatives = _known_of(need.alternatives, known)
    if alternatives == need.alternatives:
        return need
    return replace(need, alternatives=alternatives, shares=None)


def pruned_department(department: Department, known: Known) -> Department:
    """The department, without a parent that is unknown."""
    if department.parent is None or department.parent in known.departments:
        return department
    return replace(department, parent=None, doubtful=True)


def pruned_data(data: Data, known: Known) -> Data:
    """The data, without departments and criteria that are unknown."""
    holder = data.holder if data.is_declared else _if_known(data.holder, known.departments)
    pruned = replace(
        data,
        holder=holder,
        stored_by=_only(data.stored_by, known.departments),
        attests=_only(data.attests, known.criteria),
    )
    return data if pruned == data else replace(pruned, doubtful=True)


def pruned_criterion(criterion: Criterion, known: Known) -> Criterion:
    """The criterion, without data that are unknown."""
    uses = _only(criterion.uses, known.data)
    return criterion if uses == criterion.uses else replace(criterion, uses=uses, doubtful=True)


def pruned_theme(theme: Theme, known: Known) -> Theme:
    """The theme, without matters that are unknown."""
    matters = _only(theme.matters, known.matters)
    return theme if matters == theme.matters else replace(theme, matters=matters, doubtful=True)


def pruned_link(link: Link, known: Known) -> Link | None:
    """The link to the departments that are known; None where it cannot be followed at all."""
    to = tuple(id_ for id_ in link.to if id_ == ALL or id_ in known.departments)
    ends = {link.source, link.via} - {None, "", APPLICANT}
    if link.data not in known.data or not ends <= known.departments.keys() or not to:
        return None
    return link if to == link.to else replace(link, to=to)


def pruned_collaboration(mechanism: Collaboration, known: Known) -> Collaboration | None:
    """The mechanism between the departments that are known, None where nothing is left of it."""
    between = _only(mechanism.between, known.departments)
    matters = _only(mechanism.matters, known.matters)
    if not between or (mechanism.matters and not matters):
        return None
    return replace(mechanism, between=between, matters=matters)
