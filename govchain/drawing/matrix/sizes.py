"""How large the matrix is drawn, and on how many pages: all on one, as long as it can be read."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from govchain.drawing.chart.words import Words
from govchain.drawing.ink.lettering import width_of
from govchain.drawing.ink.paper import Paper
from govchain.drawing.matrix.board import Board

LETTERS = 13.0
"""Heads and numbers."""
SMALL = 12.5
"""The smallest letters: the paper bounds how large the picture may be around them."""
TITLE, TITLE_LINE = 24.0, 32.0
LINE = 18.0
MARGIN = 32.0
"""Around a page of no paper."""
ANGLE = -60.0
"""How column heads are turned: they rise to the right."""
LONGEST_HEAD = 150.0
LEAST_WIDTH = 880.0
LEAST_PITCH, PITCH = (20.0, 19.0), (30.0, 27.0)
"""From column to column and from row to row: at least, and where there is room."""
LONGEST_BAR = 90.0
BAR_SPACE = 12.0


@dataclass(frozen=True, slots=True)
class Sizes:
    """The measures of one page."""

    pitch_x: float
    pitch_y: float
    row_heads: float
    column_heads: float
    """How wide and how high heads are, with the space to the cells."""
    lacks: float
    flows: float
    """How wide the words beside bars are."""

    @property
    def panel(self) -> float:
        """How wide it is beside the cells."""
        return 2 * BAR_SPACE + LONGEST_BAR + 6 + self.lacks + 14 + self.flows

    def overhang(self) -> float:
        """How far the head of the last column leans over what stands beside the cells."""
        return self.column_heads / math.tan(math.radians(-ANGLE)) + LETTERS


@dataclass(frozen=True, slots=True)
class Part:
    """Which rows and columns a page shows, and the number of that page."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    sizes: Sizes
    number: int = 1

    @property
    def key(self) -> str:
        return f"matrix-{self.number}"


def parts_of(board: Board, words: Words, paper: Paper | None) -> tuple[Part, ...]:
    """The pages: one; on paper as many as it takes for letters that can be read."""
    sizes = _natural(board, words)
    if paper is None or not board.rows:
        return (Part(board.rows, board.columns, sizes),)
    room_x, room_y = _room(sizes, paper)
    across = _blocks(board.columns, room_x, _least_pitch(board)[0])
    down = _blocks(board.rows, room_y, LEAST_PITCH[1])
    pages = [(rows, columns) for rows in down for columns in across]
    return tuple(
        Part(rows, columns, _fitting(sizes, rows, columns, room_x, room_y), number)
        for number, (rows, columns) in enumerate(pages, 1)
    )


def _natural(board: Board, words: Words) -> Sizes:
    """As it is drawn where there is room; heads as long as the longest, and no longer."""
    rows = _widest(map(board.called, board.rows), True)
    columns = _widest(map(board.called, board.columns))
    slope = math.sin(math.radians(-ANGLE))
    return Sizes(
        max(PITCH[0], _least_pitch(board)[0]),
        PITCH[1],
        max(min(rows, LONGEST_HEAD), width_of(words("matrix-corner"), SMALL)) + 10,
        min(columns, LONGEST_HEAD) * slope + LETTERS,
        _widest((f"{words('lacks-short')} {n}" for n in board.gaps.values()), True),
        _widest((f"{words('flows-short')} {n}" for n in board.flows.values()), True),
    )


def _widest(texts: Iterable[str], bold: bool = False) -> float:
    return max((width_of(text, LETTERS, bold) for text in texts), default=0.0)


def _least_pitch(board: Board) -> tuple[float, float]:
    """Wide enough for the largest number."""
    largest = max((cell.number for cell in board.cells.values()), default=0)
    return max(LEAST_PITCH[0], width_of(f"{largest}", LETTERS, True) + 5), LEAST_PITCH[1]


def _room(sizes: Sizes, paper: Paper) -> tuple[float, float]:
    """How much room the cells of a page have on the paper, their smallest letters being legible."""
    width, height = paper.room_for(SMALL)
    beside = sizes.row_heads + max(sizes.panel, sizes.overhang())
    return width - beside, height - above(2, 2) - sizes.column_heads - below(2, 2)


def above(title_lines: int, lines: int) -> float:
    """How high headline and subtitle are."""
    return TITLE_LINE * title_lines + LINE * lines + 14


def below(legend_lines: int, lines: int) -> float:
    """How high legend and source are."""
    return 14 + (LINE + 4) * legend_lines + LINE * lines


def _blocks(ids: Sequence[str], room: float, pitch: float) -> list[tuple[str, ...]]:
    """The ids in as few blocks as fit into the room, of nearly the same length."""
    most = max(int(room / pitch), 1)
    count = math.ceil(len(ids) / most)
    each = math.ceil(len(ids) / count)
    return [tuple(ids[first : first + each]) for first in range(0, len(ids), each)]


def _fitting(
    sizes: Sizes, rows: Sequence[str], columns: Sequence[str], room_x: float, room_y: float
) -> Sizes:
    return Sizes(
        min(sizes.pitch_x, room_x / len(columns)),
        min(sizes.pitch_y, room_y / len(rows)),
        sizes.row_heads,
        sizes.column_heads,
        sizes.lacks,
        sizes.flows,
    )
