"""Where flows leave nodes and reach them, and names stand beside them."""

from __future__ import annotations

import math
from collections.abc import Sequence

from govchain.drawing.bpmn.elements import FlowNode, Points
from govchain.drawing.bpmn.measures import JOG, LABEL_SIZE, ROW
from govchain.drawing.ink.lettering import width_of
from govchain.drawing.ink.scene import Box


def label_at(x: float, y: float, text: str, most: float) -> Box:
    """Where a name stands, from its top left corner; it breaks where it is wider than `most`."""
    return Box(x, y, min(width_of(text, LABEL_SIZE) + 6, most), 14)


def row_middle(box: Box, number: int, count: int) -> float:
    """The rows stand around the middle of the task."""
    return box.y + box.height / 2 + ROW * (number - (count - 1) / 2)


def _edge_at(node: FlowNode, x: float) -> float | None:
    """How far from the middle up or down the node's edge is at this place; None where beside it."""
    half = node.box.width / 2
    aside = abs(x - node.box.middle)
    if node.tag == "userTask":
        return node.box.height / 2 if aside <= half - 5 else None
    if aside >= half - 2:
        return None
    return half - aside if node.tag.endswith("Gateway") else math.sqrt(half**2 - aside**2)


def leaving(node: FlowNode, points: Points) -> Sequence[tuple[float, float]]:
    """The first points of a flow: from the node's edge to where the arrow begins."""
    x, y = points[0]
    middle = node.box.y + node.box.height / 2
    if (edge := _edge_at(node, x)) is not None:
        return ((x, middle + edge),)
    if node.id.startswith("bar_"):
        side = node.box.right if x > node.box.middle else node.box.x
        return ((side, middle), (x, middle))
    level = y + JOG
    return ((node.box.middle, node.box.bottom), (node.box.middle, level), (x, level))


def coming(node: FlowNode, points: Points) -> Sequence[tuple[float, float]]:
    """The last points: from where the arrow ends to the node's edge."""
    x, y = points[-1]
    middle = node.box.y + node.box.height / 2
    if (edge := _edge_at(node, x)) is not None:
        return ((x, middle - edge),)
    if node.id.startswith("bar_"):
        side = node.box.right if x > node.box.middle else node.box.x
        return ((x, middle), (side, middle))
    level = y - JOG
    return ((x, level), (node.box.middle, level), (node.box.middle, node.box.y))
