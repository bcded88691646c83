"""What could not be read proves nothing (docs/decisions/0006)."""

from __future__ import annotations

import datetime

import pytest

from govchain.analysis.running import run_rules
from govchain.pipeline import compile_reading
from govchain.reader.reading import read_texts
from govchain.rules.discovery import all_rules

MATTER = """
matter: m
department: police
materials:
  - {name: 出生证, data: birth}
steps:
  - {id: check, kind: approve, checks: [born]}
---
departments:
  police: {name: 公安局}
  health: {name: 卫生健康委}
data:
  birth: {name: 出生信息, holder: health}
  household: {name: 户籍信息, holder: police}
criteria:
  born: {name: 活产, basis: 某法, uses: [birth]}
"""


def rules_found(text: str) -> set[str]:
    catalogue = compile_reading(read_texts({"m.yaml": text}), datetime.date(2026, 6, 1))
    return {f.rule for f in run_rules(all_rules(), catalogue, lambda rule: True).findings}


def test_without_a_mistake_the_link_is_missing() -> None:
    assert rules_found(MATTER) == {"missing-link"}


@pytest.mark.parametrize(
    ("right", "wrong", "silent"),
    [
        ("data: birth}", "data: brith}", "missing-link"),
        ("holder: health", "holder: helth", "missing-link"),
        ("uses: [birth]", "uses: [brith]", "needless-material"),
        ("checks: [born]", "checks: [borne]", "empty-approval"),
        ("police: {name: 公安局}", "police: {name: 公安局, parent: city}", "missing-link"),
        ("department: police\n", "", "needless-material"),
    ],
)
def test_a_slip_of_the_pen_is_one_finding(right: str, wrong: str, silent: str) -> None:
    assert right in MATTER
    assert silent not in rules_found(MATTER.replace(right, wrong, 1))
