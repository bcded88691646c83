"""What is written in a row at the left and at the right: who it is, what people bring, how often
they come."""

from __future__ import annotations

from collections.abc import Iterator

from govchain.drawing.chart.words import Words
from govchain.drawing.ink import palette
from govchain.drawing.ink.lettering import whole_of, width_of
from govchain.drawing.ink.scene import Box, Group, Icon, Item, Rect, Text
from govchain.drawing.ledger.measures import (
    BASE,
    INNER_NAME,
    LEAST,
    NAME,
    NAMES,
    PAPERS,
    SMALL,
    VISITS,
)
from govchain.drawing.ledger.rows import BEFORE_PAGE, Row
from govchain.model.figures import figure

_RADIUS = 11.5
_DISC = 20.0
_MOST_WALKERS = 3
_VISITS = 16.0


def row_face(row: Row, box: Box, words: Words) -> Group:
    """The row in its box."""
    middle = box.y + box.height / 2
    items = [*_named(row, middle), *_papers(row, middle), *_visits(row, middle, words)]
    return Group(tuple(items), css="part", data=(("part", row.part.key),))


def _named(row: Row, middle: float) -> Iterator[Item]:
    """Number, name and what stands below it; it leads to the page with its steps."""
    items = [*_number(row, middle)]
    x, size = NAMES.left + row.indent, INNER_NAME if row.is_inner else NAME
    pitch = row.pitch
    height = pitch.name_line * len(row.names) + pitch.small_line * len(row.below)
    y = middle - height / 2 + 0.8 * pitch.name_line - 1
    for name in row.names:
        whole = whole_of(row.part.name, name)
        items.append(Text(x, y, name, size, row.room, bold=True, whole=whole))
        y += pitch.name_line
    y -= 2
    for line in row.below:
        whole = row.part.title if "…" in line else ""
        items.append(Text(x, y, line, SMALL, row.room, palette.MUTED, whole=whole))
        y += pitch.small_line
    if row.page_word:
        above = row.is_page_above
        x += width_of(row.names[-1], size, True) if above else width_of(row.below[-1], SMALL)
        y -= pitch.small_line * (len(row.below) if above else 1)
        y -= pitch.name_line - 2 if above else 0
        room = width_of(row.page_word, SMALL)
        items.append(Text(x + BEFORE_PAGE, y, row.page_word, SMALL, room, palette.SHARED))
    page = row.part.key if row.page_word else ""
    yield Group(tuple(items), title=row.part.title, page=page)


def _number(row: Row, middle: float) -> Iterator[Item]:
    if row.is_inner:
        return
    told, x = f"{row.part.number}", NAMES.left + _DISC
    width = max(2 * _RADIUS, width_of(told, LEAST, True) + 8)
    box = Box(x - width / 2, middle - _RADIUS, width, 2 * _RADIUS)
    yield Rect(box, palette.KIND, radius=_RADIUS)
    base = middle + LEAST * BASE
    yield Text(x, base, told, LEAST, width, palette.WHITE, True, "middle")


def _papers(row: Row, middle: float) -> Iterator[Item]:
    if row.papers:
        first = middle - row.papers_height / 2 + row.pitch.paper_line / 2 + SMALL * BASE
        yield Group(row.papers, x=PAPERS.left, y=first)


def _visits(row: Row, middle: float, words: Words) -> Iterator[Item]:
    """How often people come, in figures and in walkers."""
    visits = row.part.visits
    if not visits:
        if not row.is_inner:
            told = words("no-visits")
            room = VISITS.width - 8
            x = VISITS.left + VISITS.width / 2
            yield Text(x, middle + SMALL * BASE, told, SMALL, room, palette.MUTED, anchor="middle")
        return
    told = figure(visits)
    width = width_of(told, _VISITS, True)
    walkers = min(visits, _MOST_WALKERS)
    x = VISITS.left + (VISITS.width - width - 8 - 16 * walkers) / 2
    yield Text(x, middle + _VISITS * BASE, told, _VISITS, width, palette.ALARM, True)
    for n in range(walkers):
        yield Icon("walker", x + width + 15 + 16 * n, middle)
