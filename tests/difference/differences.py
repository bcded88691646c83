"""Differences for the tests: of texts, each a file."""

from __future__ import annotations

from collections.abc import Mapping

from govchain import pipeline
from govchain.reader.reading import read_texts
from govchain.reporting.difference.difference import FORESEEN, Difference, Side
from tests.reporting.reports import DATE

REGISTRY = """\
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
"""
BEFORE = """\
matter: birth
name: 出生登记
code: A-1
department: police
volume: 1000
materials:
  - {name: 出生医学证明, data: birth-certificate, basis: 《户口登记条例》第七条}
  - {name: 居民户口簿, data: household}
steps:
  - {id: apply, kind: apply, visit: 2}
  - {id: check, kind: review, department: town, checks: [born-alive], time: 1d}
  - {id: register, kind: approve, checks: [born-alive, resident], time: 3d}
"""
AFTER = """\
matter: birth
name: 出生登记
code: A-1
department: police
volume: 1000
materials:
  - {name: 出生医学证明, data: birth-certificate, basis: 《户口登记条例》第七条}
steps:
  - {id: apply, kind: apply, visit: 1}
  - {id: register, kind: approve, checks: [born-alive, resident], time: 2d}
"""
PLANNED = "links:\n  - {data: birth-certificate, to: [police, town], status: planned}\n"
OPEN = "links:\n  - {data: birth-certificate, to: police}\n"


def side(texts: Mapping[str, str], name: str = "a") -> Side:
    catalogue = pipeline.compile_reading(read_texts(dict(texts)), DATE)
    report = pipeline.analyze(catalogue, foreseen=FORESEEN)
    return Side(name, report, pipeline.enabled_rules(catalogue.settings))


def difference(old: Mapping[str, str], new: Mapping[str, str], asked: str = "") -> Difference:
    return Difference(side(old), side(new, "b"), asked)


def texts(*documents: str) -> dict[str, str]:
    """Documents as files, the registry among them."""
    return {f"{n}.yaml": text for n, text in enumerate((REGISTRY, *documents))}


def reformed() -> Difference:
    """A matter before and after reform, with its links."""
    return difference(texts(BEFORE, PLANNED), texts(AFTER, OPEN), "old new")
