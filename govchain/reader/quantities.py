"""Durations, dates and numbers → values of the model.

Each function answers None where it lost the value, and has then noted why.
"""

from __future__ import annotations

import datetime
import re
from fractions import Fraction

from govchain.model.duration import Duration, parse_duration
from govchain.model.vocabulary import Keyword
from govchain.reader.fields import read_text, scalars_of
from govchain.reader.nodes import Node
from govchain.reader.notes import Notes, path

_COUNT = re.compile(r"[0-9]{1,12}\Z")
_DECIMAL = re.compile(r"[0-9]{1,15}(\.[0-9]{1,12})?\Z")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")


def read_duration(notes: Notes, where: str, keyword: Keyword, node: Node) -> Duration | None:
    """A length of time."""
    text = read_text(notes, where, keyword, node)
    if text is None:
        return None
    duration = parse_duration(text)
    if duration is None:
        notes.report(
            "bad-value",
            path(where, keyword.name),
            node,
            message='"{value}" is not a duration',
            remedy="write 5d (working days), 5cd (calendar days), 1mo, 4h or 30min",
            value=text,
        )
    return duration


def read_date(notes: Notes, where: str, keyword: Keyword, node: Node) -> datetime.date | None:
    """A day of the calendar."""
    text = read_text(notes, where, keyword, node)
    return None if text is None else _date_in(notes, where, keyword, node, text)


def read_dates(
    notes: Notes, where: str, keyword: Keyword, node: Node
) -> tuple[datetime.date, ...] | None:
    """Days of the calendar."""
    scalars = scalars_of(notes, where, keyword, node)
    if scalars is None:
        return None
    dates = (_date_in(notes, where, keyword, item, text) for text, item in scalars.items())
    return tuple(date for date in dates if date is not None)


def _date_in(
    notes: Notes, where: str, keyword: Keyword, node: Node, text: str
) -> datetime.date | None:
    try:
        if _DATE.match(text):
            return datetime.date.fromisoformat(text)
    except ValueError:
        pass  # a day that the calendar does not have
    notes.report(
        "bad-value",
        path(where, keyword.name),
        node,
        message='"{value}" is not a date',
        remedy="write year-month-day, such as 2026-06-01",
        value=text,
    )
    return None


def read_count(notes: Notes, where: str, keyword: Keyword, node: Node) -> int | None:
    """A whole number."""
    text = read_text(notes, where, keyword, node)
    if text is None:
        return None
    if _COUNT.match(text) and int(text) >= keyword.least:
        return int(text)
    notes.report(
        "bad-value",
        path(where, keyword.name),
        node,
        message='"{value}" is not a whole number of at least {least}',
        remedy="write digits only, without separators or units",
        value=text,
        least=keyword.least,
    )
    return None


def read_share(notes: Notes, where: str, keyword: Keyword, node: Node) -> Fraction | None:
    """A number from 0 to 1."""
    text = read_text(notes, where, keyword, node)
    return None if text is None else share_of(notes, path(where, keyword.name), node, text)


def share_of(notes: Notes, subject: str, node: Node, text: str) -> Fraction | None:
    """The number from 0 to 1 that the text says."""
    if _DECIMAL.match(text) and Fraction(text) <= 1:
        return Fraction(text)
    notes.report(
        "bad-value",
        subject,
        node,
        message='"{value}" is not a number from 0 to 1',
        remedy="write a decimal such as 0.85",
        value=text,
    )
    return None


def read_amount(notes: Notes, where: str, keyword: Keyword, node: Node) -> Fraction | None:
    """An amount of yuan."""
    text = read_text(notes, where, keyword, node)
    if text is None or _DECIMAL.match(text):
        return None if text is None else Fraction(text)
    notes.report(
        "bad-value",
        path(where, keyword.name),
        node,
        message='"{value}" is not an amount',
        remedy="write yuan in digits, such as 80 or 12.5",
        value=text,
    )
    return None
