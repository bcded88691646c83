"""The whole picture of a chart: head, board, legend, and the strip of findings."""

from __future__ import annotations

from collections.abc import Sequence

from govchain.drawing.chart.chart import Chart
from govchain.drawing.chart.columns import LEAST_WIDTH, Columns
from govchain.drawing.ink.paper import Paper
from govchain.drawing.ink.scene import Item, Scene
from govchain.drawing.ink.stack import Stack
from govchain.drawing.sheet.board import Board, board_of
from govchain.drawing.sheet.headline import headline
from govchain.drawing.sheet.legend import legend
from govchain.drawing.sheet.prelude import prelude
from govchain.drawing.sheet.strip import strip

MARGIN = 6.0


def picture_of(chart: Chart, columns: Columns, *, tells_findings: bool = True) -> Scene:
    """Puts everything in its place, from top to bottom."""
    return picture_with(chart, board_of(chart, columns, LEAST_WIDTH), tells_findings=tells_findings)


def picture_with(chart: Chart, board: Board, *, tells_findings: bool = True) -> Scene:
    """The picture around a board; the findings may be told elsewhere."""
    stack = stack_of(chart, board)
    for block in strip(chart, board.width) if tells_findings else ():
        stack.put((block.face,), block.height)
    return scene_of(chart, stack.items, board.width + 2 * MARGIN, stack.y + MARGIN)


def stack_of(
    chart: Chart, board: Board, width: float | None = None, *, has_legend: bool = True
) -> Stack:
    """All but the strip of findings; the head may be wider than the board, the legend may stand
    elsewhere."""
    stack = head_of(chart, width or board.width)
    stack.put(board.items, board.height, above=12)
    if has_legend:
        stack.put(*legend(chart, board.width, board.has_runs), above=10)
    stack.y += 10
    return stack


def head_of(chart: Chart, width: float) -> Stack:
    """What stands above the board."""
    stack = Stack(MARGIN, MARGIN)
    stack.put(*headline(chart, width))
    stack.put(*prelude(chart, width), above=8)
    return stack


def scene_of(
    chart: Chart,
    items: Sequence[Item],
    width: float,
    height: float,
    paper: Paper | None = None,
) -> Scene:
    return Scene(
        width=width,
        height=height,
        title=chart.title,
        description=", ".join(f"{word} {value}" for word, value in chart.figures),
        language=chart.words.language,
        items=tuple(items),
        key=chart.page.key,
        paper=paper,
    )
