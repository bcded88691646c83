"""A decision that nobody can turn against, where ways of redress are written at all."""

from __future__ import annotations

import pytest

from govchain.findings import Named
from govchain.reporting.sentences import sentence
from tests.analysis.cases import case_of, ids
from tests.analysis.test_unjudged import missing
from tests.rules.test_pages import findings_in

RULE = "no-redress"
OTHER = "matter: o\nname: 别的\nredress: 12345\n---\n"


def text_of(step: str = "", matter: str = "", other: str = OTHER) -> str:
    steps = f"steps: [{{id: a, kind: review}}, {{id: decide, kind: approve{step}}}]"
    offices = "departments: {office: {name: 局}}"
    return (
        f"{other}matter: licence\nname: 许可\ndepartment: office\n{matter}\n{steps}\n"
        f"---\n{offices}\n"
    )


def test_nobody_says_where_to_turn() -> None:
    case = case_of(text_of())
    assert case.found(RULE) == [("licence", None, "licence")]
    finding = case.the(RULE)
    assert finding.facts["recorded_in"] == Named("o", "别的")
    assert ids(finding.facts["decisions"]) == ["decide"]
    assert sentence(finding, "zh") == "“许可”要作出决定（审批），没有写明向何处投诉、复议"
    assert "redress" not in missing(text_of())


@pytest.mark.parametrize(("step", "matter"), [("", "redress: 12345"), (", power: execution", "")])
def test_somebody_does_or_nothing_is_decided(step: str, matter: str) -> None:
    assert case_of(text_of(step, matter)).found(RULE) == []


def test_where_nobody_does_it_is_not_judged() -> None:
    assert case_of(text_of(other="")).found(RULE) == []
    assert "redress" in missing(text_of(other=""))


def test_who_calls_a_decision_makes_none() -> None:
    caller = "matter: n\nname: 一件事\nsteps: [{id: c, matter: licence}]\n---\n"
    assert case_of(caller + text_of()).found(RULE) == [("licence", None, "licence")]


@pytest.mark.parametrize(
    ("step", "matter"),
    [
        (", power: decide", ""),
        ("", "redres: 12345"),
        ("", "redress: {by: 12345}"),
    ],
)
def test_it_is_silent_where_something_was_lost(step: str, matter: str) -> None:
    rules = {finding.rule for finding in findings_in(text_of(step, matter))}
    assert rules & {"unknown-key", "wrong-shape", "bad-value"}
    assert RULE not in rules
