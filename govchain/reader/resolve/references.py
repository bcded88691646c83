"""Drafts of all documents → definitions in which every id names something."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from govchain.findings import Place, Trouble
from govchain.language.registry import CRITERION, DATA, DEPARTMENT, REGISTRY, THEME
from govchain.model.nouns import (
    CalendarYear,
    Criterion,
    Data,
    Definitions,
    Department,
    Link,
    Matter,
    Registry,
    Theme,
)
from govchain.reader.entries.matters import MatterDraft
from govchain.reader.entries.registries import RegistryDraft
from govchain.reader.ground.cycles import find_cycles
from govchain.reader.ground.notes import Notes, path
from govchain.reader.ground.spelling import ids_by_name
from govchain.reader.resolve.calls import settle_calls
from govchain.reader.resolve.pruning import (
    Known,
    pruned_collaboration,
    pruned_entry,
    pruned_link,
    pruned_matter,
)
from govchain.reader.resolve.unknown_ids import Guesses


@dataclass(slots=True)
class Drafts:
    """All that was read, in order of place, each draft with the notes on its document."""

    matters: list[tuple[Notes, MatterDraft]] = field(default_factory=list)
    registries: list[tuple[Notes, RegistryDraft]] = field(default_factory=list)
    lost_words: set[str] = field(default_factory=set)
    """Words of what could not be read at all."""
    doubted: set[str] = field(default_factory=set)
    """Ids of data of which a link was lost."""


def resolve(drafts: Drafts) -> tuple[Definitions, list[Trouble]]:
    """The definitions, and the troubles that show only when everything has been read."""
    shared = Notes("")
    known = _known(drafts, shared)
    guesses = Guesses(known, _names(drafts), drafts.lost_words)
    registry = _registry(drafts, known, guesses, shared)
    matters: dict[str, Matter] = {}
    named_facts: dict[str, set[str]] = {}
    again: set[str] = set()
    for notes, draft in drafts.matters:
        matter = _matter(notes, draft, known, guesses, registry.data)
        if known.matters[draft.id] == draft.place:
            matters[draft.id] = matter
            named_facts[draft.id] = draft.named_facts
        else:
            again.add(draft.id)
    for id_ in again:  # the other definition may say something else
        matters[id_] = replace(matters[id_], doubtful=True)
    settled, troubles = settle_calls(matters, named_facts)
    return Definitions(settled, registry), shared.troubles + troubles


def _known(drafts: Drafts, shared: Notes) -> Known:
    """Where each id is defined first; each place of one that is defined again is reported."""
    return Known(
        departments=_section(drafts, shared, "departments"),
        data=_section(drafts, shared, "data"),
        criteria=_section(drafts, shared, "criteria"),
        themes=_section(drafts, shared, "themes"),
        matters=_matters(drafts, shared),
    )


def _names(drafts: Drafts) -> dict[str, dict[str, str]]:
    """Of each section the ids by name, as far as a name is that of one thing."""
    found = {
        section: [
            (entry.name, entry.id)
            for _, draft in drafts.registries
            for entry in getattr(draft, section)
        ]
        for section in ("departments", "data", "criteria", "themes")
    }
    found["departments"] += [
        (entry.short, entry.id)
        for _, draft in drafts.registries
        for entry in draft.departments
        if entry.short
    ]
    found["matters"] = [(str(d.values.get("name")), d.id) for _, d in drafts.matters]
    return {section: ids_by_name(pairs) for section, pairs in found.items()}


def _section(drafts: Drafts, shared: Notes, section: str) -> dict[str, Place]:
    places: dict[str, list[Place]] = {}
    for _, draft in drafts.registries:
        for entry in getattr(draft, section):
            places.setdefault(entry.id, []).append(entry.place)
    return _firsts_of(shared, section, places)


def _firsts_of(shared: Notes, section: str, places: Mapping[str, list[Place]]) -> dict[str, Place]:
    for id_, found in places.items():
        if len(found) > 1:
            shared.report_same_id(path(section, id_), id_, found)
    return {id_: found[0] for id_, found in places.items()}


def _matters(drafts: Drafts, shared: Notes) -> dict[str, Place]:
    places: dict[str, list[Place]] = {}
    for _, draft in drafts.matters:
        places.setdefault(draft.id, []).append(draft.place)
    for id_, found in places.items():
        if len(found) > 1:
            Notes("", id_, troubles=shared.troubles).report_same_id("matter", id_, found)
    return {id_: found[0] for id_, found in places.items()}


def _matter(
    notes: Notes, draft: MatterDraft, known: Known, guesses: Guesses, data: Mapping[str, Data]
) -> Matter:
    values: dict[str, Any] = draft.values  # see MatterDraft
    if guesses.report_unknown(notes, draft.references):
        values = pruned_matter(values, known)
    if not all(material.name for material in values.get("materials", ())):
        values["materials"] = tuple(
            material
            if material.name
            else replace(material, name=" / ".join(data[id_].name for id_ in material.alternatives))
            for material in values["materials"]
        )
    return Matter(**values)


def _registry(drafts: Drafts, known: Known, guesses: Guesses, shared: Notes) -> Registry:
    """The registry: all documents together, of each id the first entry."""
    for notes, draft in drafts.registries:
        if guesses.report_unknown(notes, draft.references):
            _prune(draft, known, drafts.doubted)
    data = _firsts(entry for _, draft in drafts.registries for entry in draft.data)
    links = tuple(_sourced(drafts, data, shared))
    entries = (entry for _, draft in drafts.registries for entry in draft.departments)
    departments = _without_cycles(_firsts(entries), shared)
    doubted = drafts.doubted | drafts.lost_words | _doubted_by_office(links, departments)
    return Registry(
        departments,
        {id_: _doubted(entry, id_ in doubted) for id_, entry in data.items()},
        _firsts(entry for _, draft in drafts.registries for entry in draft.criteria),
        links,
        tuple(entry for _, draft in drafts.registries for entry in draft.collaborations),
        _firsts(entry for _, draft in drafts.registries for entry in draft.themes),
        _calendar(drafts, shared),
    )


def _doubted_by_office(links: Iterable[Link], departments: Mapping[str, Department]) -> set[str]:
    """The data whose links pass through a department of which something was lost."""
    doubtful = {id_ for id_, department in departments.items() if department.doubtful}
    return {
        link.data for link in links if not doubtful.isdisjoint({link.source, link.via, *link.to})
    }


def _calendar(drafts: Drafts, shared: Notes) -> dict[str, CalendarYear] | None:
    """The years; None where a year was lost, for nobody knows which."""
    _section(drafts, shared, "calendar")
    section = REGISTRY.keyword("calendar")
    is_lost = not drafts.lost_words.isdisjoint({section.name, section.chinese})
    if is_lost or any(draft.lost_years for _, draft in drafts.registries):
        return None
    return _firsts(entry for _, draft in drafts.registries for entry in draft.calendar)


EntryType = TypeVar("EntryType", Department, Data, Criterion, Theme, CalendarYear)


def _firsts(entries: Iterable[EntryType]) -> dict[str, EntryType]:
    """Of each id the first entry; doubtful where another one says something else, perhaps."""
    found: dict[str, EntryType] = {}
    for entry in entries:
        known = found.get(entry.id)
        found[entry.id] = entry if known is None else replace(known, doubtful=True)
    return found


def _doubted(data: Data, doubtful: bool) -> Data:
    return replace(data, doubtful=True) if doubtful else data


def _prune(draft: RegistryDraft, known: Known, doubted: set[str]) -> None:
    """Take unknown ids out of the draft; the data of a link that lost one become doubted."""
    draft.departments = [pruned_entry(DEPARTMENT, entry, known) for entry in draft.departments]
    draft.data = [pruned_entry(DATA, entry, known) for entry in draft.data]
    draft.criteria = [pruned_entry(CRITERION, entry, known) for entry in draft.criteria]
    draft.themes = [pruned_entry(THEME, entry, known) for entry in draft.themes]
    links = [(link, pruned_link(link, known)) for link in draft.links]
    doubted.update(link.data for link, pruned in links if pruned != link)
    draft.links = [pruned for _, pruned in links if pruned is not None]
    mechanisms = (pruned_collaboration(entry, known) for entry in draft.collaborations)
    draft.collaborations = [entry for entry in mechanisms if entry is not None]


def _sourced(drafts: Drafts, data: Mapping[str, Data], shared: Notes) -> Iterator[Link]:
    """The links, each with where it comes from: what it says, else the holder of its data."""
    for _, draft in drafts.registries:
        for link in draft.links:
            entry = data[link.data]
            if link.source:
                yield link
            elif entry.holder is not None and not entry.is_declared:
                yield replace(link, source=entry.holder)
            elif not entry.doubtful:
                drafts.doubted.add(link.data)
                _report_no_source(shared, link)


def _report_no_source(shared: Notes, link: Link) -> None:
    shared.report(
        "missing-key",
        f"links.{link.data}.from",
        link.place,
        message='no department holds the data "{id}", so the link comes from nowhere',
        remedy="name the department that provides it, or the holder of the data",
        id=link.data,
    )


def _without_cycles(departments: dict[str, Department], shared: Notes) -> dict[str, Department]:
    """The departments, none above itself: a circle begins at its least id, wherever that stands."""
    entries = sorted(departments.items())
    above = {id_: (entry.parent,) if entry.parent else () for id_, entry in entries}
    for cycle in find_cycles(above):
        lowest = departments[cycle[0]]
        shared.report(
            "order-cycle",
            f"departments.{lowest.id}.parent",
            lowest.place,
            message='the department "{id}" stands above itself: {cycle}',
            remedy="correct what belongs to what",
            id=lowest.id,
            cycle=" → ".join([*cycle, cycle[0]]),
        )
        departments[lowest.id] = replace(lowest, parent=None, doubtful=True)
    return departments
