"""Ways to the counter on which nothing has to be brought (semantics.md 2, needless-visit)."""

from __future__ import annotations

import pytest

from govchain.analysis.questions import visits
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainStep
from govchain.compiler.needs import Need
from tests.analysis.cases import Case, case_of, gains

CARD = """
matter: m
department: civil
volume: 1000
materials:
  - {name: 申请表, data: form}
steps:
  - {id: apply, kind: apply, visit: 1}
  - {id: sign, kind: other, needs: [form]}
  - {id: issue, kind: approve, needs: [household]}
---
departments: {civil: {}, police: {}}
data: {form: {holder: applicant}, household: {holder: police}}
links: [{data: household, to: civil}]
"""
AT_SIGN = ("kind: other, needs", "kind: other, visit: 1, needs")
AT_HOME = ("kind: apply, visit: 1", "kind: apply")


def card(*changes: tuple[str, str]) -> Case:
    text = CARD
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return case_of(text)


def needless(*changes: tuple[str, str]) -> list[str | None]:
    return [step for _, step, _ in card(*changes).found("needless-visit")]


def test_what_the_applicant_makes_can_be_sent() -> None:
    case = card()
    assert case.found("needless-visit") == [("m", "apply", "apply")]
    finding = case.the("needless-visit")
    assert gains(finding.benefit) == (0, 1, 0, 0)
    assert finding.benefit is not None
    assert finding.benefit.per_year == {"days": 0, "visits": 1000, "materials": 0, "steps": 0}


@pytest.mark.parametrize(
    ("channel", "steps"),
    [("window", ["apply"]), ("[window]", ["apply"]), ("[online, window]", []), ("mail", [])],
)
def test_where_there_is_another_way_who_comes_may_choose_to(channel: str, steps: list[str]) -> None:
    assert needless(("visit: 1", f"visit: 1, channel: {channel}")) == steps


def test_a_law_may_want_people_to_come() -> None:
    assert needless(("visit: 1", "visit: 1, visit-basis: 《某法》第一条")) == []


@pytest.mark.parametrize(
    "paper",
    [
        "{name: 照片}",
        "{name: 身份证, data: household, handling: shown}",
        "{name: 旧证, data: household, handling: surrendered}",
    ],
)
def test_what_has_to_be_brought_is_worth_the_way(paper: str) -> None:
    assert (
        needless(("  - {name: 申请表, data: form}", f"  - {{name: 表, data: form}}\n  - {paper}"))
        == []
    )


def test_of_each_alternative_it_is_asked_whether_it_has_to_be_brought() -> None:
    """The pay slip only the applicant has, and sends in; the tax record is no office's here."""
    paper = "  - {name: 收入证明, any: {tax: 0.8, slip: 0.2}}"
    income = (
        "data: {form: {holder: applicant}",
        "data: {slip: {holder: applicant}, tax: {holder: tax}, form: {holder: applicant}",
    )
    need = ("needs: [household]", "needs: [household, {any: [tax, slip]}]")
    added = ("  - {name: 申请表, data: form}", f"  - {{name: 申请表, data: form}}\n{paper}")
    office = ("police: {}}", "police: {}, tax: {}}")
    linked = ("to: civil}]", "to: civil}, {data: tax, to: civil}]")
    assert needless(income, need, added, office) == []
    assert needless(income, need, added, office, linked) == ["apply"]


def test_without_papers_on_record_nobody_knows_what_people_bring() -> None:
    none = ("materials:\n  - {name: 申请表, data: form}\n", "")
    assert needless(none) == []
    full = ("materials:\n  - {name: 申请表, data: form}\n", "complete: materials\n")
    assert needless(full) == ["apply"]


def test_the_papers_of_another_matter_tell_nothing_of_this_one() -> None:
    other = "---\nmatter: n\nmaterials: [{name: 表, data: form}]\n---\ndepartments:"
    none = ("materials:\n  - {name: 申请表, data: form}\n", "")
    assert needless(none, ("---\ndepartments:", other)) == []


def test_at_any_other_step_its_own_data_and_what_comes_later_count() -> None:
    assert needless(AT_HOME, AT_SIGN) == ["sign"]
    planned = ("to: civil}", "to: civil, status: planned}")
    assert needless(AT_HOME, AT_SIGN, planned) == [], "it can be brought for the next step"


def test_why_people_come_to_a_step_without_needs_is_not_written() -> None:
    assert needless(AT_HOME, AT_SIGN, (", needs: [form]", "")) == []


def test_an_inspection_comes_to_the_people() -> None:
    assert needless(AT_HOME, ("kind: other, needs", "kind: inspect, visit: 1, needs")) == []


def test_what_a_sister_service_asks_for_is_brought_there() -> None:
    """The way to the water company is needless, though the gas company still wants a paper."""
    text = """
matter: joint
department: civil
steps: [{id: w, matter: water}, {id: g, matter: gas, after: []}]
---
matter: water
department: civil
materials: [{name: 申请表, data: form}]
steps: [{id: apply, kind: apply, visit: 1}, {id: s, kind: other, needs: [form]}]
---
matter: gas
department: civil
materials: [{name: 房产证, data: deed}]
steps: [{id: apply, kind: apply, visit: 1}, {id: s, kind: other, needs: [deed]}]
---
departments: {civil: {}, natres: {}}
data: {form: {holder: applicant}, deed: {holder: natres}}
"""
    case = case_of(text)
    assert case.found("needless-visit") == [("water", "apply", "apply")]
    own = text.replace(
        "department: civil\nsteps: [{id: w,",
        "department: civil\nmaterials: [{name: 照片}]\nsteps: [{id: w,",
    )
    joint = case_of(own)
    assert joint.found("needless-visit") == [("water", "apply", "apply")]


def test_each_visit_looks_only_at_what_is_needed_from_there_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A row of visits whose data is missing: what each step needs itself is found first."""
    asked: list[str] = []
    is_for_later = visits._is_for_later

    def counted(step: ChainStep, need: Need, chain: Chain) -> bool:
        asked.append(step.id)
        return is_for_later(step, need, chain)

    monkeypatch.setattr(visits, "_is_for_later", counted)
    steps = "".join(
        f"  - {{id: s{n}, kind: review, department: other, needs: [x], visit: 1}}\n"
        for n in range(30)
    )
    case_of(
        f"matter: m\ndepartment: lead\nsteps:\n{steps}---\n"
        "departments: {lead: {}, other: {}, holder: {}}\ndata: {x: {holder: holder}}\n"
    )

    assert len(asked) < 30
