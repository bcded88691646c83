"""What is outside the administration (army, court, foreign authority) is not judged like an
office: the same definitions with an office in its place are found wanting."""

from __future__ import annotations

import pytest

from tests.analysis.cases import case_of

JUDGED = {
    "no-supervisor": "- {id: decide, kind: approve}",
    "no-post": "- {id: decide, kind: approve}",
    "no-redress": "- {id: decide, kind: approve}",
    "self-supervision": "- {id: decide, kind: approve, supervised-by: body}",
    "layered-approval": "- {id: a, kind: review}\n- {id: b, kind: review}\n"
    "- {id: c, kind: approve}",
    "automatic-approval": "- {id: decide, kind: approve, checks: [by-rule], time: 3d}",
    "promise-candidate": "- {id: decide, kind: approve, checks: [honest], time: 3d}",
    "repeated-check": "- {id: first, kind: approve, department: office, checks: [later]}\n"
    "- {id: decide, kind: approve, checks: [later, by-rule]}",
    "several-applications": "- {id: one, kind: apply}\n"
    "- {id: in, kind: accept, department: office}\n"
    "- {id: two, kind: apply}\n- {id: look, kind: accept}",
}


def text_of(steps: str, kind: str) -> str:
    return f"""matter: other
department: office
supervised-by: city
redress: court
steps: [{{id: a, kind: approve, post: clerk}}]
---
matter: joint
department: body
steps:
{steps}
---
departments:
  office: {{name: 局}}
  city: {{name: 市政府}}
  body: {{name: 人民武装部, kind: {kind}}}
data:
  record: {{name: 记录, holder: body}}
  papers: {{name: 档案, holder: office}}
criteria:
  by-rule: {{name: 符合年龄, uses: [record], decidable: yes}}
  honest: {{name: 无违法, verify: after}}
  later: {{name: 属实, uses: [papers], verify: after}}
links: [{{data: papers, to: [city]}}]
"""


@pytest.mark.parametrize("rule", JUDGED)
def test_an_office_is_judged_and_an_army_is_not(rule: str) -> None:
    def found(kind: str) -> list[tuple[str | None, str | None, str]]:
        all_ = case_of(text_of(JUDGED[rule], kind)).found(rule)
        return [each for each in all_ if each[0] == "joint"]

    assert found("government"), rule
    assert found("external") == []


def test_what_is_left_to_the_administration_is_judged() -> None:
    """Two applications to offices, and one to an army: the two are one too many."""
    steps = "\n".join(
        f"- {{id: ask-{n}, kind: apply}}\n- {{id: in-{n}, kind: accept, department: {office}}}"
        for n, office in enumerate(("office", "body", "city"))
    )
    hit = case_of(text_of(steps, "external")).the("several-applications")
    assert hit.facts["count"] == 2
