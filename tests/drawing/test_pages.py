"""The pages of a chain: all of it is told, nothing stands on anything, letters can be read."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from functools import cache

import pytest

from govchain.compiler.catalogue import Catalogue
from govchain.compiler.parts import parts_of
from govchain.drawing import pages
from govchain.drawing.chart.subject import Fold, How, MatterSubject, Version
from govchain.drawing.ink import palette
from govchain.drawing.ink.extents import texts_in
from govchain.drawing.ink.paper import LEAST_LETTERS, PAPERS
from govchain.drawing.ink.scene import Box, Scene, Text
from govchain.findings import Severity
from govchain.reader.reading import read_texts
from govchain.reporting.report import Report
from tests.drawing.chains import DATE, mark_of, straight
from tests.drawing.geometry import (
    around,
    corners_of_text,
    groups,
    lies_in,
    overlap,
    placed,
    troubles,
)
from tests.drawing.newborn import newborn
from tests.drawing.pages import scale_on
from tests.drawing.subjects import only, subject_in
from tests.reporting.reports import report_in

VIEWS = ("lanes", "chain")


@cache
def joint(members: int) -> MatterSubject:
    """A matter that calls so many others: two chains of them, and each waits for two."""
    called = "---\n".join(
        f"matter: m{n}\nname: 第{n}个很长的事项名称\ndepartment: d{n % 6}\nsteps:\n"
        "- {id: ask, kind: apply, visit: 1}\n"
        "- {id: see, kind: review, needs: [x]}\n"
        "- {id: one, kind: approve, after: [see], department: d0}\n"
        "- {id: two, kind: approve, after: [see], department: d1}\n"
        "- {id: three, kind: approve, after: [see], department: d2}\n"
        "- {id: give, kind: deliver, after: [one, two, three]}\n"
        for n in range(members)
    )
    rows = "\n".join(
        f"- {{id: c{n}, matter: m{n}{f', after: [c{n - 2}]' if n > 1 else ', after: []'}}}"
        for n in range(members)
    )
    offices = ", ".join(f"d{n}: {{name: 第{n}局}}" for n in range(6))
    text = (
        f"{called}---\nmatter: joint\nname: 一件事\ntype: joint\ndepartment: d0\nsteps:\n{rows}\n"
        f"---\ndepartments: {{{offices}}}\n---\ndata: {{x: {{holder: d5}}}}\n"
    )
    reading = read_texts({"all.yaml": text})
    assert not reading.troubles
    catalogue = Catalogue(reading.definitions, DATE)
    marks = [
        mark_of(n, "missing-link", f"c{n}/see", f"第{n}项数据未共享", severity=severity)
        for n, severity in zip(range(members), itertools.cycle(Severity), strict=False)
    ]
    return MatterSubject(Version(catalogue.chains["joint"], tuple(marks), catalogue))


MADE = {
    "long": lambda: only(straight(60), []),
    "joint": lambda: joint(20),
    "golden": lambda: only(*newborn()),
}
NAMES = (*MADE, "newborn", "construction-start", "bereavement", "public-housing")


@cache
def subject(name: str) -> MatterSubject:
    """One that is made up, or one of the real catalogue."""
    return MADE[name]() if name in MADE else subject_in(report_in("matters"), name)


WAYS = (
    How("zh"),
    How("en", only_findings=True),
    How("zh", fold=Fold.NONE, highlight=("sharing",)),
    *(How("zh", paper=paper) for paper in PAPERS.values()),
    How("en", paper=PAPERS["a4"], fold=Fold.NONE, only_findings=True),
)


@cache
def drawn(name: str, view: str, way: int) -> tuple[Scene, ...]:
    return pages(subject(name), view, WAYS[way])


CASES = [
    (name, VIEWS[(number + way) % 2], way)
    for number, name in enumerate(NAMES)
    for way in range(len(WAYS))
]
"""Each in every way, in one view or the other by turns."""


@pytest.mark.parametrize(("name", "view", "way"), CASES)
def test_pages_are_sound_tell_all_and_lead_to_one_another(name: str, view: str, way: int) -> None:
    scenes, how = drawn(name, view, way), WAYS[way]
    _expect_all_told(subject(name).version, scenes, only_findings=how.only_findings)
    keys = [scene.key for scene in scenes]
    assert len({*keys}) == len(keys)
    for scene in scenes:
        assert not [*itertools.islice(troubles(scene), 3)]
        assert not re.search(r"\{\w+\}", " ".join(_texts(scene)))
        assert scene.paper == how.paper
    _expect_links(scenes)
    assert not how.paper or len({(scene.width, scene.height) for scene in scenes}) == 1


def _texts(scene: Scene) -> list[str]:
    return [text.text for text in texts_in(scene.items)]


def _expect_links(scenes: Sequence[Scene]) -> None:
    """What leads somewhere leads to something that is there."""
    ids = {scene.key: {group.id for group in groups(scene.items) if group.id} for scene in scenes}
    for scene in scenes:
        for group in groups(scene.items):
            assert group.page in ids or not group.page
            assert not group.href or group.href in ids[group.page or scene.key]


def _expect_all_told(version: Version, scenes: Sequence[Scene], *, only_findings: bool) -> None:
    """Each step stands on one page, and each finding in a strip."""
    steps = [dict(g.data)["step"] for scene in scenes for g in groups(scene.items, "step")]
    assert len(steps) == len({*steps})
    if not only_findings:
        assert {*steps} == {*version.chain.order.steps}
    told = {dict(g.data)["finding"] for scene in scenes for g in groups(scene.items, "finding")}
    assert told == {mark.label for mark in version.marks}


@pytest.mark.parametrize("view", VIEWS)
def test_three_hundred_steps_are_pages_that_can_be_read(view: str) -> None:
    chain = straight(300)
    marks = [mark_of(n, "missing-link", f"s{n}", "数据未共享") for n in range(0, 300, 7)]
    scenes = pages(only(chain, marks), view, How("zh", paper=PAPERS["a4"]))
    assert len(scenes) > 5
    steps = [dict(g.data)["step"] for scene in scenes for g in groups(scene.items, "step")]
    assert sorted(steps) == sorted(chain.order.steps)
    paper = PAPERS["a4"]
    for scene in scenes:
        assert 11 * scale_on(paper, scene.width, scene.height) >= LEAST_LETTERS - 0.01
    _expect_links(scenes)


def test_only_the_lanes_of_a_page_are_drawn() -> None:
    subject = joint(8)
    scenes = pages(subject, "lanes", How("zh"))
    parts = subject.version.chain.once(parts_of)
    assert [scene.key for scene in scenes] == [part.call for part in parts]
    for scene, part in zip(scenes, parts, strict=True):
        used = {f"第{step.department[1:]}局" for step in part.steps if step.department}
        assert {text for text in _texts(scene) if re.fullmatch(r"第\d局", text)} == used


def test_connectors_say_whence_and_whither() -> None:
    scenes = pages(joint(8), "lanes", How("zh"))
    said = ["".join(_texts(scene)) for scene in scenes]
    assert "来自" not in said[0]
    assert "去往 ③ 第2个很长的事项名称" in said[0]
    assert "来自 ① 第0个很长的事项名称" in said[2]
    assert "去往" not in said[7]
    assert [group.page for group in groups(scenes[0].items, "connector")] == ["c2"]


def test_own_steps_have_a_page_of_their_own(before: Report) -> None:
    scenes = pages(subject_in(before, "company-exit"), "lanes", How("zh"))
    assert [scene.key for scene in scenes[:2]] == ["own", "liquidation"]


def test_a_step_is_looked_at_with_its_neighbours_alone(before: Report) -> None:
    subject = subject_in(before, "newborn")
    for view in VIEWS:
        (scene,) = pages(subject, view, How("zh", focus="register/register"))
        steps = [dict(g.data)["step"] for g in groups(scene.items, "step")]
        assert steps == ["register/accept", "register/register", "register/issue"]
        counts = [int(n) for t in _texts(scene) for n in re.findall(r"^… (\d+) 个环节$", t)]
        assert sum(counts) == sum(
            subject.version.chain.order.is_before(*pair)
            for other in subject.version.chain.order.steps
            if other not in steps
            for pair in ((other, "register/register"), ("register/register", other))
        )


def test_only_findings_leaves_out_what_nothing_is_found_of(before: Report) -> None:
    subject = subject_in(before, "newborn")
    (scene,) = pages(subject, "lanes", How("zh", fold=Fold.NONE, only_findings=True))
    cards = groups(scene.items, "step")
    assert cards
    assert all("findings" in dict(group.data) for group in cards)
    all_cards = groups(pages(subject, "lanes", How("zh", fold=Fold.NONE))[0].items, "step")
    assert len(cards) == sum("findings" in dict(group.data) for group in all_cards)
    counts = [int(n) for t in _texts(scene) for n in re.findall(r"^… (\d+) 个环节$", t)]
    assert sum(counts) == len(all_cards) - len(cards)


def test_told_calls_are_pages_and_the_others_are_named(before: Report) -> None:
    scenes = pages(subject_in(before, "newborn"), "lanes", How("zh", expand=("register",)))
    assert [scene.key for scene in scenes] == ["register"]
    assert "来自 ① 签发出生医学证明" in _texts(scenes[0])
    assert not groups(scenes[0].items, "connector")


def test_what_is_not_highlighted_is_pale_and_still_told(before: Report) -> None:
    subject = subject_in(before, "newborn")
    (scene,) = pages(subject, "lanes", How("zh", fold=Fold.NONE, highlight=("approvals",)))
    pale: dict[bool, int] = {True: 0, False: 0}
    for group in groups(scene.items, "badge"):
        label = dict(group.data)["finding"]
        mark = next(mark for mark in subject.version.marks if mark.label == label)
        inks = {text.fill for text in texts_in(group.items)}
        is_pale = inks == {palette.MUTED}
        assert is_pale == (mark.finding.family != "approvals")
        pale[is_pale] += 1
    assert all(pale.values())


def test_a_card_with_more_needs_than_a_page_holds_counts_them() -> None:
    data = ", ".join(f"x{n}" for n in range(90))
    held = ", ".join(f"x{n}: {{name: 第{n}类数据, holder: a}}" for n in range(90))
    text = (
        "matter: m\ndepartment: a\nsteps:\n"
        f"- {{id: s, kind: review, needs: [{data}]}}\n---\ndata: {{{held}}}\n"
        "---\ndepartments: {a: {name: 甲}}\n"
    )
    reading = read_texts({"m.yaml": text})
    catalogue = Catalogue(reading.definitions, DATE)
    subject = MatterSubject(Version(catalogue.chains["m"], (), catalogue))
    for paper in PAPERS.values():
        (scene,) = pages(subject, "lanes", How("zh", paper=paper))
        told = len(groups(scene.items, "need"))
        assert f"… 另有 {90 - told} 项" in _texts(scene)
        assert 11 * scale_on(paper, scene.width, scene.height) >= LEAST_LETTERS - 0.01


@pytest.mark.parametrize("wider", [0.94, 1.06])
def test_texts_of_another_font_still_stand_apart(wider: float) -> None:
    """Letters a little narrower or wider than ours: no text runs into another or off the page."""
    for name, view in itertools.product(("newborn", "golden"), VIEWS):
        for scene in drawn(name, view, 0):
            boxes = [
                around(corners_of_text(thing.item, thing.x, thing.y, wider))
                for thing in placed(scene.items)
                if isinstance(thing.item, Text)
            ]
            page = Box(0, 0, scene.width, scene.height)
            assert all(lies_in(box, page) for box in boxes)
            assert not any(overlap(a, b, 0.2) for a, b in itertools.combinations(boxes, 2))


def test_a_page_of_a_part_counts_itself_and_the_whole(before: Report) -> None:
    """A called matter that takes several pages: here so much, of so much."""
    subject = subject_in(before, "construction-start")
    scenes = pages(subject, "lanes", How("zh", paper=PAPERS["a4"]))
    part = {p.call: p for p in parts_of(subject.version.chain)}["eia"]
    told = [scene for scene in scenes if scene.key in ("eia", "eia/2", "eia/3")]
    assert len(told) > 1
    steps = 0
    for scene in told:
        said = [text.text for text in texts_in(scene.items)]
        [figure] = [text for text in said if re.fullmatch(r"本页 \d+（共 8）", text)][:1]
        steps += int(figure.split()[1].split("（")[0])
    assert steps == len(part.steps) == 8


@pytest.mark.parametrize(("view", "id"), [("lanes", "food-licence"), ("chain", "bereavement")])
def test_a_page_of_several_counts_steps_and_findings_of_itself_and_of_all(
    before: Report, view: str, id: str
) -> None:
    """Of a chain, as of a part of one; what is known of the whole alone is told as that."""
    subject = subject_in(before, id)
    scenes = pages(subject, view, How("en", paper=PAPERS["slide"]))
    told = [scene for scene in scenes if "findings" not in scene.key]
    assert len(told) > 1
    steps = warnings = 0
    for scene in told:
        assert re.search(r"Time \S+ working days in all", scene.description)
        said = "\n".join(text.text for text in texts_in(scene.items))
        here, all = re.findall(r"^Steps\n(?:≤ )?(\d+) here of (?:≤ )?(\d+)$", said, re.M)[0]
        steps += int(here)
        assert int(all) == subject.version.chain.metrics().worst.steps
        here, all = re.findall(r"^Warnings\n(\d+) here of (\d+)$", said, re.M)[0]
        warnings += int(here)
        severities = [mark.finding.severity for mark in subject.version.marks]
        assert int(all) == severities.count(Severity.WARNING)
    assert steps == len(subject.version.chain.steps)
    assert warnings >= severities.count(Severity.WARNING)


def test_what_a_finding_saves_is_told_in_full(before: Report) -> None:
    """In a case and in a year, on lines of their own where one is too short."""
    (scene,) = pages(subject_in(before, "disability-subsidy"), "lanes", How("zh"))
    texts = [text.text for text in texts_in(scene.items)]
    assert "每年减少材料 1,800 项、用时 18,000 个工作日、环节 1,800 个" in texts


def test_five_steps_that_fit_stand_on_one_page(before: Report) -> None:
    """With its legend beside it, a sheet holds all of a birth registration."""
    subject = subject_in(before, "birth-registration")
    for language in ("zh", "en"):
        [scene] = pages(subject, "lanes", How(language, paper=PAPERS["a4"]))
        assert not [*troubles(scene)]


def test_pages_of_several_are_about_as_full_as_one_another(before: Report) -> None:
    """No page is left with a single step where its neighbour has many."""
    for id in ("retirement-review", "construction-permit", "food-licence"):
        scenes = pages(subject_in(before, id), "lanes", How("zh", paper=PAPERS["slide"]))
        steps = [
            sum(group.css == "step" for group in groups(scene.items))
            for scene in scenes
            if "findings" not in scene.key
        ]
        assert len(steps) > 1
        assert max(steps) - min(steps) <= 2


@pytest.mark.parametrize("view", ["lanes", "chain"])
def test_a_call_is_focused_as_the_matter_that_it_calls(before: Report, view: str) -> None:
    subject = subject_in(before, "newborn")
    focused = pages(subject, view, How("zh", focus="register"))
    assert focused == pages(subject, view, How("zh", expand=("register",)))
    assert focused[0].title == "新生儿出生 · ③ 出生登记"
