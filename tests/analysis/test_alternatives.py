"""Which of several papers an applicant has is a fact of the case (semantics.md 1.2, 1.5)."""

from __future__ import annotations

import pytest

from govchain.analysis.questions.redundancy import redundancy_of
from govchain.findings import Severity
from govchain.mends import DropMaterial
from tests.analysis.cases import Case, case_of, gains

RESIDENCE = """
matter: residence-permit
department: police
volume: 40000
materials:
  - {name: 住所或者就读证明, any: ANY}
steps:
  - {id: apply, kind: apply, visit: 1}
  - {id: review, kind: approve, checks: [resident], needs: [{any: [lease, realty, roll]}], time: 3d}
---
departments: {police: {}, housing: {}, natres: {}, education: {}}
data:
  lease: {holder: housing}
  realty: {holder: natres}
  roll: {holder: education}
criteria: {resident: {}}
links:
  - {data: roll, to: police}
"""
SHARED = "{lease: 0.7, realty: 0.2, roll: 0.1}"
UNSHARED = "[lease, realty, roll]"


def residence(any: str, *changes: tuple[str, str]) -> Case:
    text = RESIDENCE.replace("ANY", any)
    for old, new in changes:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return case_of(text)


def test_a_link_for_one_alternative_spares_those_who_have_it() -> None:
    case = residence(SHARED)
    finding = case.the("asked-again")
    assert (finding.subject, finding.variant) == ("roll", "alternative")
    assert gains(finding.benefit) == (0, 0, 0, 0), "others still bring a paper"
    assert finding.benefit is not None
    assert finding.benefit.per_year == {"days": 0, "visits": 0, "materials": 4000, "steps": 0}


def test_each_alternative_is_a_need_of_its_own() -> None:
    case = residence(SHARED)
    assert case.supply("residence-permit") == {
        ("review", "lease"): "carried",
        ("review", "realty"): "carried",
        ("review", "roll"): "shared",
    }
    links = {f.subject: f for f in case.all("missing-link")}
    assert {subject: f.severity for subject, f in links.items()} == {
        "lease": Severity.WARNING,
        "realty": Severity.WARNING,
    }
    yearly = {subject: f.benefit and f.benefit.per_year for subject, f in links.items()}
    assert yearly["lease"] == {"days": 0, "visits": 0, "materials": 28000, "steps": 0}
    assert yearly["realty"] == {"days": 0, "visits": 0, "materials": 8000, "steps": 0}


def test_without_shares_no_yearly_figure_is_claimed_for_one_alternative() -> None:
    case = residence(UNSHARED)
    for rule in ("asked-again", "missing-link"):
        for finding in case.all(rule):
            assert finding.benefit is not None
            assert finding.benefit.per_year is None, rule


def test_with_all_links_the_paper_goes_as_a_whole() -> None:
    """The visit is needless already, so it is no gain of the paper but a finding of its own."""
    more = "".join(f"\n  - {{data: {data}, to: police}}" for data in ("lease", "realty"))
    case = residence(UNSHARED, ("to: police}", "to: police}" + more))
    finding = case.the("asked-again")
    assert (finding.subject, finding.variant) == ("lease|realty|roll", "")
    assert gains(finding.benefit) == (0, 0, 1, 0)
    assert finding.benefit is not None
    assert finding.benefit.per_year == {"days": 0, "visits": 0, "materials": 40000, "steps": 0}
    assert gains(case.the("needless-visit").benefit) == (0, 1, 0, 0)


def test_the_shares_may_stand_at_the_need() -> None:
    case = residence(UNSHARED, ("{any: [lease, realty, roll]}", "{any: " + SHARED + "}"))
    benefit = case.the("asked-again").benefit
    assert benefit is not None
    assert benefit.per_year is not None
    assert benefit.per_year["materials"] == 4000


def test_what_the_office_holds_of_one_alternative_is_its_own_paper() -> None:
    case = residence(SHARED, ("roll: {holder: education}", "roll: {holder: police}"))
    finding = case.the("own-paper")
    assert (finding.subject, finding.variant) == ("roll", "alternative")


def test_an_alternative_that_a_form_may_stand_for_is_judged_by_itself() -> None:
    """The paper as a whole is declared; those who have a roll still need not bring it."""
    case = residence(SHARED, ("lease: {holder: housing}", "lease: {holder: applicant}"))
    assert case.found("asked-again") == [("residence-permit", None, "roll")]


BARRED = """
matter: m
department: d
volume: 1000
materials:
  - {name: 甲或乙, any: [x, y]}
  - {name: 乙, data: y}
steps:
  - {id: apply, kind: apply, visit: 1}
  - {id: s1, kind: accept, needs: [{any: [x, y]}]}
  - {id: s2, kind: approve, needs: [y], time: 1d}
---
departments: {d: {}, e: {}}
data:
  x: {holder: e}
  y: {holder: e, sharing: restricted, basis: 某法第一条}
"""


def test_the_mend_shares_no_alternative_that_a_law_bars() -> None:
    case = case_of(BARRED)
    finding = case.the("missing-link")
    assert (finding.step, finding.subject) == ("s1", "x")
    assert gains(finding.benefit) == (0, 0, 0, 0)
    (y_at_s2,) = [n for n in case.chain("m").all_needs if n.step == "s2"]
    assert case.chain("m").supply_of(y_at_s2).state.value == "carried"


def test_no_link_is_named_of_an_alternative_that_a_law_bars() -> None:
    links = "links:\n  - {data: y, to: d, status: suspended}\n"
    case = case_of(BARRED + links)
    assert case.found("unfit-link") == []
    assert case.found("missing-link") == [("m", "s1", "x")]


@pytest.mark.parametrize("any", ["[x]", "{x: 1}"])
def test_a_single_alternative_is_no_fact(any: str) -> None:
    case = case_of(BARRED.replace("any: [x, y]}\n  - {name: 乙", f"any: {any}}}\n  - {{name: 乙"))
    assert [m.alternatives for m in case.chain("m").materials] == [("x",), ("y",)]
    assert len({n.data for n in case.chain("m").all_needs}) == 2


TWICE = """
matter: m
department: d
facts: {urgent: [yes, no]}
materials:
  - {name: 甲, data: x, when: {urgent: yes}}
steps:
  - {id: look, kind: accept, needs: [{data: x, when: {urgent: yes}}, {any: [x, y]}]}
  - {id: review, kind: review, checks: c, when: {urgent: yes}}
  - {id: end, kind: approve}
---
departments: {d: {}, e: {}}
data: {x: {holder: e, attests: c}, y: {holder: e}}
criteria: {c: {}}
"""


def test_a_need_that_a_mend_leaves_missing_is_not_taken_for_an_alternative_that_was() -> None:
    case = case_of(TWICE)
    chain = case.chain("m")
    assert list(redundancy_of(chain, case.catalogue).redundant) == ["review"]
    mended = chain.mended(DropMaterial(0))
    assert not redundancy_of(mended, case.catalogue).redundant


ONLY_ONE_IS_NEEDED = """
matter: m
department: d
materials:
  - {name: 甲, any: [x, y]}
steps:
  - {id: hand-in, kind: apply, visit: 1}
  - {id: decide, kind: approve, checks: c}
---
departments: {d: {}, e: {}}
data: {x: {holder: d}, y: {holder: e}}
criteria: {c: {uses: x}}
"""


def test_with_the_one_that_is_needed_the_others_go_and_the_visit() -> None:
    """Nobody is asked for the paper any more, so nobody comes: those who had this one, too."""
    finding = case_of(ONLY_ONE_IS_NEEDED).the("own-paper")
    assert (finding.subject, finding.variant) == ("x", "alternative")
    assert gains(finding.benefit) == (0, 1, 1, 0)
