"""The face of a comparison's rows: both bars of each part on one axis, papers, visits."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator, Sequence

from govchain.drawing.chart.words import Words
from govchain.drawing.comparison.rows import NAMES, TEXT_LEFT, Row
from govchain.drawing.fold.parts import FoldedPart, Segment
from govchain.drawing.ink import palette
from govchain.drawing.ink.lettering import whole_of, width_of
from govchain.drawing.ink.scene import Box, Group, Item, Line, Rect, Text
from govchain.drawing.ledger.axis import Axis
from govchain.drawing.ledger.measures import (
    BASE,
    LEAST,
    MARGIN,
    NAME,
    PAPERS,
    RIGHT,
    SMALL,
    VISITS,
    Column,
)
from govchain.drawing.ledger.notes import time_of
from govchain.model.duration import TICKS_PER_DAY
from govchain.model.figures import figure

AXIS = Column(344, 784)
_SIDES = 336.0
"""Where the words for both sides end."""
FOOT = 56.0
"""How high the axis below the rows is, with what both totals are."""
_RADIUS = 11.5
"""Of the pill that holds a row's number."""
_TIME = 13.5


def rows_face(
    rows: Sequence[Row],
    heights: Sequence[float],
    axis: Axis,
    totals: tuple[int, int],
    words: Words,
) -> tuple[tuple[Item, ...], float]:
    """The rows from y = 0 down, lines for both totals, and the axis; all their height."""
    lines = [axis.at(total) for total in totals]
    tops = list(itertools.accumulate(heights, initial=0.0))
    items: list[Item] = []
    for place, height in enumerate(heights):
        fill = palette.LANE_FILLS[place % 2]
        items.append(Rect(Box(MARGIN, tops[place], RIGHT - MARGIN, height), fill))
    items.extend(Rect(Box(MARGIN, y - 0.5, RIGHT - MARGIN, 1), palette.RULE) for y in tops[1:])
    items.extend(axis.grid(0, tops[-1]))
    items.extend(_total_lines(axis, totals, tops[-1]))
    for place, row in enumerate(rows):
        fill = palette.LANE_FILLS[place % 2]
        box = Box(MARGIN, tops[place], RIGHT - MARGIN, heights[place])
        items.append(_row(row, box, axis, fill, words))
    items.extend(axis.foot(tops[-1] + 18, words, lines))
    items.extend(_total_words(axis, totals, tops[-1] + 28, words))
    return tuple(items), tops[-1] + FOOT


def _total_lines(axis: Axis, totals: tuple[int, int], bottom: float) -> Iterator[Item]:
    for total, ink in zip(totals, (palette.MUTED, palette.SHARED), strict=True):
        x = axis.at(total)
        yield Line(((x, 0), (x, bottom + 28)), ink, 1.5, dash="5 4")


def _total_words(axis: Axis, totals: tuple[int, int], y: float, words: Words) -> Iterator[Item]:
    """What both lines are; where they are close, one to each side."""
    told = [
        f"{words(key)} {figure(total / TICKS_PER_DAY)}"
        for key, total in zip(("before-reform", "after-reform"), totals, strict=True)
    ]
    widths = [width_of(text, SMALL, True) + 16 for text in told]
    lefts = [axis.at(total) - width / 2 for total, width in zip(totals, widths, strict=True)]
    first, second = sorted((0, 1), key=lambda n: (totals[n], -n))
    clash = lefts[first] + widths[first] + 8 - lefts[second]
    if clash > 0:
        lefts[first] -= clash / 2
        lefts[second] += clash / 2
    if (beyond := _SIDES - 40 - lefts[first]) > 0:
        lefts[first] += beyond
        lefts[second] = max(lefts[second], lefts[first] + widths[first] + 8)
    for n, ink in enumerate((palette.MUTED, palette.SHARED)):
        box = Box(lefts[n], y, widths[n], 23)
        yield Rect(box, palette.WHITE, ink, 1.5, radius=4)
        yield Text(box.middle, y + 16, told[n], SMALL, box.width - 8, ink, True, "middle")


def _row(row: Row, box: Box, axis: Axis, ground: str, words: Words) -> Group:
    middle = box.y + box.height / 2
    items = [*_named(row, middle)]
    before, after = row.change.before, row.change.after
    high = row.pitch.one_of_both
    if before:
        y = middle - (row.pitch.apart if after else 0)
        items.extend(_side(words("before"), y, palette.MUTED))
        items.extend(
            _bar(before, row.change.gone, axis, Box(0, y - high / 2, 0, high), ground, words)
        )
    if after:
        y = middle + (row.pitch.apart if before else 0)
        items.extend(_side(words("after"), y, palette.SHARED))
        items.extend(_bar(after, None, axis, Box(0, y - high / 2, 0, high), ground, words))
    if row.papers:
        first = middle - row.papers_height / 2 + row.pitch.paper_line / 2 + SMALL * BASE
        items.append(Group(row.papers, x=PAPERS.left, y=first))
    items.extend(_visits(row, middle))
    return Group(tuple(items), css="part", data=(("part", row.change.known.key),))


def _named(row: Row, middle: float) -> Iterator[Item]:
    part = row.change.known
    told = f"{part.number}" if row.change.before else "+"
    width = max(2 * _RADIUS, width_of(told, LEAST, True) + 8)
    x = MARGIN + 20
    yield Rect(
        Box(x - width / 2, middle - _RADIUS, width, 2 * _RADIUS), palette.KIND, radius=_RADIUS
    )
    base = middle + LEAST * BASE
    yield Text(x, base, told, LEAST, width, palette.WHITE, True, "middle")
    left, room = NAMES.left + TEXT_LEFT, NAMES.width - TEXT_LEFT
    pitch = row.pitch
    height = pitch.name_line * len(row.names) + pitch.small_line * len(row.below)
    y = middle - height / 2 + 0.8 * pitch.name_line - 1
    for name in row.names:
        yield Text(left, y, name, NAME, room, bold=True, whole=whole_of(part.name, name))
        y += pitch.name_line
    for line in row.below:
        whole = part.title if line.endswith("…") else ""
        yield Text(left, y - 2, line, SMALL, room, palette.MUTED, whole=whole)
        y += pitch.small_line


def _side(word: str, middle: float, ink: str) -> Iterator[Item]:
    width = width_of(word, SMALL, True)
    yield Text(_SIDES, middle + SMALL * BASE, word, SMALL, width, ink, True, "end")


def _bar(
    part: FoldedPart,
    gone: Collection[str] | None,
    axis: Axis,
    room: Box,
    ground: str,
    words: Words,
) -> Iterator[Item]:
    """The bar of one version; `gone` are the steps of the first that went, None for the other.
    `room` says at which height it stands."""
    is_after = gone is None
    box = Box(axis.at(part.span.begins), room.y, 0, room.height)
    right = max(axis.at(part.span.ends), box.x + 3)
    if not part.segments:
        ink = palette.SHARED if is_after else palette.HELD
        yield Rect(Box(box.x, box.y, 3, box.height), ink)
    for segment in part.segments:
        yield _segment(segment, segment.step in (gone or ()), is_after, axis, box, words)
    told = time_of(part, words)
    if told:
        width = width_of(told, _TIME, True)
        x = _beside(box.x - 8, right + 8, width)
        yield Rect(Box(x - 3, box.y, width + 6, box.height), ground)
        ink = palette.SHARED if is_after else palette.MUTED
        yield Text(x, box.y + box.height / 2 + _TIME * BASE, told, _TIME, width, ink, True)


def _beside(left: float, right: float, width: float) -> float:
    """Right of a bar, or left of it where there is no room; a line that runs there is hidden by the
    ground of what is written."""
    most = PAPERS.left - 8 - width
    return right if right <= most or left - width < AXIS.left else left - width


def _segment(
    segment: Segment, is_gone: bool, is_after: bool, axis: Axis, bar: Box, words: Words
) -> Group:
    left = axis.at(segment.span.begins)
    width = max(axis.at(segment.span.ends) - left, 0.8)
    box = Box(left, bar.y, width, bar.height)
    items: list[Item] = []
    if is_gone:
        items.append(Rect(box, palette.WHITE, palette.MUTED, 1.1, dash="3 2.5"))
    else:
        fill = palette.SHARED if is_after else palette.BEFORE
        edge = palette.WHITE if width > 2 else ""
        items.append(Rect(box, fill, edge, 0.9))
    ink = palette.WHITE if is_after else palette.MUTED if is_gone else palette.INK
    short = words.short_time(segment.span.ticks)
    told = next(
        (t for t in (f"{segment.name} {short}", short) if width_of(t, LEAST) < width - 6), ""
    )
    if told:
        base = box.y + box.height / 2 + LEAST * BASE
        items.append(Text(box.middle, base, told, LEAST, width, ink, anchor="middle"))
    return Group(tuple(items), title=segment.title, data=(("step", segment.step),))


def _visits(row: Row, middle: float) -> Iterator[Item]:
    """How often people came and come."""
    before, after = row.change.before, row.change.after
    size, space = 16.0, 5.0
    told = [
        (figure(before.visits) if before else "–", palette.MUTED),
        ("→", palette.SHARED),
        (figure(after.visits) if after else "–", palette.SHARED),
    ]
    widths = [width_of(text, size, True) for text, _ in told]
    x = (VISITS.left + VISITS.right - sum(widths) - 2 * space) / 2
    for (text, ink), width in zip(told, widths, strict=True):
        yield Text(x, middle + size * BASE, text, size, width, ink, True)
        x += width + space
