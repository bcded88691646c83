"""What departments have agreed on: who hands on to whom, and by when is answered."""

from __future__ import annotations

import pytest

from govchain.reporting.sentences import sentence
from tests.analysis.cases import case_of, ids
from tests.rules.test_pages import findings_in

HANDOVER, OPEN = "unagreed-handover", "open-consultation"

OFFICES = """
---
departments:
  civil: {name: 民政局}
  office: {parent: civil}
  police: {name: 公安局}
  station: {parent: police}
  bank: {kind: bank}
"""
STEPS = "{id: a, kind: accept, department: station, time: 1d}, {id: b, kind: review}"


def text_of(mechanism: str, steps: str = STEPS, matter: str = "") -> str:
    agreed = f"---\ncollaborations: [{mechanism}]\n" if mechanism else ""
    return (
        f"matter: m\nname: 救助\ndepartment: civil\n{matter}\nsteps: [{steps}]\n{OFFICES}{agreed}"
    )


def test_where_the_matter_has_mechanisms_a_handover_without_one_is_told() -> None:
    case = case_of(text_of("{between: [civil, bank], matters: m}"))
    assert case.found(HANDOVER) == [("m", "b", "station")]
    finding = case.the(HANDOVER)
    assert ids(finding.facts["agreed_by"]) == ["bank", "civil"]
    assert sentence(finding, "en").startswith("station hands a case of 救助 on to 民政局 (review)")


@pytest.mark.parametrize(
    "mechanism",
    [
        "",
        "{between: [civil, bank]}",
        "{between: [civil, police], matters: m}",
        "{between: [civil, bank], matters: m}, {between: [civil, station]}",
    ],
    ids=["none", "none for the matter", "of those above", "one for all"],
)
def test_it_is_agreed_or_nobody_knows(mechanism: str) -> None:
    assert case_of(text_of(mechanism)).found(HANDOVER) == []


@pytest.mark.parametrize(
    "steps",
    [
        STEPS.replace("station", "office"),
        STEPS.replace("station", "bank"),
        STEPS.replace("kind: review", "kind: review, after: []"),
        STEPS.replace("1d}", "1d, when: {f: x}}").replace("review}", "review, when: {f: y}}"),
    ],
    ids=["of one line", "not public", "no edge", "no case meets both"],
)
def test_nothing_is_handed_on_that_has_to_be_agreed(steps: str) -> None:
    mechanism = "{between: [police, bank], matters: m}"
    matter = "facts: {f: [x, y]}" if "when" in steps else ""
    assert case_of(text_of(mechanism, steps, matter)).found(HANDOVER) == []


def test_one_department_that_hands_on_twice_is_told_once() -> None:
    two = "{id: a, kind: accept, department: station}, "
    two += "{id: c, kind: other, department: station, after: []}, "
    two += "{id: b, kind: review, after: [a, c]}"
    case = case_of(text_of("{between: [civil, bank], matters: m}", two))
    assert case.found(HANDOVER) == [("m", "b", "station")]


def test_in_a_caller_its_own_mechanisms_count_too() -> None:
    caller = "matter: n\nsteps: [{id: c, matter: m}]\n---\n"
    of_caller = text_of("{between: [civil, bank], matters: n}")
    assert case_of(caller + of_caller).found(HANDOVER) == [("n", "c/b", "station")]
    both = text_of("{between: [civil, bank], matters: m}, {between: [civil, station], matters: n}")
    assert case_of(caller + both).found(HANDOVER) == [("m", "b", "station")]


ASKING = "{id: a, kind: accept, time: 1d}, {id: b, kind: consult, department: station}"
WITH_POLICE = ASKING.replace("station", "bank, with: police")


@pytest.mark.parametrize("kind", ["consult", "countersign"])
def test_an_answer_without_a_day_is_told(kind: str) -> None:
    case = case_of(text_of("", ASKING.replace("consult", kind)))
    assert case.found(OPEN) == [("m", "b", "b")]
    assert ids(case.the(OPEN).facts["asked"]) == ["station"]


def test_who_is_asked_is_not_who_asks() -> None:
    case = case_of(text_of("", ASKING.replace("department: station", "with: [police, civil]")))
    assert ids(case.the(OPEN).facts["asked"]) == ["police"]
    alone = case_of(text_of("", ASKING.replace(", department: station", "")))
    assert ids(alone.the(OPEN).facts["asked"]) == ["civil"]


@pytest.mark.parametrize(
    ("steps", "mechanism", "matter"),
    [
        (ASKING.replace("station}", "station, time: 3d}"), "", ""),
        (ASKING.replace(", time: 1d", ""), "", ""),
        (ASKING, "{between: [civil, police], answer-within: 3d}", ""),
        (ASKING, "{between: [civil, station], matters: m, answer-within: 3d}", ""),
        (WITH_POLICE, "{between: [civil, police], answer-within: 3d}", ""),
        (ASKING, "", "time-limit: {promised: 0}"),
        (ASKING.replace("consult", "inspect"), "", ""),
    ],
)
def test_it_is_known_when_or_not_recorded(steps: str, mechanism: str, matter: str) -> None:
    assert case_of(text_of(mechanism, steps, matter)).found(OPEN) == []


def test_a_mechanism_without_a_day_or_of_others_answers_nothing() -> None:
    for mechanism in ("{between: [civil, police]}", "{between: [civil, bank], answer-within: 3d}"):
        assert case_of(text_of(mechanism, ASKING)).found(OPEN) == [("m", "b", "b")]


def test_of_a_step_that_nobody_does_nothing_is_told() -> None:
    text = text_of("", ASKING.replace(", department: station", ""))
    assert case_of(text.replace("department: civil\n", "")).found(OPEN) == []


@pytest.mark.parametrize(
    "lost",
    [
        "collaborations: [{between: [civil, nobody], matters: m}]",
        "colaborations: []",
        "collaborations: [{between: civil}]",
    ],
)
def test_a_mechanism_that_could_not_be_read_may_be_the_one(lost: str) -> None:
    for steps in (STEPS, ASKING):
        text = text_of("{between: [civil, bank], matters: m}", steps)
        assert {f.rule for f in findings_in(text)} & {HANDOVER, OPEN}
        assert not {f.rule for f in findings_in(f"{text}---\n{lost}\n")} & {HANDOVER, OPEN}


@pytest.mark.parametrize(
    ("steps", "matter"),
    [
        (ASKING.replace("station}", "station, time: soon}"), ""),
        (ASKING, "time-limit: {promised: at once}"),
    ],
)
def test_it_is_silent_where_something_was_lost(steps: str, matter: str) -> None:
    rules = {finding.rule for finding in findings_in(text_of("", steps, matter))}
    assert "bad-value" in rules
    assert OPEN not in rules
