"""Time as the law counts it, exact.

One working day is eight hours; a calendar day is 5/7 of a working day; a week is 5 working days,
a month 21.75, a year 261 (semantics.md 1.12). All are whole numbers of one small tick, a seventh
of a minute, so sums and comparisons are exact.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

TICKS_PER_DAY = 8 * 60 * 7
HALF_AN_HOUR = 30 * 7

UNITS = {
    "d": TICKS_PER_DAY,
    "cd": TICKS_PER_DAY * 5 // 7,
    "w": TICKS_PER_DAY * 5,
    "mo": TICKS_PER_DAY * 87 // 4,
    "y": TICKS_PER_DAY * 261,
    "h": 60 * 7,
    "min": 7,
}
CHINESE_UNITS = {
    "个工作日": "d",
    "工作日": "d",
    "个自然日": "cd",
    "自然日": "cd",
    "日": "cd",
    "周": "w",
    "个星期": "w",
    "星期": "w",
    "个月": "mo",
    "年": "y",
    "个小时": "h",
    "小时": "h",
    "分钟": "min",
}
AT_ONCE = ("即办", "即时办结", "当场办结")
"""Words for no time at all."""

_FORM = re.compile(r"([0-9]{1,6})(\D*+)\Z")


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time: the amount and unit as written, and its exact size in ticks."""

    amount: int
    unit: str

    @property
    def ticks(self) -> int:
        """The size in sevenths of a minute."""
        return self.amount * UNITS[self.unit] if self.amount else 0

    @property
    def days(self) -> float:
        """The size in working days."""
        return self.ticks / TICKS_PER_DAY

    def __str__(self) -> str:
        return f"{self.amount}{self.unit}" if self.amount else "0"


def parse_duration(text: str) -> Duration | None:
    """The duration that a text such as `5d`, `1个月` or `即办` says; None if it says none."""
    text = text.strip()
    if text in AT_ONCE:
        return Duration(0, "d")
    match = _FORM.match(text)
    if match is None:
        return None
    amount, unit = int(match[1]), match[2].strip()
    unit = CHINESE_UNITS.get(unit, unit)
    if not unit and amount == 0:
        return Duration(0, "d")
    return Duration(amount, unit) if unit in UNITS else None
