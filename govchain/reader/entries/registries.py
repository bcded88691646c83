"""A document without the key `matter` → the entries of the registry's sections."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from govchain.findings import Trouble
from govchain.language.keywords import Form, Keyword
from govchain.language.registry import (
    CALENDAR_YEAR,
    COLLABORATION,
    CRITERION,
    DATA,
    DEPARTMENT,
    GOAL,
    LINK,
    REGISTRY,
    THEME,
)
from govchain.model.nouns import (
    CalendarYear,
    Collaboration,
    Criterion,
    Data,
    Department,
    Goal,
    Link,
    Theme,
)
from govchain.reader.entries.forms import read_form
from govchain.reader.entries.keys import Record
from govchain.reader.ground.items import item_name
from govchain.reader.ground.nodes import Items, Lost, Node, Pairs, Scalar, words_of
from govchain.reader.ground.notes import Notes, Reference, Word, listed, path
from govchain.reader.values.fields import check_id, in_one, items_of, read_text

_ID = Word("id")

_YEAR = re.compile(r"[0-9]{4}\Z")


@dataclass(slots=True)
class RegistryDraft:
    """What one document adds to the registry, its references unresolved.

    Several entries of one id are all there, in order. A link with no `source` comes from the
    holder of its data.
    """

    references: list[Reference]
    departments: list[Department]
    data: list[Data]
    criteria: list[Criterion]
    themes: list[Theme]
    links: list[Link]
    collaborations: list[Collaboration]
    calendar: list[CalendarYear]
    lost_years: bool = False
    """Something of the calendar was lost, and nobody knows of which year."""


def read_registry(notes: Notes, root: Pairs) -> RegistryDraft:
    """The draft of what the document adds to the registry."""
    record = read_form(notes, "", REGISTRY, root) or Record()
    draft = RegistryDraft(
        notes.references,
        [Department(**entry) for entry in _entries(notes, "departments", DEPARTMENT, record)],
        [Data(**entry) for entry in _entries(notes, "data", DATA, record)],
        [Criterion(**entry) for entry in _entries(notes, "criteria", CRITERION, record)],
        [Theme(**entry) for entry in _entries(notes, "themes", THEME, record)],
        list(_read_links(notes, record)),
        list(_read_collaborations(notes, record)),
        list(_read_calendar(notes, record)),
    )
    draft.lost_years = any(map(_names_no_year, notes.troubles))
    return draft


def _entries(notes: Notes, name: str, form: Form, record: Record) -> Iterator[dict[str, Any]]:
    """What each entry of a section says, by the names of the model."""
    section = REGISTRY.keyword(name)
    for key, value in _pairs_of(notes, section, record):
        id_ = read_text(notes, name, _ID, key)
        if id_ is None:
            continue
        subject = path(name, id_)
        check_id(notes, subject, key, id_)
        losses = notes.losses
        entry = read_form(notes, subject, form, value) or Record()
        if "goals" in entry.nodes:
            entry.values["goals"] = tuple(_read_goals(notes, subject, entry))
        own = {"id": id_, "place": notes.place(key), "doubtful": notes.losses != losses}
        yield {"name": id_} | entry.values | own


def _pairs_of(notes: Notes, section: Keyword, record: Record) -> list[tuple[Node, Node]]:
    node = record.nodes.get(section.attribute)
    if node is None or (isinstance(node, Scalar) and node.is_empty):
        return []
    if isinstance(node, Pairs):
        return node.entries
    _report_no_section(notes, section, node)
    return []


def _report_no_section(notes: Notes, section: Keyword, node: Node) -> None:
    notes.lost_words.update(words_of(node))
    if isinstance(node, Lost):
        notes.loss()
    elif isinstance(node, Items):
        notes.report(
            "wrong-shape",
            section.name,
            node,
            message='"{key}" takes a mapping of ids to entries, not a list',
            remedy='write "id: {{name: …}}" for each entry, without "- "',
            key=notes.spelled(section),
        )
    else:
        notes.report(
            "wrong-shape",
            section.name,
            node,
            message='"{key}" takes a mapping of ids to entries, not a text',
            remedy='write "id: {{name: …}}" for each entry',
            key=notes.spelled(section),
        )


def _list_of(
    notes: Notes, where: str, keyword: Keyword, record: Record
) -> Iterator[tuple[str, Node]]:
    """Each item of a list of mappings (one may stand alone, none is none), with its key path."""
    node = record.nodes.get(keyword.attribute)
    if node is None or (isinstance(node, Scalar) and node.is_empty):
        return
    nodes = [node] if isinstance(node, Pairs) else items_of(notes, where, keyword, node) or []
    inside = path(where, keyword.name)
    for position, item in enumerate(nodes, 1):
        yield path(inside, item_name(item, position)), item


def _read_goals(notes: Notes, where: str, record: Record) -> Iterator[Goal]:
    for inside, item in _list_of(notes, where, THEME.keyword("goals"), record):
        goal = read_form(notes, inside, GOAL, item)
        if goal is not None:
            yield Goal(notes.place(item), **goal.values)


def _read_links(notes: Notes, record: Record) -> Iterator[Link]:
    """The links; one that lost anything is left out, and its data are doubted."""
    for where, item in _list_of(notes, "", REGISTRY.keyword("links"), record):
        losses = notes.losses
        link = read_form(notes, where, LINK, item)
        if notes.losses == losses and link is not None:
            yield _link_of(notes, link.values, item)
        elif link is not None and "data" in link.values:
            notes.doubted.add(link.values["data"])
        else:
            notes.doubted.update(words_of(item))


def _link_of(notes: Notes, values: dict[str, Any], item: Node) -> Link:
    for texts in ("purpose", "duty"):
        values[texts] = in_one(values.get(texts))
    return Link(**{"source": ""} | values, place=notes.place(item))


def _read_collaborations(notes: Notes, record: Record) -> Iterator[Collaboration]:
    for where, item in _list_of(notes, "", REGISTRY.keyword("collaborations"), record):
        mechanism = read_form(notes, where, COLLABORATION, item)
        between = mechanism.values.get("between", ()) if mechanism else ()
        if mechanism and len(between) >= 2:
            yield Collaboration(place=notes.place(item), **mechanism.values)
        elif mechanism and "between" in mechanism.values:
            _report_alone(notes, where, mechanism)


def _report_alone(notes: Notes, where: str, record: Record) -> None:
    notes.report(
        "bad-value",
        path(where, "between"),
        record.nodes["between"],
        message='"{key}" names fewer than two departments',
        remedy="name the two or more departments that work together",
        key=notes.spelled(COLLABORATION.keyword("between")),
    )


def _read_calendar(notes: Notes, record: Record) -> Iterator[CalendarYear]:
    """The years, each with days of its own only."""
    for entry in _entries(notes, "calendar", CALENDAR_YEAR, record):
        del entry["name"]
        year = CalendarYear(**entry)
        if not _YEAR.match(year.id):
            _report_no_year(notes, year)
        elif strangers := sorted({d for d in (*year.off, *year.work) if f"{d.year:04}" != year.id}):
            _report_strangers(notes, year, listed(map(str, strangers)))
            yield replace(year, doubtful=True)
        else:
            yield year


def _names_no_year(trouble: Trouble) -> bool:
    """It is about the calendar, but not about a day within a year of it."""
    section, _, year = trouble.subject.partition(".")
    return section == "calendar" and "." not in year


def _report_no_year(notes: Notes, year: CalendarYear) -> None:
    notes.report(
        "bad-value",
        path("calendar", year.id),
        year.place,
        message='"{id}" is not a year',
        remedy="write the year in four digits, such as 2027",
        id=year.id,
    )


def _report_strangers(notes: Notes, year: CalendarYear, dates: str) -> None:
    notes.report(
        "bad-value",
        path("calendar", year.id),
        year.place,
        message="{dates} do not lie in the year {id}",
        remedy="write each day under the year in which it lies",
        id=year.id,
        dates=dates,
    )
