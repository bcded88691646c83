"""What mending a whole matter brings, where single findings overlap or share a name."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from govchain.analysis.running import totals
from govchain.analysis.running.bundles import Foreseen
from govchain.analysis.running.judging import Analysis, run_rules
from govchain.compiler.chain import Chain
from govchain.findings import Benefit
from govchain.mends import Mend
from govchain.pipeline import analyze, compile_reading
from govchain.reader.reading import read_texts
from govchain.reporting.report import Report
from govchain.rules.discovery import all_rules

REGISTRY = """
---
departments:
  police: {name: 公安局}
  health: {name: 卫生健康委}
data:
  household: {name: 户籍信息, holder: police}
  birth: {name: 出生信息, holder: health}
criteria:
  settled: {name: 已落户, basis: 某法, uses: [household]}
  born: {name: 活产, basis: 某法, uses: [birth]}
"""


DAY = datetime.date(2026, 6, 1)
LAWFUL = "{name: 户口簿, data: household, basis: 某法第一条}"
OWN_PAPER = "{name: 户口簿, data: household}"
ALLOWED = f"{OWN_PAPER}  # govchain: allow own-paper -- 系统改造中"


def joint(paper: str) -> str:
    """A matter with one paper, and a joint service that calls it."""
    return (
        f"matter: m\ndepartment: police\nmaterials:\n  - {paper}\n"
        "steps: [{id: decide, kind: approve, checks: [settled]}]\n---\n"
        "matter: joint\ndepartment: police\nsteps: [{id: call, matter: m}]"
    )


def of_two(*members: tuple[str, str]) -> str:
    """A joint service of two matters, each with its department and its paper."""
    matters = [
        f"matter: {id}\ndepartment: {department}\nmaterials: [{paper}]\n"
        "steps: [{id: decide, kind: approve, checks: [settled]}]\n---\n"
        for id, (department, paper) in zip(("one", "two"), members, strict=True)
    ]
    calls = "steps: [{id: a, matter: one}, {id: b, matter: two}]"
    return "".join(matters) + f"matter: m\ntype: joint\ndepartment: police\n{calls}"


def analysed(matter: str) -> Analysis:
    reading = read_texts({"matter.yaml": matter + REGISTRY})
    catalogue = compile_reading(reading, datetime.date(2026, 6, 1))
    return run_rules(all_rules(), catalogue, lambda rule: rule.family != "definition")


def spared_by(analysis: Analysis, *matters: str) -> Benefit:
    """What mending spares of these matters, or of both."""
    return analysis.total.benefit_of(matters or ("m", "joint"))


def test_papers_of_one_name_are_all_counted() -> None:
    """Three own papers: with one gone the others are renumbered, and still found."""
    analysis = analysed(
        "matter: m\ndepartment: police\nmaterials:\n"
        + "  - {name: 户口簿, data: household}\n" * 3
        + "steps: [{id: decide, kind: approve, checks: [settled]}]"
    )
    assert [f.subject for f in analysis.findings] == ["household", "household#2", "household#3"]
    assert spared_by(analysis).materials == 3


def test_what_two_mends_spare_counts_once() -> None:
    """One paper meets two needs: both links spare it, together they spare it once."""
    analysis = analysed(
        "matter: m\ndepartment: police\nmaterials: [{name: 出生证, data: birth}]\n"
        "steps:\n  - {id: check, kind: inspect, checks: [born]}\n"
        "  - {id: decide, kind: approve, needs: [birth], checks: [settled]}"
    )
    links = [f for f in analysis.findings if f.rule == "missing-link"]
    assert [f.benefit and f.benefit.materials for f in links] == [1, 1]
    assert spared_by(analysis).materials == 1


def test_many_mends_in_one_matter_are_no_trouble() -> None:
    analysis = analysed(
        "matter: m\ndepartment: police\nmaterials:\n"
        + "  - {name: 户口簿, data: household}\n" * 300
        + "steps:\n  - {id: a, kind: review, checks: [settled]}\n"
        "  - {id: b, kind: review, checks: [settled]}\n  - {id: c, kind: approve}"
    )
    assert spared_by(analysis).materials == 300
    assert not analysis.faults


def test_a_silenced_finding_is_silenced_once() -> None:
    analysis = analysed(joint(ALLOWED))
    assert [(f.rule, f.matter) for f in analysis.silenced] == [("own-paper", "m")]
    assert not analysis.findings


def test_what_is_mended_in_a_called_matter_is_mended_in_its_callers() -> None:
    """The paper is told once, and asked for twice: by itself, and in the joint service."""
    analysis = analysed(joint(OWN_PAPER))
    assert [(f.rule, f.matter) for f in analysis.findings] == [("own-paper", "m")]
    assert spared_by(analysis).materials == 2
    assert [spared_by(analysis, id).materials for id in ("m", "joint")] == [1, 1]


def test_a_paper_that_is_joined_goes_for_what_has_become_the_reason() -> None:
    """The police hold it, health receives it once it flows: of both together it is asked again."""
    analysis = analysed(of_two(("health", OWN_PAPER), ("police", OWN_PAPER)))
    rules = {finding.rule for finding in analysis.findings}
    assert rules >= {"missing-link", "repeated-material", "own-paper"}
    parts = [spared_by(analysis, id).materials for id in ("one", "two")]
    assert (parts, spared_by(analysis, "m").materials) == ([1, 1], 2)


def test_a_visit_goes_when_all_papers_that_were_brought_to_it_go() -> None:
    """Some bring one paper, some another: neither mend alone spares all of them the way."""
    analysis = analysed(
        "matter: m\ndepartment: police\nfacts: {born: [here, elsewhere]}\nmaterials:\n"
        "  - {name: 出生证, data: birth, when: {born: here}}\n"
        "  - {name: 出生公证, data: record, when: {born: elsewhere}}\n"
        "steps:\n  - {id: apply, kind: apply, visit: 1}\n"
        "  - id: decide\n    kind: approve\n    needs:\n"
        "      - {data: birth, when: {born: here}}\n"
        "      - {data: record, when: {born: elsewhere}}\n"
        "---\ndata: {record: {name: 公证记录, holder: health}}"
    )
    links = [f.benefit for f in analysis.findings if f.rule == "missing-link"]
    assert [link and link.visits for link in links] == [0, 0]
    assert (spared_by(analysis, "m").visits, spared_by(analysis, "m").materials) == (1, 1)


BY_LAW = "  - {name: 出生证, data: birth, basis: 某法第一条}\n"


def within_law(analysis: Analysis, matter: str) -> Benefit:
    return analysis.total.benefit_of([matter], within_law=True)


def test_what_a_law_asks_for_is_asked_for_until_it_is_amended() -> None:
    """The link frees two papers: one of them goes at once, and people come with the other."""
    text = (
        "matter: m\ndepartment: police\nmaterials:\n  - {name: 出生证复印件, data: birth}\n"
        "BY_LAWsteps:\n  - {id: apply, kind: apply, visit: 1}\n"
        "  - {id: decide, kind: approve, checks: [born]}"
    )
    free, bound = (analysed(text.replace("BY_LAW", paper)) for paper in ("", BY_LAW))
    assert (spared_by(free, "m").materials, spared_by(free, "m").visits) == (1, 1)
    assert within_law(free, "m") == spared_by(free, "m")
    assert (spared_by(bound, "m").materials, spared_by(bound, "m").visits) == (2, 1)
    assert (within_law(bound, "m").materials, within_law(bound, "m").visits) == (1, 0)
    waived = analysed(text.replace("BY_LAW", BY_LAW.replace("}", ", waived-by: 某条例}")))
    assert within_law(waived, "m") == spared_by(waived, "m")


def test_nobody_is_spared_the_way_with_a_paper_that_a_law_asks_for() -> None:
    """The police have it themselves, so the visit serves nothing; but the law has it brought."""
    text = (
        "matter: m\ndepartment: police\nmaterials: [{name: 户口簿, data: householdLAW}]\nsteps:\n"
        "  - {id: apply, kind: apply, visit: 1}\n"
        "  - {id: decide, kind: approve, needs: [household]}"
    )
    free, bound = (analysed(text.replace("LAW", law)) for law in ("", ", basis: 某法第一条"))
    assert "needless-visit" in {finding.rule for finding in bound.findings}
    assert within_law(free, "m") == spared_by(free, "m")
    assert (spared_by(bound, "m").materials, spared_by(bound, "m").visits) == (1, 1)
    assert (within_law(bound, "m").materials, within_law(bound, "m").visits) == (0, 0)


def kept_to_law(report: Report) -> Report:
    return replace(report, keeps_law=True)


def test_a_sum_within_the_law_that_fails_is_told_and_answered_with_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nor is the whole sum taken for it where nobody foresaw that it would be asked for."""

    def failing(chain: Chain, change: object) -> None:
        raise ValueError("no sum")

    catalogue = compile_reading(read_texts({"a.yaml": joint(LAWFUL) + REGISTRY}), DAY)
    unforeseen = analyze(catalogue, foreseen=Foreseen(sum=True))
    assert unforeseen.benefit.materials == 2
    assert kept_to_law(unforeseen).benefit == Benefit()
    assert unforeseen.analysis.faults
    foreseen = analyze(catalogue, foreseen=Foreseen(sum=True, lawful_sum=True))
    assert kept_to_law(foreseen).benefit.materials == 0
    assert not foreseen.analysis.faults
    monkeypatch.setattr(totals, "mended_within_law", failing)
    failed = analyze(catalogue, foreseen=Foreseen(sum=True, lawful_sum=True))
    assert kept_to_law(failed).benefit == Benefit()
    assert failed.analysis.faults


def test_papers_that_become_one_rest_on_the_basis_of_each() -> None:
    """The first has none: joined, the one that a law asks for does not go with it."""
    analysis = analysed(of_two(("police", OWN_PAPER), ("police", LAWFUL)))
    assert spared_by(analysis, "m").materials == 2
    assert within_law(analysis, "m").materials == 1


def test_of_the_matters_that_are_told_of_no_more_is_spared_than_they_cost() -> None:
    """The joint service gains by what is told of the matter it calls, and is not told of."""
    reading = read_texts({"matter.yaml": joint(OWN_PAPER) + REGISTRY})
    whole = analyze(compile_reading(reading, datetime.date(2026, 6, 1)))
    alone = replace(whole, matters=frozenset({"m"}))
    assert (whole.benefit.materials, whole.before.materials) == (2, 2)
    assert (alone.benefit.materials, alone.before.materials) == (1, 1)


def test_of_what_is_not_told_nothing_counts_in_callers_either() -> None:
    analysis = analysed(joint(ALLOWED))
    assert spared_by(analysis).materials == 0


def test_the_sum_is_worked_out_for_who_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    """A gate that tells no sum makes none; where it fails by our fault, the findings stand."""
    analysis = analysed(joint(OWN_PAPER))
    asked: list[Chain] = []

    def failing(chain: Chain, change: object) -> tuple[Chain, Mend]:
        asked.append(chain)
        raise ValueError("no sum")

    monkeypatch.setattr(totals, "mended_whole_by", failing)
    assert [finding.rule for finding in analysis.findings] == ["own-paper"]
    assert not asked
    assert not analysis.faults
    assert spared_by(analysis) == Benefit()
    assert len(asked) == 1
    assert [fault.subject for fault in analysis.faults] == ["total benefit"]
