"""The axis of working days: where a time stands, and which times are written below."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from govchain.drawing.chart.words import Words
from govchain.drawing.ink import palette
from govchain.drawing.ink.lettering import width_of
from govchain.drawing.ink.scene import Box, Item, Rect, Text
from govchain.drawing.ledger.measures import LEAST, Column
from govchain.model.duration import TICKS_PER_DAY
from govchain.model.figures import figure

_MOST_TICKS = 8
_STEPS = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class Axis:
    """From one time of a chain to another, in ticks, between two edges."""

    column: Column
    ends: int
    begins: int = 0

    def at(self, ticks: int) -> float:
        """Where a time stands."""
        share = (ticks - self.begins) / max(self.ends - self.begins, 1)
        return self.column.left + self.column.width * share

    def marked(self) -> list[float]:
        """The round numbers of days that are written below it."""
        since, until = self.begins / TICKS_PER_DAY, self.ends / TICKS_PER_DAY
        if since == until:
            return [since] if not since % 1 else []
        step = _round_step((until - since) / _MOST_TICKS)
        first, last = math.ceil(since / step - 1e-9), math.floor(until / step + 1e-9)
        return [n * step for n in range(first, last + 1)]

    def grid(self, top: float, bottom: float) -> Iterator[Item]:
        """Thin lines at the marked times."""
        for days in self.marked():
            x = self.at(round(days * TICKS_PER_DAY))
            yield Rect(Box(x - 0.5, top, 1, bottom - top), palette.RULE)

    def foot(self, baseline: float, words: Words, lines: Sequence[float] = ()) -> Iterator[Item]:
        """The marked times below, beside a line that runs there, and what they are counted in."""
        right = 0.0
        for days in self.marked():
            told = figure(days)
            width = width_of(told, LEAST)
            x = _clear_of(lines, self.at(round(days * TICKS_PER_DAY)), width / 2 + 4)
            if x is not None:
                yield Text(x, baseline, told, LEAST, width, palette.MUTED, anchor="middle")
                right = x + width / 2
        unit = words("working-days")
        width = width_of(unit, LEAST)
        x = max(right + 12, self.column.right + 12)
        yield Text(x, baseline, unit, LEAST, width, palette.MUTED)


def _clear_of(lines: Sequence[float], x: float, half: float) -> float | None:
    """The nearest place so far from all lines; None where it would be nearer to another time."""
    places = [x, *(line + side * half for line in lines for side in (-1, 1))]
    free = [p for p in places if all(abs(p - line) >= half - 0.01 for line in lines)]
    nearest = min(free, key=lambda place: abs(place - x), default=None)
    return nearest if nearest is not None and abs(nearest - x) <= 2 * half else None


def _round_step(least: float) -> float:
    """The least of 1, 2, 5, 10, 20 …, or of their tenths, that is no smaller."""
    power = 0.1
    while True:
        for step in _STEPS:
            if step * power >= least:
                return step * power
        power *= 10
