"""Reports for the tests: of rules' own examples, of a small catalogue of ours, of real ones."""

from __future__ import annotations

import datetime
from functools import cache
from pathlib import Path

from govchain import pipeline
from govchain.analysis.rule import Rule
from govchain.reader.reading import read_texts
from govchain.reporting.pages import page_of
from govchain.reporting.report import Report

HOME = Path(__file__).resolve().parents[2]
REFORMED = "examples/after-reform"
DATE = datetime.date(2026, 6, 1)

CATALOGUE = """\
matter: birth-registration
name: 出生登记
department: police
volume: 30000
materials:
  - {name: 出生医学证明, data: birth-certificate, basis: 《户口登记条例》第七条}
  - {name: 居民户口簿, data: household}
steps:
  - {id: apply, kind: apply, visit: 1}
  - {id: check, name: 初审, kind: review, department: town, checks: [born-alive], time: 1d}
  - {id: register, name: 落户, kind: approve, checks: [born-alive, resident], time: 3d}
---
departments:
  police: {name: 公安局}
  town: {name: 街道办事处}
  health: {name: 卫生健康委}
data:
  birth-certificate: {name: 出生医学证明, holder: health}
  household: {name: 居民户口信息, holder: police}
criteria:
  born-alive: {name: 活产, uses: [birth-certificate]}
  resident: {name: 本地户籍, uses: [household]}
links:
  - {data: birth-certificate, to: town, status: planned}
"""


def report_of(*texts: str) -> Report:
    """The report of definitions, a file each."""
    files = {f"matters/{number}.yaml": text for number, text in enumerate(texts, 1)}
    catalogue = pipeline.compile_reading(read_texts(files), DATE)
    return pipeline.analyze(catalogue)


@cache
def report_in(folder: str) -> Report:
    """The report of a folder of the project, judged once in a process."""
    return pipeline.analyze(pipeline.load(str(HOME / folder), date=DATE))


def example_report(rule: Rule, language: str, section: str = "bad") -> Report:
    """The report of the bad (or good) example on the rule's page."""
    return report_of(page_of(rule, language).example(section))
