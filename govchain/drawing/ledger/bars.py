"""The bar of a part: its steps on the axis, by kind, redundant ones hatched."""

from __future__ import annotations

from collections.abc import Iterator

from govchain.drawing.chart.words import Words
from govchain.drawing.fold.parts import FoldedPart, Segment, Work
from govchain.drawing.ink import palette
from govchain.drawing.ink.hatching import hatching_of
from govchain.drawing.ink.lettering import width_of
from govchain.drawing.ink.scene import Box, Group, Item, Rect, Strokes, Text
from govchain.drawing.ledger.axis import Axis
from govchain.drawing.ledger.measures import BASE, LEAST
from govchain.model.duration import TICKS_PER_DAY
from govchain.model.figures import figure

HEIGHTS = {Work.APPROVE: 1.0, Work.REVIEW: 0.84, Work.OTHER: 0.7}
"""Of the whole height of a bar: kinds are told apart without colour."""
_LEAST_WIDTH = 3.0


def bar_box(part: FoldedPart, axis: Axis, middle: float, height: float) -> Box:
    """The place of the bar; one that takes no time is a thin line."""
    left = axis.at(part.span.begins)
    width = max(axis.at(part.span.ends) - left, _LEAST_WIDTH)
    return Box(left, middle - height / 2, width, height)


def bar_face(part: FoldedPart, axis: Axis, box: Box, words: Words) -> Iterator[Item]:
    """The bar in its box."""
    if not part.is_there:
        yield Rect(box, palette.WHITE, palette.HELD, 1.2, dash="4 3")
        return
    if not part.segments:
        yield Rect(box, palette.WORK_FILLS["other"], palette.MUTED, 0.8)
        return
    for segment in part.segments:
        yield _segment(segment, axis, box, words)


def _segment(segment: Segment, axis: Axis, bar: Box, words: Words) -> Group:
    height = bar.height if segment.is_redundant else bar.height * HEIGHTS[segment.work]
    left = axis.at(segment.span.begins)
    width = max(axis.at(segment.span.ends) - left, 0.8)
    box = Box(left, bar.y + (bar.height - height) / 2, width, height)
    items = [*_ground(segment, box)]
    told = _told(segment, box, words)
    if told:
        ink = palette.INK if segment.is_redundant else palette.WORK_INKS[segment.work]
        base = box.y + box.height / 2 + LEAST * BASE
        items.append(Text(box.middle, base, told, LEAST, box.width, ink, anchor="middle"))
    return Group(tuple(items), title=segment.title, data=(("step", segment.step),))


def _ground(segment: Segment, box: Box) -> Iterator[Item]:
    if not segment.is_redundant:
        edge = 0.9 if box.width > 2 else 0
        yield Rect(box, palette.WORK_FILLS[segment.work], palette.WHITE if edge else "", edge or 1)
        return
    yield Rect(box, palette.REDUNDANT_WASH)
    yield Strokes(hatching_of(box, 7), palette.REDUNDANT, 1.1)
    yield Rect(box, "none", palette.REDUNDANT, 2)


def _told(segment: Segment, box: Box, words: Words) -> str:
    """As much as there is room for: name and days, days, a number, nothing."""
    if segment.is_redundant:
        return ""
    days = segment.span.ticks / TICKS_PER_DAY
    short = words.short_time(segment.span.ticks)
    brief = figure(days) if days >= 1 else ""
    for told in (f"{segment.name} {short}", short, brief):
        if width_of(told, LEAST) <= box.width - 6:
            return told
    return ""
