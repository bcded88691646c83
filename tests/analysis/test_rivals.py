"""Two matters that judge the same for the same applicants."""

from __future__ import annotations

import pytest

from govchain.findings import Finding
from tests.rules.test_pages import findings_in

MATTERS = """
matter: b
department: police
applicant: person
steps:
  - {id: decide, kind: approve, checks: [born, local]}
---
matter: a
department: health
applicant: person
steps:
  - {id: look, kind: other, checks: [local]}
  - {id: decide, kind: approve, checks: [born]}
---
departments: {police: {}, health: {}}
criteria: {born: {}, local: {}}
"""


def rivals_in(text: str) -> list[Finding]:
    return [finding for finding in findings_in(text) if finding.rule == "rival-matters"]


def changed(right: str, wrong: str) -> str:
    assert right in MATTERS
    return MATTERS.replace(right, wrong, 1)


def test_it_stands_at_the_greater_id() -> None:
    (finding,) = rivals_in(MATTERS)
    assert (finding.matter, finding.subject, finding.step) == ("b", "a|b", None)
    assert finding.place.line == 2


def test_the_one_may_call_the_other_through_a_third() -> None:
    through = changed("[born, local]}", "[born, local]}\n  - {id: then, matter: c}") + (
        "---\nmatter: c\ndepartment: police\nsteps:\n  - {id: call, matter: a}\n"
    )
    assert rivals_in(through) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("applicant: person\n", ""),
        ("applicant: person", "applicant: both"),
        ("department: police\n", ""),
        ("department: health", "department: police"),
        ("[born, local]", "[born]"),
    ],
)
def test_another_applicant_lead_or_criterion_is_no_rival(right: str, wrong: str) -> None:
    assert rivals_in(changed(right, wrong)) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("[born, local]", "[born, local, alive]"),
        ("department: health", "department: helth"),
        ("applicant: person", "applicant: prson"),
        ("[born, local]}", "[born, local]}\n  - {id: then, matter: d}"),
        ("[born, local]}", "[born, local]}\n  - {kind: approve, checks: [born]}"),
    ],
)
def test_what_could_not_be_read_may_be_the_difference(right: str, wrong: str) -> None:
    assert rivals_in(changed(right, wrong)) == []


def third(id: str, department: str) -> str:
    """One more matter that judges the same."""
    steps = "steps:\n  - {id: decide, kind: approve, checks: [born, local]}\n"
    return f"---\nmatter: {id}\ndepartment: {department}\napplicant: person\n{steps}"


def test_many_that_judge_the_same_are_told_once() -> None:
    text = MATTERS + third("c", "police") + third("d", "health") + third("e", "police")
    (finding,) = rivals_in(text)
    assert (finding.matter, finding.subject) == ("e", "a|b|c|d|e")
    assert finding.facts["count"] == 5
    assert [named.id for named in finding.facts["departments"]] == ["health", "police"]  # type: ignore[union-attr]


def test_who_calls_one_may_be_the_rival_of_another() -> None:
    calling = changed("[born, local]}", "[born, local]}\n  - {id: then, matter: a}")
    assert rivals_in(calling) == []
    (finding,) = rivals_in(calling + third("c", "health"))
    assert finding.subject == "b|c"
    (finding,) = rivals_in(calling + third("c", "police") + third("d", "health"))
    assert finding.subject == "a|b|c|d"


def test_one_more_rival_is_no_known_finding() -> None:
    (known,) = rivals_in(MATTERS + third("c", "police"))
    (finding,) = rivals_in(MATTERS + third("c", "police") + third("d", "police"))
    assert finding.fingerprint != known.fingerprint
