"""The legend: what the signs mean that occur in this picture."""

from __future__ import annotations

from collections.abc import Iterator

from govchain.drawing.card.badgelegend import badge_legend
from govchain.drawing.card.rowface import STYLES
from govchain.drawing.chart.chart import Chart
from govchain.drawing.chart.excerpt import Side
from govchain.drawing.chart.flow import Shape
from govchain.drawing.chart.needrows import Look
from govchain.drawing.ink import palette
from govchain.drawing.ink.pieces import Piece, set_in_lines, signed
from govchain.drawing.ink.scene import Box, Group, Icon, Item, Line, Rect
from govchain.drawing.ink.scene import Shape as Polygon
from govchain.drawing.sheet.flowface import handed_over, head, run_face
from govchain.drawing.sheet.headline import redundancy_sign

SIZE = 11.5
ORDER = (Look.SHARED, Look.HELD, Look.DECLARED, Look.UNSHARED, Look.CARRIED, Look.MISSING)
HANDLINGS = ("submitted", "shown", "surrendered")


def legend(chart: Chart, width: float, has_runs: bool) -> tuple[tuple[Item, ...], float]:
    """The legend in this width, and its height."""
    lines, height = set_in_lines(_pieces(chart, has_runs), width, 21, 15)
    return ((Group(lines, y=14),), height) if lines else ((), 0.0)


def _pieces(chart: Chart, has_runs: bool) -> Iterator[Piece]:
    yield from _of_cards(chart)
    if has_runs:
        yield _piece(tuple(run_face(Box(0, -10, 20, 12), 4)), 26, chart.words("legend-run"))
    yield from _of_flow(chart)
    yield from badge_legend(chart.marks, chart.words, SIZE)


def _of_cards(chart: Chart) -> Iterator[Piece]:
    cards = chart.cards.values()
    looks = {row.look for card in cards for row in card.needs}
    for look in ORDER:
        if look in looks:
            yield _piece(
                tuple(_supply_sign(look)),
                23 if STYLES[look].stroke else 15,
                chart.words(f"legend-{look}"),
            )
    papers = [row for card in cards for row in card.papers] + list(chart.papers)
    for handling in HANDLINGS:
        if any(row.handling == handling for row in papers):
            sign = (Icon(f"paper-{handling}", 6, -4),)
            yield _piece(sign, 15, chart.words(f"legend-paper-{handling}"))
    if any(row.is_spared for row in papers):
        yield _piece(_spared_sign(), 26, chart.words("legend-spared"))
    if any(card.is_redundant for card in cards):
        yield _piece(redundancy_sign(), 20, chart.words("legend-redundant"))
    if any(card.visit for card in cards):
        yield _piece((Icon("visit", 5, -4),), 12, chart.words("legend-visit"))
    if any(card.time for card in cards):
        yield _piece((Icon("time", 5, -4),), 14, chart.words("legend-time"))
    if any(card.others for card in cards):
        yield _piece((Icon("with", 6, -4),), 16, chart.words("legend-with"))
    if any(card.condition for card in cards):
        yield _piece(_condition_sign(), 26, chart.words("legend-condition"))


def _of_flow(chart: Chart) -> Iterator[Piece]:
    shapes = {node.shape for node in chart.flow.nodes}
    if Shape.BAR in shapes:
        bar = Rect(Box(0, -7, 20, 5), palette.INK, radius=2)
        yield _piece((bar,), 26, chart.words("parallel"))
    if handed_over(chart):
        arrow = Line(((5, -12), (5, 0)), palette.LINE, 1.6)
        yield _piece((arrow, head(5, 1), head(5, -6)), 15, chart.words("legend-handover"))
    sides = {stub.side for stub in chart.stubs.values()}
    if sides & {Side.FROM, Side.TO}:
        yield _piece((_connector_sign(),), 22, chart.words("legend-connector"))
    if Side.GAP in sides:
        box = Box(0, -10, 18, 12)
        yield _piece(
            (Rect(box, palette.WHITE, palette.MUTED, 1.2, 6, "2 3"),), 24, chart.words("legend-gap")
        )


def _connector_sign() -> Item:
    corners = ((0.0, -11.0), (16.0, -11.0), (16.0, -3.0), (8.0, 2.0), (0.0, -3.0))
    return Polygon(corners, palette.CONDITION, palette.LINE, 1.2)


def _supply_sign(look: Look) -> Iterator[Item]:
    """The sign of a supply, in its frame where it has one."""
    style = STYLES[look]
    if style.stroke:
        box = Box(0, -11.5, 18, 15)
        yield Rect(box, style.wash, style.stroke, style.stroke_width, radius=2, dash=style.dash)
    yield Icon(look.value, 9 if style.stroke else 6, -4)


def _spared_sign() -> tuple[Item, ...]:
    """A line of writing, struck through."""
    writing = Rect(Box(2, -8, 16, 6), palette.RULE)
    return writing, Rect(Box(0, -5.6, 20, 1.3), palette.ALARM)


def _condition_sign() -> tuple[Item, ...]:
    return (Rect(Box(0, -9.5, 20, 11), palette.CONDITION, palette.LINE, 1.2, radius=5.5),)


def _piece(sign: tuple[Item, ...], indent: float, word: str) -> Piece:
    return signed(sign, indent, word, SIZE, palette.MUTED)
