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


def test_it_is_silent_where_something_was_lost() -> None:
    text = text_of("[税务登记证号, {credit-code: yes}]", "entity")
    rules = {finding.rule for finding in findings_in(text)}
    assert "wrong-shape" in rules
    assert RULE not in rules
