"""The grid of a page: heads of rows and columns, cells, and what each row adds up to."""

from __future__ import annotations

from collections.abc import Iterator

from govchain.drawing.chart.words import Words
from govchain.drawing.ink import palette
from govchain.drawing.ink.lettering import clip, whole_of, width_of
from govchain.drawing.ink.scene import Box, Group, Item, Rect, Strokes, Text
from govchain.drawing.matrix.board import Board, Cell
from govchain.drawing.matrix.cellface import cell_face, own_face
from govchain.drawing.matrix.sayings import title_of
from govchain.drawing.matrix.sizes import (
    ANGLE,
    BAR_SPACE,
    LETTERS,
    LONGEST_BAR,
    LONGEST_HEAD,
    SMALL,
    Part,
)

GAP = 1.0
"""Between a cell and its neighbours, on each side."""


def grid_face(board: Board, part: Part, words: Words) -> tuple[tuple[Item, ...], float]:
    """The grid with its heads, and how high it is; x = 0 is where row heads begin."""
    sizes = part.sizes
    width, height = len(part.columns) * sizes.pitch_x, len(part.rows) * sizes.pitch_y
    cells = Group(
        (*_ground(part, width, height), *_cells(board, part, words)),
        x=sizes.row_heads,
        y=sizes.column_heads,
    )
    heads = (*_column_heads(board, part), *_row_heads(board, part))
    panel = Group(
        tuple(_panel(board, part, words)), x=sizes.row_heads + width, y=sizes.column_heads
    )
    return (_corner(part, words), cells, *heads, panel), sizes.column_heads + height


def _ground(part: Part, width: float, height: float) -> Iterator[Item]:
    pitch_x, pitch_y = part.sizes.pitch_x, part.sizes.pitch_y
    yield Rect(Box(0, 0, width, height), palette.CONDITION)
    down = ((n * pitch_x, 0.0, n * pitch_x, height) for n in range(1, len(part.columns)))
    across = ((0.0, n * pitch_y, width, n * pitch_y) for n in range(1, len(part.rows)))
    yield Strokes((*down, *across), palette.WHITE, 2 * GAP)


def _cells(board: Board, part: Part, words: Words) -> Iterator[Item]:
    for y, row in enumerate(part.rows):
        for x, column in enumerate(part.columns):
            box = _box(part, x, y)
            if row == column:
                yield own_face(box)
            elif cell := board.cells.get((row, column)):
                yield _cell(cell, box, board, words)


def _box(part: Part, x: int, y: int) -> Box:
    pitch_x, pitch_y = part.sizes.pitch_x, part.sizes.pitch_y
    return Box(
        x * pitch_x + GAP + 0.5,
        y * pitch_y + GAP + 0.5,
        pitch_x - 2 * GAP - 1,
        pitch_y - 2 * GAP - 1,
    )


def _cell(cell: Cell, box: Box, board: Board, words: Words) -> Group:
    face = cell_face(cell.look, str(cell.number), cell.flows_partly, box)
    return Group(
        tuple(face),
        title=title_of(cell, board, words),
        css="cell",
        data=(
            ("holder", cell.holder),
            ("consumer", cell.consumer),
            ("state", cell.look.value),
            ("data", " ".join(e.data for e in (*cell.lacking, *cell.flowing))),
        ),
    )


def _corner(part: Part, words: Words) -> Text:
    sizes = part.sizes
    said = words("matrix-corner")
    room = width_of(said, SMALL)
    return Text(sizes.row_heads - 8, sizes.column_heads - 7, said, SMALL, room, palette.MUTED,
                anchor="end")  # fmt: skip


def _column_heads(board: Board, part: Part) -> Iterator[Item]:
    """Each rises to the right from above the middle of its column."""
    for number, id in enumerate(part.columns):
        x = part.sizes.row_heads + (number + 0.5) * part.sizes.pitch_x + LETTERS * 0.3
        said = board.called(id)
        shown = clip(said, LONGEST_HEAD, LETTERS)
        room = width_of(shown, LETTERS)
        text = Text(
            x, part.sizes.column_heads - 5, shown, LETTERS, room, angle=ANGLE,
            whole=whole_of(said, shown),
        )  # fmt: skip
        yield Group((text,), title=board.in_full(id), css="column", data=(("consumer", id),))


def _row_heads(board: Board, part: Part) -> Iterator[Item]:
    sizes, most = part.sizes, board.owing_most
    for number, id in enumerate(part.rows):
        said, bold = board.called(id), id in most
        shown = clip(said, sizes.row_heads - 10, LETTERS, bold)
        y = sizes.column_heads + (number + 0.5) * sizes.pitch_y + LETTERS * 0.36
        text = Text(
            sizes.row_heads - 8, y, shown, LETTERS, sizes.row_heads - 8, bold=bold, anchor="end",
            whole=whole_of(said, shown),
        )  # fmt: skip
        yield Group((text,), title=board.in_full(id), css="row", data=(("holder", id),))


def _panel(board: Board, part: Part, words: Words) -> Iterator[Item]:
    """What lacks as a bar and in figures, and what flows."""
    sizes = part.sizes
    largest = max(board.gaps.values(), default=0)
    right = 2 * BAR_SPACE + LONGEST_BAR + 6 + sizes.lacks + 14 + sizes.flows - BAR_SPACE
    for number, id in enumerate(part.rows):
        middle = (number + 0.5) * sizes.pitch_y
        y = middle + LETTERS * 0.36
        if gap := board.gaps.get(id):
            length = max(LONGEST_BAR * gap / largest, 1.5)
            yield Rect(Box(BAR_SPACE, middle - 5, length, 10), palette.ALARM)
            said, x = f"{words('lacks-short')} {gap}", BAR_SPACE + length + 6
            room = width_of(said, LETTERS, True)
            yield Text(x, y, said, LETTERS, room, palette.ALARM, True)
        if flows := board.flows.get(id):
            said = f"{words('flows-short')} {flows}"
            yield Text(right, y, said, LETTERS, sizes.flows, palette.SHARED, True, "end")
