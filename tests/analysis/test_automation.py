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


@pytest.mark.parametrize("time", ["0", "0d", "0cd"])
def test_what_takes_no_time_is_decided_at_once_already(time: str) -> None:
    assert candidates_in(changed(("time: 5d", f"time: {time}"))) == set()


def test_no_time_written_says_nothing() -> None:
    found = findings_in(changed((", time: 5d", "")))
    (advice,) = [finding for finding in found if finding.rule == "automatic-approval"]
    assert "days" not in advice.facts
    assert advice.benefit is not None
    assert advice.benefit.days == 0


SERVICE = ("type: licence", "type: service")


def test_data_that_does_not_flow_leaves_a_promise_for_a_licence() -> None:
    lost = ("data: birth, to", "data: birth, status: planned, to")
    assert candidates_in(changed(lost)) == {"promise-candidate"}
    assert candidates_in(changed(lost, SERVICE)) == set()


def test_what_needs_judgement_may_be_checked_after_the_event() -> None:
    judged = ("decidable: yes", "verify: after")
    assert candidates_in(changed(judged)) == {"promise-candidate"}
    assert candidates_in(changed(judged, SERVICE)) == {"promise-candidate"}


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
