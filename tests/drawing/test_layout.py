"""Geometry, checked on the layout's own values: nothing crosses or covers what it must not."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given, settings

from govchain.compiler.chain import Chain
from govchain.drawing import Mark
from govchain.drawing import view as view_files
from govchain.drawing.chart import Chart, chart_of
from govchain.drawing.flow import Shape
from govchain.drawing.layout import Layout, layout_of
from govchain.drawing.lettering import width_of
from govchain.drawing.picture import picture_of
from govchain.drawing.scene import Box, Group, Item, Scene, Text
from govchain.drawing.view import chain as chain_view
from govchain.drawing.view import lanes as lanes_view
from govchain.drawing.words import Words
from tests.drawing.chains import drawn, straight

VIEWS = (lanes_view, chain_view)
Drawn = tuple[Chain, list[Mark]]


def layouts(made: Drawn) -> Iterator[tuple[Chart, Layout]]:
    for view in VIEWS:
        chart = chart_of(*made, Words("zh"), {})
        yield chart, layout_of(chart, view.arrange(chart), 640)


def scenes(made: Drawn) -> Iterator[Scene]:
    for view in VIEWS:
        chart = chart_of(*made, Words("en"), {})
        yield picture_of(chart, view.arrange(chart))


def solid(chart: Chart, layout: Layout) -> list[tuple[int, Box]]:
    """Everything that no arrow may cross."""
    nodes = enumerate(chart.flow.nodes)
    return [(n, layout.boxes[n]) for n, node in nodes if node.shape is not Shape.BAR]


def overlap(a: Box, b: Box) -> bool:
    return a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom


@settings(max_examples=100, deadline=None)
@given(drawn())
def test_nothing_stands_on_anything_else(made: Drawn) -> None:
    for _, layout in layouts(made):
        for a, b in itertools.combinations(layout.boxes, 2):
            assert not overlap(a, b)
        assert all(box.x >= 0 and box.right <= layout.width for box in layout.boxes)
        assert all(box.bottom <= layout.height for box in layout.boxes)


@settings(max_examples=100, deadline=None)
@given(drawn())
def test_no_arrow_crosses_a_card(made: Drawn) -> None:
    for chart, layout in layouts(made):
        boxes = [box for _, box in solid(chart, layout)]
        for arrow in layout.arrows:
            for (x1, y1), (x2, y2) in itertools.pairwise(arrow.points):
                way = Box(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))
                assert not any(_crosses(way, box) for box in boxes)


def _crosses(way: Box, box: Box) -> bool:
    inner = Box(box.x + 0.5, box.y + 0.5, box.width - 1, box.height - 1)
    return (
        way.x <= inner.right
        and inner.x <= way.right
        and way.y <= inner.bottom
        and inner.y <= way.bottom
    )


@settings(max_examples=100, deadline=None)
@given(drawn())
def test_arrows_run_downwards_at_right_angles_from_node_to_node(made: Drawn) -> None:
    for chart, layout in layouts(made):
        assert [(a.source, a.target) for a in layout.arrows] == list(chart.flow.arrows)
        for arrow in layout.arrows:
            source, target = layout.boxes[arrow.source], layout.boxes[arrow.target]
            (x1, y1), (x2, y2) = arrow.points[0], arrow.points[-1]
            chip = layout.conditions.get(arrow.target)
            assert y1 == source.bottom
            assert source.x <= x1 <= source.right
            assert target.x <= x2 <= target.right
            assert y2 == target.y or (chip is not None and y2 == chip.y)
            for (ax, ay), (bx, by) in itertools.pairwise(arrow.points):
                assert (ax == bx) != (ay == by)
                assert by >= ay


@settings(max_examples=100, deadline=None)
@given(drawn())
def test_no_two_arrows_lie_on_each_other(made: Drawn) -> None:
    for _, layout in layouts(made):
        for a, b in itertools.combinations(layout.arrows, 2):
            for first in itertools.pairwise(a.points):
                for second in itertools.pairwise(b.points):
                    assert not _lie_on_each_other(first, second)


def _lie_on_each_other(first: Sequence[Sequence[float]], second: Sequence[Sequence[float]]) -> bool:
    for across, along in ((0, 1), (1, 0)):
        if first[0][across] == first[1][across] == second[0][across] == second[1][across]:
            low = max(min(p[along] for p in first), min(p[along] for p in second))
            high = min(max(p[along] for p in first), max(p[along] for p in second))
            return high - low > 0.01
    return False


@settings(max_examples=100, deadline=None)
@given(drawn())
def test_exactly_the_chains_edges_are_connected(made: Drawn) -> None:
    """Through gates and bars, every direct edge of the chain is drawn, and no other."""
    chain, _ = made
    chart = chart_of(*made, Words("en"), {})
    followers = chart.flow.followers()
    drawn_edges = set()
    for position, node in enumerate(chart.flow.nodes):
        if node.shape is Shape.CARD:
            waiting = list(followers[position])
            while waiting:
                other = waiting.pop()
                if chart.flow.nodes[other].shape is Shape.CARD:
                    drawn_edges.add((node.step, chart.flow.nodes[other].step))
                else:
                    waiting += followers[other]
    assert drawn_edges == set(chain.order.edges())
    steps = [node.step for node in chart.flow.nodes if node.shape is Shape.CARD]
    assert steps == list(chain.order.steps)


@settings(max_examples=100, deadline=None)
@given(drawn())
def test_no_text_leaves_its_room_or_the_picture(made: Drawn) -> None:
    for scene in scenes(made):
        for text, x, y in texts_of(scene.items):
            width = width_of(text.text, text.size, text.bold)
            left = x - {"start": 0, "middle": width / 2, "end": width}[text.anchor]
            assert width <= text.room + 0.01
            assert left >= -0.01
            assert left + width <= scene.width + 0.01
            assert 0 <= y <= scene.height


def texts_of(
    items: Sequence[Item], x: float = 0, y: float = 0
) -> Iterator[tuple[Text, float, float]]:
    """All texts, with their places on the whole picture."""
    for item in items:
        if isinstance(item, Group):
            yield from texts_of(item.items, x + item.x, y + item.y)
        elif isinstance(item, Text):
            yield item, x + item.x, y + item.y


@settings(max_examples=100, deadline=None)
@given(drawn())
def test_texts_of_a_card_stay_on_it(made: Drawn) -> None:
    for _, layout in layouts(made):
        for face in layout.faces.values():
            for text, x, y in texts_of(face.items):
                width = width_of(text.text, text.size, text.bold)
                left = x - {"start": 0, "middle": width / 2, "end": width}[text.anchor]
                assert left >= 4
                assert left + width <= face.width - 4
                assert y <= face.height - 2


@pytest.mark.parametrize("departments", [1, 5])
def test_five_lanes_fit_a_page(departments: int) -> None:
    chart = chart_of(straight(20, departments), [], Words("zh"), {})
    scene = picture_of(chart, lanes_view.arrange(chart))
    assert 640 <= scene.width <= 1060


def test_every_view_file_can_arrange() -> None:
    assert view_files.__doc__
    for view in VIEWS:
        chart = chart_of(straight(12), [], Words("en"), {})
        columns = view.arrange(chart)
        assert set(columns.of) == set(chart.cards)
        assert set(columns.of.values()) <= set(range(len(columns.columns)))
