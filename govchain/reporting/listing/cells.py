"""What stands in a cell: for people, and for programs."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping
from typing import Any

from govchain.findings import Finding, Named
from govchain.model.characters import one_line
from govchain.model.duration import Duration
from govchain.model.figures import figure, percent, rounded
from govchain.reporting.filling import name_of
from govchain.reporting.listing.columns import (
    ALL_FINDINGS,
    FINDINGS,
    PLACE,
    Kind,
    ListColumn,
    Value,
)
from govchain.reporting.listing.row import Row
from govchain.reporting.places import place_in_words, visible
from govchain.reporting.words import Words, noted

_HYPHEN = re.compile("(?<=[a-z]{2})-")
"""Parts two words of a fixed value (`legal-entity`); an e-certificate is one."""
_UNMARKED: Mapping[str, str] = {}
_ANSWERS = {True: noted("yes"), False: noted("no")}


def value_in(row: Row, column: ListColumn) -> Value:
    """What the row says in the column."""
    if column is FINDINGS or column is ALL_FINDINGS:
        return marks_of(row.findings)
    if column is PLACE:
        return place_in_words(row.place) if row.place else None
    return row.cells[column.key]


def marks_of(findings: Iterable[Finding]) -> tuple[str, ...]:
    """What they are known by, short."""
    return tuple(found.known_by for found in findings)


def texts_in(value: Value, column: ListColumn, spoken: Words) -> list[str]:
    """Each of the values in words; none where there is none."""
    if value is None:
        return []
    if isinstance(value, tuple):
        return [text for part in value for text in texts_in(part, column, spoken)]
    return [visible(one_line(_text(value, column, spoken)))]


def _text(value: Value, column: ListColumn, spoken: Words) -> str:
    match value:
        case bool():
            return spoken.say(_ANSWERS[value])
        case int() | float():
            return f"{percent(value)}%" if column.kind is Kind.SHARE else figure(value)
        case Named():
            return name_of(value, spoken)
        case Duration():
            return spoken.duration(value)
        case datetime.date():
            return value.isoformat()
    text = str(value)
    if text in column.twins and spoken.language == "zh":
        return column.twins[text]
    if text in column.twins and text not in column.words:
        return _HYPHEN.sub(" ", text)
    return spoken.word(column.words, text)


def text_in(
    value: Value, column: ListColumn, spoken: Words, marks: Mapping[str, str] = _UNMARKED
) -> str:
    """The values in one breath: `in_one_breath`."""
    return in_one_breath(texts_in(value, column, spoken), column, spoken, marks)


def in_one_breath(
    texts: list[str], column: ListColumn, spoken: Words, marks: Mapping[str, str] = _UNMARKED
) -> str:
    """What `texts_in` tells, of many the first; of findings one, and how many more, each with its
    number where `marks` has one."""
    if column.has_marks:
        texts = with_numbers(texts, marks)
    if column.has_marks and len(texts) > 1:
        return f"{texts[0]} +{len(texts) - 1}"
    return spoken.listed(texts) if texts else ""


def in_full(
    value: Value, column: ListColumn, spoken: Words, marks: Mapping[str, str] = _UNMARKED
) -> str:
    """The same with all findings, for whoever has room or looks them up."""
    texts = texts_in(value, column, spoken)
    if column.has_marks:
        return spoken.joined(with_numbers(texts, marks))
    return spoken.listed(texts) if texts else ""


def with_numbers(texts: Iterable[str], marks: Mapping[str, str]) -> list[str]:
    """The findings, each with its number where `marks` has one."""
    return [marks.get(text, text) for text in texts]


def json_in(value: Value) -> Any:
    """The value for programs: of what is named the id, of several a list."""
    match value:
        case tuple():
            return [json_in(part) for part in value]
        case Named():
            return value.id
        case Duration():
            return str(value)
        case bool():
            return value
        case int() | float():
            return rounded(value)
        case datetime.date():
            return value.isoformat()
    return value
