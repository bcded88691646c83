"""A supervisor within the department that decides, as far as that is known for sure."""

from __future__ import annotations

import pytest

from tests.analysis.cases import Case, case_of
from tests.rules.test_pages import findings_in

REGISTRY = """
---
departments:
  bureau: {name: 局}
  section: {name: 科, parent: bureau}
  desk: {name: 股, parent: section}
  city: {name: 市政府}
"""


def supervised(matter: str, step: str) -> Case:
    return case_of(text_of(matter, step))


def text_of(matter: str, step: str) -> str:
    decide = f"{{id: decide, kind: approve{step}}}"
    return f"matter: m\ndepartment: bureau\n{matter}\nsteps: [{decide}]\n{REGISTRY}"


@pytest.mark.parametrize(
    ("matter", "step", "subject"),
    [
        ("supervised-by: bureau", "", "bureau"),
        ("supervised-by: desk", "", "desk"),
        ("supervised-by: city", ", supervised-by: section", "section"),
        ("supervised-by: desk", ", department: section", "desk"),
    ],
)
def test_it_is_within_the_department(matter: str, step: str, subject: str) -> None:
    assert supervised(matter, step).found("self-supervision") == [("m", "decide", subject)]


@pytest.mark.parametrize(
    ("matter", "step"),
    [
        ("", ""),
        ("supervised-by: city", ""),
        ("supervised-by: desk", ", supervised-by: city"),
        ("supervised-by: bureau", ", department: section"),
        ("supervised-by: desk", ", power: execution"),
    ],
)
def test_it_is_above_or_outside_or_nothing_is_decided(matter: str, step: str) -> None:
    assert supervised(matter, step).found("self-supervision") == []


@pytest.mark.parametrize(
    ("matter", "step"),
    [
        ("supervised-by: bureau", ", supervised-by: nobody"),
        ("supervised-by: bureau", ", power: deciding"),
        ("supervised-by: bureau\nsupervisedby: city", ""),
    ],
)
def test_it_is_silent_where_something_was_lost(matter: str, step: str) -> None:
    found = {finding.rule for finding in findings_in(text_of(matter, step))}
    assert found & {"unknown-reference", "bad-value", "unknown-key"}
    assert "self-supervision" not in found


def test_it_is_silent_where_it_is_not_known_what_the_supervisor_belongs_to() -> None:
    again = "\n---\ndepartments: {section: {parent: city}}\n"
    text = text_of("supervised-by: section", "") + again
    assert "self-supervision" not in {finding.rule for finding in findings_in(text)}


def test_each_step_answers_for_the_supervisor_of_its_own_matter() -> None:
    """Which the caller does not say again."""
    caller = (
        "matter: joint\ndepartment: city\nsupervised-by: city\nsteps: [{id: c, matter: m}]\n---\n"
    )
    case = case_of(caller + text_of("supervised-by: bureau", ""))
    assert case.found("self-supervision") == [("m", "decide", "bureau")]
