"""Where everything of a chart stands: cards, gates, bars, bands and arrows, in pixels.

The layout begins at (0, 0), the top left corner of the first lane's body; heads and the rest of
the picture are put around it.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from govchain.drawing.card.badges import Badge
from govchain.drawing.card.cardface import Face, card_face
from govchain.drawing.card.compactface import compact_face
from govchain.drawing.card.overhead import Overhead, overhead_of
from govchain.drawing.card.stubface import stub_face
from govchain.drawing.chart.chart import Chart
from govchain.drawing.chart.columns import Columns
from govchain.drawing.chart.flow import Flow, Shape
from govchain.drawing.ink.scene import Box
from govchain.drawing.layout.across import Abscissas
from govchain.drawing.layout.arrows import Arrow, ArrowPen
from govchain.drawing.layout.bands import ground_of_run, grounds_of
from govchain.drawing.layout.blocks import parallels_of
from govchain.drawing.layout.down import TIGHT, WIDE, Ordinates
from govchain.drawing.layout.gaps import Gap, gaps_of
from govchain.drawing.layout.grid import Cell, Grid, grid_of
from govchain.drawing.layout.routing import Route, routes_of
from govchain.drawing.layout.runs import Run, runs_of

BAR_HEIGHT = 6.0
BAR_OVERHANG = 16.0
BAR_INSIDE = 2.0
GATE_WIDTH, GATE_HEIGHT = 150.0, 42.0
BYPASS_WIDTH, BYPASS_HEIGHT = 120.0, 22.0
END_WIDTH, END_HEIGHT = 56.0, 28.0
Xs = Sequence[tuple[float, float, float]]
"""For each arrow where it leaves, runs down and comes in, from left to right."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Boxes by the position of their node in the flow, and arrows in the flow's order.

    `lanes` are the left and right edges of the columns, `heads_again` the heights at which the
    lanes of a long picture say again whose they are; `faces` of cards and stubs; `conditions` the
    chips on the top edges of the cards that take place only in some cases; `badges` the findings
    on each card; `bands` the ground of parallel blocks, `runs` that of steps of one guard.
    """

    width: float
    height: float
    lanes: tuple[tuple[float, float], ...]
    boxes: tuple[Box, ...]
    faces: Mapping[int, Face]
    conditions: Mapping[int, Box]
    badges: Mapping[int, tuple[tuple[Badge, Box], ...]]
    arrows: tuple[Arrow, ...]
    bands: tuple[Box, ...]
    runs: tuple[Box, ...]
    heads_again: tuple[float, ...]


def layout_of(chart: Chart, columns: Columns, least_width: float) -> Layout:
    """Lays a chart out; lanes are widened evenly where they would be narrower than asked."""
    flow, grid = chart.flow, grid_of(chart.flow, columns)
    routing = routes_of(flow, grid, columns)
    abscissas = Abscissas(columns, routing.gutters, least_width)
    xs = [(abscissas.x(r.out), abscissas.x(r.via), abscissas.x(r.into)) for r in routing.routes]
    faces = _faces(chart, columns)
    runs = runs_of(chart, grid)
    entries = _entries(grid, abscissas, routing.routes, xs)
    overheads = _overheads(chart, columns, entries, runs)
    gaps = gaps_of(routing.routes, grid, xs)
    ordinates = _ordinates(chart, columns, grid, faces, overheads, gaps)
    boxes = _boxes(flow, grid, faces, abscissas, ordinates, routing.routes, xs)
    conditions = _conditions(boxes, overheads)
    arrows = ArrowPen(flow, grid, ordinates, boxes, conditions)
    return Layout(
        width=abscissas.width,
        height=ordinates.height,
        lanes=_lanes(abscissas.lanes, columns.begins()),
        boxes=boxes,
        faces=faces,
        conditions=conditions,
        badges=_badges(boxes, overheads),
        arrows=tuple(arrows.of(n, r, xs[n]) for n, r in enumerate(routing.routes)),
        bands=grounds_of(parallels_of(flow), grid, abscissas, ordinates, boxes),
        runs=tuple(ground_of_run(r, columns.card_width, abscissas, ordinates) for r in runs),
        heads_again=tuple(ordinates.heads_again),
    )


def _lanes(
    places: Sequence[tuple[float, float]], begins: Sequence[int]
) -> tuple[tuple[float, float], ...]:
    """The edges of columns that are several places wide."""
    ends = itertools.pairwise(begins)
    return tuple((places[first][0], places[after - 1][1]) for first, after in ends)


def _faces(chart: Chart, columns: Columns) -> dict[int, Face]:
    """Of cards and stubs."""
    width, names_department = columns.card_width, not columns.are_lanes
    faces: dict[int, Face] = {}
    for position, node in enumerate(chart.flow.nodes):
        if node.shape is Shape.STUB:
            faces[position] = stub_face(chart.stubs[node.stub], width, chart.words)
        elif node.shape is Shape.CARD:
            card = chart.cards[node.step]
            faces[position] = (
                compact_face(card, width)
                if columns.are_compact
                else card_face(card, width, names_department, chart.words, columns.tallest)
            )
    return faces


def _entries(
    grid: Grid, abscissas: Abscissas, routes: Sequence[Route], xs: Xs
) -> dict[int, list[float]]:
    """For each node that arrows lead to: how far right of its middle each of them comes in."""
    found: dict[int, list[float]] = {}
    for route, (_, _, into) in zip(routes, xs, strict=True):
        offset = into - abscissas.middles[grid.cells[route.target].column]
        found.setdefault(route.target, []).append(offset)
    return found


def _overheads(
    chart: Chart,
    columns: Columns,
    entries: Mapping[int, Sequence[float]],
    runs: Sequence[Run],
) -> dict[int, Overhead]:
    """Of cards; inside a run only the first say in which case they take place."""
    said_before = {node for run in runs for node in run.nodes if node not in run.firsts}
    found: dict[int, Overhead] = {}
    for position, node in enumerate(chart.flow.nodes):
        if node.shape is Shape.CARD:
            card = chart.cards[node.step]
            found[position] = overhead_of(
                card,
                columns.card_width,
                entries.get(position, ()),
                marks=() if columns.are_compact else card.marks,
                has_condition=position not in said_before,
            )
    return found


def _ordinates(
    chart: Chart,
    columns: Columns,
    grid: Grid,
    faces: Mapping[int, Face],
    overheads: Mapping[int, Overhead],
    gaps: Sequence[Gap],
) -> Ordinates:
    """A row is as high as its highest node, with room above for what stands out."""
    heights, rises = [0.0] * grid.rows, [0.0] * grid.rows
    has_bar = [False] * grid.rows
    for position, (node, cell) in enumerate(zip(chart.flow.nodes, grid.cells, strict=True)):
        heights[cell.row] = max(heights[cell.row], _height(node.shape, faces.get(position)))
        has_bar[cell.row] |= node.shape is Shape.BAR
    for position, overhead in overheads.items():
        row = grid.cells[position].row
        rises[row] = max(rises[row], overhead.rise)
    air = TIGHT if columns.is_tight else WIDE
    return Ordinates(heights, rises, has_bar, gaps, columns.are_lanes, air)


def _height(shape: Shape, face: Face | None) -> float:
    if face is not None:
        return face.height
    return _SIZES[shape][1]


def _boxes(
    flow: Flow,
    grid: Grid,
    faces: Mapping[int, Face],
    abscissas: Abscissas,
    ordinates: Ordinates,
    routes: Sequence[Route],
    xs: Xs,
) -> tuple[Box, ...]:
    reaches = _reaches(routes, xs)
    boxes = []
    for position, (node, cell) in enumerate(zip(flow.nodes, grid.cells, strict=True)):
        face = faces.get(position)
        if node.shape is Shape.BAR:
            x, right = _bar_ends(abscissas, cell, reaches[position])
            width = right - x
        else:
            width = face.width if face else _SIZES[node.shape][0]
            x = abscissas.middles[cell.column] - width / 2
        boxes.append(Box(x, ordinates.tops[cell.row], width, _height(node.shape, face)))
    return tuple(boxes)


def _bar_ends(abscissas: Abscissas, cell: Cell, reaches: Sequence[float]) -> tuple[float, float]:
    """A bar stands out beside its arrows; it leaves its lanes only where they do."""
    least, most = min(reaches), max(reaches)
    left, right = abscissas.between_cards(cell.first, cell.last)
    lanes = abscissas.lanes
    first, last = lanes[cell.first][0], lanes[cell.last][1]
    left = max(left, first) if least > first + BAR_INSIDE else left
    right = min(right, last) if most < last - BAR_INSIDE else right
    return max(least - BAR_OVERHANG, left + 1), min(most + BAR_OVERHANG, right - 1)


_SIZES = {
    Shape.BAR: (0.0, BAR_HEIGHT),
    Shape.GATE: (GATE_WIDTH, GATE_HEIGHT),
    Shape.BYPASS: (BYPASS_WIDTH, BYPASS_HEIGHT),
    Shape.END: (END_WIDTH, END_HEIGHT),
}
"""Width and height of what is no card; a bar is as wide as its arrows ask for."""


def _reaches(routes: Sequence[Route], xs: Xs) -> dict[int, list[float]]:
    """For each node where arrows touch it, from left to right."""
    found: dict[int, list[float]] = {}
    for route, (out, _, into) in zip(routes, xs, strict=True):
        found.setdefault(route.source, []).append(out)
        found.setdefault(route.target, []).append(into)
    return found


def _conditions(boxes: Sequence[Box], overheads: Mapping[int, Overhead]) -> dict[int, Box]:
    return {
        position: overhead.condition.moved(boxes[position].middle, boxes[position].y)
        for position, overhead in overheads.items()
        if overhead.condition
    }


def _badges(
    boxes: Sequence[Box], overheads: Mapping[int, Overhead]
) -> dict[int, tuple[tuple[Badge, Box], ...]]:
    return {
        position: tuple(
            (badge, box.moved(boxes[position].middle, boxes[position].y))
            for badge, box in overhead.badges
        )
        for position, overhead in overheads.items()
    }
