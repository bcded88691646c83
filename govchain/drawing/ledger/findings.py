"""The findings that a ledger's signs stand for: rule, remedy, benefit, fingerprint."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from govchain.drawing.card.badges import anchor_of, colour_of, pill, wash_of
from govchain.drawing.chart.marks import Mark
from govchain.drawing.chart.words import Words
from govchain.drawing.ink import palette
from govchain.drawing.ink.lettering import clean, clip, whole_of, width_of, wrap
from govchain.drawing.ink.scene import Box, Group, Item, Rect, Text
from govchain.drawing.ledger.measures import LEAST, MARGIN, RIGHT
from govchain.drawing.ledger.signs import HEIGHT, Signs

SIZE = 13.0
LINE, PADDING = 17.5, 7.0
_EDGE, _TAB = 4.0, 80.0
_BETWEEN, _APART = 16.0, 6.0
WIDTH = (RIGHT - MARGIN - _BETWEEN) / 2
_INDENT = _TAB + 4
_MOST_LINES, _MOST_BELOW = 5, 3


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding in the strip, and how high it is."""

    mark: Mark
    face: Group
    height: float


def entries_of(matter: str, marks: Sequence[Mark], words: Words, signs: Signs) -> list[Entry]:
    """One entry a finding, in their order."""
    return [_entry(matter, mark, words, signs) for mark in marks]


def _entry(matter: str, mark: Mark, words: Words, signs: Signs) -> Entry:
    room = WIDTH - _INDENT - PADDING
    said = wrap(clean(mark.sentence), [room], SIZE, most=_MOST_LINES)
    below = [
        line
        for key, text in (("remedy", mark.remedy), ("benefit", mark.benefit))
        if text
        for line in wrap(clean(words.label(words(key), text)), [room], SIZE, most=_MOST_BELOW)
    ]
    height = LINE * (1 + len(said) + len(below)) + 2 * PADDING
    items = tuple(_items(mark, said, below, height, words, signs))
    face = Group(
        items,
        title="\n".join(text for text in (mark.sentence, mark.remedy, mark.benefit) if text),
        id=anchor_of(matter, mark),
        css="finding" if signs.stands_out(mark) else "finding dim",
        data=(
            ("finding", mark.label),
            ("step", mark.finding.step or ""),
            ("fingerprint", mark.finding.fingerprint),
        ),
    )
    return Entry(mark, face, height)


def _items(
    mark: Mark, said: Sequence[str], below: Sequence[str], height: float, words: Words, signs: Signs
) -> Iterator[Item]:
    is_lit = signs.stands_out(mark)
    colour = colour_of(mark) if is_lit else palette.MUTED
    yield Rect(Box(0, 0, WIDTH, height), wash_of(mark) if is_lit else palette.LANE_FILLS[0])
    yield Rect(Box(0, 0, _EDGE, height), colour)
    y = PADDING + 13
    badge = signs.badge(mark)
    width = badge.width_at(LEAST)
    yield from pill(badge, Box(_EDGE + (_TAB - _EDGE - width) / 2, y - 13, width, HEIGHT), LEAST)
    severity = words(mark.finding.severity.value)
    width = width_of(severity, SIZE, True)
    yield Text(_INDENT, y, severity, SIZE, width, colour, True)
    known = width_of(mark.known_by, LEAST)
    room = WIDTH - _INDENT - width - 8 - known - 12 - PADDING
    name = clip(clean(mark.rule_name), room, SIZE, True)
    whole = whole_of(mark.rule_name, name)
    yield Text(_INDENT + width + 8, y, name, SIZE, room, colour, True, whole=whole)
    yield Text(WIDTH - PADDING, y, mark.known_by, LEAST, known, palette.MUTED, anchor="end")
    room = WIDTH - _INDENT - PADDING
    for ink, lines in ((palette.INK, said), (palette.MUTED, below)):
        for line in lines:
            y += LINE
            yield Text(_INDENT, y, line, SIZE, room, ink)


Columns: TypeAlias = tuple[list[Entry], list[Entry]]
"""What stands in the left column and in the right one."""


def in_columns(entries: Sequence[Entry], height: float | None) -> list[Columns]:
    """The entries down the left column and the right one, page by page, on as few pages as they
    take and on each about as many; where a page is as high as it has to be, in two columns of about
    the same height."""
    if height is None:
        return [_halves(entries)] if entries else []
    filled = _paged(entries, height)
    low, high = 0.0, height
    while high - low > LINE and len(filled) > 1:
        middle = (low + high) / 2
        paged = _paged(entries, middle)
        if len(paged) > len(filled):
            low = middle
        else:
            filled, high = paged, middle
    return filled


def _paged(entries: Sequence[Entry], height: float) -> list[Columns]:
    """Each column filled up to that height before the next."""
    pages: list[Columns] = []
    rest = list(entries)
    while rest:
        left = _filling(rest, height)
        right = _filling(rest[len(left) :], height)
        pages.append((left, right))
        rest = rest[len(left) + len(right) :]
    return pages


def _filling(entries: Sequence[Entry], height: float) -> list[Entry]:
    """The first entries, as many as fit: at least one."""
    taken: list[Entry] = []
    y = 0.0
    for entry in entries:
        y += entry.height + _APART
        if taken and y > height:
            break
        taken.append(entry)
    return taken


def _halves(entries: Sequence[Entry]) -> Columns:
    half = sum(entry.height + _APART for entry in entries) / 2
    left = _filling(entries, half + entries[0].height / 2)
    return left, list(entries[len(left) :])


def columns_face(columns: Columns) -> tuple[tuple[Item, ...], float]:
    """Both columns from y = 0 down, and the height of the higher one."""
    items: list[Item] = []
    most = 0.0
    for n, entries in enumerate(columns):
        y = 0.0
        for entry in entries:
            face = entry.face
            x = MARGIN + n * (WIDTH + _BETWEEN)
            items.append(Group((face,), x=x, y=y))
            y += entry.height + _APART
        most = max(most, y)
    return tuple(items), most
