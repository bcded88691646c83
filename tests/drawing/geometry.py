"""What a page may not do, checked on what it is made of, in the order in which it is drawn."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from govchain.drawing.ink.lettering import width_of
from govchain.drawing.ink.scene import Box, Group, Icon, Item, Line, Rect, Scene, Shape, Text

THIN = 1.5
_LEAST_CONTRAST = 4.5
_STRIKE = 1.2
"""As thick as what strikes a name through, which runs through it on purpose."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Something on a page, `order` as late as it is drawn; a line has a box for each stretch."""

    order: int
    item: Item
    box: Box


def drawn_on(scene: Scene) -> list[Drawn]:
    """Everything on the page in its place."""
    numbers = itertools.count()
    return [Drawn(next(numbers), item, box) for item, box in _all(scene.items, 0, 0)]


def _all(items: Sequence[Item], x: float, y: float) -> Iterator[tuple[Item, Box]]:
    for item in items:
        match item:
            case Group():
                yield from _all(item.items, x + item.x, y + item.y)
            case Text():
                yield item, _box_of(item).moved(x, y)
            case Rect():
                yield item, item.box.moved(x, y)
            case Line() | Shape():
                closed = (item.points[0],) if isinstance(item, Shape) else ()
                for (x1, y1), (x2, y2) in itertools.pairwise((*item.points, *closed)):
                    left, top = min(x1, x2), min(y1, y2)
                    yield item, Box(left, top, abs(x2 - x1), abs(y2 - y1)).moved(x, y)
            case Icon():
                yield item, Box(item.x - 5, item.y - 5, 10, 10).moved(x, y)


def _box_of(text: Text) -> Box:
    """Where its letters stand: a little less than the height of a Chinese character."""
    width = width_of(text.text, text.size, text.bold)
    left = {"start": 0.0, "middle": width / 2, "end": width}[text.anchor]
    return Box(text.x - left, text.y - 0.78 * text.size, width, 0.88 * text.size)


def overlap(a: Box, b: Box, by: float = 0.6) -> bool:
    """They cover each other by more than this in both directions."""
    return (
        min(a.right, b.right) - max(a.x, b.x) > by and min(a.bottom, b.bottom) - max(a.y, b.y) > by
    )


def lies_in(a: Box, b: Box, by: float = 1.0) -> bool:
    return (
        a.x >= b.x - by
        and a.y >= b.y - by
        and a.right <= b.right + by
        and a.bottom <= b.bottom + by
    )


def troubles(scene: Scene) -> Iterator[str]:
    """What is wrong with a page, in words."""
    everything = drawn_on(scene)
    page = Box(0, 0, scene.width, scene.height)
    texts = [d for d in everything if isinstance(d.item, Text)]
    yield from (f"outside the page: {d.item}" for d in everything if not lies_in(d.box, page))
    for drawn in texts:
        text = drawn.item
        assert isinstance(text, Text)
        if drawn.box.width > text.room + 0.01:
            yield f"wider than its room: {text}"
        if scene.paper and text.size < scene.paper.least_size(scene.width, scene.height) - 1e-9:
            yield f"too small to be read: {text}"
    yield from (f"text on text: {a.item} {b.item}" for a, b in _meeting(texts, texts))
    rects = [d for d in everything if isinstance(d.item, Rect)]
    solid = [d for d in rects if min(d.box.width, d.box.height) > THIN]
    standing = [d for d in solid if not _is_ground(d, scene)]
    for a, b in _meeting(standing, standing):
        if not (lies_in(a.box, b.box) or lies_in(b.box, a.box)):
            yield f"box across box: {a.item} {b.item}"
    opaque = [d for d in solid if isinstance(d.item, Rect) and d.item.fill != "none"]
    for text_drawn, box in _meeting(texts, opaque):
        if box.order > text_drawn.order:
            yield f"box on text: {box.item} {text_drawn.item}"
        elif not lies_in(text_drawn.box, box.box, 1.5) and not _is_backed(text_drawn, box, opaque):
            yield f"text leaves a box: {text_drawn.item} {box.item}"
    for drawn in texts:
        if (found := contrast(drawn, opaque)) < _LEAST_CONTRAST:
            yield f"too pale ({found:.2f}): {drawn.item}"
    lines = [d for d in everything if isinstance(d.item, Line | Shape)]
    lines += [d for d in rects if min(d.box.width, d.box.height) <= THIN and not _strikes(d)]
    for text_drawn, line in _crossing(texts, lines):
        if line.order > text_drawn.order or not _is_hidden(line, text_drawn, opaque):
            yield f"line through text: {line.item} {text_drawn.item}"


def contrast(text: Drawn, opaque: Sequence[Drawn]) -> float:
    """Of the letters against what they stand on (WCAG 2)."""
    assert isinstance(text.item, Text)
    grounds = [
        o
        for o in opaque
        if o.order < text.order and isinstance(o.item, Rect) and lies_in(text.box, o.box, 1.5)
    ]
    last = max(grounds, key=lambda o: o.order).item if grounds else None
    ground = last.fill if isinstance(last, Rect) else "#FFFFFF"
    light, dark = sorted((_luminance(text.item.fill), _luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@cache
def _luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _is_ground(drawn: Drawn, scene: Scene) -> bool:
    """The colour of a row across the page: what stands on the edge of two rows lies on both."""
    item = drawn.item
    return isinstance(item, Rect) and not item.stroke and drawn.box.width > 0.9 * scene.width


def _strikes(drawn: Drawn) -> bool:
    return isinstance(drawn.item, Rect) and drawn.item.box.height == _STRIKE


def _is_backed(text: Drawn, box: Drawn, opaque: Sequence[Drawn]) -> bool:
    """It stands on a ground of its own, drawn after the box."""
    return any(box.order < o.order < text.order and lies_in(text.box, o.box, 1.5) for o in opaque)


def _is_hidden(line: Drawn, text: Drawn, opaque: Sequence[Drawn]) -> bool:
    """Between both something is drawn that hides the line where the text stands."""
    return any(line.order < o.order < text.order and lies_in(text.box, o.box, 1.5) for o in opaque)


def _meeting(some: Sequence[Drawn], others: Sequence[Drawn]) -> Iterator[tuple[Drawn, Drawn]]:
    """The pairs that cover each other, each once; from top to bottom."""
    is_same = some is others
    waiting = sorted(others, key=lambda d: d.box.y)
    begin = 0
    tallest = max((d.box.height for d in others), default=0)
    for a in sorted(some, key=lambda d: d.box.y):
        while begin < len(waiting) and waiting[begin].box.y + tallest < a.box.y:
            begin += 1
        for b in itertools.islice(waiting, begin, None):
            if b.box.y > a.box.bottom:
                break
            if b is not a and overlap(a.box, b.box) and not (is_same and b.order < a.order):
                yield a, b


def _crossing(texts: Sequence[Drawn], lines: Sequence[Drawn]) -> Iterator[tuple[Drawn, Drawn]]:
    for text in texts:
        box = text.box
        inner = Box(box.x + 0.5, box.y + 1, max(box.width - 1, 0), box.height - 2)
        for line in lines:
            other = line.box
            if (
                other.x < inner.right
                and other.right > inner.x
                and other.y < inner.bottom
                and other.bottom > inner.y
            ):
                yield text, line
