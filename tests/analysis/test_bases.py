"""Approvals for which no provision is named."""

from __future__ import annotations

import pytest

from govchain.findings import Finding, Severity
from govchain.reporting.sentences import sentence
from tests.rules.test_pages import findings_in

MATTER = """
matter: m
complete: basis
type: licence
department: police
steps:
  - {id: check, kind: review, department: health, checks: [born]}
  - {id: decide, kind: approve, checks: [born]}
---
departments:
  police: {}
  health: {}
criteria:
  born: {}
"""


def baseless_in(text: str) -> list[Finding]:
    return [finding for finding in findings_in(text) if finding.rule == "baseless-approval"]


def changed(right: str, wrong: str) -> str:
    assert right in MATTER
    return MATTER.replace(right, wrong, 1)


def test_an_error_in_a_licence_only() -> None:
    assert {f.severity for f in baseless_in(MATTER)} == {Severity.ERROR}
    other = baseless_in(changed("type: licence", "type: payment"))
    assert {f.severity for f in other} == {Severity.WARNING}


def test_where_no_basis_is_recorded_nothing_is_baseless() -> None:
    """A list of matters in which nobody wrote any basis is no proof that there is none."""
    silent = changed("complete: basis\n", "")
    assert baseless_in(silent) == []
    elsewhere = "---\nmatter: n\ndepartment: police\nbasis: 《某条例》第一条\n"
    steps = "steps: [{id: a, kind: apply}]\n"
    assert {f.step for f in baseless_in(f"{silent}{elsewhere}{steps}")} == {"check", "decide"}


def test_what_is_complete_of_another_kind_says_nothing_of_bases() -> None:
    assert baseless_in(changed("complete: basis", "complete: [checks, materials]")) == []


def test_a_basis_that_has_ended_is_none_and_is_told() -> None:
    """Also where it is the only one written: somebody recorded it."""
    ended = "basis: {provision: 《某条例》第一条, until: 2026-05-31, repealed-by: 国令844}"
    text = MATTER.replace("complete: basis\n", "").replace(
        "kind: approve,", f"kind: approve, {ended},"
    )
    found = {finding.step: finding for finding in baseless_in(text)}
    assert {step: finding.variant for step, finding in found.items()} == {
        "check": "",
        "decide": "ended",
    }
    end = {"until": "2026-05-31", "repealed_by": "国令844"}
    assert found["decide"].facts["ended"] == ({"provision": "《某条例》第一条", **end},)
    english, chinese = (sentence(found["decide"], language) for language in ("en", "zh"))
    assert "《某条例》第一条 (until 2026-05-31, ended by 国令844)" in english
    assert "《某条例》第一条（有效至 2026-05-31、由国令844废止）" in chinese


def test_a_basis_is_in_force_on_its_last_day() -> None:
    last = "basis: {provision: 《某条例》第一条, until: 2026-06-01}"
    found = baseless_in(changed("kind: approve,", f"kind: approve, {last},"))
    assert {finding.step for finding in found} == {"check"}


def test_the_basis_of_the_matter_speaks_for_its_lead() -> None:
    (finding,) = baseless_in(changed("type: licence", "basis: 《某条例》第一条"))
    assert (finding.step, finding.variant) == ("check", "not-lead")


def test_the_basis_of_one_criterion_is_enough() -> None:
    assert baseless_in(changed("born: {}", "born: {basis: 《某条例》第一条}")) == []


def test_without_a_lead_the_basis_of_the_matter_may_be_that_of_any_step() -> None:
    text = changed("department: police", "basis: 《某条例》第一条")
    assert baseless_in(text) == []


@pytest.mark.parametrize(
    ("right", "wrong", "speaks"),
    [
        ("born: {}", "born: {basis: {}}", set()),
        ("born: {}", "born: {uses: [brith]}", set()),
        ("department: health, checks", "department: health, basis: {}, checks", {"decide"}),
        ("department: health, checks", "department: helth, checks", {"decide"}),
        ("type: licence", "basis: {}", set()),
        ("department: police", "department: polise", set()),
        ("kind: review, department: health, checks: [born]", "checks: [born]", set()),
    ],
)
def test_what_could_not_be_read_may_have_been_the_basis(
    right: str, wrong: str, speaks: set[str]
) -> None:
    assert {finding.step for finding in baseless_in(changed(right, wrong))} == speaks
