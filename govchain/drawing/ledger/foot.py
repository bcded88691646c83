"""What stands below a ledger: what to do first, and whence all of it is."""

from __future__ import annotations

from collections.abc import Sequence

from govchain.drawing.chart.subject import Remedy
from govchain.drawing.chart.words import Words
from govchain.drawing.fold.headline import gains_of
from govchain.drawing.ink import palette
from govchain.drawing.ink.lettering import clean, whole_of, width_of, wrap
from govchain.drawing.ink.scene import Box, Group, Item, Rect, Text
from govchain.drawing.ledger.measures import LEAST, MARGIN, RIGHT
from govchain.findings import Lever

_SIZE, _TEXT = 16.0, 14.5
_ROW, _NEXT_LINE, _MOST_LINES = 27.0, 18.0, 2
_COLUMNS, _BETWEEN = 2, 28.0
_BELOW_TITLE = 15.0
_INKS = {
    Lever.SHARE: palette.ALARM,
    Lever.CUT: palette.REDUNDANT,
    Lever.PARALLEL: palette.REDUNDANT,
}


def remedies_face(
    remedies: Sequence[Remedy], words: Words, *, in_full: bool = False
) -> tuple[tuple[Item, ...], float]:
    """The remedies in two columns, read line by line, and their height; `in_full`: what is too long
    for one line stands on two."""
    if not remedies:
        return (), 0.0
    title = words("do-first")
    note = [words("gains-overlap"), words("gains-no-sum")] if may_overlap(remedies) else []
    if note and len(remedies) <= _COLUMNS:
        note = [words("gains-overlap-briefly")]
    width = max(width_of(title, _SIZE, True), *(width_of(line, LEAST) for line in ["", *note]))
    items: list[Item] = [Text(MARGIN, 20, title, _SIZE, width, bold=True)]
    for n, line in enumerate(note, 1):
        items.append(Text(MARGIN, 21 + _BELOW_TITLE * n, line, LEAST, width, palette.MUTED))
    left = MARGIN + width + 24
    room = (RIGHT - left - _BETWEEN * (_COLUMNS - 1)) / _COLUMNS
    y = 20.0
    for first in range(0, len(remedies), _COLUMNS):
        lines = 1
        for column, remedy in enumerate(remedies[first : first + _COLUMNS]):
            face, taken = _remedy(remedy, room, words, _MOST_LINES if in_full else 1)
            items.append(Group(face, x=left + column * (room + _BETWEEN), y=y))
            lines = max(lines, taken)
        y += _ROW + _NEXT_LINE * (lines - 1)
    return tuple(items), max(y - 20, _BELOW_TITLE * len(note) + 18) + 8


def may_overlap(remedies: Sequence[Remedy]) -> bool:
    """Two of them save of the same figure: it may be the same trip or paper."""
    saved = [name for remedy in remedies for name in dict(remedy.gains[:1])]
    return len(saved) > len(set(saved))


def _remedy(remedy: Remedy, width: float, words: Words, most: int) -> tuple[tuple[Item, ...], int]:
    """A remedy, what it saves at its right, and how many lines it takes."""
    ink = _INKS.get(remedy.lever, palette.KIND)
    gain = gains_of(remedy, words)
    gain_width = width_of(gain, _TEXT, True) + 12 if gain else 0
    room = width - 14 - gain_width
    said = clean(remedy.text)
    lines = wrap(said, [room], _TEXT, most=most)
    items: list[Item] = [Rect(Box(0, -14, 4.5, 18 + _NEXT_LINE * (len(lines) - 1)), ink)]
    for n, line in enumerate(lines):
        whole = whole_of(said, line) if len(lines) == 1 or line.endswith("…") else ""
        items.append(Text(14, _NEXT_LINE * n, line, _TEXT, room, whole=whole))
    if gain:
        items.append(Text(width, 0, gain, _TEXT, gain_width, ink, True, "end"))
    return tuple(items), len(lines)


def source_face(told: Sequence[str]) -> tuple[tuple[Item, ...], float]:
    """Whence it is, in at most two lines, and their height; the first baseline at y = 12."""
    said, width = " · ".join(told), RIGHT - MARGIN
    lines = wrap(said, [width], LEAST, most=2)
    items = tuple(
        Text(MARGIN, 12 + 17 * n, line, LEAST, width, palette.MUTED, whole=whole_of(said, line))
        for n, line in enumerate(lines)
    )
    return items, 17.0 * len(lines)
