"""By which numbers people and firms are known (一号)."""

from __future__ import annotations

import pytest

from tests.analysis.cases import case_of
from tests.rules.test_pages import findings_in

RULE = "other-number"


def text_of(numbers: str, applicant: str = "") -> str:
    served = f"applicant: {applicant}\n" if applicant else ""
    return f"matter: m\nname: 登记\nidentified-by: {numbers}\n{served}"


@pytest.mark.parametrize(
    ("numbers", "applicant", "subject"),
    [
        ("税务登记证号", "entity", "税务登记证号"),
        ("[税务登记证号, 社会保险登记证号]", "entity", "税务登记证号,社会保险登记证号"),
        ("[身份证号, 税务登记证号]", "entity", "税务登记证号"),
        ("[citizen-id, tax number]", "both", "tax number"),
        ("社保卡号", "person", "社保卡号"),
        ("档案号", "", "档案号"),
    ],
)
def test_another_number(numbers: str, applicant: str, subject: str) -> None:
    assert case_of(text_of(numbers, applicant)).found(RULE) == [("m", None, subject)]


@pytest.mark.parametrize(
    ("numbers", "applicant"),
    [
        ("citizen-id", "person"),
        ("信用代码", "entity"),
        ("[citizen-id, 护照号]", "person"),
        ("[统一社会信用代码, 税务登记证号]", "entity"),
        ("[citizen-id, credit-code, 护照号]", "both"),
        ("[credit-code, 税务登记证号]", ""),
        ("公民身份号码", "person"),
        ("居民身份证", "person"),
        ("Identity Number", "person"),
        ("unified social credit code", "entity"),
        ("citizen-id", "entity"),
    ],
)
def test_the_numbers_that_all_know(numbers: str, applicant: str) -> None:
    assert case_of(text_of(numbers, applicant)).found(RULE) == []


def test_where_nothing_is_written_nothing_is_found() -> None:
    assert case_of("matter: m\nname: 登记\n").found(RULE) == []


DECIDED = """
steps: [{id: s, kind: approve, checks: c, BASIS}, {id: more, kind: MORE, checks: c}]
---
matter: elsewhere
basis: 《某法》第一条
steps: [{id: s, kind: notify}]
---
departments: {office: {}}
criteria: {c: {}}
"""


@pytest.mark.parametrize(
    ("basis", "more", "is_told"),
    [("post: 岗", "approve", False), ("basis: 《某法》第二条", "approve", True),
     ("post: 岗", "review", False), ("power: execution", "review", True)],
)  # fmt: skip
def test_what_may_have_to_end_needs_no_other_number(basis: str, more: str, is_told: bool) -> None:
    text = text_of("档案号") + "department: office" + DECIDED
    case = case_of(text.replace("BASIS", basis).replace("MORE", more))
    assert bool(case.found(RULE)) == is_told


@pytest.mark.parametrize(
    ("named", "is_told"), [("identified-by", False), ("身份标识", False), ("volume", True)]
)
def test_nobody_is_held_to_an_example(named: str, is_told: bool) -> None:
    text = text_of("档案号") + f"illustrative: [{named}]\n"
    assert bool(case_of(text).found(RULE)) == is_told


def test_it_is_silent_where_something_was_lost() -> None:
    text = text_of("[税务登记证号, {credit-code: yes}]", "entity")
    rules = {finding.rule for finding in findings_in(text)}
    assert "wrong-shape" in rules
    assert RULE not in rules
