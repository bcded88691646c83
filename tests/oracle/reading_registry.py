"""Sections of the registries → departments, data, criteria, links, calendar (language 4.2)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from .reading_words import (
    Document,
    has_ended,
    is_yes,
    listed,
    read_basis,
    read_date,
    read_fields,
    texts,
)
from .registry import Criterion, Data, Department, Link
from .working_days import Calendar, Year


def section(registries: Sequence[Document], name: str) -> Iterator[tuple[Any, Document]]:
    """The entries of one section, from all files."""
    for registry in registries:
        for id_, entry in registry.get(name, {}).items():
            yield id_, entry or {}


def read_departments(registries: Sequence[Document]) -> dict[str, Department]:
    return {
        id_: Department(
            id_, entry.get("parent"), entry.get("kind", "government"), entry.get("level")
        )
        for id_, entry in section(registries, "departments")
    }


def read_data(registries: Sequence[Document], at: date) -> dict[str, Data]:
    return {
        id_: Data(
            id=id_,
            name=entry.get("name", id_),
            holder=entry.get("holder"),
            stored_as=entry.get("stored-as"),
            sharing=entry.get("sharing"),
            basis=read_basis(entry.get("basis"), at),
            has_ended_basis=has_ended(entry.get("basis"), at),
            attests=texts(entry.get("attests")),
            update=entry.get("update"),
            fields=texts(entry.get("fields")),
            is_personal=is_yes(entry.get("personal", "no")),
            is_banned="banned" in entry,
        )
        for id_, entry in section(registries, "data")
    }


def read_criteria(registries: Sequence[Document], at: date) -> dict[str, Criterion]:
    return {
        id_: Criterion(
            id=id_,
            uses=texts(entry.get("uses")),
            basis=read_basis(entry.get("basis"), at),
            has_ended_basis=has_ended(entry.get("basis"), at),
            is_decidable=is_yes(entry.get("decidable", "no")),
            verify=entry.get("verify", "before"),
        )
        for id_, entry in section(registries, "criteria")
    }


def read_links(
    registries: Sequence[Document], data: Mapping[str, Data], departments: Mapping[str, object]
) -> tuple[Link, ...]:
    """The links in order of place."""
    return tuple(
        read_link(entry, data[entry["data"]], tuple(departments))
        for registry in registries
        for entry in listed(registry.get("links"))
    )


def read_link(entry: Document, data: Data, departments: tuple[str, ...]) -> Link:
    """A link; `from` defaults to the holder, `all` is every department, `via` makes two hops."""
    source: Any = entry.get("from") or data.holder
    via = entry.get("via")
    targets = texts(entry["to"])
    reached = departments if targets == ("all",) else targets
    last = via or source
    hops = ([(source, via)] if via else []) + [(last, target) for target in reached]
    return Link(
        data=data.id,
        source=source,
        via=via,
        targets=targets,
        hops=tuple(hops),
        fields=read_fields(entry),
        update=entry.get("update") or data.update,
        channel=entry.get("channel", "api"),
        status=entry.get("status", "active"),
        applied=read_date(entry.get("applied")),
        agreed=read_date(entry.get("agreed")),
        since=read_date(entry.get("since")),
        until=read_date(entry.get("until")),
        is_extended=is_yes(entry.get("extended", "no")),
        purpose=entry.get("purpose"),
        duty=entry.get("duty"),
        own_update=entry.get("update") or "",
    )


def read_calendar(registries: Sequence[Document]) -> Calendar:
    """The registry's own years: what is written of a year stands for the whole of it."""
    return {
        int(year): Year(read_dates(entry.get("off")), read_dates(entry.get("work")))
        for year, entry in section(registries, "calendar")
    }


def read_dates(value: Any) -> frozenset[date]:
    return frozenset(date.fromisoformat(text) for text in texts(value))
