"""What `explain` says of a finding agrees with what every list says of it."""

from __future__ import annotations

import pytest

from govchain.analysis.running.entries import entry_of
from govchain.reporting.explanation import finding_explained
from govchain.reporting.report import Report
from govchain.reporting.sentences import benefit_in_words
from govchain.reporting.style import Style
from govchain.rules.discovery import all_rules
from tests.reporting.reports import CATALOGUE, example_report, report_of

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
ORDERED = CATALOGUE.replace("status: planned", "status: planned, duty: 《某法》")


def explained(rule: str, report: Report, language: str) -> str:
    finding = next(f for f in report.findings if f.rule == rule)
    return finding_explained(finding, report, Style(language=language, width=400))


@pytest.mark.parametrize(
    ("language", "gain", "by", "denied"),
    [
        ("en", "1 visit and 1 paper a case", "by what the same remedy mends", "No single change"),
        ("zh", "每件最多减少跑动 1 次、材料 1 项", "按同一措施一并解决的问题计算", "没有单一"),
    ],
)
def test_what_has_no_figure_of_its_own_saves_what_its_remedy_mends(
    language: str, gain: str, by: str, denied: str
) -> None:
    told = explained("breached-duty", report_of(ORDERED), language)
    assert gain in told
    assert by in told
    assert denied not in told


@LANGUAGES
def test_explain_saves_what_check_says(language: str) -> None:
    saving = 0
    for rule in all_rules():
        report = example_report(rule, language)
        for finding in report.findings:
            benefit = entry_of(finding, report.findings).benefit
            gain = benefit_in_words(benefit, language) if benefit else ""
            told = finding_explained(finding, report, Style(language=language, width=4000))
            assert gain in told, finding.rule
            saving += bool(gain)
    assert saving > 20
