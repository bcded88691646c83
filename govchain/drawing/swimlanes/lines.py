"""The lines of a page: who waits for whom, and where people come to."""

from __future__ import annotations

from collections.abc import Iterator

from govchain.drawing.ink import palette
from govchain.drawing.ink.scene import Box, Item, Line, Shape
from govchain.drawing.swimlanes.measures import PORT, PORTS, TRACK
from govchain.drawing.swimlanes.places import Places
from govchain.drawing.swimlanes.tracks import Way

Point = tuple[float, float]
APART = PORTS / 2
"""By how much lines reach a card lower than lines leave one, so that none lies on another."""
FIRST = 7.0
"""From a card to the first track behind it."""
DROP = 0.8
"""Where on the width of a card people come down to it."""


def wait_face(way: Way, places: Places, lane: str | None) -> Iterator[Item]:
    """The line of a wait, dashed where nobody need wait; its lane is that of who waits."""
    points = _points(way, places, lane)
    needless = way.wait.needless is not None
    ink, dash = (palette.REDUNDANT, "5 3") if needless else (palette.LINE, "")
    x, y = points[-1]
    yield Line((*points[:-1], (x - 6, y)), ink, 1.8 if needless else 1.5, dash=dash)
    yield Shape(((x - 8, y - 3.8), (x - 0.5, y), (x - 8, y + 3.8)), ink)


def _points(way: Way, places: Places, lane: str | None) -> list[Point]:
    first, second = places.boxes[way.wait.first], places.boxes[way.wait.second]
    y1, y2 = first.y + PORT + PORTS * way.leaves, second.y + PORT + APART + PORTS * way.reaches
    x1 = first.right + FIRST + TRACK * way.out
    if way.is_direct:
        if first.y == second.y and not way.reaches:
            return [(first.right, y2), (second.x, y2)]
        return [(first.right, y1), (x1, y1), (x1, y2), (second.x, y2)]
    x2 = _gap_left(second, places) + FIRST + TRACK * way.into
    y = places.strip(lane, way.strip)
    return [(first.right, y1), (x1, y1), (x1, y), (x2, y), (x2, y2), (second.x, y2)]


def _gap_left(box: Box, places: Places) -> float:
    """Where the gap before a card begins."""
    ends = [right for left, right in places.columns if right < box.x]
    return max(ends, default=places.lanes[""].x)


def drop_face(box: Box, top: float) -> Iterator[Item]:
    """The dotted line on which people come to a card, from the pill above it."""
    x = box.x + box.width * DROP
    yield Line(((x, top), (x, box.y - 7)), palette.ALARM, 1.8, dash="2 3")
    yield Shape(((x - 4.2, box.y - 8), (x + 4.2, box.y - 8), (x, box.y - 0.5)), palette.ALARM)
