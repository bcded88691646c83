"""Which row waits for which: lines from bar to bar, dashed where nobody need wait.

A line leaves its bar below, turns beside the bar that waits for it, and ends there. Lines lie
below bars and writing, which have a ground of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from govchain.drawing.fold.parts import FoldedPart, Wait
from govchain.drawing.ink import palette
from govchain.drawing.ink.scene import Box, Item, Line, Shape
from govchain.drawing.ledger.axis import Axis
from govchain.drawing.ledger.measures import Column

BESIDE, ASIDE = 9.0, 6.0
"""How far before a bar a line comes down; how much farther a dashed one."""
_TURN = 6.0
_HEAD, _HALF = 7.0, 3.6


@dataclass(frozen=True, slots=True)
class Link:
    """A wait on the axis: it leaves at `leaves`, runs down (or up) at `runs`, and ends at `ends`.

    `first` and `second` are the places of its rows.
    """

    wait: Wait
    leaves: float
    runs: float
    ends: float

    @property
    def first(self) -> int:
        return self.wait.first

    @property
    def second(self) -> int:
        return self.wait.second

    @property
    def turn(self) -> Column:
        """From where to where it runs along its own row."""
        return Column(min(self.leaves, self.runs), max(self.leaves, self.runs))

    @property
    def rows(self) -> range:
        """All rows that it passes or ends in, the one that it leaves aside."""
        if self.first < self.second:
            return range(self.first + 1, self.second + 1)
        return range(self.second, self.first)


def links_of(parts: Sequence[FoldedPart], waits: Sequence[Wait], axis: Axis) -> list[Link]:
    """The waits between these parts, where they stand on the axis."""
    solid = {wait.second for wait in waits if wait.needless is None}
    return [
        _link(parts[wait.first], parts[wait.second], wait, axis, wait.second in solid)
        for wait in waits
    ]


def _link(
    first: FoldedPart, second: FoldedPart, wait: Wait, axis: Axis, is_beside_solid: bool
) -> Link:
    begins = _entered(second, first)
    ends = axis.at(begins)
    runs = ends - BESIDE - (ASIDE if wait.needless and is_beside_solid else 0)
    since, until = _left(first, begins)
    left, right = axis.at(since) + 1, max(axis.at(until) - 1, axis.at(since) + 1)
    return Link(wait, min(max(runs, left), right), runs, ends)


def _entered(part: FoldedPart, before: FoldedPart) -> int:
    """When it goes on after the other: own steps do not all stand together."""
    later = [s.span.begins for s in part.segments if s.span.begins >= before.span.ends]
    return later[0] if not part.key and later else part.span.begins


def _left(part: FoldedPart, begins: int) -> tuple[int, int]:
    """From when to when it has done what the other waits for."""
    done = [s.span for s in part.segments if s.span.ends <= begins]
    if not part.key and done:
        return done[-1].begins, done[-1].ends
    return part.span.begins, part.span.ends


def link_face(link: Link, boxes: Mapping[int, Box]) -> Iterator[Item]:
    """The line and its head; `boxes` are those of the bars."""
    start, end = boxes[link.first], boxes[link.second]
    is_down = link.first < link.second
    y1 = start.bottom if is_down else start.y
    turn = y1 + (_TURN if is_down else -_TURN)
    y2 = end.y + end.height / 2
    points = [(link.leaves, y1), (link.leaves, turn), (link.runs, turn), (link.runs, y2)]
    if link.leaves == link.runs:
        points = [(link.leaves, y1), (link.runs, y2)]
    points.append((link.ends - _HEAD + 1, y2))
    needless = link.wait.needless
    ink, dash = (palette.REDUNDANT, "5 3") if needless else (palette.LINE, "")
    yield Line(tuple(points), ink, 1.8 if needless else 1.5, dash=dash)
    tip = link.ends - 0.5
    head = ((tip - _HEAD, y2 - _HALF), (tip, y2), (tip - _HEAD, y2 + _HALF))
    yield Shape(head, ink)
