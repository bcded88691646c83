"""Leaves become pages: on a screen one each, on paper as many as hold it in letters to be read.

What the strip of findings needs beyond the pages of the steps has pages of its own. All pages of
a picture on paper are of one size, so that their letters are too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from govchain.drawing.chart.chart import Chart, Charts
from govchain.drawing.chart.columns import LEAST_WIDTH, Columns
from govchain.drawing.chart.leaves import Leaf
from govchain.drawing.ink.lettering import clip, whole_of
from govchain.drawing.ink.paper import Paper
from govchain.drawing.ink.scene import Group, Item, Scene, Text
from govchain.drawing.ink.stack import Stack
from govchain.drawing.layout.layout import layout_of
from govchain.drawing.sheet.board import Board, board_of, board_with
from govchain.drawing.sheet.cutting import (
    Arrange,
    Piece,
    PieceCharts,
    Scope,
    cut_in_rows,
    cut_to_fit,
    whole_pieces,
)
from govchain.drawing.sheet.headline import TITLE_SIZE
from govchain.drawing.sheet.legend import legend
from govchain.drawing.sheet.picture import MARGIN, head_of, picture_of, scene_of, stack_of
from govchain.drawing.sheet.strip import Block, strip

SMALLEST = 11.0
"""The smallest letters of a page, in pixels."""
LEAST_OF_ROOM = 0.6
"""Pages are no smaller than this share of what the paper has room for."""
BESIDE, LEAST_STRIP = 16.0, 430.0
"""Between a board and the strip beside it, and how wide that is at least."""
ABOVE_LEGEND = 6.0
TALLEST = 0.55
"""A card is no higher than this share of a page."""


@dataclass(frozen=True, slots=True)
class Room:
    """How much a page holds in letters that can be read, in pixels."""

    width: float
    height: float

    @classmethod
    def on(cls, paper: Paper) -> Room:
        return cls(*paper.room_for(SMALLEST))

    @property
    def inner(self) -> float:
        """The width between the margins."""
        return self.width - 2 * MARGIN

    def has_room_beside(self, chart: Chart, board: Board) -> bool:
        """The strip of findings and the legend can stand right of the board."""
        return bool(chart.marks) and board.width + BESIDE + LEAST_STRIP <= self.inner

    def around(self, width: float, height: float) -> Room:
        """The least room of the same form that holds so much, no more than this one."""
        share = max(width / self.width, height / self.height, LEAST_OF_ROOM)
        return Room(self.width * share, self.height * share)


def on_screen(
    charts: Charts, leaves: Sequence[Leaf], arrange: Arrange, *, tells_findings: bool
) -> tuple[Scene, ...]:
    """One page a leaf, as large as it is."""
    pieces = whole_pieces(leaves)
    made = PieceCharts(charts, leaves, pieces)
    drawn = (made.of(piece) for piece in pieces)
    return tuple(
        picture_of(chart, arrange(chart), tells_findings=tells_findings) for chart in drawn
    )


def on_paper(
    charts: Charts, leaves: Sequence[Leaf], arrange: Arrange, paper: Paper
) -> tuple[Scene, ...]:
    """As many pages as it takes."""
    room = Room.on(paper)

    def arranged(chart: Chart) -> Columns:
        return replace(arrange(chart), tallest=room.height * TALLEST, is_tight=True)

    drawn = cut_to_fit(
        charts, leaves, lambda piece, chart: _cut(piece, chart, arranged, room), leads=True
    )
    return tuple(_printed([chart for _, chart in drawn], arranged, paper, room))


def _cut(piece: Piece, chart: Chart, arrange: Arrange, room: Room) -> list[Scope]:
    """The steps of a piece that go on a page together: all, where they fit."""
    columns = arrange(chart)
    layout = layout_of(chart, columns, LEAST_WIDTH)
    board = board_with(chart, columns, layout)
    needed = _stack(chart, board, room).y + MARGIN
    if board.width <= room.inner and needed <= room.height:
        return [piece.scope]
    free = room.height - (needed - board.height) - (board.height - layout.height)
    return cut_in_rows(piece, chart, layout, free, room.inner)


def _stack(chart: Chart, board: Board, room: Room) -> Stack:
    """All but the strip; where that stands beside the board, the legend does too."""
    is_beside = room.has_room_beside(chart, board)
    return stack_of(chart, board, room.inner, has_legend=not is_beside)


def _printed(
    charts: Sequence[Chart], arrange: Arrange, paper: Paper, room: Room
) -> Iterator[Scene]:
    """The pages, each as large as the largest needs to be, and their strips."""
    sheets = [(chart, board_of(chart, arrange(chart), LEAST_WIDTH)) for chart in charts]
    page = size_of(sheets, room)
    for chart, board in sheets:
        yield from printed(chart, board, page, paper)


def size_of(sheets: Sequence[tuple[Chart, Board]], room: Room) -> Room:
    """The size that holds all these boards with their heads, and a strip beside where it may."""
    widths = [
        board.width + (BESIDE + LEAST_STRIP if room.has_room_beside(chart, board) else 0)
        for chart, board in sheets
    ]
    heights = [_stack(chart, board, room).y + MARGIN for chart, board in sheets]
    return room.around(max(widths) + 2 * MARGIN, max(heights))


def printed(chart: Chart, board: Board, page: Room, paper: Paper) -> Iterator[Scene]:
    """A page of this size, and pages for those of its findings that it has no room for."""
    stack = _stack(chart, board, page)
    rest = _put_strip(stack, chart, board, page)
    strips = [*_strip_pages(chart, rest, page)]
    told_at = {
        block.face.id: f"{chart.page.key}/{_FINDINGS}{number or ''}"
        for number, (_, here) in enumerate(strips)
        for block in here
    }
    items = _leading(stack.items, told_at)
    yield scene_of(chart, items, page.width, page.height, paper)
    for number, (filled, _) in enumerate(strips):
        scene = scene_of(chart, filled.items, page.width, page.height, paper)
        title = chart.words("findings-of").format(name=chart.title)
        yield replace(scene, key=f"{chart.page.key}/{_FINDINGS}{number or ''}", title=title)


def _put_strip(stack: Stack, chart: Chart, board: Board, page: Room) -> Sequence[Block]:
    """The findings beside the board, or below it; those that have no room there, as wide as a
    page. The legend stands below findings beside the board; below the board where it would leave
    them no room."""
    whole = [*strip(chart, page.inner)]
    if not page.has_room_beside(chart, board):
        return _fill(stack, whole, page)
    x = MARGIN + board.width + BESIDE
    width = page.width - MARGIN - x
    signs, height = legend(chart, width, board.has_runs)
    beside = Stack(x, head_of(chart, page.inner).y + 12, stack.items)
    blocks, end = [*strip(chart, width)], page.height - MARGIN
    if beside.y + sum(block.height for block in blocks) + height + ABOVE_LEGEND > end:
        below_board = legend(chart, board.width, board.has_runs)
        if stack.y + below_board[1] + ABOVE_LEGEND <= end:
            rest = _fill(beside, blocks, page)
            stack.put(*below_board, above=ABOVE_LEGEND)
            stack.y = max(stack.y, beside.y)
            return _fill(stack, whole[len(whole) - len(rest) :], page)
    rest = _fill(beside, blocks, page, below=height + ABOVE_LEGEND)
    beside.put(signs, height, above=ABOVE_LEGEND)
    return whole[len(whole) - len(rest) :]


_FINDINGS = "findings"


def _fill(stack: Stack, blocks: Sequence[Block], page: Room, below: float = 0) -> Sequence[Block]:
    """Puts as many blocks on the page as it holds, so much is free `below`; returns the others."""
    for number, block in enumerate(blocks):
        if stack.y + block.height + below + MARGIN > page.height:
            return blocks[number:]
        stack.put((block.face,), block.height)
    return ()


def _strip_pages(
    chart: Chart, blocks: Sequence[Block], page: Room
) -> Iterator[tuple[Stack, Sequence[Block]]]:
    """Pages under a title, and the findings on each."""
    while blocks:
        stack = Stack(MARGIN, MARGIN)
        stack.put(_title(chart, page), 34)
        rest = _fill(stack, blocks, page)
        if len(rest) == len(blocks):  # a finding that has more to say than a page holds
            stack.put((blocks[0].face,), blocks[0].height)
            rest = blocks[1:]
        yield stack, blocks[: len(blocks) - len(rest)]
        blocks = rest


def _title(chart: Chart, page: Room) -> tuple[Item, ...]:
    whole = chart.words("findings-of").format(name=chart.title)
    room = page.inner
    shown = clip(whole, room, TITLE_SIZE, True)
    return (Text(0, 20, shown, TITLE_SIZE, room, bold=True, whole=whole_of(whole, shown)),)


def _leading(items: Sequence[Item], told_at: Mapping[str, str]) -> tuple[Item, ...]:
    """The items, their badges leading to the pages where the findings are told."""
    if not told_at:
        return tuple(items)
    return tuple(_led(item, told_at) if isinstance(item, Group) else item for item in items)


def _led(group: Group, told_at: Mapping[str, str]) -> Group:
    page = told_at.get(group.href, group.page) if group.href else group.page
    return group._replace(items=_leading(group.items, told_at), page=page)
