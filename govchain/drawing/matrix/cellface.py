"""A cell of the matrix: filled where data flows, framed where it does not, dashed where a link is
there and fails; a corner is filled where part of it flows."""

from __future__ import annotations

from collections.abc import Iterator

from govchain.drawing.ink import palette
from govchain.drawing.ink.scene import Box, Item, Rect, Shape, Text
from govchain.drawing.matrix.board import Look
from govchain.drawing.matrix.sizes import LETTERS

CORNER, NARROW_CORNER = 0.42, 0.3
"""How much of a side the filled corner takes: less beside a number of several digits."""
DASH = "3.5 2"


def cell_face(look: Look, number: str, flows_partly: bool, box: Box) -> Iterator[Item]:
    """The face in its box."""
    if look is Look.FLOWS:
        yield Rect(box, palette.SHARED)
    else:
        dash = DASH if look is Look.LINK_FAILS else ""
        yield Rect(box, palette.ALARM_WASH)
        if flows_partly:
            yield _corner(box, CORNER if len(number) < 2 else NARROW_CORNER)
        yield Rect(box, "none", palette.ALARM, 1.4, dash=dash)
    ink = palette.WHITE if look is Look.FLOWS else palette.ALARM
    y = box.y + box.height / 2 + LETTERS * 0.36
    yield Text(box.middle, y, number, LETTERS, box.width, ink, True, "middle")


def _corner(box: Box, share: float) -> Shape:
    side = share * min(box.width, box.height)
    right, bottom = box.right, box.bottom
    return Shape(((right, bottom - side), (right, bottom), (right - side, bottom)), palette.SHARED)


def own_face(box: Box) -> Rect:
    """Where a department meets itself."""
    return Rect(box, palette.LANE_HEAD_MUTED)
