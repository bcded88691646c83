"""A promise of far more time than all steps take."""

from __future__ import annotations

import pytest

from tests.analysis.cases import case_of
from tests.rules.test_pages import findings_in

RULE = "loose-promise"
OFFICES = "---\ndepartments: {office: {name: 局}}\n"


def text_of(promised: str, *steps: str, more: str = "") -> str:
    told = ", ".join(f"{{id: s{n}, {step}}}" for n, step in enumerate(steps))
    head = f"matter: m\nname: 许可\ndepartment: office\ntime-limit: {{promised: {promised}}}\n"
    return f"{head}steps: [{told}]\n{more}{OFFICES}"


@pytest.mark.parametrize(
    ("promised", "time", "is_found"),
    [
        ("16d", "10d", True),
        ("15d", "10d", False),
        ("3d", "1d", True),
        ("1d", "1h", False),
        ("9h", "1h", True),
        ("9d", "8d", False),
        ("5d", "0", False),
        ("1mo", "14d", True),
    ],
)
def test_more_than_half_as_much_again_and_by_a_day(
    promised: str, time: str, is_found: bool
) -> None:
    case = case_of(text_of(promised, f"kind: approve, time: {time}"))
    assert case.found(RULE) == ([("m", None, "m")] if is_found else [])


@pytest.mark.parametrize("kind", ["review", "consult", "publicise", "issue", "other"])
def test_what_may_take_time_has_to_be_timed(kind: str) -> None:
    timed, open_ = f"kind: {kind}, time: 1d", f"kind: {kind}"
    assert case_of(text_of("9d", "kind: approve, time: 1d", timed)).found(RULE)
    assert case_of(text_of("9d", "kind: approve, time: 1d", open_)).found(RULE) == []


@pytest.mark.parametrize("kind", ["apply", "accept", "deliver", "notify", "archive", "fee"])
def test_what_mostly_takes_none_need_not(kind: str) -> None:
    assert case_of(text_of("9d", "kind: approve, time: 1d", f"kind: {kind}")).found(RULE)


def test_what_is_called_counts() -> None:
    def calling(steps: str) -> str:
        called = f"---\nmatter: n\ndepartment: office\n{steps}"
        return text_of("9d", "kind: approve, time: 1d", "matter: n", more=called)

    assert case_of(calling("steps: [{id: x, kind: review, time: 1d}]\n")).found(RULE)
    assert case_of(calling("steps: [{id: x, kind: review}]\n")).found(RULE) == []
    assert case_of(calling("")).found(RULE) == []


@pytest.mark.parametrize(
    "text",
    [
        text_of("9d", "kind: approve, time: 1d, tme: 5d"),
        text_of("9d, promisd: 1d", "kind: approve, time: 1d"),
    ],
)
def test_it_is_silent_where_something_was_lost(text: str) -> None:
    rules = {finding.rule for finding in findings_in(text)}
    assert "unknown-key" in rules
    assert RULE not in rules
