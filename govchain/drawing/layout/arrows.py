"""Arrows as lines through points, from the bottom of one node to the top of another."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from govchain.drawing.chart.flow import Flow, Shape
from govchain.drawing.ink.scene import Box
from govchain.drawing.layout.down import Ordinates
from govchain.drawing.layout.grid import Grid
from govchain.drawing.layout.routing import Route

BESIDE = 3.0
"""So much of a bar gives way at either side of an arrow that runs across it."""

Stretch: TypeAlias = tuple[float, float, float, float]
"""A straight line from x, y to x, y."""


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow between two nodes of the flow, by their positions.

    `crossings` are the stretches on which it runs across bars that it has nothing to do with.
    """

    source: int
    target: int
    points: tuple[tuple[float, float], ...]
    has_head: bool
    crossings: tuple[Stretch, ...]


class ArrowPen:
    """Draws the ways of arrows through points."""

    def __init__(
        self,
        flow: Flow,
        grid: Grid,
        ordinates: Ordinates,
        boxes: Sequence[Box],
        conditions: Mapping[int, Box],
    ) -> None:
        self._flow = flow
        self._grid = grid
        self._ordinates = ordinates
        self._boxes = boxes
        self._conditions = conditions
        bars = [n for n, node in enumerate(flow.nodes) if node.shape is Shape.BAR]
        self._bars = sorted(bars, key=lambda bar: boxes[bar].y)
        self._heights = [boxes[bar].y for bar in self._bars]

    def of(self, number: int, route: Route, xs: tuple[float, float, float]) -> Arrow:
        out, via, into = xs
        first = self._grid.cells[route.source].row
        last = self._grid.cells[route.target].row - 1
        start, end = self._boxes[route.source].bottom, self._entry(route.target, into)
        points = [(out, start)]
        if out != via:
            y = self._ordinates.line(first, number)
            points += [(out, y), (via, y)]
        if via != into:
            y = self._ordinates.line(last, number)
            points += [(via, y), (into, y)]
        points.append((into, end))
        has_head = self._flow.nodes[route.target].shape is not Shape.BAR
        crossings = tuple(self._crossings(via, start, end))
        return Arrow(route.source, route.target, tuple(points), has_head, crossings)

    def _crossings(self, x: float, top: float, bottom: float) -> Iterator[Stretch]:
        """Where a line down from one height to the other runs across bars."""
        first = bisect.bisect_right(self._heights, top)
        after = bisect.bisect_left(self._heights, bottom)
        for bar in sorted(self._bars[first:after]):
            box = self._boxes[bar]
            end = box.y + box.height
            if box.x <= x <= box.right and end < bottom:
                yield x, box.y, x, end

    def _entry(self, target: int, x: float) -> float:
        """The top of a node, or of the chip on it where the arrow comes upon that."""
        chip = self._conditions.get(target)
        if chip is not None and chip.x <= x <= chip.right:
            return chip.y
        return self._boxes[target].y
