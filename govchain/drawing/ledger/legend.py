"""What the signs of findings on a page of a ledger mean, as far as they occur."""

from __future__ import annotations

from collections.abc import Sequence

from govchain.drawing.card.badgelegend import badge_legend
from govchain.drawing.chart.marks import Mark
from govchain.drawing.chart.words import Words
from govchain.drawing.ink.pieces import set_in_lines
from govchain.drawing.ink.scene import Group, Item
from govchain.drawing.ledger.measures import AXIS_FOOT, LEAST, PAPERS, RIGHT, Column

_LINE, _SPACE = 20.0, 14.0


def legend_face(marks: Sequence[Mark], words: Words) -> tuple[tuple[Item, ...], float]:
    """Beside the foot of the axis, below the papers; the height that it takes below that."""
    lines, height = legend_lines(marks, words, Column(PAPERS.left, RIGHT))
    return (Group(lines, y=-AXIS_FOOT + 4),) if lines else (), max(height - _LINE, 0.0)


def legend_lines(
    marks: Sequence[Mark], words: Words, column: Column
) -> tuple[tuple[Item, ...], float]:
    """In as many lines of a column as it takes, from y = 0 down, and their height."""
    pieces = badge_legend(marks, words, LEAST)
    lines, height = set_in_lines(pieces, column.width, _LINE, _SPACE)
    return (Group(lines, x=column.left, y=14),) if lines else (), height + 4 if lines else 0.0
