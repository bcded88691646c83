"""A case that comes back for nothing, or goes through many hands one after another."""

from __future__ import annotations

import pytest

from govchain.compiler.handovers import handovers_at_most
from govchain.pipeline import compile_reading
from govchain.reader.reading import read_texts
from govchain.reporting.sentences import sentence
from tests.analysis.cases import DATE, case_of, ids
from tests.oracle.strategies import some_catalogues, to_yaml
from tests.rules.test_pages import findings_in

BACK, MANY = "back-and-forth", "too-many-handovers"

OFFICES = """
---
departments: {one: {name: 甲局}, two: {name: 乙局}, three: {name: 丙局}}
data: {x: {holder: two}}
criteria: {c: {uses: x}}
"""
THERE = "{id: a, kind: review}"
OVER = "{id: m, kind: review, department: two}"
AGAIN = "{id: b, kind: review}"
ASIDE = "{id: pay, kind: fee, after: []}"


def text_of(*steps: str, matter: str = "") -> str:
    listed = ", ".join(steps)
    return f"matter: m\nname: 许可\ndepartment: one\n{matter}\nsteps: [{listed}]\n{OFFICES}"


def test_what_could_have_been_judged_at_once_is_told() -> None:
    case = case_of(text_of(THERE, OVER, AGAIN))
    assert case.found(BACK) == [("m", "b", "m")]
    finding = case.the(BACK)
    assert finding.benefit is None
    assert sentence(finding, "en").startswith("甲局 judges a case at review a, hands it on to 乙局")


@pytest.mark.parametrize(
    "steps",
    [
        (THERE, OVER.replace("two}", "two, produces: x}"), AGAIN.replace("w}", "w, checks: c}")),
        (THERE, OVER.replace("two}", "two, changes: x}"), AGAIN.replace("w}", "w, needs: x}")),
        (THERE, OVER.replace("review", "consult"), AGAIN),
        (THERE, OVER.replace("review", "fee"), AGAIN),
        (THERE, OVER, AGAIN.replace("review", "approve")),
        (THERE.replace("review", "approve"), OVER, AGAIN.replace("review", "approve")),
        (THERE.replace("review", "inspect"), OVER, AGAIN),
        (THERE, OVER, AGAIN.replace("review", "issue")),
        (THERE, OVER.replace("two}", "two, order-basis: 某法}"), AGAIN),
        (THERE, OVER, AGAIN.replace("w}", "w, order-basis: 某法}")),
        (THERE, OVER, AGAIN.replace("w}", "w, independent: yes, basis: 某法}")),
        (THERE, OVER.replace("two", "one"), AGAIN),
        (THERE, OVER, AGAIN.replace("w}", "w, department: three}")),
        (THERE, "{id: pay, kind: fee}", OVER, AGAIN),
        (THERE, OVER, ASIDE, AGAIN.replace("w}", "w, after: [m, pay]}")),
    ],
)
def test_it_rests_on_what_came_between_or_is_another_look(steps: tuple[str, ...]) -> None:
    assert case_of(text_of(*steps)).found(BACK) == []


def test_no_case_meets_all_three() -> None:
    there, again = THERE.replace("w}", "w, when: {f: x}}"), AGAIN.replace("w}", "w, when: {f: y}}")
    assert case_of(text_of(there, OVER, again, matter="facts: {f: [x, y]}")).found(BACK) == []


def test_what_is_decided_twice_with_a_decision_between() -> None:
    steps = [step.replace("review", "approve") for step in (THERE, OVER, AGAIN)]
    assert case_of(text_of(*steps)).found(BACK) == [("m", "b", "m")]


def test_steps_of_several_matters_do_not_come_back() -> None:
    caller = "matter: n\ndepartment: one\nsteps: [{id: a, kind: review}, {id: c, matter: m}]\n---\n"
    assert case_of(caller + text_of(OVER, AGAIN)).found(BACK) == []
    assert case_of(caller + text_of(THERE, OVER, AGAIN)).found(BACK) == [("m", "b", "m")]


ROW = [
    f"{{id: s{n}, kind: other, department: {office}}}"
    for n, office in enumerate(("one", "two", "three", "one", "two", "three", "one"))
]


def test_a_case_that_goes_through_many_hands_is_told_with_its_way() -> None:
    case = case_of(text_of(*ROW))
    finding = case.the(MANY)
    assert (finding.subject, finding.facts["count"]) == ("m", 6)
    assert ids(finding.facts["reached_at"]) == [f"s{n}" for n in range(7)]
    assert "甲局 → 乙局 → 丙局 → 甲局" in sentence(finding, "zh")
    assert case_of(text_of(*ROW[:6])).found(MANY) == []


def test_who_spreads_a_case_over_many_hands_it_on_once() -> None:
    spread = [row.replace("}", ", after: s0}") for row in ROW[1:]]
    case = case_of(text_of(ROW[0], *spread, matter=""))
    assert case.found(MANY) == []


def test_the_worst_case_counts_and_is_told() -> None:
    """s4 is of the one case, s5 of the other: nobody meets both."""
    guarded = [*ROW[:4], ROW[4].replace("}", ", when: {f: x}}"), *ROW[5:]]
    case = case_of(text_of(*guarded, matter="facts: {f: [y, x]}"))
    assert case.the(MANY).facts["scenario"] == ({"fact": "f", "option": "x"},)
    apart = [*guarded[:5], ROW[5].replace("}", ", when: {f: y}}"), ROW[6]]
    assert case_of(text_of(*apart, matter="facts: {f: [y, x]}")).found(MANY) == []


def test_nothing_is_handed_to_the_applicant_or_to_nobody() -> None:
    forms = [*ROW[:3], "{id: form, kind: apply}", *ROW[3:6]]
    assert case_of(text_of(*forms)).found(MANY) == []
    headless = text_of(*ROW[:3], "{id: nobody, kind: other}", *ROW[3:])
    assert case_of(headless.replace("department: one\n", "", 1)).found(MANY) == []


def test_where_something_could_not_be_read_nothing_is_told() -> None:
    for text in (text_of(*ROW, "{id: z, kind: othr}"), text_of(THERE, OVER, AGAIN, "{id: z}")):
        assert not {finding.rule for finding in findings_in(text)} & {BACK, MANY}


def test_no_way_has_more_than_it_is_bounded_by() -> None:
    """The bound is met, too, where nothing depends on the case."""
    met = 0
    for files in some_catalogues(60, 7):
        texts = {name: to_yaml(documents) for name, documents in files}
        for chain in compile_reading(read_texts(texts), DATE).chains.values():
            most = handovers_at_most(chain.expansion.steps, chain.order)
            found = chain.measure.most_handovers(chain.order).number
            assert found <= most
            met += found == most > 1
    assert met > 20
