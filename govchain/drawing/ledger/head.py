"""What stands above a ledger: its finding in a sentence, the figures, the heads of the columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govchain.drawing.chart.marks import Mark
from govchain.drawing.chart.words import Words
from govchain.drawing.fold.headline import FigureBox
from govchain.drawing.ink import palette
from govchain.drawing.ink.lettering import clip, whole_of, width_of
from govchain.drawing.ink.pieces import Piece
from govchain.drawing.ink.scene import Box, Group, Item, Rect, Text
from govchain.drawing.ledger.measures import BASE, LEAST, MARGIN, RIGHT, SUBTITLE, TITLE
from govchain.drawing.ledger.signs import Signs

_FIGURES, _BETWEEN = 56.0, 16.0
_MOST_SIGNS = 8
_LEAST_TITLE = 20.0
_SMALL_TITLE = 18.0


def title_face(
    title: str, clauses: Sequence[str], marks: Sequence[Mark], words: Words, signs: Signs
) -> tuple[tuple[Item, ...], float]:
    """The headline, what is said below it, and the findings on the whole matter; their height."""
    width = RIGHT - MARGIN
    size = TITLE
    while size > _LEAST_TITLE and width_of(title, size, True) > width:
        size -= 1
    shown = clip(title, width, size, True)
    whole = whole_of(title, shown)
    items: list[Item] = [Text(MARGIN, 52, shown, size, width, bold=True, whole=whole)]
    aside = _on_whole(marks, words, signs)
    room = width
    if aside:
        room -= aside.width + 24
        items.append(Group(aside.items, x=RIGHT - aside.width, y=80))
    lines = clauses_in_lines(clauses, [room, width], SUBTITLE)
    for n, (line, whole) in enumerate(lines):
        y = 80 + 20 * n
        items.append(Text(MARGIN, y, line, SUBTITLE, width, palette.MUTED, whole=whole))
    return tuple(items), 92 + 20 * max(len(lines) - 1, 0)


def clauses_in_lines(
    clauses: Sequence[str], rooms: Sequence[float], size: float
) -> list[tuple[str, str]]:
    """The clauses in as many lines as there are rooms, no clause broken; of what does not fit the
    beginning, and with it the whole."""
    lines: list[str] = []
    for clause in clauses:
        longer = f"{lines[-1]} · {clause}" if lines else clause
        room = rooms[min(max(len(lines) - 1, 0), len(rooms) - 1)]
        if not lines or (len(lines) < len(rooms) and width_of(longer, size) > room):
            lines.append(clause)
        else:
            lines[-1] = longer
    shown = [clip(line, room, size) for line, room in zip(lines, rooms, strict=False)]
    return [(short, whole_of(line, short)) for short, line in zip(shown, lines, strict=True)]


def small_title_face(title: str) -> tuple[tuple[Item, ...], float]:
    """A title above what goes on from another page."""
    width = RIGHT - MARGIN
    shown = clip(title, width, _SMALL_TITLE, True)
    whole = whole_of(title, shown)
    return (Text(MARGIN, 22, shown, _SMALL_TITLE, width, bold=True, whole=whole),), 36


def _on_whole(marks: Sequence[Mark], words: Words, signs: Signs) -> Piece | None:
    """The findings that speak of no row."""
    if not marks:
        return None
    told = words("on-the-whole")
    width = width_of(told, LEAST)
    piece = signs.piece(marks, _MOST_SIGNS)
    text = Text(0, 0, told, LEAST, width, palette.MUTED)
    return Piece((text, Group(piece.items, x=width + 7)), width + 7 + piece.width)


def figures_face(figures: Sequence[FigureBox], words: Words) -> tuple[tuple[Item, ...], float]:
    """The figures side by side, each in a box, and their height."""
    width = (RIGHT - MARGIN - _BETWEEN * (len(figures) - 1)) / len(figures)
    items: list[Item] = []
    for n, known in enumerate(figures):
        box = Box(MARGIN + n * (width + _BETWEEN), 0, width, _FIGURES)
        items.extend(_figure(known, box, words))
    return tuple(items), _FIGURES


def _figure(known: FigureBox, box: Box, words: Words) -> Iterator[Item]:
    yield Rect(box, palette.LANE_FILLS[0], palette.RULE, 1.2, radius=6)
    right = box.right - 14
    aside = 0.0
    if known.after:
        word = words("after-reform")
        aside = max(width_of(word, LEAST), width_of(known.change, 16, True)) + 12
        room = aside - 12
        yield Text(right, 23, word, LEAST, room, palette.SHARED, anchor="end")
        if known.change:
            yield Text(right, 43, known.change, 16, room, palette.SHARED, True, "end")
    room = box.width - 28 - aside
    sizes = (28.0, 25.0, 22.0, 19.0, 16.0)
    pieces = [_value(known, size) for size in sizes]
    chosen = next((piece for piece in pieces if piece.width <= room), pieces[-1])
    yield Group(chosen.items, x=box.x + 14, y=28 + chosen_size(chosen) * BASE)


def chosen_size(piece: Piece) -> float:
    """The size of the largest letters of a piece."""
    return max(item.size for item in piece.items if isinstance(item, Text))


def _value(known: FigureBox, size: float) -> Piece:
    """Word, figure, unit, and what it becomes."""
    told: list[tuple[str, float, str, bool, float]] = [
        (known.word, 15, palette.MUTED, False, 9),
        (known.before, size, palette.INK, True, 5),
        (known.unit, LEAST, palette.MUTED, False, 9),
        (f"→ {known.after}" if known.after else "", size, palette.SHARED, True, 0),
    ]
    items: list[Item] = []
    x = 0.0
    for text, letters, ink, bold, space in told:
        if text:
            width = width_of(text, letters, bold)
            items.append(Text(x, 0, text, letters, width, ink, bold))
            x += width + space
    return Piece(tuple(items), x)
