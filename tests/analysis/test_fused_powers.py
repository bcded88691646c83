"""One post that decides and carries out, or supervises."""

from __future__ import annotations

import pytest

from tests.analysis.cases import case_of
from tests.rules.test_pages import findings_in

RULE = "fused-powers"


def text_of(*steps: str, more: str = "", kind: str = "government") -> str:
    told = ", ".join(f"{{id: s{n}, {step}}}" for n, step in enumerate(steps))
    offices = f"departments: {{office: {{name: 局, kind: {kind}}}, other: {{name: 外局}}}}"
    head = f"matter: m\nname: 补贴\ndepartment: office\n{more}\n"
    return f"{head}steps: [{told}]\n---\n{offices}\n"


@pytest.mark.parametrize(
    "steps",
    [
        ("kind: approve, post: 科长", "kind: deliver, post: 科长"),
        ("kind: inspect, post: 科长, power: supervision", "kind: approve, post: 科长"),
        ("kind: other, post: 科长, power: supervision", "kind: fee, post: 科长"),
        ("kind: review, post: 科长, power: decision", "kind: issue, post: 科长"),
    ],
)
def test_a_post_has_two(steps: tuple[str, ...]) -> None:
    finding = case_of(text_of(*steps)).the(RULE)
    assert (finding.matter, finding.step, finding.subject) == ("m", None, "office/科长")
    assert len(finding.facts["powers"]) == 2  # type: ignore[arg-type]


def test_three_are_one_finding() -> None:
    kinds = ("other, power: supervision", "approve", "approve", "deliver")
    finding = case_of(text_of(*(f"kind: {kind}, post: 科长" for kind in kinds))).the(RULE)
    assert finding.facts["powers"] == ("supervision", "decision", "execution")


@pytest.mark.parametrize(
    "steps",
    [
        ("kind: approve, post: 科长", "kind: deliver, post: 窗口"),
        ("kind: approve, post: 科长", "kind: deliver, post: 科长, department: other"),
        ("kind: approve, post: 科长", "kind: accept, post: 科长"),
        ("kind: approve, post: 科长", "kind: apply, post: 科长, power: execution"),
        ("kind: approve, post: 科长", "kind: deliver, post: 科长, power: decision"),
        ("kind: approve", "kind: deliver"),
        ("kind: inspect, post: 科长", "kind: approve, post: 科长"),
    ],
)
def test_powers_are_apart(steps: tuple[str, ...]) -> None:
    assert case_of(text_of(*steps)).found(RULE) == []


BOTH = ("kind: approve, post: 科长", "kind: deliver, post: 科长")


@pytest.mark.parametrize("kind", ["bank", "enterprise", "community", "platform"])
def test_who_is_no_public_office_has_no_powers(kind: str) -> None:
    assert case_of(text_of(*BOTH, kind=kind)).found(RULE) == []


def test_what_is_done_at_once_is_done_by_one() -> None:
    assert case_of(text_of(*BOTH, more="time-limit: {promised: 0}")).found(RULE) == []


def test_what_is_called_is_another_matter() -> None:
    called = "---\nmatter: n\ndepartment: office\nsteps: [{id: a, kind: deliver, post: 科长}]\n"
    case = case_of(text_of("kind: approve, post: 科长", "matter: n") + called)
    assert case.found(RULE) == []


def test_it_is_silent_where_something_was_lost() -> None:
    for text in (
        text_of("kind: approve, post: 科长", "kind: deliver, post: 科长, powr: decision"),
        text_of(*BOTH, more="stepz: 1"),
        text_of(*BOTH, kind="goverment"),
    ):
        rules = {finding.rule for finding in findings_in(text)}
        assert rules & {"bad-value", "unknown-key"}
        assert RULE not in rules
