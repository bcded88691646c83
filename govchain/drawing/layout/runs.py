"""Runs: steps of one guard next to each other, whose condition is said once for all of them.

A run takes a rectangle of the grid in which nothing else stands but what takes place in no other
case. Its first card bears the condition; the ground under it says how far that goes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from govchain.compiler.conditions import ALWAYS, Condition
from govchain.drawing.chart.chart import Chart
from govchain.drawing.chart.flow import Shape
from govchain.drawing.layout.grid import Cell, Grid


@dataclass(frozen=True, slots=True)
class Run:
    """Cards of one guard, by their positions in the flow; the first ones bear the condition.

    `rows` and `columns` are the first and the last that they stand in.
    """

    nodes: tuple[int, ...]
    firsts: frozenset[int]
    rows: tuple[int, int]
    columns: tuple[int, int]


def runs_of(chart: Chart, grid: Grid) -> tuple[Run, ...]:
    """The runs of two steps and more, each as large as its ground stays clear of others."""
    return tuple(
        _run(nodes, chart, grid)
        for guard, found in _by_guard(chart, grid).items()
        for nodes in _pieces(guard, found, chart, grid)
        if len(nodes) > 1
    )


def _by_guard(chart: Chart, grid: Grid) -> dict[Condition, list[int]]:
    """Guard -> the cards that have it, from top to bottom."""
    found: dict[Condition, list[int]] = {}
    for position, node in enumerate(chart.flow.nodes):
        if node.shape is Shape.CARD:
            guard = chart.chain.step(node.step).guard
            if guard != ALWAYS:
                found.setdefault(guard, []).append(position)
    for nodes in found.values():
        nodes.sort(key=lambda n: (grid.cells[n].row, grid.cells[n].first))
    return found


def _pieces(
    guard: Condition, nodes: Sequence[int], chart: Chart, grid: Grid
) -> Iterator[list[int]]:
    """Grown from the top while what lies in their rectangle belongs there."""
    if len(nodes) < 2:
        return
    aliens = [*_aliens(guard, chart, grid)]
    piece, place = [nodes[0]], _Place.of(grid.cells[nodes[0]])
    for node in nodes[1:]:
        wider = place.with_(grid.cells[node])
        if any(map(wider.holds, aliens)):
            yield piece
            piece, place = [node], _Place.of(grid.cells[node])
        else:
            piece.append(node)
            place = wider
    yield piece


def _aliens(guard: Condition, chart: Chart, grid: Grid) -> Iterator[Cell]:
    """Where something stands that can take place in another case."""
    for node, cell in zip(chart.flow.nodes, grid.cells, strict=True):
        if node.shape is Shape.CARD:
            if not _is_within(chart.chain.step(node.step).guard, guard, chart):
                yield cell
        elif node.shape in (Shape.STUB, Shape.END):
            yield cell


def _is_within(one: Condition, other: Condition, chart: Chart) -> bool:
    """In each case of the one the other holds; no, where that is not seen at once."""
    if len(one.cubes) == 1 == len(other.cubes):
        return chart.chain.scenarios.implies(one, other)
    return one == other


@dataclass(frozen=True, slots=True)
class _Place:
    """A rectangle of the grid."""

    first: int
    last: int
    top: int
    bottom: int

    @classmethod
    def of(cls, cell: Cell) -> _Place:
        return cls(cell.first, cell.last, cell.row, cell.row)

    def with_(self, cell: Cell) -> _Place:
        """The least that holds the cell too."""
        return _Place(
            min(self.first, cell.first),
            max(self.last, cell.last),
            min(self.top, cell.row),
            max(self.bottom, cell.row),
        )

    def holds(self, cell: Cell) -> bool:
        """Some of the cell is in it."""
        return (
            cell.first <= self.last
            and self.first <= cell.last
            and self.top <= cell.row <= self.bottom
        )


def _run(nodes: Sequence[int], chart: Chart, grid: Grid) -> Run:
    cells = [grid.cells[node] for node in nodes]
    return Run(
        nodes=tuple(nodes),
        firsts=_firsts(nodes, chart),
        rows=(min(cell.row for cell in cells), max(cell.row for cell in cells)),
        columns=(min(cell.first for cell in cells), max(cell.last for cell in cells)),
    )


def _firsts(nodes: Sequence[int], chart: Chart) -> frozenset[int]:
    """Those that come after no other of them."""
    order, flow = chart.order, chart.flow
    firsts: list[int] = []
    for node in sorted(nodes, key=lambda n: order.position(flow.nodes[n].step)):
        step = flow.nodes[node].step
        if not any(order.is_before(flow.nodes[first].step, step) for first in firsts):
            firsts.append(node)
    return frozenset(firsts)
