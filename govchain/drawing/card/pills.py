"""Findings on a row of a card: small numbers at the right end of its first line."""

from __future__ import annotations

from collections.abc import Sequence

from govchain.drawing.card.badges import anchor_of, badges_of, pill
from govchain.drawing.chart.marks import Mark
from govchain.drawing.ink.lettering import width_of
from govchain.drawing.ink.scene import Box, Group, Item

SIZE = 10.5
HEIGHT = 14.0
BETWEEN = 2.0
MOST = 3


def pills_width(marks: Sequence[Mark]) -> float:
    """How much room the pills take at the end of a line; none, where there are none."""
    badges = badges_of(marks, MOST)
    return sum(width_of(badge.label, SIZE, True) + 8 + BETWEEN for badge in badges)


def pills_face(matter: str, marks: Sequence[Mark], right: float, baseline: float) -> list[Item]:
    """The pills up to the right edge, on a line with this baseline."""
    items: list[Item] = []
    x = right - pills_width(marks)
    for badge in badges_of(marks, MOST):
        width = width_of(badge.label, SIZE, True) + 8
        box = Box(x + BETWEEN, baseline - 11, width, HEIGHT)
        href = anchor_of(matter, badge.mark) if badge.mark else ""
        data = (("finding", badge.mark.label),) if badge.mark else ()
        css = "badge" if badge.mark else ""
        face = pill(badge, box, SIZE)
        items.append(Group(face, title=badge.title, css=css, data=data, href=href))
        x += width + BETWEEN
    return items
