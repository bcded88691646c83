"""What a planner reads first: where to begin, and which data should flow to whom."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest

from govchain.findings import Severity
from govchain.reporting.blocks import Block, Sentence, Table, Told
from govchain.reporting.chapters.beginnings import beginnings, by_lever
from govchain.reporting.chapters.burdens import burdens
from govchain.reporting.chapters.closing import closing
from govchain.reporting.chapters.collaboration import collaboration
from govchain.reporting.chapters.findings import findings
from govchain.reporting.chapters.numbers import numbers
from govchain.reporting.chapters.sharing import sharing
from govchain.reporting.page_as_text import as_text
from govchain.reporting.report import Report
from govchain.reporting.sharing_picture import advised_data, debts_of, supplies_of
from govchain.reporting.style import Style

from .reports import CATALOGUE, report_in, report_of

ENGLISH = Style("en")

TWO_CONSUMERS = """\
matter: enrolment
name: 参保登记
department: medins
volume: 1000
materials: [{name: 出生医学证明, data: birth}, {name: 户口簿, data: household}]
steps:
  - {id: apply, kind: apply, visit: 1}
  - {id: check, kind: review, department: hrss, needs: birth, time: 1d}
  - {id: decide, kind: approve, needs: [birth, household], time: 1d}
---
matter: card
name: 申领社保卡
department: hrss
volume: 500
materials: [{name: 出生医学证明, data: birth}]
steps:
  - {id: apply, kind: apply, visit: 1}
  - {id: decide, kind: approve, needs: birth, time: 1d}
---
departments:
  medins: {name: 医保局}
  hrss: {name: 人社局}
  health: {name: 卫健委}
  police: {name: 公安局}
data: {birth: {name: 出生信息, holder: health}, household: {name: 户籍信息, holder: police}}
"""


def shown(chapter: Callable[[Report, Style], Iterable[Block]], report: Report, style: Style) -> str:
    """A chapter as the terminal shows it."""
    return as_text(chapter(report, style), style)


def test_data_that_several_need_counts_once_in_each_matter() -> None:
    first, second = debts_of(report_of(TWO_CONSUMERS))
    assert (first.data, first.holders) == (("出生信息",), ("卫健委",))
    assert set(first.consumers) == {"医保局", "人社局"}
    assert (first.visits, first.papers, first.cases, first.matters) == (500, 1500, 1500, 2)
    assert (second.data, second.papers) == (("户籍信息",), 1000)


@pytest.mark.parametrize(
    ("language", "told", "denied"),
    [
        (
            "en",
            "Advice alone, since only checks and steps that can go, or papers shown or given back, "
            "wait for it: 出生信息.",
            "All data that could be shared",
        ),
        (
            "zh",
            "另有数据只为可取消的核验和环节，或者只须出示、缴回的材料所需，仅作建议：出生信息。",
            "没有可以共享",
        ),
    ],
)
def test_data_that_only_what_can_go_waits_for_is_no_debt_and_is_named(
    language: str, told: str, denied: str
) -> None:
    text = TWO_CONSUMERS.replace("data: birth}", "data: birth, handling: shown}")
    report = report_of(text)
    assert [debt.data for debt in debts_of(report)] == [("户籍信息",)]
    assert told in shown(sharing, report, Style(language, width=400))
    alone = report_of(
        text.replace(", household]", "]").replace(", {name: 户口簿, data: household}", "")
    )
    assert debts_of(alone) == []
    said = shown(sharing, alone, Style(language, width=400))
    assert told in said
    assert denied not in said
    assert advised_data(report_of(TWO_CONSUMERS)) == []


def test_without_volumes_nothing_is_said_a_year() -> None:
    silent = TWO_CONSUMERS.replace("volume: 1000\n", "").replace("volume: 500\n", "")
    assert {(d.visits, d.papers, d.cases) for d in debts_of(report_of(silent))} == {
        (None, None, None)
    }


def test_each_lever_names_what_saves_most() -> None:
    text = shown(beginnings, report_of(TWO_CONSUMERS), ENGLISH)
    line = next(line for line in text.splitlines() if line.startswith("share"))
    assert "申领社保卡 · 出生信息" in line
    assert "500 visits" in line


def test_why_nothing_was_held_against_what_is_declared() -> None:
    """An empty cell says that they agree."""
    example = "collaborators: [police, town]\nillustrative: collaborators\n" + CATALOGUE
    text = shown(collaboration, report_of(example), ENGLISH)
    assert "what is declared is an example, not compared" in text
    assert "公布的为示例，未对照" in shown(collaboration, report_of(example), Style("zh"))
    assert "none declared" in shown(collaboration, report_of(CATALOGUE), ENGLISH)


def test_where_nothing_was_found_it_is_told_what_was_not_judged() -> None:
    matter = (
        "matter: m\ndepartment: d\nvolume: 1\ntime-limit: {promised: 1d}\nredress: 12345\n"
        "supervised-by: e\nillustrative: post\nsteps:\n"
        "  - {id: s, kind: approve, post: 科长, checks: c, basis: 法, time: 1d}\n"
        "---\ndepartments: {d: {}, e: {}}\ncriteria: {c: {basis: 法}}\n"
    )
    report = report_of(matter)
    assert not report.findings
    text = shown(findings, report, ENGLISH)
    assert text.startswith("Nothing was found.\nNot judged: what people bring (no `materials`); ")
    assert "whether one post holds two powers (`post` is an example)." in text
    whole = report_of(matter.replace("illustrative: post\n", "complete: materials\n"))
    assert shown(findings, whole, ENGLISH).strip() == "Nothing was found."


def test_what_takes_part_undeclared_is_named() -> None:
    text = shown(collaboration, report_of("collaborators: [police, town]\n" + CATALOGUE), ENGLISH)
    assert "not declared: 卫生健康委" in text
    alone = "matter: m\ndepartment: d\nsteps: [{id: s, kind: other}]\n---\ndepartments: {d: {}}\n"
    assert "No matter needs another department" in shown(collaboration, report_of(alone), ENGLISH)


def test_years_without_a_calendar_are_named() -> None:
    late = (
        "links:\n  - {data: birth-certificate, to: police, status: applied, applied: 2002-12-30}\n"
    )
    text = CATALOGUE.replace("links:\n", late)
    assert "Of 2002 and 2003 Monday to Friday are counted" in shown(
        numbers, report_of(text), ENGLISH
    )
    assert "Monday to Friday" not in shown(numbers, report_of(CATALOGUE), ENGLISH)
    lost = text.replace("links:\n", "calendar: {2003: {off: [2003-13-01]}}\nlinks:\n")
    assert "No working day of 2003 is counted" in shown(numbers, report_of(lost), ENGLISH)


ASKED_AGAIN = """\
matter: {id}
name: {name}
department: hrss
volume: {volume}
materials: [{{name: 身份证, data: identity}}]
steps: [{{id: decide, kind: approve, needs: identity}}]
"""
SHARED = """\
departments: {hrss: {name: 人社局}, police: {name: 公安局}}
data: {identity: {name: 身份信息, holder: police}}
links: [{data: identity, to: hrss}]
"""


def test_what_one_remedy_mends_in_several_matters_is_told_once() -> None:
    matters = [
        ASKED_AGAIN.format(id=id, name=name, volume=volume)
        for id, name, volume in (
            ("a", "参保登记", 1000),
            ("b", "退休审核", 300),
            ("c", "就业登记", 200),
        )
    ]
    report = report_of(*matters, SHARED)
    text = shown(findings, report, ENGLISH)
    assert text.count("is asked for") == 1
    assert "The same in 退休审核" in text
    assert "saves besides 500 papers a year" in text
    assert all(finding.fingerprint[:8] in text for finding in report.findings)


def test_what_waits_for_a_department_is_told_with_its_steps_and_data() -> None:
    report = replace(report_of(TWO_CONSUMERS), departments=("hrss",))
    text = shown(collaboration, report, ENGLISH)
    assert "waits for these steps" in text
    assert "参保登记" in text
    assert "申领社保卡" not in text  # its own
    nobody = replace(report, departments=("police",), matters=frozenset({"card"}))
    assert "waits for these data" in shown(collaboration, nobody, ENGLISH)


def test_where_people_go_most_stands_first() -> None:
    lines = [
        line.split() for line in shown(burdens, report_of(TWO_CONSUMERS), ENGLISH).splitlines()
    ]
    assert lines[-2][:7] == ["参保登记", "1,000", "1", "1", "2", "2", "1,000"]
    assert lines[-1][:7] == ["申领社保卡", "500", "1", "1", "1", "1", "500"]


def test_the_order_can_be_recomputed_and_leads_to_what_spares_visits() -> None:
    report = report_of(TWO_CONSUMERS)
    text = shown(burdens, report, ENGLISH)
    assert text.startswith("Where people go most, by visits a case × cases a year:")
    spares = next(f for f in report.findings if f.matter == "card" and f.rule == "missing-link")
    lines = [line.split() for line in text.splitlines()]
    assert lines[-1][7:] == ["2-1", spares.fingerprint[:8]]
    assert lines[-2][7:] == ["none"], "two papers keep people coming, and no link spares both"


def test_a_joint_service_leads_to_what_spares_visits_of_the_matters_it_calls() -> None:
    joint = "matter: newborn\nname: 新生儿出生\nvolume: 300\nsteps: [{id: card, matter: card}]\n"
    report = report_of(TWO_CONSUMERS, joint)
    spares = next(f for f in report.findings if f.matter == "card" and f.rule == "missing-link")
    told = {
        line.split()[0]: line.split()[7:]
        for line in shown(burdens, report, ENGLISH).splitlines()[-3:]
    }
    assert told["申领社保卡"] == ["2-1", spares.fingerprint[:8]]
    assert told["新生儿出生"] == ["①-1", spares.fingerprint[:8]], "its number in the joint matter"


def test_without_volumes_a_case_orders_where_people_go() -> None:
    silent = TWO_CONSUMERS.replace("volume: 1000\n", "").replace("volume: 500\n", "")
    text = shown(burdens, report_of(silent), ENGLISH)
    assert text.startswith("Where people go most, by visits of one case:")
    assert [line.split()[0] for line in text.splitlines()[-2:]] == ["参保登记", "申领社保卡"]


def test_without_volumes_most_matters_and_departments_come_first() -> None:
    silent = TWO_CONSUMERS.replace("volume: 1000\n", "").replace("volume: 500\n", "")
    assert [debt.data for debt in debts_of(report_of(silent))] == [("出生信息",), ("户籍信息",)]


def test_totals_name_what_they_are_spared_of() -> None:
    report = report_of(TWO_CONSUMERS)
    before, benefit = report.before, report.benefit
    assert (before.visits, before.materials, before.steps) == (2, 3, 5)
    assert (benefit.visits, benefit.materials) == (2, 3)
    text = shown(numbers, report, ENGLISH)
    assert "2 of 2 visits and 3 of 3 papers" in " ".join(text.split())
    summary = report.to_dict()["summary"]
    assert summary["before"] == {"days": 3.0, "visits": 2, "materials": 3, "steps": 5}
    assert summary["benefit"]["steps"] == 0


@pytest.mark.parametrize(("language", "line"), [("en", "Mending"), ("zh", "整改")])
def test_where_nothing_is_to_be_mended_nothing_is_said_of_mending(language: str, line: str) -> None:
    style = Style(language, width=400)
    assert line in shown(numbers, report_of(TWO_CONSUMERS), style)
    in_order = (
        "matter: m\ndepartment: d\nsteps: [{id: s, kind: other}]\n---\ndepartments: {d: {}}\n"
    )
    report = report_of(in_order)
    assert not report.findings
    assert line not in shown(numbers, report, style)


def test_what_no_sum_reckons_with_is_counted_beside_it() -> None:
    report = report_in("matters")
    text = " ".join(shown(numbers, report, ENGLISH).split())
    [told] = re.findall(r"How (\d+) of them are mended is still to be decided", text)
    mended = {
        f.fingerprint
        for entry in report.entries
        if any(f.mend and f.severity != "advice" for f in entry.findings)
        for f in entry.findings
    }
    open_ended = [f for f in report.findings if f.matter and f.mend is None]
    left = [f for f in open_ended if f.severity != "advice" and f.fingerprint not in mended]
    assert int(told) == len(left) < sum(f.severity != "advice" for f in open_ended)
    papers = [f for f in left if f.rule == "baseless-material"]
    assert 0 < len(papers) < 15, "of the others the paper goes by another remedy"
    assert all(finding.mend is None for finding in report.findings if finding.matter is None)
    assert "still to be decided" not in shown(numbers, report_of(TWO_CONSUMERS), ENGLISH)


def test_what_a_law_stands_behind_is_told_beside_the_sum() -> None:
    """With what is left out, the rest is what can be had without amending a law."""
    report = report_in("matters")
    text = " ".join(shown(numbers, report, ENGLISH).split())
    [visits, papers] = re.findall(r"Of what mending saves (\d+) visits, (\d+) papers", text)[0]
    lawful = replace(report, keeps_law=True)
    assert report.benefit.visits - lawful.benefit.visits == int(visits) > 0
    assert report.benefit.materials - lawful.benefit.materials == int(papers) > 0
    assert "a law is amended" not in shown(numbers, lawful, ENGLISH)


def test_what_is_told_in_one_is_numbered_as_it_is_counted() -> None:
    """The numbers of the last chapter end at the number of entries."""
    report = report_in("matters")
    told = [
        block for block in findings(report, replace(ENGLISH, limit=None)) if isinstance(block, Told)
    ]
    folded = [block for block in told if block.after]
    assert folded
    assert all(re.search(r"\(no\. [\d,–]+\)", block.after[0]) for block in folded)
    numbers_told = [block.number for block in told]
    assert numbers_told == sorted(set(numbers_told))
    assert len(told) < numbers_told[-1] <= len(report.entries)


def test_errors_stand_before_what_saves_most() -> None:
    report = report_in("matters")
    text = " ".join(shown(closing, report, ENGLISH).split())
    assert f"Before all, the {report.count(Severity.ERROR)} errors, the first: " in text
    assert text.index("Before all") < text.index("merge:")


def test_a_need_with_alternatives_is_one_need_supplied_as_the_worst_of_them() -> None:
    either = TWO_CONSUMERS.replace(
        "needs: birth, time: 1d}\n---", "needs: {any: [birth, card]}}\n---"
    )
    either = either.replace("data: {", "data: {card: {name: 卡, holder: hrss}, ")
    counts = supplies_of(report_of(either))
    plain = supplies_of(report_of(TWO_CONSUMERS))
    assert sum(counts.values()) == sum(plain.values())
    assert counts == plain


def test_a_fault_of_ours_is_nothing_to_begin_with(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "govchain.rules.sharing.own_paper.superfluous_hits", lambda why, chain: 1 / 0
    )
    report = report_of(CATALOGUE)
    assert report.analysis.faults
    begun = [entry.head.rule for entries in by_lever(report).values() for entry in entries]
    assert begun
    assert "internal-fault" not in begun


@pytest.mark.parametrize("language", ["zh", "en"])
def test_all_entries_stand_by_a_lever_or_are_said_to_be_left_out(language: str) -> None:
    report = report_in("matters")
    table, left = beginnings(report, Style(language))
    assert isinstance(table, Table)
    assert isinstance(left, Sentence)
    counted = sum(int(row[1]) for row in table.rows)
    told, whole, advice = map(int, re.findall(r"\d+", left.text))
    assert (told, whole) == (counted, len(report.entries))
    assert told + advice == whole
