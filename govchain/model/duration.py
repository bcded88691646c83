"""Time as the law counts it, exact.

One working day is eight hours; a calendar day is 5/7 of a working day; a month is 21.75 working
days (semantics.md 1.12). All four are whole numbers of one small tick, a seventh of a minute, so
sums and comparisons are exact.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

TICKS_PER_DAY = 8 * 60 * 7
HALF_AN_HOUR = 30 * 7

_UNITS = {
    "d": TICKS_PER_DAY,
    "cd": TICKS_PER_DAY * 5 // 7,
    "mo": TICKS_PER_DAY * 87 // 4,
    "h": 60 * 7,
    "min": 7,
}
_CHINESE_UNITS = {
    "个工作日": "d",
    "工作日": "d",
    "个自然日": "cd",
    "自然日": "cd",
    "日": "cd",
    "个月": "mo",
    "个小时": "h",
    "小时": "h",
    "分钟": "min",
}
_FORM = re.compile(r"\s*([0-9]{1,6})\s*(\D*?)\s*\Z")


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time: the amount and unit as written, and its exact size in ticks."""

    amount: int
    unit: str

    @property
    def ticks(self) -> int:
        """The size in sevenths of a minute."""
        return self.amount * _UNITS[self.unit] if self.amount else 0

    @property
    def days(self) -> float:
        """The size in working days."""
        return self.ticks / TICKS_PER_DAY

    def __str__(self) -> str:
        return f"{self.amount}{self.unit}" if self.amount else "0"


def parse_duration(text: str) -> Duration | None:
    """The duration that a text such as `5d`, `3cd`, `1个月` or `0` says; None if it says none."""
    match = _FORM.match(text)
    if match is None:
        return None
    amount, unit = int(match[1]), match[2].strip()
    unit = _CHINESE_UNITS.get(unit, unit)
    if not unit and amount == 0:
        return Duration(0, "d")
    return Duration(amount, unit) if unit in _UNITS else None
