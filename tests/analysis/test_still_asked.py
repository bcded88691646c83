"""A gain that needs other papers to go as well says which."""

from __future__ import annotations

from tests.analysis.cases import case_of, ids
from tests.reporting.reports import report_of

TWO_PAPERS = """\
matter: grant
name: 补贴
department: civil
materials:
  - {name: 收入证明, data: income}
  - {name: 房产证, data: realty}
  - {name: 申请书, data: form}
steps:
  - {id: apply, kind: apply, visit: 1}
  - {id: decide, kind: approve, needs: [income, realty, form], time: 1d}
---
departments: {civil: {name: 民政局}, tax: {name: 税务局}, land: {name: 自然资源局}}
data:
  income: {name: 收入, holder: tax}
  realty: {name: 房产, holder: land}
  form: {name: 申请, holder: applicant}
links: []
"""


def still_asked(text: str) -> dict[str, object]:
    found = (f for f in report_of(text).findings if f.rule == "missing-link")
    return {finding.subject: finding.facts.get("still_asked") for finding in found}


def test_each_link_names_the_other_paper_and_no_declared_one() -> None:
    assert still_asked(TWO_PAPERS) == {"income": ("房产证",), "realty": ("收入证明",)}


def test_a_paper_of_another_case_keeps_nobody() -> None:
    """Who rents has no deed: nobody of those who bring the lease waits for that."""
    text = TWO_PAPERS.replace(
        "department: civil\n", "department: civil\nfacts: {home: [own, let]}\n"
    )
    text = text.replace("data: income}", "data: income, when: {home: let}}")
    text = text.replace("data: realty}", "data: realty, when: {home: own}}")
    guarded = "[{data: income, when: {home: let}}, {data: realty, when: {home: own}}, form]"
    assert still_asked(text.replace("[income, realty, form]", guarded)) == {
        "income": None,
        "realty": None,
    }


def test_a_paper_that_is_asked_for_needlessly_keeps_nobody() -> None:
    text = TWO_PAPERS.replace("links: []", "links: [{data: realty, to: civil}]")
    assert still_asked(text) == {"income": None}


def test_the_last_paper_spares_the_visit_and_names_none() -> None:
    alone = TWO_PAPERS.replace("  - {name: 房产证, data: realty}\n", "").replace(
        "[income, realty, form]", "[income, form]"
    )
    assert still_asked(alone) == {"income": None}


def test_a_visit_that_the_law_asks_for_waits_for_no_paper() -> None:
    text = TWO_PAPERS.replace("visit: 1}", "visit: 1, visit-basis: 某法}")
    assert still_asked(text) == {"income": None, "realty": None}


def test_who_may_choose_another_way_than_the_window_waits_for_no_paper() -> None:
    text = TWO_PAPERS.replace("visit: 1}", "visit: 1, channel: [window, online]}")
    assert still_asked(text) == {"income": None, "realty": None}


def test_a_visit_to_a_step_that_needs_nothing_waits_for_no_paper() -> None:
    text = TWO_PAPERS.replace("id: apply, kind: apply", "id: take, kind: accept")
    assert still_asked(text) == {"income": None, "realty": None}


def test_who_is_within_the_office_that_is_linked_need_not_be_linked_too() -> None:
    case = case_of(
        "matter: m\ndepartment: bureau\nmaterials: [{name: P, data: x}]\nsteps:\n"
        "  - {id: a, kind: review, department: bureau, needs: [x]}\n"
        "  - {id: b, kind: review, department: centre, needs: [x]}\n"
        "  - {id: c, kind: approve, department: other, needs: [x]}\n---\n"
        "departments: {bureau: {}, centre: {parent: bureau}, other: {}, holder: {}}\n"
        "data: {x: {holder: holder}}\n"
    )
    also = {f.step: ids(f.facts["also"]) for f in case.all("missing-link")}
    assert also == {"a": ["other"], "b": ["bureau", "other"], "c": ["bureau", "centre"]}


def test_to_whom_nothing_is_opened_need_not_be_linked_too() -> None:
    """A company that needs the data is told so in its own finding, not in that of an office."""
    case = case_of(
        "matter: m\ndepartment: bureau\nmaterials: [{name: P, data: x}]\nsteps:\n"
        "  - {id: a, kind: review, department: bureau, needs: [x]}\n"
        "  - {id: b, kind: review, department: company, needs: [x]}\n---\n"
        "departments: {bureau: {}, company: {kind: enterprise}, holder: {}}\n"
        "data: {x: {holder: holder}}\n"
    )
    told = {f.step: (ids(f.facts["also"]), f.variant) for f in case.all("missing-link")}
    assert told == {"a": ([], ""), "b": (["bureau"], "outside")}
