"""Lying lanes: all that is told is there, and stands where it may."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import pytest
from hypothesis import given, settings

from govchain.compiler.chain import Chain
from govchain.drawing import Mark, pages
from govchain.drawing.chart.subject import How, MatterSubject
from govchain.drawing.chart.words import Words
from govchain.drawing.fold.folding import folded
from govchain.drawing.fold.parts import Wait
from govchain.drawing.ink.extents import texts_in
from govchain.drawing.ink.lettering import clip, shortened
from govchain.drawing.ink.paper import PAPERS
from govchain.drawing.ink.scene import Line, Rect, Scene
from govchain.drawing.swimlanes.bands import bands_of
from govchain.reporting.report import Report
from tests.drawing.chains import HOSTILE, drawn, straight
from tests.drawing.geometry import (
    Placed,
    Point,
    boxes_across_boxes,
    crosses,
    groups,
    lie_on_each_other,
    placed,
    troubles,
)
from tests.drawing.joints import JOINT, joint_subjects, straight_joint, subject_of
from tests.drawing.subjects import PAPER_NAMES, joint_in, only, plain_in, subject_in


def how(language: str = "zh", paper: str | None = None) -> How:
    return How(language, "0.1", PAPERS.get(paper or ""))


def expect_sound(scenes: Sequence[Scene]) -> None:
    for scene in scenes:
        assert not [*troubles(scene), *boxes_across_boxes(scene)][:3], scene.key
        _expect_lines_apart(scene)


def _expect_lines_apart(scene: Scene) -> None:
    """No line crosses a card or a pill, and no two waits lie on each other."""
    everything = placed(scene.items)
    boxes = [p.box for p in everything if isinstance(p.item, Rect) and _is_solid(p)]
    waits: list[Sequence[Point]] = []
    drops: list[Sequence[Point]] = []
    for thing in everything:
        if isinstance(thing.item, Line) and not thing.css and len(thing.points) > 1:
            (drops if thing.item.dash == "2 3" else waits).append(thing.points)
    for points in (*waits, *drops):
        for one, other in itertools.pairwise(points):
            assert one[0] == other[0] or one[1] == other[1]
            assert not any(crosses((one, other), box) for box in boxes)
    for first, second in itertools.combinations(waits, 2):
        for a, b in itertools.product(itertools.pairwise(first), itertools.pairwise(second)):
            assert not lie_on_each_other(a, b), (a, b)


def _is_solid(thing: Placed) -> bool:
    """The frame of a card or a pill."""
    group = thing.within[-1] if thing.within else None
    return group is not None and group.css in ("part", "brought") and thing.item == group.items[0]


def test_no_page_of_any_real_matter_has_a_trouble(before: Report) -> None:
    for n, id in enumerate([*joint_in(before), *plain_in(before)[::6]]):
        subject = subject_in(before, id)
        expect_sound(pages(subject, "swimlanes", how("zh", PAPER_NAMES[n % 4])))
        expect_sound(pages(subject, "swimlanes", how("en", PAPER_NAMES[(n + 1) % 4])))


def test_a_joint_matter_of_seven_and_one_of_twelve_fit_on_a_slide(before: Report) -> None:
    for id in ("newborn", "construction-start"):
        subject = subject_in(before, id)
        [scene] = pages(subject, "swimlanes", how("zh", "slide"))
        assert scene.width / scene.height == pytest.approx(16 / 9)
        boxes = [thing.box for thing in placed(scene.items) if isinstance(thing.item, Rect)]
        left = min(box.x for box in boxes)
        right = scene.width - max(box.right for box in boxes)
        assert max(left, right) < 0.03 * scene.width, "from margin to margin"


@settings(max_examples=12)
@given(drawn())
def test_no_page_of_any_chain_has_a_trouble(made: tuple[Chain, list[Mark]]) -> None:
    subject = only(*made)
    expect_sound(pages(subject, "swimlanes", how("en", "slide")))
    expect_sound(pages(subject, "swimlanes", how("zh")))


@settings(max_examples=12)
@given(joint_subjects())
def test_no_page_of_any_joint_matter_has_a_trouble(subject: MatterSubject) -> None:
    expect_sound(pages(subject, "swimlanes", how("zh", "a4")))
    expect_sound(pages(subject, "swimlanes", how("en")))


@pytest.mark.parametrize("side_by_side", [False, True])
def test_twenty_members(side_by_side: bool) -> None:
    subject = subject_of(straight_joint(20, side_by_side=side_by_side), JOINT)
    for paper in PAPER_NAMES:
        expect_sound(pages(subject, "swimlanes", how("zh", paper)))


def test_three_hundred_steps() -> None:
    subject = only(straight(300), [])
    scenes = pages(subject, "swimlanes", how("zh", "a4"))
    expect_sound(scenes)
    assert len(_parts(scenes)) == 300


def test_names_of_any_kind_stay_in_their_place() -> None:
    for name in HOSTILE:
        subject = subject_of(straight_joint(5, name=name), JOINT)
        expect_sound(pages(subject, "swimlanes", how("en", "slide")))


def _parts(scenes: Sequence[Scene]) -> list[str]:
    """The parts that have a card, in the order in which they stand."""
    return [dict(group.data)["part"] for scene in scenes for group in groups(scene.items, "part")]


def test_each_part_has_one_card_in_order_of_time(before: Report) -> None:
    for id in joint_in(before):
        subject = subject_in(before, id)
        told = folded(subject.version, Words("zh"))
        scenes = pages(subject, "swimlanes", how("zh", "slide"))
        assert _parts(scenes) == [part.key for part in told.parts]


def test_papers_are_told_in_full_where_lanes_have_room(before: Report) -> None:
    """A long name goes on in a second line, with who could share it."""
    for id in ("newborn", "construction-start"):
        scenes = pages(subject_in(before, id), "swimlanes", How("zh", paper=PAPERS["a4"]))
        texts = [text.text for scene in scenes for text in texts_in(scene.items)]
        assert not [text for text in texts if text.endswith("…")]


def test_a_card_says_who_else_acts_in_it(before: Report) -> None:
    """A lane is of who leads a matter; whoever else acts in it is named."""
    subject = subject_in(before, "construction-start")
    scenes = pages(subject, "swimlanes", How("zh", paper=PAPERS["a4"]))
    texts = {text.text for scene in scenes for text in texts_in(scene.items)}
    assert {"会同环评中心", "会同人防、审图中心"} <= texts


def test_needless_waits_are_dashed_and_said(before: Report) -> None:
    subject = subject_in(before, "newborn")
    [scene] = pages(subject, "swimlanes", how("zh", "slide"))
    told = folded(subject.version, Words("zh"))
    needless = sum(wait.needless is not None for wait in told.waits)
    lines = [p.item for p in placed(scene.items) if isinstance(p.item, Line)]
    dashed = [line for line in lines if line.dash == "5 3"]
    said = groups(scene.items, "needless")
    assert needless
    assert len(dashed) - 1 == len(said) == needless  # one of them in the legend


@pytest.mark.parametrize(
    ("waits", "bands"),
    [
        ([], [(0, 3)]),
        ([(0, 1), (1, 2), (2, 3)], []),
        ([(0, 1), (0, 2), (2, 3)], [(1, 2)]),
        ([(0, 1), (0, 2), (0, 3)], [(1, 3)]),
        ([(0, 2), (1, 3)], [(0, 1)]),
        ([(0, 3), (1, 3), (2, 3)], [(0, 2)]),
    ],
)
def test_bands_hold_what_runs_beside_each_other(
    waits: list[tuple[int, int]], bands: list[tuple[int, int]]
) -> None:
    assert bands_of(range(4), [Wait(*pair) for pair in waits]) == bands


def test_waits_and_counts_are_told_whole_in_both_languages(before: Report) -> None:
    """English words are longer: a wait takes two lines, a pill figures alone."""
    seen = 0
    for id in joint_in(before):
        for scene in pages(subject_in(before, id, language="en"), "swimlanes", how("en", "slide")):
            for css in ("needless", "brought"):
                told = [
                    text for group in groups(scene.items, css) for text in texts_in(group.items)
                ]
                assert not [text.text for text in told if text.whole], id
                seen += len(told)
    assert seen > 50


def test_a_long_name_of_a_paper_loses_its_brackets_first() -> None:
    assert shortened("户口簿（新生儿页） (copy)", 150, 12.5) == "户口簿（新生儿页）"
    assert shortened("户口簿（新生儿页） (copy)", 60, 12.5) == "户口簿"
    assert shortened("（某）", 20, 12.5) == clip("（某）", 20, 12.5)
