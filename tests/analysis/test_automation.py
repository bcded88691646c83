"""Which approvals a program could decide, and which could rest on a promise."""

from __future__ import annotations

import pytest

from tests.rules.test_pages import findings_in

MATTER = """
matter: m
type: licence
basis: 《行政许可法》
department: police
steps:
  - {id: record, kind: other, department: health, produces: [birth], time: 1d}
  - {id: decide, kind: approve, checks: [born], time: 5d}
---
departments:
  police: {}
  health: {}
data:
  birth: {holder: health}
criteria:
  born: {uses: [birth], decidable: yes}
links:
  - {data: birth, to: police}
"""
SERVICE = ("type: licence", "type: service")
JUDGED = ("decidable: yes", "verify: after")
LOST = ("data: birth, to", "data: birth, status: planned, to")
NOT_PUBLIC = ("health: {}", "health: {kind: enterprise}")
CANDIDATES = {"automatic-approval", "promise-candidate"}


def candidates_in(text: str) -> set[str]:
    return {finding.rule for finding in findings_in(text)} & CANDIDATES


def changed(*changes: tuple[str, str]) -> str:
    text = MATTER
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def test_rules_and_data_at_hand_decide() -> None:
    assert candidates_in(MATTER) == {"automatic-approval"}


@pytest.mark.parametrize("time", ["0", "0d", "0cd", "29min"])
def test_what_takes_less_than_half_an_hour_is_as_good_as_decided_at_once(time: str) -> None:
    assert candidates_in(changed(("time: 5d", f"time: {time}"))) == set()
    promise = (("time: 5d", f"time: {time}"), LOST, NOT_PUBLIC)
    assert candidates_in(changed(*promise)) == set()


def test_half_an_hour_is_worth_a_word() -> None:
    assert candidates_in(changed(("time: 5d", "time: 30min"))) == {"automatic-approval"}
    promise = (("time: 5d", "time: 30min"), LOST, NOT_PUBLIC)
    assert candidates_in(changed(*promise)) == {"promise-candidate"}


def test_no_time_written_says_nothing() -> None:
    found = findings_in(changed((", time: 5d", "")))
    (advice,) = [finding for finding in found if finding.rule == "automatic-approval"]
    assert "days" not in advice.facts
    assert advice.benefit is not None
    assert advice.benefit.days == 0


def test_data_that_nobody_could_share_leaves_a_promise_for_a_licence() -> None:
    assert candidates_in(changed(LOST, NOT_PUBLIC)) == {"promise-candidate"}
    assert candidates_in(changed(LOST, NOT_PUBLIC, SERVICE)) == set()


def test_sharing_comes_before_promising() -> None:
    """Data is at hand, or a public holder could share it: nobody has to give his word for it."""
    assert candidates_in(changed(LOST)) == set()
    assert candidates_in(changed(JUDGED)) == set()


def test_what_is_promised_already_is_no_candidate() -> None:
    promised = ("checks: [born]", "checks: [born], promised: [born]")
    assert candidates_in(changed(LOST, NOT_PUBLIC, JUDGED, promised)) == set()


def test_the_word_of_the_applicant_is_data_at_hand() -> None:
    """A check that is promised needs no paper: a program can take the word down."""
    promised = ("checks: [born]", "checks: [born], promised: [born]")
    assert candidates_in(changed(LOST, NOT_PUBLIC, promised)) == {"automatic-approval"}


def test_one_check_that_data_does_not_settle_is_enough() -> None:
    two = ("checks: [born]", "checks: [born, tall]")
    tall = ("criteria:", "criteria:\n  tall: {verify: after}")
    (advice,) = [
        f for f in findings_in(changed(two, tall, JUDGED)) if f.rule == "promise-candidate"
    ]
    assert [c.id for c in advice.facts["not_settled_by_data"]] == ["tall"]  # type: ignore[union-attr]


def test_what_needs_judgement_may_be_checked_after_the_event() -> None:
    without_data = ("uses: [birth], decidable: yes", "verify: after")
    assert candidates_in(changed(without_data)) == {"promise-candidate"}
    assert candidates_in(changed(without_data, SERVICE)) == {"promise-candidate"}


def test_a_program_needs_data_to_decide_on() -> None:
    assert candidates_in(changed(("uses: [birth], ", ""))) == {"promise-candidate"}


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("checks: [born]", "checks: [born, alive]"),
        ("uses: [birth]", "uses: [birth, brith]"),
        ("department: health", "department: helth"),
        ("kind: approve, ", "kind: approve, needs: [houshold], "),
        ("kind: other", "kind: othr"),
        ("to: police", "to: polise"),
        ("department: police\n", ""),
    ],
)
def test_a_slip_of_the_pen_may_be_what_decides(right: str, wrong: str) -> None:
    assert candidates_in(changed((right, wrong))) == set()
