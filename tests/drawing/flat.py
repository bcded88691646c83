"""A picture as everything in it stands on the page, for tests of geometry."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from govchain.drawing.ink.lettering import width_of
from govchain.drawing.ink.scene import Box, Group, Item, Line, Rect, Scene, Shape, Text

Point = tuple[float, float]
ASCENT, DESCENT = 0.8, 0.1
"""Of letters, in font sizes: without the room that is kept for accents."""


@dataclass(frozen=True)
class Placed:
    """Something of the picture, where it stands on the page, and the groups around it."""

    item: Item
    x: float
    y: float
    within: tuple[Group, ...]

    @property
    def box(self) -> Box:
        assert isinstance(self.item, Rect)
        return self.item.box.moved(self.x, self.y)

    @property
    def points(self) -> list[Point]:
        assert isinstance(self.item, Line | Shape)
        return [(x + self.x, y + self.y) for x, y in self.item.points]

    @property
    def corners(self) -> list[Point]:
        """The four corners of a text, turned as it is."""
        text = self.item
        assert isinstance(text, Text)
        width = width_of(text.text, text.size, text.bold)
        left = {"start": 0.0, "middle": -width / 2, "end": -width}[text.anchor]
        top, bottom = -ASCENT * text.size, DESCENT * text.size
        flat = ((left, top), (left + width, top), (left + width, bottom), (left, bottom))
        cos, sin = math.cos(math.radians(text.angle)), math.sin(math.radians(text.angle))
        x0, y0 = self.x + text.x, self.y + text.y
        return [(x0 + x * cos - y * sin, y0 + x * sin + y * cos) for x, y in flat]


def placed(scene: Scene) -> list[Placed]:
    """All that is drawn, in order."""
    return list(_placed(scene.items, 0, 0, ()))


def _placed(
    items: Sequence[Item], x: float, y: float, within: tuple[Group, ...]
) -> Iterator[Placed]:
    for item in items:
        yield Placed(item, x, y, within)
        if isinstance(item, Group):
            yield from _placed(item.items, x + item.x, y + item.y, (*within, replace(item)))


def texts(scene: Scene) -> list[Placed]:
    """All texts in which something stands."""
    return [p for p in placed(scene) if isinstance(p.item, Text) and p.item.text.strip()]


def rects(scene: Scene) -> list[Placed]:
    return [p for p in placed(scene) if isinstance(p.item, Rect)]


def lines(scene: Scene) -> list[Placed]:
    return [p for p in placed(scene) if isinstance(p.item, Line)]


def corners_of(box: Box) -> list[Point]:
    return [(box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom)]


def meet(one: Sequence[Point], other: Sequence[Point], slack: float = 0.01) -> bool:
    """Two convex shapes share more than an edge: no line separates them."""
    for shape in (one, other):
        for (ax, ay), (bx, by) in itertools.pairwise([*shape, shape[0]]):
            nx, ny = by - ay, ax - bx
            length = math.hypot(nx, ny)
            if not length:
                continue
            ours = [(x * nx + y * ny) / length for x, y in one]
            theirs = [(x * nx + y * ny) / length for x, y in other]
            if max(ours) <= min(theirs) + slack or max(theirs) <= min(ours) + slack:
                return False
    return True


def texts_on_texts(scene: Scene) -> Iterator[tuple[str, str]]:
    """The texts that stand on one another."""
    known = [(p.item.text, p.corners) for p in texts(scene) if isinstance(p.item, Text)]
    known.sort(key=lambda pair: min(x for x, _ in pair[1]))
    for number, (text, corners) in enumerate(known):
        right = max(x for x, _ in corners)
        for other, theirs in known[number + 1 :]:
            if min(x for x, _ in theirs) > right:
                break
            if _at_one_height(corners, theirs) and meet(corners, theirs):
                yield text, other


def _at_one_height(one: Sequence[Point], other: Sequence[Point]) -> bool:
    ours, theirs = [y for _, y in one], [y for _, y in other]
    return max(ours) > min(theirs) and max(theirs) > min(ours)


def outside(scene: Scene) -> Iterator[str]:
    """What does not stand on the page."""
    for thing in placed(scene):
        if isinstance(thing.item, Text):
            points, said = thing.corners, thing.item.text
        elif isinstance(thing.item, Rect):
            points, said = corners_of(thing.box), "a rectangle"
        elif isinstance(thing.item, Line | Shape):
            points, said = thing.points, "a line"
        else:
            continue
        if any(not (0 <= x <= scene.width and 0 <= y <= scene.height) for x, y in points):
            yield said


def too_wide(scene: Scene) -> Iterator[str]:
    """The texts that are wider than the room they have."""
    for thing in texts(scene):
        text = thing.item
        assert isinstance(text, Text)
        if width_of(text.text, text.size, text.bold) > text.room + 0.01:
            yield text.text


def smallest(scene: Scene) -> float:
    """The smallest letters, in pixels."""
    return min(p.item.size for p in texts(scene) if isinstance(p.item, Text))
