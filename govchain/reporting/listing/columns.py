"""The columns of a list, and what may stand in its cells."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from govchain.findings import Named
from govchain.model.duration import Duration
from govchain.reporting.words import noted

Value: TypeAlias = (
    "bool | int | float | str | datetime.date | Duration | Named | tuple[Value, ...] | None"
)
"""What a cell holds: one value, several, or none."""


class Kind(StrEnum):
    """What the values of a column are."""

    TEXT = "text"
    """Names, sentences of definitions, lengths of time as written."""
    WORD = "word"
    """Words of the program, which people call by others."""
    COUNT = "count"
    """Whole numbers: cases, visits, papers."""
    AMOUNT = "amount"
    """Numbers with a fraction: working days, means."""
    SHARE = "share"
    """Parts of a whole, from 0 to 1."""
    DATE = "date"
    ANSWER = "answer"
    """Yes or no."""

    @property
    def is_figure(self) -> bool:
        return self in (Kind.COUNT, Kind.AMOUNT, Kind.SHARE)


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column of a list: its key for programs, and its head for people.

    `words` are what people call its values in English (Chinese in `locale`), `twins` what fixed
    values of the language of definitions are called in Chinese. A detail is left out of a text
    where there is no room for it; what gives way goes next, before all that stands after it.
    `is_department` says whose row it is, where somebody asks for departments.
    """

    key: str
    head: str
    kind: Kind = Kind.TEXT
    words: Mapping[str, str] = field(default_factory=dict, hash=False)
    twins: Mapping[str, str] = field(default_factory=dict, hash=False)
    is_detail: bool = False
    gives_way: bool = False
    is_summed: bool = False
    is_department: bool = False
    has_marks: bool = False
    """It names findings, by the first characters of their fingerprints."""


PLACE = ListColumn("place", noted("place"), is_detail=True)
FINDINGS = ListColumn("findings", noted("findings"), has_marks=True)
ALL_FINDINGS = ListColumn("findings", noted("all findings"), is_detail=True, has_marks=True)
"""The same, none left out, beside those where a cell names but the first."""
PROOF = (FINDINGS, PLACE)
"""The last columns of every list: the findings behind a row, and where it stands in the files."""
