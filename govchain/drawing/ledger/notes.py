"""What is said beside a bar: how long it takes, what of it is needless, the findings on it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from govchain.drawing.chart.marks import Mark
from govchain.drawing.chart.words import Words
from govchain.drawing.fold.parts import FoldedPart
from govchain.drawing.ink import palette
from govchain.drawing.ink.lettering import width_of
from govchain.drawing.ink.pieces import Piece
from govchain.drawing.ink.scene import Box, Group, Item, Rect, Text
from govchain.drawing.ledger.measures import LEAST, TIME, Column
from govchain.drawing.ledger.places import Track
from govchain.drawing.ledger.signs import Signs

TIME_SIZE = 14.0
HEIGHT = 20.0
_SPACE = 8.0
_MOST_SIGNS = 4
_CLOSE = 70.0
"""What stands farther from its bar than this stands better below it."""


@dataclass(frozen=True, slots=True)
class Note:
    """A piece of writing at x, beside its bar or `below` it."""

    piece: Piece
    x: float
    is_below: bool


def pieces_beside(
    part: FoldedPart, after: str, told: Collection[int], words: Words, signs: Signs
) -> Iterator[Piece]:
    """What is said of a part, the time first; `told` are findings that stand elsewhere in its
    row, `after` says what it waits for on other pages."""
    if time := time_of(part, words):
        yield _written(time, TIME_SIZE, palette.INK if part.is_there else palette.MUTED)
    if after:
        yield _written(after, LEAST, palette.MUTED)
    known = set(told)
    if part.redundant_steps:
        marks = [m for m in part.marks if m.is_redundancy and m.number not in known]
        known.update(mark.number for mark in marks)
        yield tag(_redundancy(part, words), marks, signs)
    if part.superfluous_checks:
        yield tag(words.counted("checked-twice", part.superfluous_checks), (), signs)
    if rest := [mark for mark in part.marks if mark.number not in known]:
        yield signs.piece(rest, _MOST_SIGNS)


def time_of(part: FoldedPart, words: Words) -> str:
    """How long it takes; that it is not there in the case that is told, or done at once."""
    if not part.is_there:
        return words("not-there")
    if part.span.ticks:
        return words.short_time(part.span.ticks)
    return words("at-once") if part.is_at_once else ""


def _redundancy(part: FoldedPart, words: Words) -> str:
    if part.redundant_ticks:
        time = words.short_time(part.redundant_ticks)
        return words("redundant-time").format(time=time)
    return words.counted("redundant-steps", part.redundant_steps)


def _written(text: str, size: float, ink: str) -> Piece:
    width = width_of(text, size, True)
    return Piece((Text(0, 0, text, size, width, ink, True),), width)


def tag(told: str, marks: Sequence[Mark], signs: Signs, *, is_round: bool = False) -> Piece:
    """Something needless, in a frame, with its findings."""
    piece = signs.piece(marks, _MOST_SIGNS)
    indent = 8 + (piece.width + 5 if marks else 0)
    width = width_of(told, LEAST, True)
    box = Box(0, -14.5, indent + width + 8, HEIGHT)
    fill = palette.WHITE if is_round else palette.REDUNDANT_WASH
    items: list[Item] = [
        Rect(box, fill, palette.REDUNDANT, 1.3, radius=HEIGHT / 2 if is_round else 3)
    ]
    if marks:
        items.append(Group(piece.items, x=8))
    items.append(Text(indent, 0, told, LEAST, width, palette.REDUNDANT, True))
    return Piece(tuple(items), box.width)


def placed(
    pieces: Sequence[Piece], bar: Box, lines: Sequence[float], leaving: Sequence[Column]
) -> list[Note]:
    """The pieces beside the bar: to its right, to its left, or below it; where lines run
    everywhere, on a ground of their own. `leaving` is where lines leave the bar below."""
    beside, below = Track(TIME), Track(TIME)
    for track in (beside, below):
        track.take_lines(lines)
    for left, right in leaving:
        below.take(left - _SPACE / 2, right + _SPACE / 2)
    beside.take(bar.x - 2, bar.right + 2)
    notes = []
    right, left = bar.right + _SPACE, bar.x - _SPACE
    for piece in pieces:
        x = beside.right_of(right, piece.width)
        y = beside.left_of(left, piece.width)
        if x is not None and x - right <= _CLOSE:
            right = x + piece.width + _SPACE
        elif y is not None and left - y - piece.width <= _CLOSE:
            x, left = y, y - _SPACE
        else:
            notes.append(_placed_below(piece, bar, below))
            continue
        beside.take(x - _SPACE / 2, x + piece.width + _SPACE / 2)
        notes.append(Note(piece, x, is_below=False))
    return notes


def _placed_below(piece: Piece, bar: Box, track: Track) -> Note:
    x = track.right_of(bar.x, piece.width)
    if x is None:
        x = track.right_of(TIME.left, piece.width)
    if x is None:
        x = max(min(bar.x, TIME.right - piece.width), TIME.left)
    track.take(x - _SPACE / 2, x + piece.width + _SPACE / 2)
    return Note(piece, x, is_below=True)


def note_face(note: Note, baseline: float, ground: str) -> Iterator[Item]:
    """The writing on the colour of its row, which hides lines that run there."""
    box = Box(note.x - 2, baseline - 15, note.piece.width + 4, HEIGHT + 0.5)
    yield Rect(box, ground)
    yield Group(note.piece.items, x=note.x, y=baseline)
