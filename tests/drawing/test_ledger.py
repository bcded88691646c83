"""Geometry of the folded views: on every joint matter, on made ones, on random ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings

from govchain.compiler.chain import Chain
from govchain.compiler.conditions import ALWAYS
from govchain.drawing import pages
from govchain.drawing.card.badges import badge_of, pill
from govchain.drawing.chart.marks import Mark
from govchain.drawing.chart.paperrows import SHOWN
from govchain.drawing.chart.subject import Fold, How, MatterSubject
from govchain.drawing.chart.words import Words
from govchain.drawing.fold.folding import folded
from govchain.drawing.ink import palette
from govchain.drawing.ink.extents import groups_in, texts_in
from govchain.drawing.ink.paper import PAPERS
from govchain.drawing.ink.scene import Box, Item, Line, Rect, Scene, Strokes, Text
from govchain.drawing.ink.scene import Shape as Polygon
from govchain.drawing.ledger.foot import may_overlap
from govchain.findings import Severity
from govchain.reporting.report import Report
from tests.drawing.chains import drawn, mark_of, straight
from tests.drawing.geometry import boxes_across_boxes, groups, placed, troubles
from tests.drawing.joints import (
    JOINT,
    joint,
    joint_subjects,
    remedy_of,
    straight_joint,
    subject_of,
    version_of,
)
from tests.drawing.subjects import PAPER_NAMES, joint_in, only, plain_in, subject_in, version_in


def how(language: str = "zh", paper: str | None = None, **more: object) -> How:
    """Folded to the ledger alone."""
    wanted = How(language, "0.1", PAPERS.get(paper or ""), fold=Fold.ALL)
    return replace(wanted, **more)  # type: ignore[arg-type]  # tests name fields at will


def expect_sound(scenes: Sequence[Scene]) -> None:
    for scene in scenes:
        assert not [*troubles(scene), *boxes_across_boxes(scene)][:3], scene.key


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_page_of_a_joint_matter_has_a_trouble(
    before: Report, after: Report, language: str
) -> None:
    for report, later in ((before, after), (after, None)):
        assert joint_in(report)
        for n, id in enumerate(joint_in(report)):
            subject = subject_in(report, id, later, language)
            paper = PAPER_NAMES[n % len(PAPER_NAMES)]
            expect_sound(pages(subject, "overview", how(language, paper)))
            if subject.after is not None:
                expect_sound(pages(subject, "before-after", how(language, paper)))


def test_no_page_of_a_plain_matter_has_a_trouble(before: Report, after: Report) -> None:
    for n, id in enumerate(plain_in(before)[::9]):
        subject = subject_in(before, id, after, "en" if n % 2 else "zh")
        paper = PAPER_NAMES[n % len(PAPER_NAMES)]
        for view in ("overview", "before-after") if subject.after else ("overview",):
            expect_sound(pages(subject, view, how("zh", paper)))


@pytest.mark.parametrize("paper", PAPER_NAMES)
def test_the_widest_joint_matters_fit_every_paper(
    before: Report, after: Report, paper: str | None
) -> None:
    for id in ("construction-start", "bereavement"):
        subject = subject_in(before, id, after)
        for view in ("overview", "before-after"):
            expect_sound(pages(subject, view, how("zh", paper)))


@pytest.mark.parametrize("paper", [*PAPERS])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_joint_matter_of_twelve_fits_on_one_sheet(
    before: Report, after: Report, language: str, paper: str
) -> None:
    subject = subject_in(before, "construction-start", after, language)
    twelve = list(subject.version.chain.expansion.calls)
    for view in ("overview", "before-after"):
        scenes = pages(subject, view, how(language, paper))
        (rows,) = [[*parts_of(scene)] for scene in scenes if scene.key.startswith(view)]
        assert [key for key in rows if key in twelve] == twelve
        expect_sound(scenes)


def test_what_one_sheet_does_not_hold_stands_on_several(before: Report) -> None:
    """Of thirty members a slide holds no half; each stands once, in letters as large."""
    subject = subject_of(straight_joint(30), JOINT)
    scenes = pages(subject, "overview", how("zh", "slide"))
    expect_sound(scenes)
    rows = [[*parts_of(s)] for s in scenes if s.key.startswith("overview")]
    assert len(rows) > 1
    assert [key for page in rows for key in page] == [*(f"c{n}" for n in range(30)), ""]
    assert {text.size for text in texts_in(scenes[0].items)} >= {12.5, 15.5}


def test_pages_have_the_proportions_of_their_paper(before: Report) -> None:
    subject = subject_in(before, "newborn")
    for name, paper in PAPERS.items():
        for scene in pages(subject, "overview", how("zh", name)):
            assert scene.height / scene.width == pytest.approx(paper.height / paper.width)


@settings(max_examples=15)
@given(drawn())
def test_no_page_of_any_chain_has_a_trouble(made: tuple[Chain, list[Mark]]) -> None:
    subject = only(*made)
    for paper in (None, "slide"):
        expect_sound(pages(subject, "overview", how("en", paper)))
        expect_sound(pages(subject, "before-after", how("zh", paper)))


@settings(max_examples=15)
@given(joint_subjects())
def test_no_page_of_any_joint_matter_has_a_trouble(subject: MatterSubject) -> None:
    expanded = how("zh", "a4", expand=("c0", "c1"))
    expect_sound(pages(subject, "overview", expanded))
    expect_sound(pages(replace(subject, after=subject.version), "before-after", how("en")))


def test_a_needless_wait_stands_clear_of_what_is_said_beside_low_bars() -> None:
    """Rows of an expanded call are lower than others where a page is full."""
    made = {"name": "事项", "times": [0, 0, 0, 1], "papers": [], "visit": 1}
    written = [
        {"name": f"第{n}件", "matter": n % 4, "after": [1] if n else [], "when": None}
        for n in range(8)
    ]
    offices = ["甲局", "乙局", "丙局", "丁局"]
    values = {"name": "八件事", "departments": offices, "matters": [made] * 4, "calls": written}
    subject = subject_of(joint({**values, "own": "last"}), JOINT)
    expect_sound(pages(subject, "overview", how("zh", "a4", expand=("c0", "c1"))))


def shown_in(scene: Scene) -> dict[str, float]:
    """The texts of a page, and where each begins."""
    return {p.item.text: p.box.x for p in placed(scene.items) if isinstance(p.item, Text)}


def test_what_to_do_first_mends_errors_first_and_is_told_in_full(before: Report) -> None:
    for id in ("newborn", "company-exit", "restaurant-start"):
        subject = subject_in(before, id)
        errors = {m.label for m in subject.version.marks if m.finding.severity is Severity.ERROR}
        mends_error = [bool(errors & {*remedy.labels}) for remedy in subject.remedies]
        assert mends_error == sorted(mends_error, reverse=True)
        scene = pages(subject, "overview", how("zh", "slide"))[0]
        texts = [text.text for text in texts_in(scene.items)]
        first = texts.index("先办这几件")
        assert texts[first + 1 : first + 3] == ["所减可能重叠，", "不可相加"]
        assert not [text for text in texts[first:] if text.endswith("…")]


def test_gains_of_different_figures_do_not_overlap() -> None:
    remedy = remedy_of("甲")
    other = replace(remedy, gains=(("visits", 1.0),))
    assert may_overlap([remedy, other, replace(remedy, gains=())]) is False
    assert may_overlap([remedy, other, remedy]) is True


def test_times_stand_beside_their_bars_and_the_axis_misses_none(
    before: Report, after: Report
) -> None:
    """Also where a line of a total runs there."""
    subject = subject_in(before, "newborn", after)
    (scene,) = pages(subject, "before-after", how("zh", "slide"))
    shown = shown_in(scene)
    assert {"0", "5", "10", "15", "20", "25", "30", "35", "10 分钟", "7 小时"} <= shown.keys()
    bars = [p for p in placed(scene.items) if isinstance(p.item, Rect) and p.item.fill == "#0072B2"]
    for told in ("1 小时", "5 小时", "7 小时", "10 分钟"):
        beside = [p.box.right for p in bars if 0 < shown[told] - p.box.right < 12]
        assert beside, told


@pytest.mark.parametrize(
    ("language", "told"),
    [("zh", "年办件量、用时、跑动为示例，非实测"), ("en", "volume, time, visit: examples")],
)
def test_what_is_an_example_in_either_version_is_told(
    before: Report, after: Report, language: str, told: str
) -> None:
    """Visits are recorded after reform; those before, with which they are compared, are not."""
    subject = subject_in(before, "newborn", after)
    (scene,) = pages(subject, "before-after", how(language, "slide"))
    assert any(told in text.text for text in texts_in(scene.items))


def test_the_form_of_a_paper_that_is_no_noun_stands_in_brackets(
    before: Report, after: Report
) -> None:
    words = Words("zh")
    assert words.paper("联办申请表", "电子", 1) == "联办申请表（电子）"
    assert words.paper("电子发票", "电子", 1) == "电子发票"
    assert words.paper("户口簿", "复印件", 2) == "户口簿复印件 ×2 份"
    (scene,) = pages(subject_in(before, "newborn", after), "before-after", how("zh"))
    assert any("联办申请表（电子）" in text.text for text in texts_in(scene.items))


def test_a_long_name_of_a_paper_is_told_where_its_row_has_room(before: Report) -> None:
    subject = subject_in(before, "construction-start")
    scene = pages(subject, "overview", how("zh", "a4"))[0]
    texts = [text.text for text in texts_in(scene.items)]
    assert "地质灾害危险性、压覆重要矿产资源评估意见原件" in texts


@pytest.mark.parametrize("side_by_side", [False, True])
def test_twenty_members_fit(side_by_side: bool) -> None:
    subject = subject_of(straight_joint(20, side_by_side=side_by_side), JOINT)
    later = replace(subject, after=version_of(straight_joint(9), JOINT, "later"))
    for paper in PAPER_NAMES:
        expect_sound(pages(subject, "overview", how("zh", paper)))
        expect_sound(pages(later, "before-after", how("en", paper)))


def test_three_hundred_steps_fit() -> None:
    chain = straight(300)
    marks = [mark_of(n, "missing-link", f"s{n * 3}", "缺" * n) for n in range(1, 99)]
    for paper in (None, "a4"):
        scenes = pages(only(chain, marks), "overview", how("zh", paper))
        expect_sound(scenes)
        rows = [part for scene in scenes for part in parts_of(scene)]
        assert rows == [step.id for step in chain.steps]


def parts_of(scene: Scene) -> Iterator[str]:
    """The parts that have a row on the page."""
    for group in groups_in(scene.items):
        if group.css == "part":
            yield dict(group.data)["part"]


def signs_on(scenes: tuple[Scene, ...], kind: str) -> set[str]:
    return {
        value
        for scene in scenes
        for group in groups_in(scene.items)
        if group.css.split(" ")[0] == kind
        for name, value in group.data
        if name == "finding"
    }


def test_every_finding_is_in_the_strip_and_its_sign_leads_there(before: Report) -> None:
    for id in ("newborn", "construction-start"):
        subject = subject_in(before, id)
        for paper in (None, "a4"):
            scenes = pages(subject, "overview", how("zh", paper))
            labels = {mark.label for mark in subject.version.marks}
            assert signs_on(scenes, "finding") == labels
            shown = signs_on(scenes, "badge")
            assert shown <= labels
            assert len(shown) > len(labels) / 2
            ids = {(scene.key, group.id) for scene in scenes for group in groups_in(scene.items)}
            for scene in scenes:
                for group in groups_in(scene.items):
                    if group.css.startswith("badge"):
                        assert (group.page or scene.key, group.href) in ids


def test_a_finding_without_a_sign_of_its_own_is_counted(before: Report) -> None:
    """Each stands in a row, above the rows, or among those that `+n` counts."""
    subject = subject_in(before, "construction-start")
    (scene,) = pages(subject, "overview", how())
    told = "\n".join(group.title for group in groups_in(scene.items) if "badge" in group.css)
    for mark in subject.version.marks:
        assert mark.sentence in told, mark.label


def test_only_findings_leaves_out_parts_that_nothing_is_found_of(before: Report) -> None:
    subject = subject_in(before, "newborn")
    (scene,) = pages(subject, "overview", how(only_findings=True))
    marked = {"certificate", "vaccination", "register", "card", "enrol", "costs"}
    assert set(parts_of(scene)) == marked
    assert len([*parts_of(pages(subject, "overview", how())[0])]) == 7


def test_an_expanded_call_is_followed_by_its_steps(before: Report) -> None:
    subject = subject_in(before, "newborn")
    (scene,) = pages(subject, "overview", how(expand=("card",)))
    rows = [*parts_of(scene)]
    place = rows.index("card")
    steps = [step.id for step in subject.version.chain.steps if step.id.startswith("card/")]
    assert rows[place + 1 : place + 1 + len(steps)] == steps
    assert len(rows) == 7 + len(steps)


def test_signs_of_other_rules_stand_back(before: Report) -> None:
    subject = subject_in(before, "newborn")
    (scene,) = pages(subject, "overview", how(highlight=("missing-link",)))
    lit = {dict(group.data)["finding"] for group in groups_in(scene.items) if group.css == "badge"}
    of_rule = {m.label for m in subject.version.marks if m.finding.rule == "missing-link"}
    assert lit == of_rule != set()
    assert any(group.css == "badge dim" for group in groups_in(scene.items))


@pytest.mark.parametrize("paper", [None, "slide"])
def test_rows_name_the_pages_that_follow(before: Report, paper: str | None) -> None:
    """With a page for each called matter, its number stands in its row."""
    subject = subject_in(before, "newborn")
    calls = list(subject.version.chain.expansion.calls)
    scenes = pages(subject, "overview", how("zh", paper, fold=Fold.AUTO))
    places = {scene.key: n for n, scene in reversed([*enumerate(scenes, 1)])}
    rows = {g.page: g for g in groups_in(scenes[0].items) if g.page in calls}
    assert list(rows) == calls
    for call, group in rows.items():
        assert any(f"附页 {places[call]}" == text.text for text in texts_in(group.items))
        said = [text.text for text in texts_in(scenes[places[call] - 1].items)]
        assert f"{places[call]}/{len(scenes)}" in said


@pytest.mark.parametrize("view", ["overview", "before-after", "lanes", "chain"])
@pytest.mark.parametrize("paper", PAPER_NAMES)
def test_each_of_several_pages_says_which_one_it_is(
    before: Report, after: Report, view: str, paper: str | None
) -> None:
    """At its foot on the right, on the first page too; a page that is alone says nothing."""
    subject = subject_in(before, "construction-start", after)
    scenes = pages(subject, view, How("zh", "0.1", PAPERS.get(paper or "")))
    for n, scene in enumerate(scenes, 1):
        said = [text for text in scene.items if isinstance(text, Text)]
        assert [text.text for text in said] == ([f"{n}/{len(scenes)}"] if len(scenes) > 1 else [])
        assert all(text.y > 0.9 * scene.height for text in said)
        assert all(text.x > 0.95 * scene.width - 20 for text in said)
    assert len(scenes) > 1 or view == "before-after" or (view, paper) == ("chain", None)


def test_what_goes_on_from_another_page_says_so(before: Report) -> None:
    scenes = pages(subject_of(straight_joint(30), JOINT), "overview", how("zh", "a4"))
    titles = [scene.title for scene in scenes if scene.key.startswith("overview")]
    assert len(titles) > 1
    assert titles[1:] == [f"{titles[0]}（续）"] * (len(titles) - 1)
    for scene, title in zip(scenes, titles, strict=False):
        assert title in [text.text for text in texts_in(scene.items)]


def scene_with(*items: Item, paper: str = "a4") -> Scene:
    return Scene(1600, 1131.3, "", "", "zh", items, paper=PAPERS[paper])


WORD = Text(100, 100, "办结", 14, 28)
HATCHING = Strokes(((90, 110, 140, 80),), palette.HATCH, 1.8)


@pytest.mark.parametrize(
    ("items", "told"),
    [
        ((Text(1590, 100, "办结", 14, 28),), "outside the page"),
        ((Text(100, 100, "办结", 14, 27),), "wider than its room"),
        ((Text(100, 100, "办结", 12, 28),), "too small"),
        ((Text(100, 100, "办结", 14, 28, "#B0B8C0"),), "too pale"),
        ((Text(100, 100, "办结", 14, 28, palette.WHITE),), "too pale"),
        ((HATCHING, Text(100, 100, "办结", 14, 28, palette.HATCH)), "too pale"),
        ((WORD, Text(110, 104, "办结", 14, 28)), "text on text"),
        ((WORD, Text(102, 95, "办结", 14, 28, angle=45)), "text on text"),
        ((Text(20, 5, "办结办结办结", 14, 84, angle=-90),), "outside the page"),
        ((Line(((90, 95), (140, 95)), "#000000"), WORD), "line through text"),
        ((Line(((100, 80), (130, 110)), "#000000"), WORD), "line through text"),
        ((Rect(Box(90, 94, 60, 1), "#000000"), WORD), "line through text"),
        ((Rect(Box(120, 80, 40, 40), "#FFFFFF", "#000000"), WORD), "text leaves a box"),
        ((WORD, Rect(Box(90, 80, 60, 40), "#FFFFFF")), "box on text"),
        (
            (Rect(Box(0, 0, 50, 50), "#FFFFFF"), Rect(Box(40, 40, 50, 50), "#FFFFFF")),
            "box across box",
        ),
    ],
)
def test_troubles_are_seen(items: tuple[Item, ...], told: str) -> None:
    scene = scene_with(*items)
    assert any(told in trouble for trouble in (*troubles(scene), *boxes_across_boxes(scene)))


def test_a_line_that_passes_a_turned_text_by_is_sound() -> None:
    """It runs through the box around the letters, and not through them."""
    turned = Text(100, 200, "办结办结办结", 14, 84, angle=45)
    assert not [*troubles(scene_with(Line(((100, 240), (130, 240)), "#000000"), turned))]


def test_what_hides_a_line_below_a_text_makes_it_sound() -> None:
    ground = Rect(Box(95, 85, 40, 22), "#FFFFFF")
    line = Line(((90, 95), (140, 95)), "#000000")
    assert not [*troubles(scene_with(line, ground, WORD))]


def test_signs_tell_the_family_by_outline_and_the_severity_by_mark(before: Report) -> None:
    """As on cards: two strokes are an error, an empty sign is advice, whatever the colour."""
    subject = subject_in(before, "construction-start")
    marks = {mark.label: mark for mark in subject.version.marks}
    scene = pages(subject, "overview", how("zh", "a4"))[0]
    seen = set()
    for group in groups_in(scene.items):
        if group.css == "badge":
            mark = marks[dict(group.data)["finding"]]
            box = Box(0, 0, badge_of(mark).width_at(12.5), 17)
            shape, *strokes, _ = pill(badge_of(mark), box, 12.5)
            assert len(group.items) - 2 == len(strokes)
            assert bool(strokes) is (mark.finding.severity is Severity.ERROR)
            first = group.items[0]
            assert isinstance(first, Rect | Polygon)
            assert type(first) is type(shape)
            assert (first.fill == palette.WHITE) is (mark.finding.severity is Severity.ADVICE)
            seen.add((mark.finding.family, mark.finding.severity))
    assert {severity for _, severity in seen} == {*Severity}
    assert len({family for family, _ in seen}) > 2


@pytest.mark.parametrize("paper", [None, "a4"])
def test_the_legend_tells_the_signs_on_the_page_and_no_others(
    before: Report, paper: str | None
) -> None:
    words = Words("zh")
    for id in ("construction-start", "newborn"):
        subject = subject_in(before, id)
        for scene in pages(subject, "overview", how("zh", paper)):
            told = {
                value
                for group in groups_in(scene.items)
                for name, value in group.data
                if name == "finding"
            }
            found = [mark.finding for mark in subject.version.marks if mark.label in told]
            assert found
            said = {text.text for text in texts_in(scene.items) if text.size == 12.5}
            for family in ("sharing", "approvals", "collaboration", "service", "supervision"):
                is_there = any(finding.family == family for finding in found)
                if family != "approvals":  # a kind of step is called so too
                    assert (words.family(family) in said) is is_there
            for severity in Severity:
                is_there = any(finding.severity is severity for finding in found)
                assert (words(severity.value) in said) is is_there


@pytest.mark.parametrize("view", ["overview", "before-after", "swimlanes", "lanes"])
def test_the_picture_names_the_case_that_it_shows(before: Report, view: str) -> None:
    version = version_in(before, "construction-start", 供地方式="出让")
    subject = MatterSubject(version, version)
    scene = pages(subject, view, how("zh"))[0]
    assert any("情形：供地方式：出让" in text.text for text in texts_in(scene.items))
    whole = pages(subject_in(before, "construction-start"), "overview", how("zh"))[0]
    assert not any("情形：供地方式" in text.text for text in texts_in(whole.items))


@pytest.mark.parametrize("view", ["overview", "swimlanes", "lanes", "chain"])
def test_a_title_says_that_only_what_has_findings_is_told(before: Report, view: str) -> None:
    subject = subject_in(before, "newborn")
    for scene in pages(subject, view, how("zh", only_findings=True)):
        assert scene.title.endswith("（仅列有问题的）")
        assert scene.title in [text.text for text in texts_in(scene.items)]
    assert "仅列" not in pages(subject, view, how("zh"))[0].title


def test_papers_are_counted_alike_in_rows_and_figures(before: Report) -> None:
    """Each that is handed in is one (项), in however many copies; what is shown is none."""
    shown = 0
    for id in before.catalogue.chains:
        subject = subject_in(before, id)
        chain = subject.version.chain
        told = folded(subject.version, Words("zh"))
        if any(paper.guard != ALWAYS for paper in chain.materials):
            continue
        papers = [paper for part in told.parts for paper in part.papers]
        shown += sum(paper.handling == SHOWN for paper in papers)
        handed_in = sum(part.handed_in for part in told.parts)
        assert handed_in == chain.metrics().worst.materials
        if told.are_steps:
            continue
        scenes = pages(subject, "swimlanes", how("zh"))
        said = [text.text for scene in scenes for text in texts_in(scene.items)]
        counted = [text for text in said if re.fullmatch(r"\d+ 项", text)]
        assert sum(int(text.split()[0]) for text in counted) == handed_in
    assert shown > 0
    assert Words("zh").paper("照片", "", 3) == "照片 ×3 份"


def test_findings_are_spread_over_their_pages(before: Report) -> None:
    """On as few pages as they take, and no page holds a single one that others have room for."""
    scenes = pages(subject_in(before, "newborn"), "overview", how("zh", "a4"))
    told = [len([*groups(s.items, "finding")]) for s in scenes if "findings" in s.key]
    assert len(told) == 3
    assert min(told) * 2 > max(told)


def test_the_last_finding_stands_below_the_board_where_it_fits(before: Report) -> None:
    scenes = pages(subject_in(before, "newborn"), "lanes", how("zh", "a4"))
    told = [len([*groups(s.items, "finding")]) for s in scenes if s.key.endswith("/findings")]
    assert told == []
