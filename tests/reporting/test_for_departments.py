"""Pictures, pages and documents say what a department does; what is written in definitions, and
commands, are told where somebody types."""

from __future__ import annotations

import re

import pytest

from govchain.reporting import formats
from govchain.reporting.marking import said_of
from govchain.reporting.sentences import remedy, what_to_do
from govchain.reporting.style import Style
from tests.reporting.reports import report_in

WRITTEN = {
    "zh": re.compile("定义中写明|(核验条件或|的)所需数据中写明"),
    "en": re.compile("write it as joined|write its data under|in the needs of that step"),
}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_departments_are_told_of_no_definition(language: str) -> None:
    report = report_in("matters")
    written = [f for f in report.findings if WRITTEN[language].search(remedy(f, language))]
    rules = {finding.rule for finding in written}
    assert {"several-applications", "several-windows", "needless-material"} <= rules
    for finding in report.findings:
        assert not WRITTEN[language].search(what_to_do(finding, language))
        assert said_of(finding, language).remedy == what_to_do(finding, language)
    paper = formats.write(report, "analyze", "markdown", Style(language, limit=None))
    assert not WRITTEN[language].search(paper)
    typed = formats.write(report, "analyze", "text", Style(language, limit=None, width=4000))
    assert WRITTEN[language].search(typed)


def test_what_a_department_does_in_its_place_is_told() -> None:
    report = report_in("matters")
    finding = next(f for f in report.findings if f.rule == "needless-material")
    assert what_to_do(finding, "zh").split("；")[1].startswith("确有环节用到的，说明用来做什么")
    assert "if a step does use it, say what for" in what_to_do(finding, "en")
