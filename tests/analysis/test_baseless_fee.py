"""What is charged without a law, where laws of fees are written."""

from __future__ import annotations

import pytest

from govchain.findings import Severity
from govchain.reporting.sentences import sentence
from tests.analysis.cases import case_of
from tests.rules.test_pages import findings_in

RULE = "baseless-fee"
BASED = "{id: b, kind: fee, fee: {amount: 5, basis: 某条例}}"
ENDED = "{provision: 旧规, until: 2025-12-31, repealed-by: 新规}"


def text_of(step: str, more: str = "", other: str = BASED, kind: str = "government") -> str:
    offices = f"departments: {{office: {{name: 局, kind: {kind}}}}}"
    head = f"matter: m\nname: 许可\ndepartment: office\n{more}\n"
    return f"{head}steps: [{{id: s, {step}}}, {other}]\n---\n{offices}\n"


@pytest.mark.parametrize(
    ("type_", "severity"), [("licence", Severity.ERROR), ("service", Severity.WARNING)]
)
def test_it_is_charged_without_a_law(type_: str, severity: Severity) -> None:
    case = case_of(text_of("kind: issue, name: 制证, fee: 10", f"type: {type_}\nbasis: 某法"))
    assert case.found(RULE) == [("m", "s", "s")]
    finding = case.the(RULE)
    assert finding.severity is severity
    assert sentence(finding, "zh") == "“制证”（局）收费 10 元，收费和环节都没有写依据"


@pytest.mark.parametrize(
    "step",
    [
        "kind: issue, fee: 0",
        "kind: issue",
        "kind: issue, fee: {amount: 10, basis: 某条例}",
        "kind: issue, fee: 10, basis: 某条例",
    ],
)
def test_it_is_free_or_rests_on_law(step: str) -> None:
    assert case_of(text_of(step)).found(RULE) == []


def test_what_people_pay_with_their_application_the_lead_takes() -> None:
    assert case_of(text_of("kind: apply, fee: 10")).found(RULE) == [("m", "s", "s")]


@pytest.mark.parametrize("kind", ["bank", "enterprise", "intermediary", "community"])
def test_others_have_prices(kind: str) -> None:
    assert case_of(text_of("kind: issue, fee: 10", kind=kind)).found(RULE) == []


@pytest.mark.parametrize(
    ("other", "more", "is_found"),
    [
        ("{id: b, kind: review}", "", False),
        ("{id: b, kind: review, basis: 某条例}", "", False),
        ("{id: b, kind: fee, fee: {amount: 0, basis: 某条例}}", "", False),
        ("{id: b, kind: fee, fee: 5, basis: 某条例}", "", True),
        (f"{{id: b, kind: fee, fee: {{amount: 5, basis: {ENDED}}}}}", "", True),
        ("{id: b, kind: review}", "complete: basis", True),
    ],
)
def test_only_where_bases_of_fees_are_recorded(other: str, more: str, is_found: bool) -> None:
    found = case_of(text_of("kind: issue, fee: 10", more, other)).found(RULE)
    assert (("m", "s", "s") in found) is is_found


def test_what_has_ended_is_told() -> None:
    text = text_of(f"kind: issue, name: 制证, fee: {{amount: 10, basis: {ENDED}}}")
    finding = case_of(text).the(RULE)
    assert "no longer in force: 旧规" in sentence(finding, "en")
    assert sentence(finding, "zh").startswith("“制证”（局）收费 10 元，所依据的已不再有效：旧规")


def test_a_caller_does_not_say_it_again() -> None:
    caller = "---\nmatter: n\nname: 一件事\nsteps: [{id: c, matter: m}]\n"
    assert case_of(text_of("kind: issue, fee: 10") + caller).found(RULE) == [("m", "s", "s")]


def test_it_is_silent_where_something_was_lost() -> None:
    for text in (
        text_of("kind: issue, fee: {amount: 10, bases: 某条例}"),
        text_of("kind: issue, fee: 10", kind="goverment"),
        text_of("kind: issue, fee: 10", "stepz: 1"),
    ):
        rules = {finding.rule for finding in findings_in(text)}
        assert rules & {"bad-value", "unknown-key"}
        assert RULE not in rules
