"""Geometry, checked on the layout's own values: nothing crosses or covers what it must not."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings

from govchain.compiler.chain import Chain
from govchain.drawing import Mark, draw
from govchain.drawing.card.rowface import STYLES
from govchain.drawing.chart.chart import Chart, Charts, chart_of
from govchain.drawing.chart.columns import LEAST_WIDTH
from govchain.drawing.chart.excerpt import Beyond, excerpt_of
from govchain.drawing.chart.flow import Shape
from govchain.drawing.chart.needrows import Look
from govchain.drawing.chart.page import WHOLE
from govchain.drawing.chart.words import Words
from govchain.drawing.ink import palette
from govchain.drawing.ink.extents import groups_in, texts_in
from govchain.drawing.ink.scene import Box, Scene
from govchain.drawing.layout.down import HEAD_AGAIN
from govchain.drawing.layout.layout import Layout, layout_of
from govchain.drawing.sheet.flowface import flow_face
from govchain.drawing.sheet.picture import picture_of
from govchain.drawing.view import chain as chain_view
from govchain.drawing.view import lanes as lanes_view
from govchain.model.nouns import Data, DataNeed, Department, Guard, Material, Matter
from tests.drawing.chains import (
    HERE,
    VIEWS,
    chain_of,
    drawn,
    made_of,
    mark_of,
    step_of,
    straight,
)
from tests.drawing.geometry import (
    LEAST_CONTRAST,
    contrast,
    crosses,
    lie_on_each_other,
    lies_in,
    overlap,
    texts,
    troubles,
)

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


def solid(chart: Chart, layout: Layout) -> list[Box]:
    """Everything that no arrow may cross."""
    nodes = enumerate(chart.flow.nodes)
    return [layout.boxes[n] for n, node in nodes if node.shape is not Shape.BAR]


def expect_apart(_: Chart, layout: Layout) -> None:
    """Nothing stands on anything else, and all of it on the picture."""
    for a, b in itertools.combinations(layout.boxes, 2):
        assert not overlap(a, b)
    picture = Box(0, 0, layout.width, layout.height)
    assert all(lies_in(box, picture) for box in layout.boxes)


def expect_no_arrow_across_a_card(chart: Chart, layout: Layout) -> None:
    boxes = solid(chart, layout)
    for arrow in layout.arrows:
        for stretch in itertools.pairwise(arrow.points):
            assert not any(crosses(stretch, box, 0.5) for box in boxes)


def expect_arrows_downwards_at_right_angles_from_node_to_node(chart: Chart, layout: Layout) -> None:
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


def expect_no_two_arrows_on_each_other(chart: Chart, layout: Layout) -> None:
    """But for arrows out of one bar, and arrows into one: these may run together."""
    bars = {n for n, node in enumerate(chart.flow.nodes) if node.shape is Shape.BAR}
    for a, b in itertools.combinations(layout.arrows, 2):
        if a.source == b.source in bars or a.target == b.target in bars:
            continue
        for first in itertools.pairwise(a.points):
            for second in itertools.pairwise(b.points):
                assert not lie_on_each_other(first, second)


def expect_texts_of_cards_on_them(_: Chart, layout: Layout) -> None:
    for face in layout.faces.values():
        for _text, place in texts(face.items):
            assert place.box.x >= 4
            assert place.box.right <= face.width - 4
            assert place.box.bottom <= face.height


def expect_badges_to_hide_no_condition_and_no_arrow(chart: Chart, layout: Layout) -> None:
    for position, badges in layout.badges.items():
        card, chip = layout.boxes[position], layout.conditions.get(position)
        titles = [badge.title for badge, _ in badges]
        titles += [group.title for group in groups_in(layout.faces[position].items)]
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


def expect_cards_of_some_cases_to_say_so(chart: Chart, layout: Layout) -> None:
    """Or they stand on a ground whose first card does."""
    nodes = enumerate(chart.flow.nodes)
    guarded = [n for n, node in nodes if node.step and chart.cards[node.step].condition]
    for node in guarded:
        if node in layout.conditions:
            continue
        guard = chart.chain.step(chart.flow.nodes[node].step).guard
        grounds = [run for run in layout.runs if lies_in(layout.boxes[node], run)]
        saying = (
            n
            for n in guarded
            for run in grounds
            if n in layout.conditions and lies_in(layout.boxes[n], run)
        )
        assert any(chart.chain.step(chart.flow.nodes[n].step).guard == guard for n in saying)


def expect_nothing_of_another_case_on_the_ground_of_a_run(chart: Chart, layout: Layout) -> None:
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


def expect_no_arrow_upon_the_round_end_of_a_condition(_: Chart, layout: Layout) -> None:
    for arrow in layout.arrows:
        chip, x = layout.conditions.get(arrow.target), arrow.points[-1][0]
        assert chip is None or abs(abs(x - chip.middle) - chip.width / 2) >= 6 - 0.01


def expect_no_arrow_through_a_word(chart: Chart, layout: Layout) -> None:
    """But where a card, a condition or a badge stands above the arrow."""
    words = [place.box for _, place in texts(flow_face(chart, layout))]
    hiding = [*solid(chart, layout), *layout.conditions.values()]
    hiding += [box for badges in layout.badges.values() for _, box in badges]
    free = [word for word in words if not any(overlap(word, box) for box in hiding)]
    for arrow in layout.arrows:
        for stretch in itertools.pairwise(arrow.points):
            assert not any(crosses(stretch, word, 0.1) for word in free)


EXPECTATIONS: tuple[Callable[[Chart, Layout], None], ...] = (
    expect_apart,
    expect_no_arrow_across_a_card,
    expect_arrows_downwards_at_right_angles_from_node_to_node,
    expect_no_two_arrows_on_each_other,
    expect_texts_of_cards_on_them,
    expect_badges_to_hide_no_condition_and_no_arrow,
    expect_cards_of_some_cases_to_say_so,
    expect_nothing_of_another_case_on_the_ground_of_a_run,
    expect_no_arrow_upon_the_round_end_of_a_condition,
    expect_no_arrow_through_a_word,
)


@settings(max_examples=25)
@given(drawn())
def test_any_chain_is_laid_out_as_it_should_be(made: Drawn) -> None:
    for chart, layout in layouts(made):
        for expect in EXPECTATIONS:
            expect(chart, layout)


def test_no_word_of_what_runs_in_parallel_lies_below_the_ground_of_a_run() -> None:
    """Six steps of one lane, the last three in one case alone, two of them at once."""
    said = dict.fromkeys(("post", "when", "time", "after"))
    some = Guard(({"home": ("owned", "leased")},))
    plain: dict[str, Any] = {"kind": "accept", "name": "甲", "visit": 0, "department": 0, **said}
    plain["needs"] = []
    steps = [plain] * 3 + [plain | {"when": some}] * 2 + [plain | {"when": some, "after": [2]}]
    data = [("丙", 0, None, "api")]
    values = {"departments": ["乙"], "data": data, "papers": [], "steps": steps, "marks": []}
    for scene in scenes(made_of({"name": "甲", **values})):
        assert not [*troubles(scene)]


@pytest.mark.parametrize("look", STYLES)
def test_what_a_row_says_is_read_on_any_card(look: Look) -> None:
    """On white, and on the ground of a step that is found redundant."""
    style = STYLES[look]
    for ground in [style.wash] if style.wash else [palette.WHITE, palette.REDUNDANT_WASH]:
        for ink in (style.ink, style.source_ink):
            assert contrast(ink, ground) >= LEAST_CONTRAST


@settings(max_examples=15)
@given(drawn())
def test_no_picture_of_any_chain_has_a_trouble(made: Drawn) -> None:
    for scene in scenes(made):
        assert not [*itertools.islice(troubles(scene), 3)]


def test_the_last_badge_says_how_many_more() -> None:
    matter = Matter("made-up", "一事", HERE, (step_of("s0", department="d0"),), department="d0")
    marks = [mark_of(n, "missing-link", "s0", f"第{n}项") for n in range(1, 100)]
    chain = chain_of(matter, [Department("d0", "局", HERE)])
    chart = chart_of(chain, marks, Words("zh"))
    for view in VIEWS:
        layout = layout_of(chart, view.arrange(chart), 640)
        badges = sorted(layout.badges[0], key=lambda found: (found[1].y, found[1].x))
        labels = [badge.label for badge, _ in badges]
        titles = [badge.title for badge, _ in badges] or [
            group.title for group in groups_in(layout.faces[0].items)
        ]
        if not labels:
            said = (text.text for text in texts_in(layout.faces[0].items))
            labels = [text for text in said if text[0] in "⓪+"]
        assert labels == [*(mark.sign for mark in marks[: len(labels) - 1]), labels[-1]]
        assert labels[-1] == f"+{len(marks) - len(labels) + 1}"
        assert marks[-1].sentence in titles[-1]


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
                assert lies_in(box, band)


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
    said = [text.text for text in texts_in(picture_of(chart, columns).items)]
    assert not any("…" in text for text in said)
    written = "".join(said)
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
