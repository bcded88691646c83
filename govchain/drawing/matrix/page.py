"""A page of the matrix: headline, grid, legend, and whence the figures are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govchain.drawing.chart.provenance import origin_of
from govchain.drawing.chart.subject import CatalogueSubject, How
from govchain.drawing.chart.words import Words
from govchain.drawing.ink import palette
from govchain.drawing.ink.paragraph import paragraph
from govchain.drawing.ink.pieces import Piece, set_in_lines, signed
from govchain.drawing.ink.scene import Box, Item, Scene, Text
from govchain.drawing.ink.stack import Stack
from govchain.drawing.matrix.board import Board, Look
from govchain.drawing.matrix.cellface import cell_face, own_face
from govchain.drawing.matrix.gridface import grid_face
from govchain.drawing.matrix.sayings import description_of, headline_of, scope_of, told_of
from govchain.drawing.matrix.sizes import (
    LEAST_WIDTH,
    LETTERS,
    LINE,
    MARGIN,
    SMALL,
    TITLE,
    TITLE_LINE,
    Part,
)
from govchain.drawing.sheet.turning import ways_to_others

MOST_TOLD = 10
"""Of no more cells than this it is told below which data they are of: there is room for it."""


def page_of(
    board: Board, part: Part, parts: Sequence[Part], subject: CatalogueSubject, how: How
) -> Scene:
    """Puts everything in its place, from top to bottom."""
    words = Words(how.language)
    width, title = _width(part), headline_of(board, words)
    margin = MARGIN if how.paper is None else 0.0  # paper has its own
    stack = Stack(margin, margin)
    stack.put(*paragraph(title, width, TITLE, TITLE_LINE, bold=True))
    stack.put(*paragraph(scope_of(subject, words), width, SMALL, LINE, fill=palette.MUTED))
    if len(parts) > 1:
        others = ways_to_others(part.number, [each.key for each in parts], SMALL, words)
        lines = set_in_lines(others, width, LINE, 10)
        stack.put(*lines, rise=SMALL * 0.9)
    if board.rows:
        stack.y += 8
        stack.put(*grid_face(board, part, words), below=14)
        legend = set_in_lines(_legend(board, words), width, LINE + 4, 22)
        stack.put(*legend, rise=SMALL * 0.9)
    if len(parts) == 1 and len(board.cells) <= MOST_TOLD:
        for cell in board.cells.values():
            told = paragraph(told_of(cell, board, words), width, LETTERS, LINE, most=1)
            stack.put(*told, below=2)
        stack.y += 4
    source = _source(board, subject, how, words)
    stack.put(*paragraph(source, width, SMALL, LINE, fill=palette.MUTED))
    return Scene(
        width=width + 2 * margin,
        height=stack.y + margin - LINE / 2,
        title=title,
        description=description_of(board, words),
        language=words.language,
        items=tuple(stack.items),
        key=part.key,
        paper=how.paper,
    )


def _width(part: Part) -> float:
    sizes = part.sizes
    beside = max(sizes.panel, sizes.overhang())
    return max(sizes.row_heads + len(part.columns) * sizes.pitch_x + beside, LEAST_WIDTH)


def _legend(board: Board, words: Words) -> Iterator[Piece]:
    """What occurs in the matrix."""
    box = Box(0, -11, 20, 15)
    looks = {cell.look for cell in board.cells.values()}
    for look in (Look.FLOWS, Look.NO_LINK, Look.LINK_FAILS):
        if look in looks:
            yield _sign(tuple(cell_face(look, "", False, box)), words(f"matrix-{look.value}"))
    if any(cell.flows_partly for cell in board.cells.values()):
        yield _sign(tuple(cell_face(Look.NO_LINK, "", True, box)), words("matrix-partly"))
    if set(board.rows) & set(board.columns):
        yield _sign((own_face(box),), words("matrix-own"))


def _sign(sign: tuple[Item, ...], word: str) -> Piece:
    shown = tuple(item for item in sign if not isinstance(item, Text))
    return signed(shown, 28, word, SMALL, palette.INK)


def _source(board: Board, subject: CatalogueSubject, how: How, words: Words) -> str:
    """Which version drew it, of what, and how data is counted that several hold."""
    notes = (words("matrix-first-holder"), words("matrix-apart")) if board.rows else ()
    return " · ".join((*origin_of(subject.source, how.version, words), *notes))
