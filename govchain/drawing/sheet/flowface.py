"""The flow on its ground: bands, bars, arrows, gates, cards with their chips and badges."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from govchain.drawing.card.badges import badge_face
from govchain.drawing.card.overhead import (
    CONDITION_HEIGHT,
    CONDITION_LINE,
    CONDITION_PADDING,
    CONDITION_SIZE,
    condition_lines,
)
from govchain.drawing.chart.chart import Chart
from govchain.drawing.chart.flow import Node, Shape
from govchain.drawing.ink import palette
from govchain.drawing.ink.lettering import clip, whole_of, width_of, wrap
from govchain.drawing.ink.scene import Box, Group, Item, Line, Rect, Strokes, Text
from govchain.drawing.ink.scene import Shape as Polygon
from govchain.drawing.layout.arrows import BESIDE, Arrow, Stretch
from govchain.drawing.layout.layout import Layout

HEAD_LENGTH, HEAD_HALF = 8.0, 3.6
GATE_SIZE = 12.5
BAND_SIZE = 11.0
FEW_GAPS = 20
"""An arrow that runs across more bars than this has its gaps in one path."""


def flow_face(chart: Chart, layout: Layout) -> tuple[Item, ...]:
    """Everything between the heads of the lanes and the legend."""
    nodes = chart.flow.nodes
    items: list[Item] = []
    word = chart.words("parallel")
    width = width_of(word, BAND_SIZE, True)
    for band, right in zip(layout.bands, _free_right_ends(layout, width), strict=True):
        items.extend(_band(band, word, width, right))
    for run in layout.runs:
        items.extend(run_face(run))
    for position, node in enumerate(nodes):
        if node.shape is Shape.BAR:
            items.append(Rect(layout.boxes[position], palette.INK, radius=2))
    handovers = handed_over(chart)
    for arrow in layout.arrows:
        items.extend(_arrow(arrow, nodes, (arrow.source, arrow.target) in handovers))
    for position, node in enumerate(nodes):
        items.extend(_node(chart, layout, position, node))
    return tuple(items)


def _band(box: Box, word: str, width: float, right: float | None) -> Iterator[Item]:
    """The ground of what runs in parallel; its word ends at `right`, where no arrow runs."""
    yield Rect(box, palette.BAND, palette.BAND_EDGE, radius=8, dash="2 3")
    if right is not None:
        yield Text(
            right, box.y + 20, word, BAND_SIZE, width, palette.MUTED, bold=True, anchor="end"
        )


def run_face(box: Box, tick_length: float = 6) -> Iterator[Item]:
    """The ground of steps of one guard, between brackets."""
    yield Rect(box, palette.RUN)
    for x, tick in ((box.x, tick_length), (box.right, -tick_length)):
        ends = ((x + tick, box.y), (x, box.y), (x, box.bottom), (x + tick, box.bottom))
        yield Line(ends, palette.MUTED, 1.6)


def handed_over(chart: Chart) -> set[tuple[int, int]]:
    """The arrows on which a matter goes to another department, be it past gates and bars."""
    nodes, before = chart.flow.nodes, chart.flow.predecessors()
    offices: list[frozenset[str]] = []
    found = set()
    for position, node in enumerate(nodes):
        coming = [offices[source] for source in before[position]]
        here = chart.chain.step(node.step).department if node.step else None
        if node.step:
            found |= {
                (source, position)
                for source, from_there in zip(before[position], coming, strict=True)
                if here and from_there - {here}
            }
        is_passed = node.shape in (Shape.GATE, Shape.BAR, Shape.BYPASS)
        passed = frozenset().union(*coming) if is_passed else frozenset()
        offices.append(frozenset({here}) if here else passed)
    return found


@dataclass(frozen=True, slots=True)
class Taken:
    """The place that a piece of an arrow, or the ground of a run, takes: no word lies there."""

    top: float
    bottom: float
    left: float
    right: float


def _free_right_ends(layout: Layout, width: float) -> list[float | None]:
    """For each band the rightmost place for a word; None where arrows run everywhere.

    From top to bottom: what runs is taken up where it begins and let go where it has ended.
    """
    waiting = sorted(_stretches(layout), key=lambda stretch: -stretch.top)
    running: list[Taken] = []
    found: dict[int, float | None] = {}
    for number, band in sorted(enumerate(layout.bands), key=lambda numbered: numbered[1].y):
        top, bottom = band.y + 8, band.y + 24
        while waiting and waiting[-1].top < bottom:
            running.append(waiting.pop())
        running = [stretch for stretch in running if stretch.bottom > top]
        found[number] = free_right_end(band, width, running)
    return [found[number] for number in range(len(layout.bands))]


def _stretches(layout: Layout) -> Iterator[Taken]:
    for arrow in layout.arrows:
        for (x1, y1), (x2, y2) in itertools.pairwise(arrow.points):
            yield Taken(min(y1, y2), max(y1, y2), min(x1, x2), max(x1, x2))
    for run in layout.runs:
        yield Taken(run.y, run.bottom, run.x, run.right)


def free_right_end(band: Box, width: float, running: Sequence[Taken]) -> float | None:
    """The word is moved left past what it would cross, which it cannot cross again."""
    waiting = sorted(running, key=lambda stretch: stretch.right)
    right = band.right - 8
    while right - width > band.x + 8:
        crossing = []
        while waiting and waiting[-1].right > right - width - 4:
            stretch = waiting.pop()
            if stretch.left < right + 4:
                crossing.append(stretch.left)
        if not crossing:
            return right
        right = min(crossing) - 5
    return None


def _arrow(arrow: Arrow, nodes: Sequence[Node], is_handover: bool) -> Iterator[Item]:
    """The line, over a gap where it runs across a bar, and its head; a hand-over has two."""
    yield from _gaps(arrow.crossings)
    source, target = nodes[arrow.source].step, nodes[arrow.target].step
    yield Line(arrow.points, palette.LINE, 1.6, source, target)
    if arrow.has_head:
        x, y = arrow.points[-1]
        for tip in (y, y - HEAD_LENGTH + 1) if is_handover else (y,):
            yield head(x, tip)


def head(x: float, y: float) -> Polygon:
    """The head of an arrow, its tip at x, y."""
    left, right = (x - HEAD_HALF, y - HEAD_LENGTH), (x + HEAD_HALF, y - HEAD_LENGTH)
    return Polygon(((x, y), left, right), palette.LINE)


def _gaps(crossings: tuple[Stretch, ...]) -> Iterator[Item]:
    """A rectangle each; of many, which look the same, a stroke each."""
    if len(crossings) > FEW_GAPS:
        yield Strokes(crossings, palette.WHITE, 2 * BESIDE)
        return
    for x, top, _, bottom in crossings:
        yield Rect(Box(x - BESIDE, top, 2 * BESIDE, bottom - top), palette.WHITE)


def _node(chart: Chart, layout: Layout, position: int, node: Node) -> Iterator[Item]:
    box = layout.boxes[position]
    if node.shape is Shape.CARD:
        yield _card(chart, layout, position, node)
    elif node.shape is Shape.STUB:
        side = chart.stubs[node.stub].side
        yield Group(layout.faces[position].items, x=box.x, y=box.y, css=f"stub {side}")
    elif node.shape is Shape.GATE:
        yield _gate(chart.conditions.question(node.fact), box)
    elif node.shape is Shape.BYPASS:
        yield _bypass(chart.conditions.options(node.fact, node.options), box)
    elif node.shape is Shape.END:
        yield Rect(box, palette.INK, radius=box.height / 2)
        yield Text(
            box.middle,
            box.y + 18.5,
            chart.words("done"),
            12.5,
            box.width - 12,
            palette.WHITE,
            True,
            "middle",
        )


def _card(chart: Chart, layout: Layout, position: int, node: Node) -> Group:
    card, box = chart.cards[node.step], layout.boxes[position]
    face = Group(layout.faces[position].items, x=box.x, y=box.y)
    chip = layout.conditions.get(position)
    over = tuple(_chip(card.condition, chip, box.width)) if chip else ()
    data = [("step", card.step)]
    if card.all_marks:
        data.append(("findings", " ".join(mark.label for mark in card.all_marks)))
    badges = (badge_face(chart.matter, badge, at) for badge, at in layout.badges[position])
    items = (face, *over, *badges)
    return Group(items, title=card.title, css="step", data=tuple(data))


def _chip(text: str, box: Box, card_width: float) -> Iterator[Item]:
    yield Rect(box, palette.CONDITION, palette.LINE, 1.2, radius=CONDITION_HEIGHT / 2)
    room = box.width - CONDITION_PADDING
    for number, line in enumerate(condition_lines(text, card_width)):
        y = box.y + 12.7 + CONDITION_LINE * number
        whole = whole_of(text, line)
        yield Text(
            box.middle, y, line, CONDITION_SIZE, room, palette.LINE, True, "middle", whole=whole
        )


def _bypass(options: str, box: Box) -> Group:
    """The options in which none of a gate's steps takes place."""
    room = box.width - 2 * CONDITION_PADDING
    shown = clip(options, room, CONDITION_SIZE, True)
    said = Text(box.middle, box.y + 15, shown, CONDITION_SIZE, room, palette.LINE, True, "middle")
    ground = Rect(box, palette.CONDITION, palette.LINE, 1.2, radius=box.height / 2)
    return Group((ground, said), title=options, css="bypass")


def _gate(question: str, box: Box) -> Group:
    """A hexagon with the question in one or two lines."""
    slant = 18.0
    middle = box.y + box.height / 2
    corners = (
        (box.x, middle),
        (box.x + slant, box.y),
        (box.right - slant, box.y),
        (box.right, middle),
        (box.right - slant, box.bottom),
        (box.x + slant, box.bottom),
    )
    room = box.width - 2 * slant
    lines = wrap(question, [room], GATE_SIZE, True, 2)
    first = middle + 4.5 - 8 * (len(lines) - 1)
    texts = [
        Text(box.middle, first + 16 * n, line, GATE_SIZE, room, bold=True, anchor="middle")
        for n, line in enumerate(lines)
    ]
    hexagon = Polygon(corners, palette.WHITE, palette.LINE, 1.6)
    return Group((hexagon, *texts), title=question, css="gate")
