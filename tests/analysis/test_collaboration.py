"""Who takes part in a chain, held against who is declared."""

from __future__ import annotations

import pytest

from govchain.reporting.sentences import sentence
from tests.analysis.cases import case_of, ids
from tests.rules.test_pages import findings_in

UNDECLARED, IDLE = "undeclared-collaborator", "idle-collaborator"

REGISTRY = """
---
departments:
  police: {name: 公安局}
  station: {parent: police}
  health: {name: 卫健委}
  hospital: {name: 医院, parent: health}
  tax: {}
  notary: {kind: intermediary}
  embassy: {kind: external}
data:
  birth: {holder: hospital}
  deed: {holder: notary}
  sealed: {holder: health, sharing: restricted, basis: 某法}
  blank: {}
criteria:
  born: {uses: birth}
links:
  - {data: deed, to: tax}
"""
PAPER = "materials: [{data: birth}]"


def text_of(matter: str, steps: str = "{id: s, kind: approve, checks: born}") -> str:
    return f"matter: m\nname: 登记\ndepartment: police\n{matter}\nsteps: [{steps}]\n{REGISTRY}"


def undeclared(matter: str, steps: str = "{id: s, kind: approve, checks: born}") -> list[str]:
    return [subject for _, _, subject in case_of(text_of(matter, steps)).found(UNDECLARED)]


def idle(matter: str, steps: str = "{id: s, kind: approve, checks: born}") -> list[str]:
    return [subject for _, _, subject in case_of(text_of(matter, steps)).found(IDLE)]


def test_what_is_declared_and_what_takes_part_may_differ() -> None:
    case = case_of(text_of(f"collaborators: [tax, police]\n{PAPER}"))
    assert case.found(UNDECLARED) == [("m", None, "hospital")]
    assert case.found(IDLE) == [("m", None, "tax")]
    assert case.the(UNDECLARED).place.line == 1
    assert ids(case.the(UNDECLARED).facts["needed_data"]) == ["birth"]
    assert ids(case.the(IDLE).facts["collaborators"]) == ["hospital"]


def test_nothing_declared_is_nothing_wrong_and_an_empty_declaration_is_one() -> None:
    assert undeclared(PAPER) == []
    assert undeclared(f"collaborators: []\n{PAPER}") == ["hospital"]


@pytest.mark.parametrize("declared", ["health", "hospital"])
def test_a_department_and_those_below_it_are_of_one_line(declared: str) -> None:
    assert undeclared(f"collaborators: {declared}\n{PAPER}") == []
    assert idle(f"collaborators: {declared}\n{PAPER}") == []
    of_bureau = "{id: s, kind: other, department: health}"
    assert undeclared(f"collaborators: {declared}", of_bureau) == []
    assert idle(f"collaborators: {declared}", of_bureau) == []


def test_the_line_of_the_lead_is_the_lead() -> None:
    own = "{id: s, kind: other, department: station}"
    assert undeclared("collaborators: []", own) == []
    assert idle("collaborators: station", "{id: s, kind: other}") == []


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ("{id: s, name: 缴税, kind: fee, department: tax}", "tax办理“登记”的“缴税”，"),
        ("{id: s, name: 会商, kind: other, with: tax}", "tax参与办理“登记”的“会商”，"),
        ("{id: s, kind: other, needs: birth}", "“登记”需要医院的“birth”，"),
    ],
)
def test_it_says_by_what_a_department_takes_part(step: str, told: str) -> None:
    finding = case_of(text_of(f"collaborators: []\n{PAPER}", step)).the(UNDECLARED)
    assert sentence(finding, "zh").startswith(told)


@pytest.mark.parametrize(
    ("matter", "step"),
    [
        ("materials: [{data: birth, handling: shown}]", "{id: s, kind: approve, checks: born}"),
        ("", "{id: s, kind: approve, checks: born}"),
        ("materials: [{data: deed}]", "{id: s, kind: other, needs: deed}"),
        ("materials: [{data: sealed}]", "{id: s, kind: other, needs: sealed}"),
        ("", "{id: s, kind: other, with: [police, embassy]}"),
    ],
    ids=["shown", "missing where papers are not recorded", "of a firm", "restricted", "external"],
)
def test_what_makes_nobody_take_part(matter: str, step: str) -> None:
    assert undeclared(f"collaborators: []\n{matter}", step) == []


def test_who_shares_takes_part_whatever_it_is() -> None:
    at_tax = "{id: s, kind: other, department: tax, needs: deed}"
    assert undeclared("collaborators: [tax]", at_tax) == ["notary"]


@pytest.mark.parametrize(
    ("matter", "steps"),
    [
        ("supervised-by: tax", "{id: s, kind: other}"),
        ("", "{id: s, kind: other, supervised-by: tax}"),
        ("", "{id: s, kind: other, with: tax}"),
        ("", "{id: s, kind: other, produces: deed}"),
    ],
    ids=["supervises", "supervises a step", "with", "receives what is made"],
)
def test_who_is_named_is_not_idle(matter: str, steps: str) -> None:
    assert idle(f"collaborators: tax\n{matter}", steps) == []
    assert idle("collaborators: tax", "{id: s, kind: other}") == ["tax"]


def test_whose_paper_is_asked_for_or_welcome_or_sets_it_off_is_not_idle() -> None:
    step = "{id: s, kind: other}"
    for matter in (PAPER, "materials: [{data: birth, necessity: optional}]", "trigger: birth"):
        assert idle(f"collaborators: health\n{matter}", step) == []


@pytest.mark.parametrize(
    ("matter", "steps"),
    [
        ("", "{id: s, kind: approve}"),
        ("", "{id: s, kind: other, needs: blank}"),
        ("trigger: blank", "{id: s, kind: other}"),
    ],
    ids=["it is not known what is judged", "nobody holds it", "nobody holds what sets it off"],
)
def test_where_not_all_is_written_nobody_is_idle(matter: str, steps: str) -> None:
    assert idle(f"collaborators: tax\n{matter}", steps) == []


def test_where_nobody_is_responsible_or_nothing_is_described_nobody_is_idle() -> None:
    text = text_of("collaborators: tax", "{id: s, kind: other}")
    assert case_of(text.replace("department: police\n", "")).found(IDLE) == []
    assert case_of(text.replace("steps: [{id: s, kind: other}]", "")).found(IDLE) == []


def test_what_could_not_be_read_may_be_the_missing_part() -> None:
    broken = text_of("collaborators: tax", "{id: s, kind: approve, checks: [born, unknown]}")
    assert not {f.rule for f in findings_in(broken)} & {UNDECLARED, IDLE}
    lost = text_of(f"collaborators: [tax, unknown]\n{PAPER}")
    assert not {f.rule for f in findings_in(lost)} & {UNDECLARED, IDLE}
    line = text_of(f"collaborators: tax\n{PAPER}").replace("parent: health", "parent: unknown")
    assert not {f.rule for f in findings_in(line)} & {UNDECLARED, IDLE}
