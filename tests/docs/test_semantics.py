"""The page of what a chain means says the same in both languages, and leaves out no rule."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from govchain.rules.discovery import all_rules

DOCS = Path(__file__).parents[2] / "docs"
RULES = {rule.id for rule in all_rules()}
TWINS = ("semantics/README.md", "semantics/README.zh.md")

_HEADING = re.compile(r"^(#+) (\d+(?:\.\d+)?)?", re.MULTILINE)
_CODE = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)
_ROW = re.compile(r"^\|.*\|$", re.MULTILINE)
_PARAGRAPH = re.compile(r"^(?: {2,4})?(?:\*\*|\*(?=\w))", re.MULTILINE)
_BOLD_RULE = re.compile(r"\*\*([a-z]+(?:-[a-z]+)+)\*\*")
_RULE_LIKE = re.compile(r"(?<![\w`-])[a-z]+(?:-[a-z]+)+(?![\w`-])")
_NUMERAL = re.compile(r"(?<![\w#])\d+(?:[.,/]\d+)*")


def page(name: str) -> str:
    return _CODE.sub("", (DOCS / name).read_text(encoding="utf-8"))


def sections(name: str) -> list[str]:
    """What stands before the first heading, then what stands from each heading to the next."""
    text = page(name)
    starts = [0, *(found.start() for found in _HEADING.finditer(text)), len(text)]
    return [text[start:end] for start, end in pairwise(starts)]


def pairs() -> list[tuple[str, str]]:
    """The sections of both, which `test_twins` holds to be as many."""
    english, chinese = map(sections, TWINS)
    return list(zip(english, chinese, strict=True))


def bold_rules(text: str) -> list[str]:
    return _BOLD_RULE.findall(text)


def test_every_section_opens_as_many_paragraphs_with_a_term_in_both() -> None:
    for english, chinese in pairs():
        assert len(_PARAGRAPH.findall(english)) == len(_PARAGRAPH.findall(chinese)), english[:60]


def test_both_pages_define_the_same_rules_in_the_same_order() -> None:
    for english, chinese in pairs():
        assert bold_rules(english) == bold_rules(chinese), english[:60]
    assert len(bold_rules(page("semantics/README.md"))) > 60


def test_each_rule_is_defined_once() -> None:
    defined = Counter(bold_rules(page("semantics/README.md")))
    assert {rule: times for rule, times in defined.items() if times > 1} == {}


@pytest.mark.parametrize("name", TWINS)
def test_every_rule_there_is_stands_on_the_page(name: str) -> None:
    assert RULES - set(_RULE_LIKE.findall(page(name).replace("*", ""))) == set()


def rules_mended(name: str) -> list[str]:
    """The first column of the table of mends: without its head, and without "all others"."""
    _, _, *rows, _ = (row.split("|")[1].strip() for row in _ROW.findall(sections(name)[-1]))
    return rows


def test_rows_of_mends_are_of_the_same_rules_in_the_same_order() -> None:
    english, chinese = (rules_mended(name) for name in TWINS)
    assert english[0] == "missing-link, unfit-link"
    assert english == chinese


def test_every_number_of_a_section_stands_in_the_same_section_in_chinese() -> None:
    for english, chinese in pairs():
        assert set(_NUMERAL.findall(english)) - set(_NUMERAL.findall(chinese)) == set()
