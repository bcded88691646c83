"""Which law has to be amended first: also for the papers that go by a mend."""

from __future__ import annotations

from tests.analysis.cases import case_of

LAW = "《某办法》第九条"
SERVICE = """
matter: m
department: holder
materials: [{name: 残疾人证, data: card, basis: 《某办法》第九条}]
steps:
  - {id: apply, kind: apply}
  - {id: look, kind: review, department: street, checks: [disabled]}
  - {id: decide, kind: approve, checks: [disabled]}
---
departments: {holder: {name: 残联}, street: {name: 街道}}
data: {card: {name: 残疾人证信息, holder: holder}}
criteria: {disabled: {name: 持证, basis: 某法, uses: [card]}}
"""


def test_the_law_that_asks_for_a_paper_that_goes_with_a_step() -> None:
    """Without the step nobody needs the paper but who holds what it says."""
    assert case_of(SERVICE).the("redundant-approval").amend == (LAW,)


def test_none_where_law_waives_the_paper_or_nobody_asks_for_it() -> None:
    waived = SERVICE.replace("《某办法》第九条}", "《某办法》第九条, waived-by: 某令}")
    assert case_of(waived).the("redundant-approval").amend == ()
    unasked = SERVICE.replace(", basis: 《某办法》第九条", "")
    assert case_of(unasked).the("redundant-approval").amend == ()
