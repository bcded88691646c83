"""What stands above the picture: findings that speak of no element, papers no step asks for."""

from __future__ import annotations

from collections.abc import Iterator

from govchain.drawing.card.badges import HEIGHT, badge_face, badges_of, colour_of
from govchain.drawing.card.paperface import paper_face
from govchain.drawing.chart.chart import Chart
from govchain.drawing.chart.marks import Mark
from govchain.drawing.ink import palette
from govchain.drawing.ink.lettering import clean, clip, whole_of, width_of
from govchain.drawing.ink.pieces import Piece, set_in_lines
from govchain.drawing.ink.scene import Box, Group, Item, Rect, Text

SIZE = 12.0
PAPER_WIDTH = 250.0


def prelude(chart: Chart, width: float) -> tuple[tuple[Item, ...], float]:
    """Findings on the matter as a whole, then its papers; nothing where there is neither."""
    items: list[Item] = []
    marks, y = set_in_lines(_marks(chart), width, HEIGHT + 4, 12)
    if marks:
        items.append(Group(marks, y=16))
    if chart.papers:
        if y:
            y += 6
        papers, height = _papers(chart, width)
        items.append(Group(papers, y=y))
        y += height
    return tuple(items), y


def _marks(chart: Chart) -> Iterator[Piece]:
    for mark in chart.marks_on_whole:
        yield _said(chart, mark)


def _said(chart: Chart, mark: Mark) -> Piece:
    """The badge and the name of the rule."""
    (badge,) = badges_of([mark], 1)
    name = clip(clean(mark.rule_name), PAPER_WIDTH, SIZE, True)
    room = width_of(name, SIZE, True)
    x = badge.width + 5
    whole = whole_of(mark.rule_name, name)
    text = Text(x, 0, name, SIZE, room, colour_of(mark), True, whole=whole)
    return Piece(
        (badge_face(chart.matter, badge, Box(0, -16, badge.width, HEIGHT)), text), x + room
    )


def _papers(chart: Chart, width: float) -> tuple[tuple[Item, ...], float]:
    """The papers in columns, under a line that says what they are."""
    items: list[Item] = [
        Rect(Box(0, 0, width, 24), palette.CONDITION),
        Text(8, 16.5, chart.words("papers-asked"), SIZE, width - 16, bold=True),
    ]
    columns = max(int(width // PAPER_WIDTH), 1)
    y = 26.0
    for first in range(0, len(chart.papers), columns):
        height = 0.0
        for column, row in enumerate(chart.papers[first : first + columns]):
            face, taken = paper_face(row, 0, width / columns, chart.matter)
            items.append(Group(tuple(face), x=column * width / columns, y=y))
            height = max(height, taken)
        y += height
    return tuple(items), y + 4
