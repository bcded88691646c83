"""One thing is told once: which finding includes which, which exclude one another, what is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from govchain.analysis.running.entries import Entry, entries_of, recommended
from govchain.findings import Benefit, Finding, Severity
from tests.reporting.reports import report_of

TOLD_THRICE = """\
matter: subsidy-stop
name: 停发养老补贴
department: civil
basis: 《老年人权益保障法》
volume: 1000
materials:
  - {name: 火化证明, data: cremation}
  - {name: 申请书, data: stop-form, basis: 办法第三条}
steps:
  - {id: apply, kind: apply, visit: 1}
  - {id: decide, kind: approve, checks: [is-cremated], time: 3d}
---
departments:
  civil: {name: 民政局}
  funeral: {name: 殡葬管理所, kind: public-institution}
data:
  cremation: {name: 火化信息, holder: funeral, sharing: conditional}
  stop-form: {name: 停发申请, holder: applicant}
criteria:
  is-cremated: {name: 已火化, uses: [cremation]}
links:
  - {data: cremation, to: civil, status: applied, applied: 2026-01-05, purpose: 停发, duty: 条例}
"""

EITHER_OR = """\
matter: allowance
name: 困难补助
department: county
basis: 办法
steps:
  - {id: apply, kind: apply, visit: 1}
  - {id: first, kind: review, department: street, checks: [is-poor], time: 10d}
  - {id: second, kind: review, checks: [is-poor, has-account], time: 5d, department: service}
  - {id: decide, kind: approve, checks: [is-poor, has-account], time: 5d, produces: allowance}
materials: [{name: 收入证明, data: income, basis: 办法第五条}, {name: 银行账号, data: account}]
---
departments:
  county: {name: 县民政局}
  service: {name: 县级服务中心, kind: public-institution}
  street: {name: 街道办事处}
  tax: {name: 税务局}
data:
  income: {name: 收入信息, holder: tax}
  account: {name: 银行账号, holder: applicant}
  allowance: {name: 补助享受信息, holder: county}
criteria:
  is-poor: {name: 收入低于标准, uses: [income], basis: 办法, decidable: yes, verify: after}
  has-account: {name: 账号有效, uses: [account], basis: 办法, decidable: yes, verify: after}
"""

FINDING = tuple[str, str | None]


def told(findings: Sequence[Finding]) -> list[FINDING]:
    return [(finding.rule, finding.step) for finding in findings]


def entries(*texts: str) -> list[Entry]:
    return report_of(*texts).entries


def by_spot(texts: str) -> dict[FINDING, Finding]:
    return {(f.rule, f.step): f for f in report_of(texts).findings}


def test_a_link_and_its_paper_are_one_entry_with_one_benefit() -> None:
    (entry,) = entries(TOLD_THRICE)
    assert entry.head.rule == "breached-duty"
    assert {f.rule for f in entry.reasons} == {"unfit-link", "baseless-material", "late-reply"}
    assert entry.head.benefit is None
    assert entry.benefit is not None
    assert (entry.benefit.visits, entry.benefit.materials) == (1, 1)
    assert entry.benefit.per_year == {"days": 0, "visits": 1000, "materials": 1000, "steps": 0}


def test_years_of_several_matters_add_up_and_a_case_is_one_of_one() -> None:
    first, _, rest = TOLD_THRICE.partition("---\n")
    again = first.replace("subsidy-stop", "grant-stop").replace("volume: 1000", "volume: 500")
    (entry,) = [e for e in entries(f"{first}---\n{again}---\n{rest}") if e.head.matter is None]
    assert entry.benefit is not None
    assert (entry.benefit.visits, entry.benefit.per_year and entry.benefit.per_year["visits"]) == (
        1,
        1500,
    )


def test_another_link_that_reads_the_same_is_another_thing() -> None:
    again = "links:\n  - {data: cremation, to: civil, status: planned, purpose: 停发}\n"
    text = TOLD_THRICE.replace("links:\n", again)
    rules = [sorted(f.rule for f in entry.findings) for entry in entries(text)]
    assert rules == [
        ["breached-duty", "late-reply"],
        ["baseless-material", "unfit-link"],
    ]


def test_what_one_remedy_mends_is_told_with_the_first_of_it() -> None:
    found = by_spot(EITHER_OR)
    link = found["missing-link", "decide"]
    assert set(link.with_) == {
        found["missing-link", "first"].fingerprint,
        found["missing-link", "second"].fingerprint,
    }
    assert link.instead_of == ()


def test_to_cancel_a_step_and_to_improve_it_exclude_one_another() -> None:
    found = by_spot(EITHER_OR)
    cancel, promise = found["redundant-approval", "second"], found["promise-candidate", "second"]
    assert promise.instead_of == (cancel.fingerprint,)
    assert promise.fingerprint in cancel.instead_of
    assert found["missing-link", "second"].fingerprint in cancel.instead_of
    assert not {*cancel.with_, *promise.with_}, "neither includes what it excludes"
    rivals = [promise, found["missing-link", "second"]]
    assert recommended(cancel, rivals) is cancel
    assert recommended(promise, [cancel]) is cancel


VISITED = """
matter: permit
name: 许可
department: office
basis: 《某法》第一条
steps:
  - {id: apply, kind: apply}
  - {id: look, kind: review, checks: [c], visit: 1}
  - {id: second, kind: review, checks: [c], visit: 1, department: bureau}
  - {id: decide, kind: approve, checks: [c], produces: permit}
---
departments: {office: {}, bureau: {}}
criteria: {c: {uses: [x]}}
data: {x: {holder: office}, permit: {holder: office}}
links: [{data: x, to: bureau}]
"""


def test_a_visit_goes_with_its_step_and_is_told_with_it() -> None:
    findings = {(finding.rule, finding.step): finding for finding in report_of(VISITED).findings}
    step = findings["redundant-approval", "second"]
    visit = findings["needless-visit", "second"]
    assert visit.fingerprint in step.with_
    assert not visit.instead_of
    assert not step.instead_of


def test_of_two_ways_the_graver_is_recommended_whatever_either_saves() -> None:
    found = by_spot(EITHER_OR)
    cancel, promise = found["redundant-approval", "second"], found["promise-candidate", "second"]
    dear = replace(promise, benefit=Benefit(visits=9, per_year={"visits": 9_000_000.0}))
    assert (cancel.severity, dear.severity) == (Severity.WARNING, Severity.ADVICE)
    assert recommended(dear, [cancel]) is recommended(cancel, [dear]) is cancel


def test_what_has_no_basis_is_not_made_faster_before_it_is_known_whether_it_may_be() -> None:
    bare = EITHER_OR.replace(" basis: 办法,", "").replace("basis: 办法\n", "complete: basis\n")
    found = by_spot(bare)
    doubt, promise = found["baseless-approval", "second"], found["promise-candidate", "second"]
    assert doubt.fingerprint in promise.instead_of
    assert promise.fingerprint in doubt.instead_of
    assert found["baseless-approval", "first"].fingerprint not in promise.instead_of
    assert recommended(promise, [doubt]) is doubt


def test_two_reviews_that_go_one_after_the_other_do_not_exclude_one_another() -> None:
    found = by_spot(EITHER_OR)
    first, second = found["redundant-approval", "first"], found["redundant-approval", "second"]
    assert second.fingerprint not in first.instead_of


def test_either_or_is_five_entries() -> None:
    assert [told(entry.findings) for entry in entries(EITHER_OR)] == [
        [("missing-link", "decide"), ("missing-link", "first"), ("missing-link", "second")],
        [("redundant-approval", "first")],
        [("redundant-approval", "second")],
        [("promise-candidate", "decide")],
        [("promise-candidate", "second")],
    ]


def test_a_link_includes_what_its_data_makes_superfluous_and_more_is_no_part_of_it() -> None:
    """Two papers of one visit: to bring either by a link is an entry of its own."""
    two = TOLD_THRICE.replace("[is-cremated]", "[is-cremated, has-lease]").replace(
        "materials:\n", "materials:\n  - {name: 租赁合同, data: lease, basis: 办法第四条}\n"
    )
    two = two.replace("data:\n", "data:\n  lease: {name: 租赁信息, holder: housing}\n", 1)
    two = two.replace("criteria:\n", "criteria:\n  has-lease: {name: 有租约, uses: lease}\n")
    two = two.replace("departments:\n", "departments:\n  housing: {name: 住建局}\n")
    heads = {e.head.rule: {f.rule for f in e.reasons} for e in entries(two)}
    assert heads["missing-link"] == set()
    assert "unfit-link" in heads["breached-duty"]


@pytest.mark.parametrize("text", [TOLD_THRICE, EITHER_OR])
def test_every_finding_is_told_and_none_in_two_heads(text: str) -> None:
    report = report_of(text)
    found = [f.fingerprint for entry in report.entries for f in entry.findings]
    assert sorted(found) == sorted(f.fingerprint for f in report.findings)


def test_without_the_head_its_reasons_are_entries() -> None:
    """A baseline may know the head alone: what is new is still told."""
    findings = [f for f in report_of(EITHER_OR).findings if f.step != "decide"]
    heads = told([entry.head for entry in entries_of(findings)])
    assert heads.count(("missing-link", "first")) == 1
    assert ("missing-link", "second") not in heads
