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
from govchain.drawing.ink.paper import LEAST_LETTERS, Paper
from govchain.drawing.ink.scene import Group, Item, Scene, Text
from govchain.drawing.layout.layout import layout_of
from govchain.drawing.sheet.board import Board, board_of
from govchain.drawing.sheet.cutting import (
    Arrange,
    Piece,
    PieceCharts,
    Scope,
    cut_in_rows,
    cut_pieces,
    how_many,
    whole_pieces,
)
from govchain.drawing.sheet.headline import TITLE_SIZE
from govchain.drawing.sheet.picture import MARGIN, Stack, picture_of, scene_of, stack_of
from govchain.drawing.sheet.strip import Block, strip

SMALLEST = 11.0
"""The smallest letters of a page, in pixels."""
LEAST_OF_ROOM = 0.6
"""Pages are no smaller than this share of what the paper has room for."""
TALLEST = 0.55
"""A card is no higher than this share of a page."""


@dataclass(frozen=True, slots=True)
class Room:
    """How much a page holds in letters that can be read, in pixels."""

    width: float
    height: float

    @classmethod
    def on(cls, paper: Paper) -> Room:
        scale = LEAST_LETTERS / SMALLEST
        return cls(paper.width / scale, paper.height / scale)

    def holds(self, board: Board, stack: Stack) -> bool:
        return board.width + 2 * MARGIN <= self.width and stack.y + MARGIN <= self.height

    def around(self, width: float, height: float) -> Room:
        """The least room of the same form that holds so much, no more than this one."""
        share = max(width / self.width, height / self.height, LEAST_OF_ROOM)
        return Room(self.width * share, self.height * share)


def on_screen(charts: Charts, leaves: Sequence[Leaf], arrange: Arrange) -> tuple[Scene, ...]:
    """One page a leaf, as large as it is."""
    pieces = whole_pieces(leaves)
    made = PieceCharts(charts, leaves, pieces)
    drawn = (made.of(piece) for piece in pieces)
    return tuple(picture_of(chart, arrange(chart)) for chart in drawn)


def on_paper(
    charts: Charts, leaves: Sequence[Leaf], arrange: Arrange, paper: Paper
) -> tuple[Scene, ...]:
    """As many pages as it takes."""
    room = Room.on(paper)

    def arranged(chart: Chart) -> Columns:
        return replace(arrange(chart), tallest=room.height * TALLEST)

    pieces = whole_pieces(leaves)
    while True:
        made = PieceCharts(charts, leaves, pieces)
        drawn = [made.of(piece) for piece in pieces]
        cuts = [_cut(*of, arranged, room) for of in zip(pieces, drawn, strict=True)]
        if all(len(cut) == 1 for cut in cuts):
            return tuple(_printed(drawn, arranged, paper, room))
        pieces = cut_pieces(pieces, cuts)


def _cut(piece: Piece, chart: Chart, arrange: Arrange, room: Room) -> list[Scope]:
    """The steps of a piece that go on a page together: all, where they fit."""
    columns = arrange(chart)
    board = board_of(chart, columns, LEAST_WIDTH)
    stack = stack_of(chart, board)
    if room.holds(board, stack):
        return [piece.scope]
    free = room.height - (stack.y + MARGIN - board.height)
    count = how_many(board.height, free) if board.height > free > 0 else 2
    return cut_in_rows(piece, chart, layout_of(chart, columns, LEAST_WIDTH), count)


def _printed(
    charts: Sequence[Chart], arrange: Arrange, paper: Paper, room: Room
) -> Iterator[Scene]:
    """The pages, each as large as the largest needs to be, and their strips."""
    boards = [board_of(chart, arrange(chart), LEAST_WIDTH) for chart in charts]
    heights = [stack_of(*of).y + MARGIN for of in zip(charts, boards, strict=True)]
    widths = [board.width + 2 * MARGIN for board in boards]
    page = room.around(max(widths), max(heights))
    for chart in charts:
        board = board_of(chart, arrange(chart), page.width - 2 * MARGIN)
        yield from printed(chart, board, page, paper)


def printed(chart: Chart, board: Board, page: Room, paper: Paper) -> Iterator[Scene]:
    """A page of this size, and pages for those of its findings that it has no room for."""
    stack = stack_of(chart, board)
    blocks = [*strip(chart, page.width - 2 * MARGIN)]
    rest = _fill(stack, blocks, page)
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


_FINDINGS = "findings"


def _fill(stack: Stack, blocks: Sequence[Block], page: Room) -> Sequence[Block]:
    """Puts as many blocks on the page as it holds; returns the others."""
    for number, block in enumerate(blocks):
        if stack.y + block.height + MARGIN > page.height:
            return blocks[number:]
        stack.put((block.face,), block.height)
    return ()


def _strip_pages(
    chart: Chart, blocks: Sequence[Block], page: Room
) -> Iterator[tuple[Stack, Sequence[Block]]]:
    """Pages under a title, and the findings on each."""
    while blocks:
        stack = Stack()
        stack.put(_title(chart, page), 34)
        rest = _fill(stack, blocks, page)
        if len(rest) == len(blocks):  # a finding that has more to say than a page holds
            stack.put((blocks[0].face,), blocks[0].height)
            rest = blocks[1:]
        yield stack, blocks[: len(blocks) - len(rest)]
        blocks = rest


def _title(chart: Chart, page: Room) -> tuple[Item, ...]:
    whole = chart.words("findings-of").format(name=chart.title)
    room = page.width - 2 * MARGIN
    shown = clip(whole, room, TITLE_SIZE, True)
    return (Text(0, 20, shown, TITLE_SIZE, room, bold=True, whole=whole_of(whole, shown)),)


def _leading(items: Sequence[Item], told_at: Mapping[str, str]) -> tuple[Item, ...]:
    """The items, their badges leading to the pages where the findings are told."""
    if not told_at:
        return tuple(items)
    return tuple(_led(item, told_at) if isinstance(item, Group) else item for item in items)


def _led(group: Group, told_at: Mapping[str, str]) -> Group:
    page = told_at.get(group.href, group.page) if group.href else group.page
    return replace(group, items=_leading(group.items, told_at), page=page)
