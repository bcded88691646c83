"""An approval without time, where times are written beside it."""

from __future__ import annotations

import pytest

from tests.analysis.cases import case_of
from tests.rules.test_pages import findings_in

RULE = "open-ended-step"


def text_of(step: str, matter: str = "", other: str = "{id: a, kind: accept, time: 1d}") -> str:
    steps = f"steps: [{other}, {{id: s, {step}}}]"
    offices = "departments: {office: {name: 局}}"
    return f"matter: m\nname: 许可\ndepartment: office\n{matter}\n{steps}\n---\n{offices}\n"


@pytest.mark.parametrize("kind", ["review", "approve", "inspect", "expert-review"])
def test_it_has_no_time(kind: str) -> None:
    case = case_of(text_of(f"kind: {kind}", "time-limit: {promised: 5d}"))
    assert case.found(RULE) == [("m", "s", "s")]
    assert [step.id for step in case.the(RULE).facts["steps_with_time"]] == ["a"]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "step",
    ["kind: approve, time: 0", "kind: consult", "kind: countersign", "kind: issue", "kind: other"],
)
def test_it_has_one_or_is_of_another_kind(step: str) -> None:
    assert case_of(text_of(step)).found(RULE) == []


def test_where_no_step_has_a_time_it_is_not_recorded() -> None:
    assert case_of(text_of("kind: approve", other="{id: a, kind: accept}")).found(RULE) == []


def test_a_time_in_another_matter_records_none_here() -> None:
    """A caller does not record it for whom it calls, nor the other way round."""
    caller = "matter: n\nsteps: [{id: c, matter: m}, {id: e, kind: review, time: 1d}]\n---\n"
    bare = text_of("kind: approve", other="{id: a, kind: accept}")
    assert case_of(caller + bare).found(RULE) == []
    assert case_of(caller + text_of("kind: approve")).found(RULE) == [("m", "s", "s")]


@pytest.mark.parametrize("limit", ["statutory: 0", "promised: 0", "statutory: 20d, promised: 即办"])
def test_what_is_done_at_once_leaves_nothing_open(limit: str) -> None:
    assert case_of(text_of("kind: approve", f"time-limit: {{{limit}}}")).found(RULE) == []


@pytest.mark.parametrize(
    ("step", "matter"),
    [
        ("kind: approve, time: 5 days", ""),
        ("kind: approve, tme: 5d", ""),
        ("kind: approve", "time-limit: {promised: at once}"),
        ("kind: approve", "time-limit: 0d"),
        ("kind: approve", "timelimit: {promised: 0}"),
    ],
)
def test_it_is_silent_where_something_was_lost(step: str, matter: str) -> None:
    rules = {finding.rule for finding in findings_in(text_of(step, matter))}
    assert rules & {"bad-value", "wrong-shape", "unknown-key"}
    assert RULE not in rules
