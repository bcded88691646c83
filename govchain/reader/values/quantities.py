"""Durations, dates and numbers → values of the model.

Each function answers None where it lost the value, and has then noted why.
"""

from __future__ import annotations

import datetime
import re
from fractions import Fraction
from typing import Any

from govchain.language.keywords import Keyword
from govchain.language.near_words import UNITS
from govchain.model.duration import Duration, parse_duration
from govchain.reader.ground.nodes import Node
from govchain.reader.ground.notes import Notes, path
from govchain.reader.ground.wide_signs import half_width
from govchain.reader.values.fields import read_text, scalars_of
from govchain.reader.values.near_numbers import near_amount, near_count, near_date, near_share

_COUNT = re.compile(r"[0-9]{1,12}\Z")
_DECIMAL = re.compile(r"[0-9]{1,15}(\.[0-9]{1,20})?\Z")
"""Spreadsheets write a third with up to twenty decimals."""
_AMOUNT = re.compile(r"[0-9]{1,6}")
_SOME_DAYS = frozenset({"天", "day", "days"})
"""Units that leave open whether days off count."""
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")


def read_duration(notes: Notes, where: str, keyword: Keyword, node: Node) -> Duration | None:
    """A length of time."""
    text = read_text(notes, where, keyword, node)
    if text is None:
        return None
    duration = parse_duration(text)
    if duration is None:
        _report_no_duration(notes, path(where, keyword.name), node, text)
    return duration


def _report_no_duration(notes: Notes, subject: str, node: Node, text: str) -> None:
    half = half_width(text)
    amount, unit = _parts_of(half)
    bare = ("个工作日", "日", "小时") if notes.in_chinese else ("d", "cd", "h")
    units = UNITS.get(unit, ()) if unit else bare
    meant = [f"{amount}{unit}" for unit in units] if amount else []
    if half != text and parse_duration(half) is not None:
        meant = [half]
    notes.report(
        "bad-value",
        subject,
        node,
        message='"{value}" is not a duration',
        remedy='write it in half width: "{first}"'
        if meant == [half]
        else 'write the unit: "{first}" for working days, "{second}" for calendar days, '
        '"{third}" for hours'
        if len(meant) > 2
        else 'which days? write "{first}" for working days, "{second}" for calendar days'
        if unit in _SOME_DAYS and meant
        else 'did you mean "{first}" or "{second}"?'
        if len(meant) > 1
        else 'did you mean "{first}"?'
        if meant
        else "write 5d (working days), 5cd (calendar days), 2w, 1mo, 1y, 4h, 30min or 0",
        value=text,
        first=next(iter(meant), None),
        second=next(iter(meant[1:]), None),
        third=next(iter(meant[2:]), None),
    )


def _parts_of(text: str) -> tuple[str, str]:
    """The number with which the text begins, and the unit that follows it."""
    amount = _AMOUNT.match(text)
    return (amount[0], text[amount.end() :].strip().casefold()) if amount else ("", "")


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
    suggestion = near_date(half_width(text))
    _report_bad(
        notes,
        path(where, keyword.name),
        node,
        text,
        suggestion,
        message='"{value}" is not a date',
        remedy="write year-month-day, such as 2026-06-01",
    )
    return None


def read_count(notes: Notes, where: str, keyword: Keyword, node: Node) -> int | None:
    """A whole number."""
    text = read_text(notes, where, keyword, node)
    if text is None:
        return None
    if _COUNT.match(text) and int(text) >= keyword.least:
        return int(text)
    meant = near_count(half_width(text))
    suggestion = meant if meant and int(meant) >= keyword.least else None
    _report_bad(
        notes,
        path(where, keyword.name),
        node,
        text,
        suggestion,
        message='"{value}" is not a whole number of at least {least}',
        remedy="write digits only, without separators or units",
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
    suggestion = near_share(half_width(text))
    _report_bad(
        notes,
        subject,
        node,
        text,
        suggestion,
        message='"{value}" is not a number from 0 to 1',
        remedy="write a decimal such as 0.85",
    )
    return None


def read_amount(notes: Notes, where: str, keyword: Keyword, node: Node) -> Fraction | None:
    """An amount of yuan."""
    text = read_text(notes, where, keyword, node)
    if text is None or _DECIMAL.match(text):
        return None if text is None else Fraction(text)
    suggestion = near_amount(half_width(text))
    _report_bad(
        notes,
        path(where, keyword.name),
        node,
        text,
        suggestion,
        message='"{value}" is not an amount',
        remedy="write yuan in digits, such as 80 or 12.5",
    )
    return None


def _report_bad(
    notes: Notes,
    subject: str,
    node: Node,
    text: str,
    suggestion: str | None,
    *,
    message: str,
    remedy: str,
    **facts: Any,  # what `Notes.report` takes
) -> None:
    """Report what is no such value, and the one that is suggested; the remedy where none is."""
    notes.report(
        "bad-value",
        subject,
        node,
        message=message,
        remedy='write it in half width: "{suggestion}"'
        if suggestion and suggestion == half_width(text)
        else 'did you mean "{suggestion}"?'
        if suggestion
        else remedy,
        value=text,
        suggestion=suggestion,
        **facts,
    )
