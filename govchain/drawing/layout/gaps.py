"""What runs across in each gap between rows: a line of its own for each, few crossings."""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from govchain.drawing.layout.grid import Grid
from govchain.drawing.layout.routing import Route

BESIDE = 16.0
"""Stretches on one line are further apart than this."""
MOST_TO_IMPROVE = 12
"""Gaps with more lines than this keep their first order."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch across a gap: comes from above at `above`, leaves downwards at `below` (pixels)."""

    arrow: int
    above: float
    below: float

    @property
    def left(self) -> float:
        return min(self.above, self.below)

    @property
    def right(self) -> float:
        return max(self.above, self.below)


@dataclass(frozen=True, slots=True)
class Gap:
    """A gap: on which line each arrow runs, numbered from the top, and how many lines there are."""

    line_of: Mapping[int, int]
    lines: int


def gaps_of(
    routes: Sequence[Route], grid: Grid, xs: Sequence[tuple[float, float, float]]
) -> list[Gap]:
    """The lines of every gap; `xs` are each arrow's places across: out, via, into."""
    stretches: dict[int, list[Stretch]] = defaultdict(list)
    for arrow, (route, (out, via, into)) in enumerate(zip(routes, xs, strict=True)):
        first, last = grid.cells[route.source].row, grid.cells[route.target].row - 1
        if out != via:
            stretches[first].append(Stretch(arrow, out, via))
        if via != into:
            stretches[last].append(Stretch(arrow, via, into))
    return [lines_of(_ordered(stretches.get(gap, []))) for gap in range(grid.rows)]


def lines_of(ordered: Sequence[Stretch]) -> Gap:
    """Those that do not meet may share a line; otherwise the order from top to bottom holds."""
    places = sorted({place for stretch in ordered for place in (stretch.left, stretch.right)})
    within_reach = [place + BESIDE for place in places]
    lines = [0] * len(places)  # at each place so many are taken; what comes next lies below them
    line_of: dict[int, int] = {}
    for stretch in ordered:
        first = bisect.bisect_left(within_reach, stretch.left)
        after = bisect.bisect_right(places, stretch.right + BESIDE)
        line = line_of[stretch.arrow] = max(lines[first:after])
        left, right = (
            bisect.bisect_left(places, stretch.left),
            bisect.bisect_right(places, stretch.right),
        )
        lines[left:right] = [line + 1] * (right - left)
    return Gap(line_of, max(lines, default=0))


def _ordered(stretches: list[Stretch]) -> list[Stretch]:
    """From top to bottom so that few cross: of those that go right the rightmost first."""
    ordered = sorted(stretches, key=_first_order)
    if len(ordered) > MOST_TO_IMPROVE:
        return ordered
    for _ in ordered:
        for lower in range(1, len(ordered)):
            a, b = ordered[lower - 1], ordered[lower]
            if _crossings(b, a) < _crossings(a, b):
                ordered[lower - 1], ordered[lower] = b, a
    return ordered


def _first_order(stretch: Stretch) -> tuple[bool, float, int]:
    goes_left = stretch.below < stretch.above
    return goes_left, stretch.above if goes_left else -stretch.above, stretch.arrow


def _crossings(upper: Stretch, lower: Stretch) -> int:
    """How often the two cross when the one lies above the other."""
    return (upper.left < lower.above < upper.right) + (lower.left < upper.below < lower.right)
