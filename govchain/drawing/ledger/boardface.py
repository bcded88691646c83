"""The face of a board: grounds, lines, bars, and what is written in the rows."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from govchain.drawing.chart.words import Words
from govchain.drawing.ink import palette
from govchain.drawing.ink.scene import Box, Group, Item, Rect
from govchain.drawing.ledger.bars import bar_box, bar_face
from govchain.drawing.ledger.board import BELOW, Board
from govchain.drawing.ledger.links import link_face
from govchain.drawing.ledger.measures import AXIS_FOOT, BASE, LEAST, MARGIN, RIGHT
from govchain.drawing.ledger.notes import HEIGHT, TIME_SIZE, note_face
from govchain.drawing.ledger.rowface import row_face


def board_face(board: Board, words: Words) -> tuple[tuple[Item, ...], float]:
    """The rows from y = 0 down and the axis below them; all their height."""
    tops = list(itertools.accumulate(board.heights, initial=0.0))
    bars = {place: _bar(board, place, tops[place]) for place in range(len(board.rows))}
    items: list[Item] = [*_grounds(board, tops), *board.axis.grid(0, tops[-1])]
    for link in board.links:
        items.extend(link_face(link, bars))
    for place, row in enumerate(board.rows):
        items.extend(bar_face(row.part, board.axis, bars[place], words))
        items.extend(_notes(board, place, bars[place]))
        box = Box(MARGIN, tops[place], RIGHT - MARGIN, board.heights[place])
        items.append(row_face(row, box, words))
    for tag in board.tags:
        y = tops[tag.edge] + LEAST * BASE
        items.append(Group(tag.piece.items, x=tag.x, y=y))
    items.extend(board.axis.foot(tops[-1] + 18, words))
    return tuple(items), tops[-1] + AXIS_FOOT


def _ground(place: int) -> str:
    return palette.LANE_FILLS[place % 2]


def _grounds(board: Board, tops: list[float]) -> Iterator[Item]:
    for place, height in enumerate(board.heights):
        yield Rect(Box(MARGIN, tops[place], RIGHT - MARGIN, height), _ground(place))
    for top in tops[1:]:
        yield Rect(Box(MARGIN, top - 0.5, RIGHT - MARGIN, 1), palette.RULE)


def _bar(board: Board, place: int, top: float) -> Box:
    """In the middle of its row, or higher where something is written below it."""
    row = board.rows[place]
    below = BELOW / 2 if any(note.is_below for note in board.notes[place]) else 0
    middle = top + board.heights[place] / 2 - below
    return bar_box(row.part, board.axis, middle, row.bar)


def _notes(board: Board, place: int, bar: Box) -> Iterator[Item]:
    middle = bar.y + bar.height / 2 + TIME_SIZE * BASE
    for note in board.notes[place]:
        below = bar.bottom + HEIGHT - 1
        yield from note_face(note, below if note.is_below else middle, _ground(place))
