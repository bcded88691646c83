"""What could not be read proves nothing (docs/decisions/0006)."""

from __future__ import annotations

import datetime

import pytest

from govchain.analysis.running.judging import run_rules
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
    assert rules_found(MATTER) - {"unused-data"} == {"missing-link"}


@pytest.mark.parametrize(
    ("right", "wrong", "silent"),
    [
        ("data: birth}", "data: brith}", "missing-link"),
        ("holder: health", "holder: helth", "missing-link"),
        ("卫生健康委}", "卫生健康委, kind: externl}", "missing-link"),
        ("卫生健康委}", "卫生健康委, knd: external}", "missing-link"),
        ("uses: [birth]", "uses: [brith]", "needless-material"),
        ("checks: [born]", "checks: [borne]", "empty-approval"),
        ("police: {name: 公安局}", "police: {name: 公安局, parent: city}", "missing-link"),
        ("department: police\n", "", "needless-material"),
    ],
)
def test_a_slip_of_the_pen_is_one_finding(right: str, wrong: str, silent: str) -> None:
    assert right in MATTER
    assert silent not in rules_found(MATTER.replace(right, wrong, 1))


CALLS = """\
matter: joint
department: police
steps: [{id: first, matter: x1}, {id: second, matter: x2, ORDER}]
---
matter: x1
department: police
basis: 某法
steps: [{id: a, kind: approve, checks: [settled], time: 2d}]
---
matter: x2
department: health
basis: 某法
steps: [{id: b, kind: approve, checks: [born], time: 2d}]
---
departments: {police: {}, health: {}}
data: {household: {holder: police}, birth: {holder: health}}
criteria: {settled: {uses: household}, born: {uses: birth}}
"""


@pytest.mark.parametrize(
    "lost", ["order-basis: {a: b}", "orderbasis: 某法", "法定次序: 某法", "basis: 某法"]
)
def test_an_order_whose_law_was_lost_is_not_called_free(lost: str) -> None:
    assert "serial-approval" in rules_found(CALLS.replace(", ORDER", ""))
    assert "serial-approval" not in rules_found(CALLS.replace("ORDER", lost))


LICENCE = """\
matter: m1
type: licence
department: police
LAW
materials: [{name: 证, data: birth}, {name: 表, data: form, basis: 某法}]
steps: [{id: r, kind: approve, checks: [born, filled]}]
---
matter: m2
basis: 某法
department: health
steps: [{id: a, kind: apply}]
---
departments: {police: {}, health: {}}
data: {birth: {holder: health}, form: {holder: health}}
criteria: {born: {uses: birth}, filled: {uses: form}}
"""


@pytest.mark.parametrize(
    "key", ["设定依据: 某法", "法律依据: 某法", "law: 某法", "legal-basis: 某法"]
)
def test_a_key_nobody_knows_may_have_been_the_basis(key: str) -> None:
    claims = {"baseless-approval", "baseless-material"}
    assert claims <= rules_found(LICENCE.replace("LAW\n", ""))
    assert not claims & rules_found(LICENCE.replace("LAW", key))


def test_a_platform_of_which_the_kind_was_lost_may_pass_data_on() -> None:
    text = MATTER.replace("departments:\n", "departments:\n  plat: {kind: 共享平台x}\n")
    links = "links: [{data: birth, via: plat, to: police}]\n"
    assert "missing-link" not in rules_found(text + links)


JOINT = """
matter: joint
department: police
joined: [applications, acceptance, materials]
steps:
  - {id: a, matter: m}
  - {id: b, matter: n, after: [a]}
---
matter: n
department: health
materials:
  - {name: 出生证, data: birth}
steps:
  - {id: apply, kind: apply}
  - {id: accept, kind: accept}
  - {id: check, kind: approve, checks: [born]}
---
"""


def test_what_is_joined_and_could_not_be_read_is_not_said_to_be_asked_one_by_one() -> None:
    called = MATTER.replace(
        "steps:\n", "steps:\n  - {id: apply, kind: apply}\n  - {id: accept, kind: accept}\n"
    )
    rules = {"several-applications", "several-windows", "repeated-material"}
    line = "joined: [applications, acceptance, materials]"
    assert rules <= rules_found(JOINT.replace(line, "joined: none") + called)
    for lost in ("joined: [联办]", "joined: [aplications, xx]", "joind: [materials]"):
        found = rules_found(JOINT.replace(line, lost) + called)
        assert not rules & found, lost
        assert found & {"bad-value", "unknown-key"}, lost
