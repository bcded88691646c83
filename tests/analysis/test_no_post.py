"""A decision without post, where posts are named at all."""

from __future__ import annotations

import pytest

from govchain.findings import Named
from tests.analysis.cases import case_of
from tests.analysis.test_unjudged import missing
from tests.rules.test_pages import findings_in

RULE = "no-post"
OTHER = "matter: o\nname: 别的\nsteps: [{id: a, kind: accept, post: 窗口}]\n---\n"


def text_of(step: str = "", other: str = OTHER) -> str:
    steps = f"steps: [{{id: a, kind: review}}, {{id: decide, kind: approve{step}}}]"
    offices = "departments: {office: {name: 局}}"
    return f"{other}matter: licence\ndepartment: office\n{steps}\n---\n{offices}\n"


def test_no_post_answers_for_it() -> None:
    case = case_of(text_of())
    assert case.found(RULE) == [("licence", "decide", "decide")]
    assert case.the(RULE).facts["recorded_in"] == Named("o", "别的")
    assert "post" not in missing(text_of())


@pytest.mark.parametrize("step", [", post: 科长", ", power: execution"])
def test_one_does_or_nothing_is_decided(step: str) -> None:
    assert case_of(text_of(step)).found(RULE) == []


def test_where_no_step_has_one_it_is_not_judged() -> None:
    assert case_of(text_of(other="")).found(RULE) == []
    assert "post" in missing(text_of(other=""))


@pytest.mark.parametrize("step", [", pst: 科长", ", post: {name: 科长}", ", power: decide"])
def test_it_is_silent_where_something_was_lost(step: str) -> None:
    rules = {finding.rule for finding in findings_in(text_of(step))}
    assert rules & {"unknown-key", "wrong-shape", "bad-value"}
    assert RULE not in rules
