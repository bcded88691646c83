"""Findings on a row of a card: small numbers at the right end of its first line."""

from __future__ import annotations

from collections.abc import Sequence

from govchain.drawing.card.badges import Badge, badge_face, badges_of
from govchain.drawing.chart.marks import Mark
from govchain.drawing.ink.scene import Box, Item

SIZE = 11.0
HEIGHT = 15.0
BETWEEN = 2.0
MOST = 3
"""So many findings are told on a row; the last pill says how many more there are."""


def pills_width(marks: Sequence[Mark]) -> float:
    """How much room the pills take at the end of a line; none, where there are none."""
    return _width_of(badges_of(marks, MOST))


def _width_of(badges: Sequence[Badge]) -> float:
    return sum(badge.width_at(SIZE) + BETWEEN for badge in badges)


def pills_face(matter: str, marks: Sequence[Mark], right: float, baseline: float) -> list[Item]:
    """The pills up to the right edge, on a line with this baseline."""
    badges = badges_of(marks, MOST)
    items: list[Item] = []
    x = right - _width_of(badges)
    for badge in badges:
        width = badge.width_at(SIZE)
        box = Box(x + BETWEEN, baseline - 11.5, width, HEIGHT)
        items.append(badge_face(matter, badge, box, SIZE))
        x += width + BETWEEN
    return items
