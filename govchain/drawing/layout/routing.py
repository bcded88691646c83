"""How arrows run: straight down a free column, across in a gap, or down a gutter past cards.

An arrow leaves its source downwards, may change its place across in the gap below the source and
in the gap above the target, and comes into the target from above. Between those gaps it runs in
cells that are free, or in a gutter; so it never crosses a card.
"""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from govchain.drawing.chart.columns import Columns
from govchain.drawing.chart.flow import Flow, Shape
from govchain.drawing.layout.grid import Cell, Grid
from govchain.drawing.layout.pins import Across, Owner, Pin, PinBoard, TrackBoard

GATE_REACH = 49.0
BYPASS_REACH = 42.0
END_REACH = 7.0
NEAR = 8
"""So many gutters at either end of its way are looked at for an arrow that goes far across."""
BAR_PENALTY = 6
"""Running past a bar costs as much as three columns' way around it."""


@dataclass(frozen=True, slots=True)
class Route:
    """An arrow's way: where it leaves the source, runs down, and comes into the target."""

    source: int
    target: int
    out: Across
    via: Across
    into: Across


@dataclass(frozen=True, slots=True)
class Routes:
    """The ways of all arrows, and how many tracks each gutter needs."""

    routes: tuple[Route, ...]
    gutters: tuple[int, ...]


def routes_of(flow: Flow, grid: Grid, columns: Columns) -> Routes:
    """The ways of all arrows: straight ones first, then by how far across they go."""
    router = _Router(flow, grid, columns)
    ordered = sorted(flow.arrows, key=router.priority)
    found = {arrow: router.route(*arrow) for arrow in ordered}
    gutters = tuple(router.tracks.count(g) for g in range(columns.places + 1))
    return Routes(tuple(found[arrow] for arrow in flow.arrows), gutters)


class _Router:
    """Takes pins and tracks, one arrow after another."""

    def __init__(self, flow: Flow, grid: Grid, columns: Columns) -> None:
        self._flow = flow
        self._grid = grid
        self._card_reach = columns.card_width / 2 - 12
        self._pins = PinBoard()
        self.tracks = TrackBoard(grid.rows)
        self._bars = [
            cell
            for node, cell in zip(flow.nodes, grid.cells, strict=True)
            if node.shape is Shape.BAR
        ]
        self._bars_across: dict[int, list[int]] = {}

    def priority(self, arrow: tuple[int, int]) -> tuple[int, int, int, int]:
        """Arrows that run straight come first, then those that go least far across and down."""
        source, target = self._cells(*arrow)
        if self._straight_column(*arrow) is not None:
            return (0, 0, target.row - source.row, source.row)
        return (1, abs(target.column - source.column), target.row - source.row, source.row)

    def route(self, source: int, target: int) -> Route:
        """The way of one arrow."""
        column = self._straight_column(source, target)
        if column is not None:
            pin = self._pin(column, source, target, (source, target), 1)
            return Route(source, target, pin, pin, pin)
        if self._is_bar(source) or self._is_bar(target):
            return self._down_gutter(source, target)
        return self._across_once(source, target) or self._down_gutter(source, target)

    def _straight_column(self, source: int, target: int) -> int | None:
        """The column down which the arrow can run straight; a bar is met wherever it is."""
        above, below = self._cells(source, target)
        column = below.column if self._is_bar(source) else above.column
        if not self._is_bar(source) and not self._is_bar(target) and above.first != below.first:
            return None
        return column if self._is_clear(column, above, below) else None

    def _across_once(self, source: int, target: int) -> Route | None:
        """Down the target's column if it is free, else down the source's."""
        above, below = self._cells(source, target)
        side = 1 if below.column > above.column else -1
        first, last = above.row, below.row - 1
        if above.column == below.column:
            return None
        if self._is_clear(below.column, above, below):
            out = self._take(above.column, first, first, (source,), side)
            into = self._take(below.column, first, last, (target,), -side)
            return Route(source, target, out, into, into)
        if self._is_clear(above.column, above, below):
            out = self._take(above.column, first, last, (source,), side)
            into = self._take(below.column, last, last, (target,), -side)
            return Route(source, target, out, out, into)
        return None

    def _down_gutter(self, source: int, target: int) -> Route:
        above, below = self._cells(source, target)
        first, last = above.row, below.row - 1
        gutter = self._best_gutter(source, target)
        via = self.tracks.take(gutter, first, last, *self._company(source, target, gutter))
        out: Across = via
        into: Across = via
        if not self._is_bar(source):
            side = 1 if gutter > above.column else -1
            out = self._take(above.column, first, first, (source,), side)
        if not self._is_bar(target):
            side = 1 if gutter > below.column else -1
            into = self._take(below.column, last, last, (target,), side)
        return Route(source, target, out, via, into)

    def _company(self, source: int, target: int, gutter: int) -> tuple[Owner, int]:
        """Whose track the arrow may share, and on which side of the gutter it stays in its lane."""
        if self._is_bar(source) == self._is_bar(target):
            return None, 0
        owner = ("from", source) if self._is_bar(source) else ("to", target)
        column = self._grid.cells[target if self._is_bar(source) else source].column
        return owner, {column: 1, column + 1: -1}.get(gutter, 0)

    def _best_gutter(self, source: int, target: int) -> int:
        """The gutter that costs the least way, company and bars passed.

        Arrows out of a bar run rather at the left of what they lead to, arrows into one at the
        right of whence they come: so they do not get into each other's way.
        """
        above, below = self._cells(source, target)
        ends = [c for n, c in ((source, above), (target, below)) if not self._is_bar(n)]
        least = min(cell.column for cell in ends)
        most = max(cell.column for cell in ends)
        wanted = most + 1 if self._is_bar(target) else least

        def cost(gutter: int) -> tuple[float, bool, int]:
            way = sum(abs(2 * gutter - 2 * cell.column - 1) for cell in ends)
            company = self.tracks.next_free(
                gutter, above.row, below.row - 1, *self._company(source, target, gutter)
            )
            passed = BAR_PENALTY * self._bars_passed(gutter, above, below)
            return way + company // 2 / 2 + passed, gutter != wanted, gutter

        return min(_gutters_near(least, most + 1), key=cost)

    def _bars_passed(self, gutter: int, above: Cell, below: Cell) -> int:
        if gutter not in self._bars_across:
            across = (bar.row for bar in self._bars if bar.first < gutter <= bar.last)
            self._bars_across[gutter] = sorted(across)
        rows = self._bars_across[gutter]
        return bisect.bisect_left(rows, below.row) - bisect.bisect_right(rows, above.row)

    def _pin(self, column: int, source: int, target: int, ends: Sequence[int], side: int) -> Pin:
        above, below = self._cells(source, target)
        return self._take(column, above.row, below.row - 1, ends, side)

    def _take(self, column: int, first: int, last: int, ends: Sequence[int], side: int) -> Pin:
        reach = min(self._reach(node) for node in ends)
        return self._pins.take(column, first, last, reach, side)

    def _reach(self, node: int) -> float:
        """How far from the middle of a node an arrow may touch it."""
        shape = self._flow.nodes[node].shape
        reaches = {
            Shape.GATE: GATE_REACH,
            Shape.BYPASS: BYPASS_REACH,
            Shape.END: END_REACH,
        }
        return reaches.get(shape, self._card_reach)

    def _is_bar(self, node: int) -> bool:
        return self._flow.nodes[node].shape is Shape.BAR

    def _is_clear(self, column: int, above: Cell, below: Cell) -> bool:
        """No node stands in the column between the two rows."""
        return self._grid.taken[column].is_free(above.row + 1, below.row - 1)

    def _cells(self, source: int, target: int) -> tuple[Cell, Cell]:
        return self._grid.cells[source], self._grid.cells[target]


def _gutters_near(first: int, last: int) -> Iterable[int]:
    """The gutters from the first to the last; of many those near to either end."""
    gutters = range(first, last + 1)
    if len(gutters) <= 2 * NEAR:
        return gutters
    return itertools.chain(gutters[:NEAR], gutters[-NEAR:])
