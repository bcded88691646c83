"""Of a licence the stages that nobody wrote down."""

from __future__ import annotations

import pytest

from govchain.reporting.sentences import sentence
from tests.analysis.cases import case_of
from tests.rules.test_pages import findings_in

RULE = "incomplete-licence"
WHOLE = ("accept", "review", "approve", "issue", "deliver")
OFFICES = "---\ndepartments: {office: {name: 局}}\n"


def text_of(*kinds: str, more: str = "", type_: str = "licence") -> str:
    """A matter with a step of each kind; what follows a kind belongs to its step."""
    steps = ", ".join(f"{{id: s{n}, kind: {kind}}}" for n, kind in enumerate(kinds))
    head = f"matter: m\nname: 许可\ntype: {type_}\ndepartment: office\n{more}\n"
    return f"{head}steps: [{steps}]\n{OFFICES}"


def lacking(text: str) -> list[str]:
    return [subject for _, _, subject in case_of(text).found(RULE)]


@pytest.mark.parametrize("kind", WHOLE)
def test_each_stage_is_missed(kind: str) -> None:
    assert lacking(text_of(*(other for other in WHOLE if other != kind))) == [kind]


def test_all_that_lacks_is_one_finding() -> None:
    text = text_of("approve", "issue")
    assert lacking(text) == ["accept,review,deliver"]
    finding = case_of(text).the(RULE)
    assert sentence(finding, "en").endswith("are missing: acceptance, examination and delivery")
    assert sentence(finding, "zh") == "“许可”是许可，缺少法定阶段：受理、审查、送达"


@pytest.mark.parametrize(
    "kinds",
    [
        WHOLE,
        ("accept", "inspect", "approve", "issue", "notify"),
        ("accept", "consult", "other, power: decision", "issue", "deliver"),
        ("accept", "approve, time: 20min", "issue", "deliver"),
    ],
)
def test_these_are_whole(kinds: tuple[str, ...]) -> None:
    assert lacking(text_of(*kinds)) == []


def test_only_licences_have_these_stages() -> None:
    assert lacking(text_of("approve", type_="confirmation")) == []


def test_what_is_decided_at_once_needs_no_examination_apart() -> None:
    kinds = ("accept", "approve", "issue", "deliver")
    assert lacking(text_of(*kinds, more="time-limit: {promised: 0}")) == []
    assert lacking(text_of(*kinds, more="time-limit: {promised: 1d}")) == ["review"]
    assert lacking(text_of("accept", "approve, time: 1h", "issue", "deliver")) == ["review"]


def test_who_calls_it_may_take_in_and_hand_over() -> None:
    called = text_of("review", "approve", "issue")
    window = "{id: w, kind: accept}, {id: c, matter: CALLED}, {id: d, kind: deliver}"
    caller = f"---\nmatter: one\ndepartment: office\nsteps: [{window}]\n"
    assert lacking(called) == ["accept,deliver"]
    assert lacking(called + caller.replace("CALLED", "m")) == []
    between = "---\nmatter: two\nsteps: [{id: c, matter: m}]\n"
    assert lacking(called + caller.replace("CALLED", "two") + between) == []
    assert lacking(called + between) == ["accept,deliver"]


def test_of_what_is_only_listed_nothing_lacks() -> None:
    assert lacking(f"matter: m\nname: 许可\ntype: licence\n{OFFICES}") == []
    calling = text_of("approve").replace("{id: s0,", "{id: c, matter: n}, {id: s0,")
    assert lacking(f"{calling}---\nmatter: n\nname: 其他\n") == []


def test_it_is_silent_where_something_was_lost() -> None:
    for text in (
        text_of("acept", "review", "approve", "issue", "deliver"),
        text_of("review", "approve", "issue", "deliver")
        + "---\nmatter: one\nsteps: [{id: c, matter: m}, {kind: accept}]\n",
    ):
        rules = {finding.rule for finding in findings_in(text)}
        assert rules & {"bad-value", "missing-key"}
        assert RULE not in rules
