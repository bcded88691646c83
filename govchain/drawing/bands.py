"""Where a chain runs in parallel: the nodes between a bar that forks and the bar that joins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from govchain.drawing.across import Abscissas
from govchain.drawing.down import Ordinates
from govchain.drawing.flow import Flow, Shape
from govchain.drawing.grid import Grid
from govchain.drawing.scene import Box

MARGIN = 8.0
MOST_ROWS_ALONE = 2
"""So many rows of one branch alone still count as part of a parallel block."""


@dataclass(frozen=True, slots=True)
class Parallel:
    """A block whose branches run at once: its two bars, the nodes between, and the last of them."""

    fork: int
    join: int
    inside: tuple[int, ...]
    ends: tuple[int, ...]


def parallels_of(flow: Flow) -> tuple[Parallel, ...]:
    """Every block that has one way in, by a bar, and one way out, by a bar; outer ones first."""
    before, after = flow.predecessors(), flow.followers()
    found = (
        _block_from(position, before, after, flow)
        for position, node in enumerate(flow.nodes)
        if node.shape is Shape.BAR and len(after[position]) > 1
    )
    return tuple(block for block in found if block is not None)


def _block_from(
    fork: int, before: Sequence[Sequence[int]], after: Sequence[Sequence[int]], flow: Flow
) -> Parallel | None:
    """The smallest block that this bar opens; None where the branches do not close again.

    Nodes are taken in order; a block is closed when all that is left open leads to one bar.
    """
    inside = {fork}
    open_ends = dict.fromkeys(after[fork])
    while open_ends:
        node = min(open_ends)
        is_bar = flow.nodes[node].shape is Shape.BAR
        if len(open_ends) == 1 and is_bar and inside.issuperset(before[node]):
            return Parallel(fork, node, tuple(sorted(inside - {fork})), tuple(before[node]))
        if not inside.issuperset(before[node]):
            return None
        del open_ends[node]
        inside.add(node)
        open_ends |= dict.fromkeys(after[node])
    return None


def grounds_of(
    parallels: Sequence[Parallel],
    grid: Grid,
    abscissas: Abscissas,
    ordinates: Ordinates,
    boxes: Sequence[Box],
) -> tuple[Box, ...]:
    """The ground of each block, across all lanes that it stands in while several things run.

    It ends where the last but one branch is done: from there on nothing runs at once. Where that
    is close to the joining bar, it ends with the bar.
    """
    return tuple(_ground(block, grid, abscissas, ordinates, boxes) for block in parallels)


def _ground(
    block: Parallel,
    grid: Grid,
    abscissas: Abscissas,
    ordinates: Ordinates,
    boxes: Sequence[Box],
) -> Box:
    lanes = abscissas.lanes()
    last = sorted(grid.cells[node].row for node in block.ends)[-2:][0]
    is_short = grid.cells[block.join].row - last <= MOST_ROWS_ALONE + 1
    bars = [boxes[block.fork], *([boxes[block.join]] if is_short else [])]
    inside = [grid.cells[node] for node in block.inside]
    cells = [cell for cell in inside if is_short or cell.row <= last]
    left = min(lanes[min(cell.first for cell in cells)][0] + 2, *(bar.x for bar in bars))
    right = max(lanes[max(cell.last for cell in cells)][1] - 2, *(bar.right for bar in bars))
    top = boxes[block.fork].y
    bottom = boxes[block.join].bottom if is_short else ordinates.bottoms[last] + MARGIN
    return Box(left, top, right - left, bottom - top)
