"""What runs across in each gap between rows: a line of its own for each, few crossings."""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from govchain.drawing.layout.grid import Grid
from govchain.drawing.layout.routing import Route

BESIDE = 16.0
"""Runs on one line are further apart than this."""
MOST_TO_IMPROVE = 12
"""Gaps with more lines than this keep their first order."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch across a gap: comes from above at `above`, leaves downwards at `below` (pixels)."""

    arrow: int
    gap: int
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
    """A gap: the line of each run, numbered from the top, and how many lines there are."""

    line_of: Mapping[int, int]
    lines: int


def gaps_of(
    routes: Sequence[Route], grid: Grid, xs: Sequence[tuple[float, float, float]]
) -> list[Gap]:
    """The lines of every gap; `xs` are each arrow's places across: out, via, into."""
    runs: dict[int, list[Run]] = defaultdict(list)
    for arrow, (route, (out, via, into)) in enumerate(zip(routes, xs, strict=True)):
        first, last = grid.cells[route.source].row, grid.cells[route.target].row - 1
        if out != via:
            runs[first].append(Run(arrow, first, out, via))
        if via != into:
            runs[last].append(Run(arrow, last, via, into))
    return [lines_of(_ordered(runs.get(gap, []))) for gap in range(grid.rows)]


def lines_of(ordered: Sequence[Run]) -> Gap:
    """Runs that do not meet may share a line; otherwise the order from top to bottom holds."""
    places = sorted({place for run in ordered for place in (run.left, run.right)})
    within_reach = [place + BESIDE for place in places]
    lines = [0] * len(places)  # at each place so many are taken; what comes next lies below them
    line_of: dict[int, int] = {}
    for run in ordered:
        first = bisect.bisect_left(within_reach, run.left)
        after = bisect.bisect_right(places, run.right + BESIDE)
        line = line_of[run.arrow] = max(lines[first:after])
        left, right = bisect.bisect_left(places, run.left), bisect.bisect_right(places, run.right)
        lines[left:right] = [line + 1] * (right - left)
    return Gap(line_of, max(lines, default=0))


def _ordered(runs: list[Run]) -> list[Run]:
    """From top to bottom so that few cross: of those that go right the rightmost first."""
    ordered = sorted(runs, key=_first_order)
    if len(ordered) > MOST_TO_IMPROVE:
        return ordered
    for _ in ordered:
        for lower in range(1, len(ordered)):
            a, b = ordered[lower - 1], ordered[lower]
            if _crossings(b, a) < _crossings(a, b):
                ordered[lower - 1], ordered[lower] = b, a
    return ordered


def _first_order(run: Run) -> tuple[bool, float, int]:
    goes_left = run.below < run.above
    return goes_left, run.above if goes_left else -run.above, run.arrow


def _crossings(upper: Run, lower: Run) -> int:
    """How often the two cross when the one lies above the other."""
    return (upper.left < lower.above < upper.right) + (lower.left < upper.below < lower.right)
