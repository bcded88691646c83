"""Leaves as tiles, side by side on as few pages as hold them: the compact view.

Each tile is the flow of a leaf, or of a piece of one that is long, under its name; connectors say
where its arrows come from and go to.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from govchain.drawing.chart.chart import Chart, Charts, Whole
from govchain.drawing.chart.columns import LEAST_WIDTH
from govchain.drawing.chart.excerpt import Beyond, excerpt_of
from govchain.drawing.chart.leaves import Leaf
from govchain.drawing.chart.page import WHOLE, Page
from govchain.drawing.ink import palette
from govchain.drawing.ink.lettering import wrap
from govchain.drawing.ink.paper import Paper
from govchain.drawing.ink.scene import Box, Group, Item, Rect, Scene, Text
from govchain.drawing.layout.layout import Layout, layout_of
from govchain.drawing.sheet.board import Board
from govchain.drawing.sheet.cutting import (
    Arrange,
    Piece,
    Scope,
    cut_in_rows,
    cut_to_fit,
    whole_of,
)
from govchain.drawing.sheet.flowface import flow_face
from govchain.drawing.sheet.paging import Room, printed, size_of
from govchain.drawing.sheet.picture import MARGIN, picture_of, picture_with, stack_of

TALLEST = 1000.0
"""On a screen a tile is no higher than this."""
MOST_WIDTH = 1700.0
BETWEEN = 14.0
NAME_SIZE, NAME_LINE = 12.5, 16.0
MOST_NAME_LINES = 2
STEP = 20.0
WIDE = 1.5
"""A board is about so much wider than high."""


@dataclass(frozen=True, slots=True)
class Tile:
    """A piece as it is drawn; `scope` are its steps."""

    piece: Piece
    chart: Chart
    layout: Layout
    name: tuple[str, ...]

    @property
    def width(self) -> float:
        return self.layout.width

    @property
    def head(self) -> float:
        return NAME_LINE * len(self.name) + 10

    @property
    def height(self) -> float:
        return self.head + self.layout.height

    def face(self, x: float, y: float, height: float) -> Group:
        """The tile on its ground, as high as its shelf."""
        items: list[Item] = [
            Rect(Box(0, 0, self.width, height), palette.LANE_FILLS[0], palette.RULE),
            Rect(Box(0, 0, self.width, self.head), palette.LANE_HEAD),
        ]
        for number, line in enumerate(self.name):
            room, baseline = self.width - 12, 17 + NAME_LINE * number
            whole = self.piece.leaf.name if line.endswith("…") else ""
            items.append(
                Text(
                    self.width / 2,
                    baseline,
                    line,
                    NAME_SIZE,
                    room,
                    palette.WHITE,
                    True,
                    "middle",
                    whole,
                )
            )
        items.append(Group(flow_face(self.chart, self.layout), y=self.head))
        return Group(tuple(items), x=x, y=y, css="part")


class Tiling:
    """The tiles of the leaves of a chain."""

    def __init__(self, charts: Charts, leaves: Sequence[Leaf], arrange: Arrange) -> None:
        self._charts = charts
        self._leaves = leaves
        self._arrange = arrange
        self._made: dict[Piece, Tile] = {}

    def tiles(self, tallest: float, widest: float) -> list[Tile]:
        """Of all leaves, cut so that none is higher or wider than this."""

        def cut(piece: Piece, chart: Chart) -> list[Scope]:
            return _cut(self._tile(piece, chart), tallest, widest)

        drawn = cut_to_fit(self._charts, self._leaves, cut, leads=False)
        return [self._tile(*of) for of in drawn]

    def _tile(self, piece: Piece, chart: Chart) -> Tile:
        known = self._made.get(piece)
        if known is None or known.chart is not chart:
            known = self._made[piece] = self._new_tile(piece, chart)
        return known

    def _new_tile(self, piece: Piece, chart: Chart) -> Tile:
        layout = layout_of(chart, self._arrange(chart), 0)
        name = piece.leaf.name
        if piece.pieces > 1:
            words = self._charts.words
            name = words("piece-of" if name else "piece").format(
                name=name, n=piece.number, all=piece.pieces
            )
        lines = wrap(name, [layout.width - 12], NAME_SIZE, True, MOST_NAME_LINES)
        return Tile(piece, chart, layout, tuple(lines))

    def together(self, tiles: Sequence[Tile], page: Page, *, pages: int = 1) -> Chart:
        """What head, legend and strip say of these tiles, on one of so many pages."""
        pieces = [tile.piece for tile in tiles]
        scope = {step for piece in pieces for step in piece.scope}
        kept = frozenset(step for p in pieces for step in p.scope if step in p.leaf.kept)
        is_all = len(kept) == len(self._charts.order.steps)
        calls = _calls([piece for piece in pieces if piece.number == 1])
        excerpt = excerpt_of(self._charts.order, scope, kept, lambda step: Beyond(""))
        figures = self._charts.figures if is_all and pages == 1 else None
        whole = self._whole() if pages > 1 else None
        chart = self._charts.of(excerpt, replace(page, calls=calls), figures, whole)
        stubs = {
            f"{number} {id}": stub
            for number, tile in enumerate(tiles)
            for id, stub in tile.chart.stubs.items()
        }
        return replace(chart, stubs=stubs)

    def _whole(self) -> Whole | None:
        """All that is told: one leaf, or the whole chain; of some of its leaves there is none."""
        told = [leaf for leaf in self._leaves if leaf.is_told]
        if len(told) == 1:
            return whole_of(self._charts, told[0], is_first=True)
        if len(told) < len(self._leaves):
            return None
        steps = sorted(step for leaf in told for step in leaf.kept)
        metrics = self._charts.chain.metrics()
        return self._charts.whole_of(steps, WHOLE, metrics, is_chain=True)


def _calls(pieces: Sequence[Piece]) -> frozenset[str] | None:
    """Whose papers are told."""
    if any(piece.leaf.calls is None for piece in pieces):
        return None
    return frozenset(call for piece in pieces for call in piece.leaf.calls or ())


def _cut(tile: Tile, tallest: float, widest: float) -> list[Scope]:
    if tile.height <= tallest and tile.width <= widest:
        return [tile.piece.scope]
    return cut_in_rows(tile.piece, tile.chart, tile.layout, tallest - tile.head, widest)


def tiled_on_screen(
    charts: Charts, leaves: Sequence[Leaf], arrange: Arrange, *, tells_findings: bool
) -> tuple[Scene, ...]:
    """All tiles on one page; a single one is drawn as any other chart."""
    tiling = Tiling(charts, leaves, arrange)
    tiles = tiling.tiles(TALLEST, MOST_WIDTH)
    if len(tiles) == 1 and not tiles[0].piece.leaf.name:
        chart = tiles[0].chart
        return (picture_of(chart, arrange(chart), tells_findings=tells_findings),)
    area = sum((tile.width + BETWEEN) * tile.height for tile in tiles)
    widest = max(tile.width for tile in tiles)
    width = max(min(math.sqrt(area * WIDE), MOST_WIDTH), widest, LEAST_WIDTH)
    chart = tiling.together(
        tiles, tiles[0].chart.page if len(tiles) == 1 else _page(charts, leaves)
    )
    board = _board(_shelves(tiles, width))
    return (picture_with(chart, board, tells_findings=tells_findings),)


def tiled_on_paper(
    charts: Charts, leaves: Sequence[Leaf], arrange: Arrange, paper: Paper
) -> tuple[Scene, ...]:
    """As many pages as the tiles take."""
    room = Room.on(paper)
    tiling = Tiling(charts, leaves, arrange)
    page = _page(charts, leaves)
    pages = _paged(tiling, page, room, several=False)
    if len(pages) > 1:
        pages = _paged(tiling, page, room, several=True)
    sheets = []
    for number, shelves in enumerate(pages, 1):
        tiles = [tile for shelf in shelves for tile in shelf]
        key = page.key if number == 1 else f"{page.key}/{number}"
        title = page.title or charts.title
        if len(pages) > 1:
            title = charts.words("piece-of").format(name=title, n=number, all=len(pages))
        here = replace(page, key=key, title=title, tells_whole=number == 1)
        sheets.append((tiling.together(tiles, here, pages=len(pages)), _board(shelves)))
    size = size_of(sheets, room)
    return tuple(scene for chart, board in sheets for scene in printed(chart, board, size, paper))


def _page(charts: Charts, leaves: Sequence[Leaf]) -> Page:
    """Of one leaf its own; of several that of the whole chain."""
    told = [leaf for leaf in leaves if leaf.is_told]
    return Page(key="", title=told[0].title if len(told) == 1 else "")


def _paged(tiling: Tiling, page: Page, room: Room, *, several: bool) -> list[list[list[Tile]]]:
    """The shelves of each page; of `several`, heads tell figures of the page and of all pages."""
    above = _height_around(tiling, page, room, 2 if several else 1)
    width, height = room.width - 2 * MARGIN, room.height - above
    return [*_pages(_shelves(tiling.tiles(height, width), width), height)]


def _height_around(tiling: Tiling, page: Page, room: Room, pages: int) -> float:
    """How much height head and legend take at most: were all told there, on a narrow board."""
    tiles = tiling.tiles(math.inf, math.inf)
    chart = tiling.together(tiles, page, pages=pages)
    return stack_of(chart, Board((), LEAST_WIDTH, 0, True), room.inner).y + MARGIN


def _shelves(tiles: Sequence[Tile], width: float) -> list[list[Tile]]:
    """The tiles in as few rows no wider than this as hold them, evenly filled."""
    shelves = _filled(tiles, width)
    narrow = sum(tile.width + BETWEEN for tile in tiles) / max(len(shelves), 1)
    while narrow < width:
        even = _filled(tiles, narrow)
        if len(even) == len(shelves) and max(map(_width_of, even)) <= width:
            return even
        narrow += STEP
    return shelves


def _width_of(shelf: Sequence[Tile]) -> float:
    return sum(tile.width + BETWEEN for tile in shelf) - BETWEEN


def _filled(tiles: Sequence[Tile], width: float) -> list[list[Tile]]:
    """Each row as full as it can be."""
    shelves: list[list[Tile]] = []
    x = 0.0
    for tile in tiles:
        if not shelves or x + tile.width > width:
            shelves.append([])
            x = 0.0
        shelves[-1].append(tile)
        x += tile.width + BETWEEN
    return shelves


def _pages(shelves: Sequence[list[Tile]], height: float) -> Iterator[list[list[Tile]]]:
    """The shelves in heaps no higher than this."""
    page: list[list[Tile]] = []
    y = 0.0
    for shelf in shelves:
        needed = max(tile.height for tile in shelf)
        if page and y + needed > height:
            yield page
            page, y = [], 0.0
        page.append(shelf)
        y += needed + BETWEEN
    if page:
        yield page


def _board(shelves: Sequence[Sequence[Tile]]) -> Board:
    """The shelves below each other."""
    items: list[Item] = []
    y = width = 0.0
    for shelf in shelves:
        x, height = 0.0, max(tile.height for tile in shelf)
        for tile in shelf:
            items.append(tile.face(x, y, height))
            x += tile.width + BETWEEN
        y += height + BETWEEN
        width = max(width, x - BETWEEN)
    has_runs = any(tile.layout.runs for shelf in shelves for tile in shelf)
    return Board(tuple(items), max(width, LEAST_WIDTH), max(y - BETWEEN, 0), has_runs)
