"""Rows: which row each node stands in, and which cells of the grid are taken.

Cards, stubs, gates, bypasses and the end take one cell; a bar takes all cells from its first
column to its last. A node stands below everything that leads to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from govchain.drawing.chart.columns import Columns
from govchain.drawing.chart.flow import Flow, Shape


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a node stands: its row, and its columns from first to last."""

    row: int
    first: int
    last: int

    @property
    def column(self) -> int:
        """The column of a node that takes one cell."""
        return self.first


class Span:
    """A set of whole numbers asked for by stretches: rows of a column, gaps of a track."""

    __slots__ = ("_bits",)

    def __init__(self) -> None:
        self._bits = 0

    def is_free(self, first: int, last: int) -> bool:
        """None of first … last is taken; an empty stretch is free."""
        return not self._bits >> first & ((1 << max(last - first + 1, 0)) - 1)

    def is_free_but_for(self, own: Span, first: int, last: int) -> bool:
        """None of first … last is taken by others."""
        return not (self._bits & ~own._bits) >> first & ((1 << max(last - first + 1, 0)) - 1)

    def take(self, first: int, last: int) -> None:
        self._bits |= ((1 << (last - first + 1)) - 1) << first

    def first_free(self, first: int) -> int:
        """The least number from `first` on that is not taken."""
        rest = self._bits >> first
        return first + (~rest & (rest + 1)).bit_length() - 1


@dataclass(frozen=True, slots=True)
class Grid:
    """The cell of each node, the rows taken in each column, and how many rows there are."""

    cells: tuple[Cell, ...]
    taken: tuple[Span, ...]
    rows: int


def grid_of(flow: Flow, columns: Columns) -> Grid:
    """Every node as high as it can stand."""
    before, spans = flow.predecessors(), _spans(flow, columns)
    taken = tuple(Span() for _ in range(columns.places))
    cells: list[Cell] = []
    for node, (first, last) in enumerate(spans):
        least = max((cells[b].row + 1 for b in before[node]), default=0)
        row = _free_row(taken[first : last + 1], least)
        for column in taken[first : last + 1]:
            column.take(row, row)
        cells.append(Cell(row, first, last))
    return Grid(tuple(cells), taken, max((cell.row + 1 for cell in cells), default=0))


def _free_row(columns: Sequence[Span], row: int) -> int:
    """The first row from here on that is free in all these columns."""
    while True:
        highest = max(column.first_free(row) for column in columns)
        if highest == row:
            return row
        row = highest


def _spans(flow: Flow, columns: Columns) -> list[tuple[int, int]]:
    """For each node its first and last column."""
    before, after = flow.predecessors(), flow.followers()
    spans: list[tuple[int, int]] = [(0, 0)] * len(flow.nodes)
    for position, node in enumerate(flow.nodes):
        if node.shape in (Shape.CARD, Shape.STUB):
            spans[position] = (columns.of[node.unit],) * 2
        elif node.shape is Shape.BYPASS:
            spans[position] = (columns.bypasses[position],) * 2
    for position, node in enumerate(flow.nodes):
        if node.shape in (Shape.GATE, Shape.END):
            column = _column_beside(flow, position, before, after, spans)
            spans[position] = (column, column)
    for position, node in enumerate(flow.nodes):
        if node.shape is Shape.BAR:
            around = [spans[other][0] for other in (*before[position], *after[position])]
            spans[position] = (min(around), max(around))
    return spans


def _column_beside(
    flow: Flow,
    position: int,
    before: Sequence[Sequence[int]],
    after: Sequence[Sequence[int]],
    spans: Sequence[tuple[int, int]],
) -> int:
    """Below the last node that leads here, or above the first that follows; bars looked through."""
    leading = before[position]
    if len(leading) == 1 and flow.nodes[leading[0]].shape is not Shape.BAR:
        return spans[leading[0]][0]
    if after[position]:
        return spans[after[position][0]][0]
    while flow.nodes[leading[-1]].shape is Shape.BAR:
        leading = before[leading[-1]]
    return spans[leading[-1]][0]
