"""What lies in a picture, group by group: its texts, and how far it reaches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from govchain.drawing.ink.lettering import width_of
from govchain.drawing.ink.scene import Box, Group, Icon, Item, Line, Rect, Shape, Strokes, Text

ICON_HALF = 7.0
"""No sign reaches further from its middle."""


def groups_in(items: Iterable[Item]) -> Iterator[Group]:
    """Every group, those within groups too, in the order in which they are drawn."""
    for item in items:
        if isinstance(item, Group):
            yield item
            yield from groups_in(item.items)


def texts_in(items: Iterable[Item]) -> Iterator[Text]:
    """Every text, in the order in which they are drawn."""
    for item in items:
        if isinstance(item, Group):
            yield from texts_in(item.items)
        elif isinstance(item, Text):
            yield item


def extent_of(items: Iterable[Item]) -> Box | None:
    """The least box around all of them; None where nothing is drawn."""
    boxes = [box for item in items if (box := _box_of(item)) is not None]
    if not boxes:
        return None
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
    return Box(left, top, right - left, bottom - top)


def _box_of(item: Item) -> Box | None:
    match item:
        case Group():
            inner = extent_of(item.items)
            return inner and inner.moved(item.x, item.y)
        case Rect():
            return item.box
        case Text():
            return _box_of_text(item)
        case Icon():
            side = 2 * ICON_HALF
            return Box(item.x - ICON_HALF, item.y - ICON_HALF, side, side)
        case Line() | Shape():
            return _around(item.points)
        case Strokes():
            ends = [end for x1, y1, x2, y2 in item.lines for end in ((x1, y1), (x2, y2))]
            return _around(tuple(ends))


def _box_of_text(text: Text) -> Box:
    """From its ascenders to its descenders, along its baseline or, where it is turned, around."""
    width = width_of(text.text, text.size, text.bold)
    before = {"start": 0.0, "middle": width / 2, "end": width}[text.anchor]
    if not text.angle:
        return Box(text.x - before, text.y - 0.88 * text.size, width, 1.12 * text.size)
    reach = max(before, width - before, text.size)
    return Box(text.x - reach, text.y - reach, 2 * reach, 2 * reach)


def _around(points: tuple[tuple[float, float], ...]) -> Box | None:
    if not points:
        return None
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
