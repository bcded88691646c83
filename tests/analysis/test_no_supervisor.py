"""A decision without supervisor, where supervisors are named at all."""

from __future__ import annotations

import pytest

from govchain.findings import Named
from tests.analysis.cases import case_of
from tests.analysis.test_unjudged import missing
from tests.rules.test_pages import findings_in

RULE = "no-supervisor"
OTHER = "matter: o\nname: 别的\nsupervised-by: city\n---\n"


def text_of(step: str = "", matter: str = "", other: str = OTHER) -> str:
    steps = f"steps: [{{id: a, kind: review}}, {{id: decide, kind: approve{step}}}]"
    offices = "departments: {office: {name: 局}, city: {name: 市政府}}"
    return f"{other}matter: licence\ndepartment: office\n{matter}\n{steps}\n---\n{offices}\n"


def test_nobody_is_named() -> None:
    case = case_of(text_of())
    assert case.found(RULE) == [("licence", "decide", "decide")]
    assert case.the(RULE).facts["recorded_in"] == Named("o", "别的")
    assert "supervised-by" not in missing(text_of())


@pytest.mark.parametrize(
    ("step", "matter"),
    [
        (", supervised-by: city", ""),
        ("", "supervised-by: city"),
        ("", "supervised-by: office"),
        (", power: execution", ""),
    ],
)
def test_somebody_is_or_nothing_is_decided(step: str, matter: str) -> None:
    assert case_of(text_of(step, matter)).found(RULE) == []


def test_where_nobody_is_named_anywhere_it_is_not_judged() -> None:
    assert case_of(text_of(other="")).found(RULE) == []
    assert "supervised-by" in missing(text_of(other=""))


@pytest.mark.parametrize("power", ["", ", power: decision"])
def test_a_supervisor_of_one_step_records_them_too(power: str) -> None:
    steps = "[{id: a, kind: accept, supervised-by: city}, {id: s, kind: review" + power + "}]"
    text = text_of(other=f"matter: o\nname: 别的\nsteps: {steps}\n---\n")
    others = [("o", "s", "s")] if power else []
    assert case_of(text).found(RULE) == [("licence", "decide", "decide"), *others]


def test_the_supervisor_of_who_calls_it_is_another() -> None:
    caller = OTHER.replace("\n---", "\nsteps: [{id: c, matter: licence}]\n---")
    assert case_of(text_of(other=caller)).found(RULE) == [("licence", "decide", "decide")]


@pytest.mark.parametrize(
    ("step", "matter"),
    [
        (", supervised-by: nobody", ""),
        (", powr: execution", ""),
        ("", "supervised-by: nobody"),
        ("", "supervisedby: city"),
    ],
)
def test_it_is_silent_where_something_was_lost(step: str, matter: str) -> None:
    rules = {finding.rule for finding in findings_in(text_of(step, matter))}
    assert rules & {"unknown-reference", "unknown-key"}
    assert RULE not in rules
