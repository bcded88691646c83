"""Geometry, checked on the layout's own values: nothing crosses or covers what it must not."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given, settings

from govchain.compiler.chain import Chain
from govchain.drawing import Mark, draw
from govchain.drawing import view as view_files
from govchain.drawing.chart.chart import Chart, Charts, chart_of
from govchain.drawing.chart.columns import LEAST_WIDTH
from govchain.drawing.chart.excerpt import Beyond, excerpt_of
from govchain.drawing.chart.flow import Shape
from govchain.drawing.chart.page import WHOLE
from govchain.drawing.chart.words import Words
from govchain.drawing.ink.lettering import width_of
from govchain.drawing.ink.scene import Box, Group, Item, Scene, Text
from govchain.drawing.layout.down import HEAD_AGAIN
from govchain.drawing.layout.layout import Layout, layout_of
from govchain.drawing.sheet.flowface import flow_face
from govchain.drawing.sheet.picture import picture_of
from govchain.drawing.view import chain as chain_view
from govchain.drawing.view import lanes as lanes_view
from govchain.model.nouns import Data, DataNeed, Department, Material, Matter
from tests.drawing.chains import HERE, VIEWS, chain_of, drawn, mark_of, step_of, straight

Drawn = tuple[Chain, list[Mark]]


def charts(made: Drawn, language: str) -> Iterator[Chart]:
    """All of it; its second half, with connectors; every other step, with gaps."""
    known = Charts(*made, Words(language))
    yield known.whole()
    steps = known.order.steps
    half, odd = {*steps[len(steps) // 2 :]}, {*steps[1::2]}
    for scope, kept in ((half, half), ({*steps}, odd)):
        excerpt = excerpt_of(known.order, scope, kept, lambda step: Beyond(step, "elsewhere"))
        yield known.of(excerpt, WHOLE)


def layouts(made: Drawn) -> Iterator[tuple[Chart, Layout]]:
    for chart in charts(made, "zh"):
        for view in VIEWS:
            yield chart, layout_of(chart, view.arrange(chart), 640)


def scenes(made: Drawn) -> Iterator[Scene]:
    for chart in charts(made, "en"):
        for view in VIEWS:
            yield picture_of(chart, view.arrange(chart))


def solid(chart: Chart, layout: Layout) -> list[tuple[int, Box]]:
    """Everything that no arrow may cross."""
    nodes = enumerate(chart.flow.nodes)
    return [(n, layout.boxes[n]) for n, node in nodes if node.shape is not Shape.BAR]


def overlap(a: Box, b: Box) -> bool:
    return a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom


@settings(max_examples=20)
@given(drawn())
def test_nothing_stands_on_anything_else(made: Drawn) -> None:
    for _, layout in layouts(made):
        for a, b in itertools.combinations(layout.boxes, 2):
            assert not overlap(a, b)
        assert all(box.x >= 0 and box.right <= layout.width for box in layout.boxes)
        assert all(box.bottom <= layout.height for box in layout.boxes)


@settings(max_examples=20)
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


@settings(max_examples=20)
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


@settings(max_examples=20)
@given(drawn())
def test_no_two_arrows_lie_on_each_other(made: Drawn) -> None:
    """But for arrows out of one bar, and arrows into one: these may run together."""
    for chart, layout in layouts(made):
        bars = {n for n, node in enumerate(chart.flow.nodes) if node.shape is Shape.BAR}
        for a, b in itertools.combinations(layout.arrows, 2):
            if a.source == b.source in bars or a.target == b.target in bars:
                continue
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


@settings(max_examples=20)
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


@settings(max_examples=20)
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


@settings(max_examples=20)
@given(drawn())
def test_no_text_is_written_on_another(made: Drawn) -> None:
    for scene in scenes(made):
        boxes = sorted((text_box(*found) for found in texts_of(scene.items)), key=lambda b: b.y)
        for number, box in enumerate(boxes):
            for other in itertools.islice(boxes, number + 1, None):
                if other.y >= box.bottom:
                    break
                assert not overlap(box, other)


def text_box(text: Text, x: float, y: float) -> Box:
    """What a text covers: from the top of its characters to a little below its baseline."""
    width = width_of(text.text, text.size, text.bold)
    left = x - {"start": 0, "middle": width / 2, "end": width}[text.anchor]
    return Box(left + 0.1, y - 0.78 * text.size, width - 0.2, 0.85 * text.size)


@settings(max_examples=20)
@given(drawn())
def test_badges_hide_no_condition_and_no_arrow(made: Drawn) -> None:
    for chart, layout in layouts(made):
        for position, badges in layout.badges.items():
            card, chip = layout.boxes[position], layout.conditions.get(position)
            titles = [badge.title for badge, _ in badges]
            titles += titles_of(layout.faces[position].items)
            told = "\n".join(titles)
            marks = chart.cards[chart.flow.nodes[position].step].marks
            assert all(f"{mark.sign} {mark.sentence}" in told for mark in marks)
            for _, badge in badges:
                assert chip is None or not overlap(badge, chip)
                assert badge.bottom <= card.y + 8
                for arrow in layout.arrows:
                    x, y = arrow.points[-1]
                    is_at_corner = card.right - x < 30
                    assert is_at_corner or not (badge.x < x < badge.right and badge.y < y < card.y)


def titles_of(items: Sequence[Item]) -> list[str]:
    """What is shown to whoever points at a group."""
    groups = [item for item in items if isinstance(item, Group)]
    return [title for g in groups for title in (g.title, *titles_of(g.items))]


def test_the_last_badge_says_how_many_more() -> None:
    matter = Matter("made-up", "一事", HERE, (step_of("s0", department="d0"),), department="d0")
    marks = [mark_of(n, "missing-link", "s0", f"第{n}项") for n in range(1, 100)]
    chain = chain_of(matter, [Department("d0", "局", HERE)])
    chart = chart_of(chain, marks, Words("zh"))
    for view in VIEWS:
        layout = layout_of(chart, view.arrange(chart), 640)
        badges = sorted(layout.badges[0], key=lambda found: (found[1].y, found[1].x))
        labels = [badge.label for badge, _ in badges]
        titles = [badge.title for badge, _ in badges] or titles_of(layout.faces[0].items)
        if not labels:
            labels = [
                text.text for text, _, _ in texts_of(layout.faces[0].items) if text.text[0] in "⓪+"
            ]
        assert labels == [*(mark.sign for mark in marks[: len(labels) - 1]), labels[-1]]
        assert labels[-1] == f"+{len(marks) - len(labels) + 1}"
        assert marks[-1].sentence in titles[-1]


@settings(max_examples=20)
@given(drawn())
def test_each_card_of_some_cases_says_so_or_stands_on_a_ground_whose_first_card_does(
    made: Drawn,
) -> None:
    for chart, layout in layouts(made):
        nodes = enumerate(chart.flow.nodes)
        guarded = [n for n, node in nodes if node.step and chart.cards[node.step].condition]
        for node in guarded:
            if node in layout.conditions:
                continue
            guard = chart.chain.step(chart.flow.nodes[node].step).guard
            grounds = [run for run in layout.runs if within(layout.boxes[node], run)]
            saying = (
                n
                for n in guarded
                for run in grounds
                if n in layout.conditions and within(layout.boxes[n], run)
            )
            assert any(chart.chain.step(chart.flow.nodes[n].step).guard == guard for n in saying)


@settings(max_examples=20)
@given(drawn())
def test_on_the_ground_of_a_run_stands_nothing_of_another_case(made: Drawn) -> None:
    for chart, layout in layouts(made):
        for run in layout.runs:
            inside = [
                node
                for node, box in zip(chart.flow.nodes, layout.boxes, strict=True)
                if overlap(run, box)
            ]
            assert not any(node.shape in (Shape.STUB, Shape.END) for node in inside)
            guards = [chart.chain.step(node.step).guard for node in inside if node.step]
            assert any(
                all(chart.chain.scenarios.implies(guard, common) for guard in guards)
                and guards.count(common) > 1
                for common in guards
            )


def within(box: Box, outer: Box) -> bool:
    return (
        outer.x <= box.x
        and box.right <= outer.right
        and outer.y <= box.y
        and box.bottom <= outer.bottom
    )


@settings(max_examples=20)
@given(drawn())
def test_no_arrow_comes_upon_the_round_end_of_a_condition(made: Drawn) -> None:
    for _, layout in layouts(made):
        for arrow in layout.arrows:
            chip, x = layout.conditions.get(arrow.target), arrow.points[-1][0]
            assert chip is None or abs(abs(x - chip.middle) - chip.width / 2) >= 6 - 0.01


def test_lanes_of_a_long_picture_say_again_whose_they_are() -> None:
    chart = chart_of(straight(60), [], Words("zh"))
    layout = layout_of(chart, lanes_view.arrange(chart), 640)
    heights = (0, *layout.heads_again, layout.height)
    assert all(lower - upper < 2000 for upper, lower in itertools.pairwise(heights))
    for y in layout.heads_again:
        strip = Box(0, y, layout.width, HEAD_AGAIN)
        assert not any(overlap(strip, box) for box in layout.boxes)
        for arrow in layout.arrows:
            for (x1, y1), (x2, _) in itertools.pairwise(arrow.points):
                assert x1 == x2 or not strip.y <= y1 <= strip.bottom
    assert not layout_of(chart, chain_view.arrange(chart), 640).heads_again
    short = chart_of(straight(6), [], Words("zh"))
    assert not layout_of(short, lanes_view.arrange(short), 640).heads_again


def test_the_ground_of_a_parallel_block_holds_all_that_runs_at_once() -> None:
    """One branch is soon done, the other forks again: its branches run at once for longer."""
    after = {"b": "a", "c": "a", "d": "c", "e": "c", "d2": "d", "e2": "e", "d3": "d2", "e3": "e2"}
    steps = [step_of("a", department="d0")]
    steps += [
        step_of(id, department=f"d{n % 4}", after=(before,))
        for n, (id, before) in enumerate(after.items())
    ]
    steps.append(step_of("z", department="d0", after=("b", "d3", "e3")))
    offices = [Department(f"d{n}", f"第{n}局", HERE) for n in range(4)]
    chain = chain_of(Matter("made-up", "并联", HERE, tuple(steps), department="d0"), offices)
    chart = chart_of(chain, [], Words("zh"))
    for view in VIEWS:
        layout = layout_of(chart, view.arrange(chart), 640)
        (band,) = layout.bands
        for box, node in zip(layout.boxes, chart.flow.nodes, strict=True):
            if node.step in after or node.shape is Shape.BAR:
                assert band.x <= box.x
                assert box.right <= band.right
                assert band.y <= box.y
                assert box.bottom <= band.bottom


def test_names_and_holders_are_whole_where_a_card_is_narrow() -> None:
    """Which data, who has it, which paper: wrapped, not cut."""
    holder = "自然资源和规划局（不动产登记）"
    name, paper = "地质灾害危险性、压覆重要矿产资源评估意见", "压覆重要矿产资源评估意见书（盖章）"
    offices = [Department(f"d{n}", f"第{n}局", HERE) for n in range(6)]
    offices.append(Department("d6", holder, HERE))
    steps = [
        step_of(f"s{n}", department=f"d{n}", needs=(DataNeed(("x",), HERE),)) for n in range(6)
    ]
    papers = (Material(paper, HERE, ("x",)), Material(paper, HERE, ("x",)))
    matter = Matter("made-up", "一事", HERE, tuple(steps), department="d0", materials=papers)
    chart = chart_of(
        chain_of(matter, offices, [Data("x", name, HERE, holder="d6")]), [], Words("zh")
    )
    columns = lanes_view.arrange(chart)
    assert columns.card_width == lanes_view.LEAST_CARD
    texts = [text.text for text, _, _ in texts_of(picture_of(chart, columns).items)]
    assert not any("…" in text for text in texts)
    written = "".join(texts)
    assert name in written
    assert holder in written
    assert written.count(paper) == len(steps) + len(papers)


def test_cards_are_wider_where_there_are_few_columns() -> None:
    widths = []
    for departments in (1, 2, 3, 4):
        chart = chart_of(straight(6, departments), [], Words("zh"))
        columns = lanes_view.arrange(chart)
        widths.append(columns.card_width)
        assert layout_of(chart, columns, LEAST_WIDTH).width >= LEAST_WIDTH
    assert widths == sorted(widths, reverse=True)
    assert (widths[0], widths[-1]) == (lanes_view.MOST_CARD, lanes_view.LEAST_CARD)


@pytest.mark.parametrize("departments", [1, 5])
def test_five_lanes_fit_a_page(departments: int) -> None:
    chart = chart_of(straight(20, departments), [], Words("zh"))
    scene = picture_of(chart, lanes_view.arrange(chart))
    assert 640 <= scene.width <= 1060


def test_every_view_file_can_arrange() -> None:
    assert view_files.__doc__
    for view in VIEWS:
        chart = chart_of(straight(12), [], Words("en"))
        columns = view.arrange(chart)
        assert set(columns.of) == set(chart.cards)
        assert set(columns.of.values()) <= set(range(columns.places))


def test_many_that_run_at_once_in_one_lane_stay_in_it_and_are_told_apart() -> None:
    steps = [step_of("a", "apply"), step_of("b", "accept")]
    steps += [step_of(f"n{n}", "notify", after=("b",)) for n in range(7)]
    matter = Matter("made-up", "一事", HERE, tuple(steps), department="d0")
    chart = chart_of(chain_of(matter, [Department("d0", "局", HERE)]), [], Words("en"))
    layout = layout_of(chart, lanes_view.arrange(chart), LEAST_WIDTH)
    left, right = layout.lanes[1]
    bars = [n for n, node in enumerate(chart.flow.nodes) if node.shape is Shape.BAR]
    for box in (*layout.bands, *(layout.boxes[bar] for bar in bars)):
        assert left <= box.x
        assert box.right <= right
    cards = [layout.boxes[n] for n, node in enumerate(chart.flow.nodes) if node.step[:1] == "n"]
    beside = [sum(box.y == other.y for other in cards) for box in cards]
    assert beside == [4, 4, 4, 4, 3, 3, 3]
    assert "In parallel" in draw(chart.chain, [])


@settings(max_examples=20)
@given(drawn())
def test_no_arrow_runs_through_a_word(made: Drawn) -> None:
    for chart, layout in layouts(made):
        words = [text_box(*found) for found in texts_of(flow_face(chart, layout))]
        solids = [box for _, box in solid(chart, layout)]
        free = [word for word in words if not any(overlap(word, box) for box in solids)]
        chips = [
            *layout.conditions.values(),
            *(box for b in layout.badges.values() for _, box in b),
        ]
        free = [word for word in free if not any(overlap(word, box) for box in chips)]
        for arrow in layout.arrows:
            for (x1, y1), (x2, y2) in itertools.pairwise(arrow.points):
                way = Box(min(x1, x2), min(y1, y2), abs(x2 - x1) + 0.1, abs(y2 - y1) + 0.1)
                assert not any(overlap(way, word) for word in free)
