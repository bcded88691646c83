"""The grounds of parallel blocks, across the lanes that they stand in, and of runs of one guard."""

from __future__ import annotations

from collections.abc import Sequence

from govchain.drawing.ink.scene import Box
from govchain.drawing.layout.across import Abscissas
from govchain.drawing.layout.blocks import Parallel
from govchain.drawing.layout.down import Ordinates
from govchain.drawing.layout.grid import Grid
from govchain.drawing.layout.runs import Run

MARGIN = 8.0
BESIDE_RUN, ABOVE_RUN = 4.0, 6.0
MOST_ROWS_ALONE = 2
"""So many rows of one branch alone still count as part of a parallel block."""


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


def ground_of_run(run: Run, card_width: float, abscissas: Abscissas, ordinates: Ordinates) -> Box:
    """Around its cards, closer to them than any arrow runs."""
    (first, last), (top, bottom) = run.columns, run.rows
    left = abscissas.middles[first] - card_width / 2 - BESIDE_RUN
    right = abscissas.middles[last] + card_width / 2 + BESIDE_RUN
    above, below = ordinates.tops[top] - ABOVE_RUN, ordinates.bottoms[bottom] + ABOVE_RUN
    return Box(left, above, right - left, below - above)


def _ground(
    block: Parallel,
    grid: Grid,
    abscissas: Abscissas,
    ordinates: Ordinates,
    boxes: Sequence[Box],
) -> Box:
    lanes = abscissas.lanes
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
