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
from govchain.drawing.ink.paper import PAPERS
from govchain.drawing.ink.scene import Box, Group, Line, Rect, Scene
from govchain.drawing.swimlanes.bands import bands_of
from govchain.reporting.report import Report
from tests.drawing.chains import HOSTILE, drawn, straight
from tests.drawing.flat import Placed, Point, placed
from tests.drawing.geometry import troubles
from tests.drawing.joints import JOINT, joint_subjects, straight_joint, subject_of
from tests.drawing.test_ledger import before, only, subject_in

__all__ = ["before"]
PAPER_NAMES = ("slide", "a4", "a3", None)


def how(language: str = "zh", paper: str | None = None) -> How:
    return How(language, "0.1", PAPERS.get(paper or ""))


def expect_sound(scenes: Sequence[Scene]) -> None:
    for scene in scenes:
        assert not list(itertools.islice(troubles(scene), 3)), scene.key
        _expect_lines_apart(scene)


def _expect_lines_apart(scene: Scene) -> None:
    """No line crosses a card or a pill, and no two waits lie on each other."""
    everything = placed(scene)
    boxes = [_inner(p.box) for p in everything if isinstance(p.item, Rect) and _is_solid(p)]
    waits: list[list[Point]] = []
    drops: list[list[Point]] = []
    for thing in everything:
        if isinstance(thing.item, Line) and not thing.within[-1].css and len(thing.points) > 1:
            (drops if thing.item.dash == "2 3" else waits).append(thing.points)
    for points in (*waits, *drops):
        for (x1, y1), (x2, y2) in itertools.pairwise(points):
            assert x1 == x2 or y1 == y2
            way = Box(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))
            for box in boxes:
                assert not _cross(way, box), (way, box)
    for one, other in itertools.combinations(waits, 2):
        for a, b in itertools.product(itertools.pairwise(one), itertools.pairwise(other)):
            assert not _lie_on_each_other(a, b), (a, b)


def _is_solid(thing: Placed) -> bool:
    """The frame of a card or a pill."""
    group = thing.within[-1] if thing.within else None
    return group is not None and group.css in ("part", "brought") and thing.item == group.items[0]


def _inner(box: Box) -> Box:
    return Box(box.x + 1, box.y + 1, box.width - 2, box.height - 2)


def _cross(way: Box, box: Box) -> bool:
    """Also where the way is as thin as a line."""
    return (
        max(way.x, box.x) < min(max(way.right, way.x + 0.01), box.right)
        and max(way.y, box.y) < min(max(way.bottom, way.y + 0.01), box.bottom)
    )  # fmt: skip


Stretch = tuple[Point, Point]


def _lie_on_each_other(a: Stretch, b: Stretch) -> bool:
    for across, along in ((0, 1), (1, 0)):
        if len({round(p[across], 6) for p in (*a, *b)}) == 1:
            low = max(min(p[along] for p in a), min(p[along] for p in b))
            high = min(max(p[along] for p in a), max(p[along] for p in b))
            return high - low > 0.1
    return False


def test_no_page_of_any_real_matter_has_a_trouble(before: Report) -> None:
    joint = [id for id, chain in before.catalogue.chains.items() if chain.expansion.calls]
    plain = [id for id in before.catalogue.chains if id not in joint]
    for n, id in enumerate([*joint, *plain[::6]]):
        subject = subject_in(before, id, None, "zh")
        expect_sound(pages(subject, "swimlanes", how("zh", PAPER_NAMES[n % 4])))
        expect_sound(pages(subject, "swimlanes", how("en", PAPER_NAMES[(n + 1) % 4])))


def test_a_joint_matter_of_seven_and_one_of_twelve_fit_on_a_slide(before: Report) -> None:
    for id in ("newborn", "construction-start"):
        subject = subject_in(before, id, None, "zh")
        [scene] = pages(subject, "swimlanes", how("zh", "slide"))
        assert (scene.width, scene.height) == (1600, 900)


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
    return [
        dict(thing.item.data)["part"]
        for scene in scenes
        for thing in placed(scene)
        if isinstance(thing.item, Group) and thing.item.css == "part"
    ]


def test_each_part_has_one_card_in_order_of_time(before: Report) -> None:
    for id, chain in before.catalogue.chains.items():
        if chain.expansion.calls:
            subject = subject_in(before, id, None, "zh")
            told = folded(subject.version, Words("zh"))
            scenes = pages(subject, "swimlanes", how("zh", "slide"))
            assert _parts(scenes) == [part.key for part in told.parts]


def test_needless_waits_are_dashed_and_said(before: Report) -> None:
    subject = subject_in(before, "newborn", None, "zh")
    [scene] = pages(subject, "swimlanes", how("zh", "slide"))
    told = folded(subject.version, Words("zh"))
    needless = sum(wait.needless is not None for wait in told.waits)
    dashed = [p for p in placed(scene) if isinstance(p.item, Line) and p.item.dash == "5 3"]
    said = [p for p in placed(scene) if isinstance(p.item, Group) and p.item.css == "needless"]
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
