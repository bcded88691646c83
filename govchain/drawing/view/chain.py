"""The view `chain`: compact cards with no lanes, as few columns as the order allows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from govchain.compiler.order import Order
from govchain.drawing.chart.chart import Chart
from govchain.drawing.chart.columns import Column, Columns, card_width
from govchain.drawing.chart.leaves import told_of
from govchain.drawing.chart.subject import How, MatterSubject, Of
from govchain.drawing.ink.scene import Scene
from govchain.drawing.sheet.tiles import tiled_on_paper, tiled_on_screen

OF = Of.MATTER
HEEDS = frozenset({"expand", "focus", "fold none", "highlight", "only"})

LEAST_CARD, MOST_CARD = 176, 216
MOST_COLUMNS = 6
"""Where more steps than this run at once, they share columns."""


def scenes(subject: MatterSubject, how: How) -> tuple[Scene, ...]:
    """The called matters side by side on one page; on paper as many as it takes."""
    charts, leaves = told_of(subject, how)
    if how.paper is None:
        return tiled_on_screen(charts, leaves, arrange, tells_findings=how.tells_findings)
    return tiled_on_paper(charts, leaves, arrange, how.paper)


def arrange(chart: Chart) -> Columns:
    """Steps that can run at once stand in different columns, others below each other.

    A step stands below the first step that it follows, if it is the first to follow that.
    """
    order = chart.order
    of: dict[str, int] = {}
    lowest: list[str] = []
    for step in order.steps:
        heirs = [b for b in order.predecessors(step) if order.followers(b)[0] == step]
        wanted = [of[before] for before in heirs]
        column = _column(step, [*wanted, *range(len(lowest))], lowest, order)
        of[step] = column
        lowest[column : column + 1] = [step]
    bypasses = _bypasses(chart, of)
    count = max((*of.values(), *bypasses.values()), default=-1) + 1
    width = card_width(count, LEAST_CARD, MOST_CARD)
    columns = tuple(Column() for _ in range(count))
    return Columns(columns, of, width, are_lanes=False, bypasses=bypasses, are_compact=True)


def _bypasses(chart: Chart, of: Mapping[str, int]) -> dict[int, int]:
    """A bypass stands beside the last of the alternatives that it passes."""
    nodes = chart.flow.nodes
    return {
        division[-1]: 1 + max(of[nodes[node].unit] for node in division[:-1])
        for division in chart.flow.divisions()
        if not nodes[division[-1]].unit
    }


def _column(step: str, candidates: Sequence[int], lowest: Sequence[str], order: Order) -> int:
    """The first column whose lowest step surely comes before this one, or a new one."""
    for column in candidates:
        if order.is_before(lowest[column], step):
            return column
    return min(len(lowest), MOST_COLUMNS - 1)
