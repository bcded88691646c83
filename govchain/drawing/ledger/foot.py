"""What stands below a ledger: what to do first, and whence all of it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govchain.drawing.chart.subject import Remedy
from govchain.drawing.chart.words import Words
from govchain.drawing.fold.headline import gains_of
from govchain.drawing.ink import palette
from govchain.drawing.ink.lettering import clean, clip, whole_of, width_of, wrap
from govchain.drawing.ink.scene import Box, Group, Item, Rect, Text
from govchain.drawing.ledger.measures import LEAST, MARGIN, RIGHT
from govchain.findings import Lever

_SIZE, _TEXT = 16.0, 14.5
REMEDY_LINE = 27.0
_COLUMNS, _BETWEEN = 2, 28.0
_INKS = {
    Lever.SHARE: palette.ALARM,
    Lever.CUT: palette.REDUNDANT,
    Lever.PARALLEL: palette.REDUNDANT,
}


def remedies_face(remedies: Sequence[Remedy], words: Words) -> tuple[tuple[Item, ...], float]:
    """The remedies in two columns, read line by line, and their height."""
    if not remedies:
        return (), 0.0
    title = words("do-first")
    width = width_of(title, _SIZE, True)
    items: list[Item] = [Text(MARGIN, 20, title, _SIZE, width, bold=True)]
    left = MARGIN + width + 24
    room = (RIGHT - left - _BETWEEN * (_COLUMNS - 1)) / _COLUMNS
    for n, remedy in enumerate(remedies):
        line, column = divmod(n, _COLUMNS)
        face = tuple(_remedy(remedy, room, words))
        items.append(Group(face, x=left + column * (room + _BETWEEN), y=20 + line * REMEDY_LINE))
    return tuple(items), REMEDY_LINE * -(-len(remedies) // _COLUMNS) + 8


def _remedy(remedy: Remedy, width: float, words: Words) -> Iterator[Item]:
    ink = _INKS.get(remedy.lever, palette.KIND)
    gain = gains_of(remedy, words)
    gain_width = width_of(gain, _TEXT, True) + 12 if gain else 0
    room = width - 14 - gain_width
    said = clean(remedy.text)
    text = clip(said, room, _TEXT)
    yield Rect(Box(0, -14, 4.5, 18), ink)
    yield Text(14, 0, text, _TEXT, room, whole=whole_of(said, text))
    if gain:
        yield Text(width, 0, gain, _TEXT, gain_width, ink, True, "end")


def source_face(told: Sequence[str]) -> tuple[tuple[Item, ...], float]:
    """Whence it is, in at most two lines, and their height; the first baseline at y = 12."""
    said, width = " · ".join(told), RIGHT - MARGIN
    lines = wrap(said, [width], LEAST, most=2)
    items = tuple(
        Text(MARGIN, 12 + 17 * n, line, LEAST, width, palette.MUTED, whole=whole_of(said, line))
        for n, line in enumerate(lines)
    )
    return items, 17.0 * len(lines)
