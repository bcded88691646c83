"""Every rule has a page in both languages: its bad example fires it, its good one does not."""

from __future__ import annotations

import datetime
import re

import pytest

from govchain.analysis.rule import Rule
from govchain.analysis.running.judging import run_rules
from govchain.findings import Finding
from govchain.pipeline import compile_reading
from govchain.reader.reading import read_texts
from govchain.reporting.pages import page_of
from govchain.reporting.words import LEVERS, words
from govchain.rules.discovery import all_rules

DATE = datetime.date(2026, 6, 1)
PAGES = [
    pytest.param(rule, language, id=f"{rule.id}-{language}")
    for rule in all_rules()
    for language in ("en", "zh")
]


def findings_in(text: str) -> list[Finding]:
    catalogue = compile_reading(read_texts({"example.yaml": text}), DATE)
    return list(run_rules(all_rules(), catalogue, lambda rule: True).findings)


@pytest.mark.parametrize(("rule", "language"), PAGES)
def test_the_bad_example_fires_the_rule(rule: Rule, language: str) -> None:
    findings = findings_in(page_of(rule, language).example("bad"))
    assert rule.id in {finding.rule for finding in findings}
    if rule.family != "definition":
        assert not [f for f in findings if f.family == "definition"]


@pytest.mark.parametrize(("rule", "language"), PAGES)
def test_the_good_example_is_silent(rule: Rule, language: str) -> None:
    findings = findings_in(page_of(rule, language).example("good"))
    assert not [f for f in findings if f.rule == rule.id or f.family == "definition"]


@pytest.mark.parametrize(("rule", "language"), PAGES)
def test_the_page_calls_the_lever_as_everything_else_does(rule: Rule, language: str) -> None:
    body = page_of(rule, language).body
    told = re.findall(r"Lever: ([a-z ]+)\.|举措：([^。]+)。", body)
    wanted = words(language).word(LEVERS, rule.lever)
    assert [one or other for one, other in told] == (
        [] if rule.family == "definition" else [wanted]
    )
