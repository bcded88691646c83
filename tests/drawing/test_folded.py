"""What is said of the parts of a folded matter, held against its chain."""

from __future__ import annotations

import itertools
import re
from typing import Any

import pytest
from hypothesis import given, settings

from govchain.compiler.chain import Chain
from govchain.compiler.conditions import ALWAYS, Condition
from govchain.compiler.scenario import chain_in
from govchain.compiler.timetable import timetable_of
from govchain.drawing.chart.marks import Mark
from govchain.drawing.chart.subject import Fold, MatterSubject, Version
from govchain.drawing.chart.words import Words
from govchain.drawing.fold.changes import Fate, changes_between
from govchain.drawing.fold.folding import by_steps, folded
from govchain.drawing.fold.guards import shared_guard
from govchain.drawing.fold.headline import change_of, figures_of, headline_of, subtitle_of
from govchain.drawing.fold.parts import Asked, Folded, FoldedPart
from govchain.drawing.ink.lettering import named
from govchain.model.duration import TICKS_PER_DAY
from govchain.reporting.report import Report
from tests.drawing.chains import drawn
from tests.drawing.joints import (
    JOINT,
    joint,
    joint_subjects,
    joint_values,
    straight_joint,
    version_of,
)
from tests.drawing.subjects import only, version_in

ZH = Words("zh")


@pytest.fixture(scope="module")
def all_before(before: Report) -> list[Folded]:
    """Every matter as it was."""
    return [folded(version_in(before, id), ZH) for id in before.catalogue.chains]


@pytest.fixture(scope="module")
def all_after(after: Report) -> list[Folded]:
    return [folded(version_in(after, id), ZH) for id in after.catalogue.chains]


def test_a_folded_matter_takes_as_long_as_its_chain(
    all_before: list[Folded], all_after: list[Folded]
) -> None:
    for told in (*all_before, *all_after):
        assert told.ends / TICKS_PER_DAY == told.chain.metrics().worst.days


def test_parts_hold_all_steps_and_all_papers_once(all_before: list[Folded]) -> None:
    for told in all_before:
        steps = [id for part in told.parts for id in part.step_ids]
        assert sorted(steps) == sorted(step.id for step in told.chain.steps)
        papers = sum(len(part.papers) for part in told.parts)
        assert papers == len(told.chain.materials)


def test_every_finding_stands_at_a_part_or_at_the_whole(all_before: list[Folded]) -> None:
    for told in all_before:
        standing = {m.number for part in told.parts for m in part.marks}
        whole = {mark.number for mark in told.marks_on_whole}
        assert standing | whole == {mark.number for mark in told.marks}
        assert not standing & whole


def test_the_first_figure_of_a_sign_is_the_number_of_its_part(before: Report) -> None:
    """In scenarios too, where whole parts may not take place."""
    cases: dict[str, list[dict[str, str]]] = {
        "newborn": [{}],
        "construction-start": [{"供地方式": "划拨"}, {"供地方式": "出让"}],
        "bereavement": [{"火化": "否"}, {"公积金": "无", "房产": "无"}],
    }
    for id, scenarios in cases.items():
        for case in scenarios:
            told = folded(version_in(before, id, **case), ZH)
            assert any(part.marks for part in told.parts)
            for part in told.parts:
                for mark in part.marks:
                    assert {spot.place for spot in mark.spots} == {part.number}


def test_segments_of_a_called_matter_fill_its_time(
    all_before: list[Folded], all_after: list[Folded]
) -> None:
    for told in (*all_before, *all_after):
        for part in told.parts:
            if part.key:
                expect_filled(part)


def expect_filled(part: FoldedPart) -> None:
    spans = [segment.span for segment in part.segments]
    assert sum(span.ticks for span in spans) == part.span.ticks
    assert all(a.ends == b.begins for a, b in itertools.pairwise(spans))
    if spans:
        assert (spans[0].begins, spans[-1].ends) == (part.span.begins, part.span.ends)


@settings(max_examples=20)
@given(joint_values)
def test_segments_of_any_part_fill_its_time(values: dict[str, Any]) -> None:
    catalogue = joint(values)
    told = folded(Version(catalogue.chains[JOINT], (), catalogue), ZH)
    for part in told.parts:
        if part.key:
            expect_filled(part)
    expect_in_place(told)
    assert told.ends == timetable_of(told.chain).ends
    assert told.ends / TICKS_PER_DAY == told.chain.metrics().worst.days


@settings(max_examples=20)
@given(drawn())
def test_nothing_begins_before_what_it_waits_for_has_ended(made: tuple[Chain, list[Mark]]) -> None:
    """Held against the steps as written, each begins when the last of those before it ends."""
    chain, _ = made
    table = timetable_of(chain)
    there = [step for step in chain.steps if step.id in table.there]
    for step in chain.steps:
        ends = [table.spans[id].ends for id in chain.order.predecessors(step.id)]
        assert table.spans[step.id].begins == max(ends, default=0)
        takes = step.ticks if step.id in table.there else 0
        assert table.spans[step.id].ticks == takes
    assert there or not any(step.ticks for step in chain.steps)


def test_time_is_that_of_a_case_that_there_is(before: Report) -> None:
    """The chain in the case that is named takes as long."""
    for id, chain in before.catalogue.chains.items():
        table = chain.once(timetable_of)
        if table.case and chain.expansion.calls:
            narrowed = chain_in(chain, table.case)
            assert narrowed.metrics().worst.days == table.ends / TICKS_PER_DAY, id


def part_of(told: Folded, key: str) -> FoldedPart:
    return next(part for part in told.parts if part.key == key)


def test_what_is_said_of_the_parts_of_newborn(before: Report) -> None:
    told = folded(version_in(before, "newborn"), ZH)
    card = part_of(told, "card")
    assert (card.number, card.name, card.steps, card.visits) == (4, "申领社会保障卡", 5, 2)
    assert card.departments == ("人社",)
    days = [(s.name, s.work.value, s.span.ticks / TICKS_PER_DAY) for s in card.segments]
    assert days == [("受理", "other", 0.5), ("核准登记", "approve", 3.0), ("制卡", "other", 5.0)]
    asked = {paper.name: (paper.asked, paper.holders) for paper in card.papers}
    assert asked["户口簿（新生儿页）复印件"] == (Asked.SHAREABLE, "公安")
    assert asked["监护人身份证复印件"][0] is Asked.SPARED
    assert asked["新生儿照片"][0] is Asked.OWN


def test_needless_waits_are_those_that_the_findings_name(before: Report) -> None:
    told = folded(version_in(before, "newborn"), ZH)
    keys = [part.key for part in told.parts]
    waits = {(keys[w.first], keys[w.second]): w for w in told.waits}
    needless = {pair: w.saved / TICKS_PER_DAY for pair, w in waits.items() if w.needless}
    assert needless == {("card", "enrol"): 3.5, ("premium", "costs"): 0.1875}
    assert ("certificate", "vaccination") in waits
    assert ("vaccination", "register") not in waits


def test_a_redundant_step_is_marked_with_what_it_takes(before: Report) -> None:
    told = folded(version_in(before, "construction-start"), ZH)
    ground = part_of(told, "ground")
    assert (ground.redundant_steps, ground.redundant_ticks / TICKS_PER_DAY) == (1, 20)
    assert [s.span.ticks / TICKS_PER_DAY for s in ground.segments if s.is_redundant] == [20]
    assert ground.guard == "划拨"
    assert told.case == "划拨"


def test_a_part_of_other_cases_stands_where_it_would(
    all_before: list[Folded], all_after: list[Folded]
) -> None:
    told = [told for told in (*all_before, *all_after) if not told.are_steps]
    assert sum(expect_in_place(each) for each in told)


def expect_in_place(told: Folded) -> int:
    """A part that the case told goes without begins when what it waits for has ended, and who
    waits for it begins as if it took no time; how many there are."""
    absent = {n: p for n, p in enumerate(told.parts) if not p.is_there and p.key}
    ends = {n: p.span.begins if n in absent else p.span.ends for n, p in enumerate(told.parts)}
    own = {n for n, part in enumerate(told.parts) if not part.key}
    waited = {n: [w.first for w in told.waits if w.second == n] for n in ends}
    near = {*absent, *(n for n in ends if not absent.keys().isdisjoint(waited[n]))} - own
    for place in near:
        if own.isdisjoint(waited[place]):
            begins = max((ends[first] for first in waited[place]), default=0)
            assert told.parts[place].span.begins == begins
    return len(absent)


def test_a_matter_without_calls_is_told_by_its_steps(before: Report) -> None:
    version = version_in(before, "birth-registration")
    told = folded(version, ZH)
    assert told.are_steps
    assert [part.key for part in told.parts] == [step.id for step in version.chain.steps]
    assert [part.number for part in told.parts] == [1, 2, 3, 4, 5]
    assert told.parts[0].lane == ""
    assert sum(len(part.papers) for part in told.parts) == len(version.chain.materials)


def test_nothing_is_folded_where_nothing_is_to_be(before: Report) -> None:
    version = version_in(before, "newborn")
    told = folded(version, ZH, Fold.NONE)
    assert [part.key for part in told.parts] == [step.id for step in version.chain.steps]
    inner = by_steps(version, ZH, "card")
    assert [p.key for p in inner] == [s.id for s in version.chain.steps if s.id[:5] == "card/"]


def test_the_headline_says_the_figures_of_the_worst_case(before: Report, after: Report) -> None:
    chain = before.catalogue.chains["newborn"]
    assert headline_of(chain, ZH) == "新生儿出生：跑 9 趟、交 27 项材料、等 35.4 个工作日"
    english = headline_of(chain, Words("en"))
    assert english == "新生儿出生: 9 trips in person, 27 papers, 35.4 working days of waiting"
    subject = MatterSubject(version_in(before, "newborn"), version_in(after, "newborn"))
    boxes = {box.name: (box.before, box.after, box.change) for box in figures_of(subject, ZH)}
    assert boxes["visits"] == ("9", "0", "−100%")
    assert boxes["steps"] == ("36", "21", "−42%")


def told_often(told: Folded, subject: MatterSubject) -> list[tuple[str, int, dict[str, int]]]:
    """What the head says of papers that are handed in again and again: data, how often, how many
    of them are shareable or not needed."""
    said = re.findall(r"“([^”]*)”要交 (\d+) 次（([^）]*)）", "·".join(subtitle_of(subject, told)))
    return [
        (
            name,
            int(n),
            {kind: int(k) for k, kind in re.findall(r"(\d+) 次(本可共享|不必收)", kinds)},
        )
        for name, n, kinds in said
    ]


def test_what_is_handed_in_often_is_told_as_it_is_marked(before: Report) -> None:
    version = version_in(before, "newborn")
    subject, told = MatterSubject(version), folded(version, ZH)
    assert told_often(told, subject) == [
        ("居民身份信息", 6, {"本可共享": 4, "不必收": 2}),
        ("出生医学证明", 5, {"本可共享": 4, "不必收": 1}),
    ]
    english = subtitle_of(subject, folded(version, Words("en")))
    assert any("6 times (4 times shareable, 2 times not needed)" in said for said in english)


def test_no_head_says_more_than_the_papers_below_it(
    all_before: list[Folded], all_after: list[Folded]
) -> None:
    said = sum(expect_told_as_marked(told) for told in (*all_before, *all_after))
    assert said > 10


@settings(max_examples=20)
@given(joint_subjects())
def test_no_head_of_any_joint_matter_says_more(subject: MatterSubject) -> None:
    expect_told_as_marked(folded(subject.version, ZH), subject)


def expect_told_as_marked(told: Folded, subject: MatterSubject | None = None) -> int:
    """Of the data told as many papers stand below with that mark, all where none has a case; and
    what takes place in some cases is not added up over all."""
    chain = told.chain
    often = told_often(told, subject or only(chain, ()))
    for name, n, kinds in often:
        [data] = [id for id, known in chain.registry.data.items() if named(known.name) == name]
        papers = [p for part in told.parts for p in part.papers if p.data == data]
        handed_in = [paper for paper in papers if paper.handling != "shown"]
        assert n <= len(handed_in)
        assert n <= chain.metrics().worst.materials
        assert 3 <= sum(kinds.values()) <= n
        for asked, word in ((Asked.SHAREABLE, "本可共享"), (Asked.SPARED, "不必收")):
            marked = sum(paper.asked is asked for paper in handed_in)
            assert kinds.get(word, 0) <= marked
            if all(paper.paper.guard == ALWAYS for paper in handed_in):
                assert (n, kinds.get(word, 0)) == (len(handed_in), marked)
    return len(often)


def test_changes_are_told_in_hundredths() -> None:
    assert change_of(8, 2, ZH) == "−75%"
    assert change_of(2, 3, ZH) == "+50%"
    assert change_of(3, 3, ZH) == "不变"
    assert change_of(0, 3, ZH) == ""


def test_a_guard_is_shared_as_far_as_all_steps_have_it() -> None:
    def guard(*cubes: dict[str, str]) -> Condition:
        return Condition(tuple(tuple((f, frozenset({o})) for f, o in c.items()) for c in cubes))

    home, age = guard({"home": "own"}), guard({"home": "own", "age": "old"})
    assert shared_guard([home, age]) == home
    assert shared_guard([age, age]) == age
    assert shared_guard([home, ALWAYS]) == ALWAYS
    either = guard({"home": "own"}, {"age": "old"})
    assert shared_guard([either]) == either
    assert shared_guard([]) == ALWAYS


def test_what_became_of_newborn(before: Report, after: Report) -> None:
    old = folded(version_in(before, "newborn"), ZH)
    new = folded(version_in(after, "newborn"), ZH)
    changes = changes_between(old, new)
    assert [c.known.key for c in changes if c.before] == [part.key for part in old.parts]
    added = [c for c in changes if c.before is None]
    assert [(changes.index(c), c.known.key) for c in added] == [(0, "")]
    register = next(c for c in changes if c.known.key == "register")
    fates = {c.paper.name: (c.fate, c.flows) for c in register.papers}
    assert fates["出生医学证明"] == (Fate.GONE, "卫健")
    assert fates["父母居民户口簿复印件"] == (Fate.GONE, "")
    assert fates["非婚生育说明"] == (Fate.KEPT, "")
    assert {"register/apply", "register/accept"} <= register.gone
    assert "register/register" not in register.gone


def test_every_part_of_both_versions_is_in_one_change(before: Report, after: Report) -> None:
    for id in after.catalogue.chains.keys() & before.catalogue.chains.keys():
        old = folded(version_in(before, id), ZH)
        new = folded(version_in(after, id), ZH)
        changes = changes_between(old, new)
        assert [c.before for c in changes if c.before] == list(old.parts)
        found = [c.after.key for c in changes if c.after]
        assert sorted(found) == sorted(part.key for part in new.parts)


def test_a_paper_that_joining_spares_is_told_with_where_it_is_still_handed_in(
    before: Report, after: Report
) -> None:
    old, new = (folded(version_in(report, "company-exit"), ZH) for report in (before, after))
    told = {
        (change.known.name, paper.paper.name): paper.handed_in
        for change in changes_between(old, new)
        for paper in change.papers
        if paper.handed_in and paper.paper.asked is not Asked.OWN
    }
    assert told == {("清税", "营业执照副本复印件"): "只在 ⑤ 交"}


def test_matters_called_more_than_once_are_paired_in_their_order() -> None:
    old = folded(version_of(straight_joint(9), JOINT), ZH)
    new = folded(version_of(straight_joint(6), JOINT), ZH)
    changes = changes_between(old, new)
    pairs = [(c.before and c.before.key, c.after and c.after.key) for c in changes]
    assert pairs == [
        *((f"c{n}", f"c{n}") for n in range(6)),
        *((f"c{n}", None) for n in range(6, 9)),
        ("", ""),
    ]
    same = changes_between(old, old)
    assert not any(c.gone for c in same)
    assert all(p.fate is Fate.KEPT for c in same for p in c.papers)


def test_parts_of_other_cases_stand_in_their_place_and_are_not_there(before: Report) -> None:
    """Land that is sold needs no site opinion, no assessment and no preliminary review."""
    all_cases = folded(version_in(before, "construction-start"), ZH)
    sold = folded(version_in(before, "construction-start", 供地方式="出让"), ZH)
    assert [part.key for part in sold.parts] == [part.key for part in all_cases.parts]
    absent = [part for part in sold.parts if not part.is_there]
    assert [part.key for part in absent] == ["site", "ground", "prereview"]
    for part, known in zip(absent, all_cases.parts, strict=False):
        assert (part.number, part.guard, part.steps) == (known.number, "划拨", known.steps)
        assert (part.span.begins, part.span.ticks, part.segments) == (0, 0, ())
        assert (part.papers, part.visits, part.step_ids) == ((), 0, ())
        assert part.departments == known.departments
    assert sum(part.visits for part in sold.parts) == sold.chain.metrics().worst.visits == 18
