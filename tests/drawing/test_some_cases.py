"""What papers bring in some cases alone is neither carried nor brought by nobody."""

from __future__ import annotations

import pytest

from govchain.drawing import draw
from govchain.reporting.style import Style
from govchain.reporting.tree.chain_tree import chain_tree
from tests.reporting.reports import report_of

INCOME = """\
matter: grant
department: civil
facts: {poor: [yes, no]}
materials: [{name: Pay slip, data: income, when: {poor: no}}]
steps: [{id: decide, kind: approve, needs: [income]}]
---
departments: {civil: {}, tax: {}}
data: {income: {name: Income, holder: tax}}
"""


@pytest.mark.parametrize(
    ("paper", "told", "picture"),
    [
        (", when: {poor: no}", "carried by the applicant in some cases only", "in some cases only"),
        ("", "carried by the applicant  ", "Pay slip"),
    ],
)
def test_show_and_picture_say_so(paper: str, told: str, picture: str) -> None:
    report = report_of(INCOME.replace(", when: {poor: no}", paper))
    chain = report.catalogue.chains["grant"]
    assert told in chain_tree(chain, report, Style("en"))
    drawn = draw(chain, [], language="en")
    assert picture in drawn
    assert ("in some cases only" in drawn) is bool(paper)
    assert ">missing<" not in drawn
