"""Approvals for which no provision is named."""

from __future__ import annotations

import pytest

from govchain.findings import Finding, Severity
from tests.rules.test_pages import findings_in

MATTER = """
matter: m
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
