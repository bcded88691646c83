"""From left to right: where columns, pins and tracks are, in pixels."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from govchain.drawing.chart.columns import Columns
from govchain.drawing.layout.pins import Across, Pin

GUTTER = 20.0
"""Between the cards of two columns where no arrow runs there."""
OUTER_GUTTER = 11.0
TRACK = 8.0


class Abscissas:
    """The places across of a picture at least so wide; `tracks` are the tracks of each gutter.

    Spare width goes evenly to the gutters, half as much to the outer ones.
    """

    def __init__(self, columns: Columns, tracks: Sequence[int], least_width: float) -> None:
        count = columns.places
        gutters = [_gutter_width(n, g in (0, count)) for g, n in enumerate(tracks)]
        spare = max(least_width - sum(gutters) - count * columns.card_width, 0) / max(count, 1)
        self._half_card = columns.card_width / 2
        self.middles: list[float] = []
        self._gutters: list[float] = []
        x = 0.0
        for number, gutter in enumerate(gutters):
            gutter += spare / 2 if number in (0, count) else spare
            self._gutters.append(x + gutter / 2)
            x += gutter
            if number < count:
                self.middles.append(x + columns.card_width / 2)
                x += columns.card_width
        self.width = x
        self.lanes = tuple(itertools.pairwise([0.0, *self._gutters[1:-1], x]))
        """The left and right edge of each column: lanes meet in the middle of a gutter."""

    def x(self, place: Across) -> float:
        """A pin's or a track's place; tracks lie left and right of the lane's edge in turn."""
        if isinstance(place, Pin):
            return self.middles[place.column] + place.offset
        side = -1 if place.number % 2 else 1
        return self._gutters[place.gutter] + side * TRACK * (0.5 + place.number // 2)

    def between_cards(self, first: int, last: int) -> tuple[float, float]:
        """How far something in these columns may reach, up to the cards of those beside them."""
        left, right = first - 1, last + 1
        return (
            self.middles[left] + self._half_card if left >= 0 else 0.0,
            self.middles[right] - self._half_card if right < len(self.middles) else self.width,
        )


def _gutter_width(tracks: int, is_outer: bool) -> float:
    needed = 2 * (TRACK * ((tracks + 1) // 2) + 5) if tracks else 0
    return max(OUTER_GUTTER if is_outer else GUTTER, needed)
