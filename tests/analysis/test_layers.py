"""The longest row of approvals in one department that one case can meet."""

from __future__ import annotations

import time

import pytest

from govchain.findings import Finding, Named
from tests.rules.test_pages import findings_in

REGISTRY = """
---
departments:
  police: {}
  health: {}
"""


def layered(steps: str, facts: str = "") -> list[Finding]:
    text = f"matter: m\ndepartment: police\n{facts}\nsteps:\n{steps}\n{REGISTRY}"
    return [finding for finding in findings_in(text) if finding.rule == "layered-approval"]


def path_of(finding: Finding) -> list[str]:
    layers = finding.facts["layers"]
    assert isinstance(layers, tuple)
    return [layer.id for layer in layers if isinstance(layer, Named)]


def row_of(*names: str) -> str:
    return "\n".join(f"  - {{id: {name}, kind: review}}" for name in names)


def test_the_path_is_told_in_its_order() -> None:
    (finding,) = layered(row_of("a", "b", "c", "d"))
    assert path_of(finding) == ["a", "b", "c", "d"]
    assert (finding.step, finding.subject) == ("d", "police")


def test_guards_that_exclude_each_other_make_no_row() -> None:
    steps = """
  - {id: a, kind: review}
  - {id: b, kind: review, when: {married: yes}}
  - {id: c, kind: approve, when: {married: no}}
"""
    assert layered(steps, "facts: {married: [yes, no]}") == []


def test_a_longer_way_that_no_case_can_go_is_not_the_longest() -> None:
    steps = """
  - {id: a, kind: review, when: {married: yes}}
  - {id: b, kind: review, when: {married: yes}}
  - {id: c, kind: review, when: {married: no}}
  - {id: d, kind: review, when: {married: no}, after: []}
  - {id: e, kind: review, when: {married: no}, after: [c, d]}
  - {id: f, kind: review}
"""
    (finding,) = layered(steps, "facts: {married: [yes, no]}")
    assert path_of(finding) == ["c", "e", "f"]


def test_of_equals_the_first_in_chain_order_and_one_for_each_group() -> None:
    steps = f"""{row_of("a", "b", "c")}
  - {{id: other-c, kind: approve, after: [b]}}
  - {{id: elsewhere, kind: review, department: health, after: [c]}}
  - {{id: x, kind: review, after: [elsewhere]}}
{row_of("y", "z")}
"""
    assert [(finding.step, path_of(finding)) for finding in layered(steps)] == [
        ("c", ["a", "b", "c"]),
        ("z", ["x", "y", "z"]),
    ]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("b, kind: review", "b, kind: reviw"),
        ("b, kind: review", "b, kind: review, department: polise"),
        ("c, kind: review", "c, kind: review, when: {maried: yes}"),
        ("id: b, ", ""),
        ("id: b", "id: a"),
    ],
)
def test_a_lost_step_may_have_stood_between(right: str, wrong: str) -> None:
    steps = row_of("a", "b", "c", "d")
    assert right in steps
    assert layered(steps.replace(right, wrong, 1)) == []


def dense(guard: str) -> str:
    """Thirty steps of which each follows all before it."""
    names = [f"s{n}" for n in range(30)]
    return "\n".join(
        f"  - {{id: {name}, kind: review, after: [{', '.join(names[:n])}]{guard.format(n=n)}}}"
        for n, name in enumerate(names)
    )


@pytest.mark.parametrize(
    ("guard", "facts"),
    [
        ("", ""),
        (
            ", when: {{f{n}: yes}}",
            "facts: {" + ", ".join(f"f{n}: [yes, no]" for n in range(30)) + "}",
        ),
    ],
    ids=["unguarded", "a fact for each"],
)
def test_a_dense_group_does_not_explode(guard: str, facts: str) -> None:
    begun = time.process_time()
    (finding,) = layered(dense(guard), facts)
    assert len(path_of(finding)) == 30
    assert time.process_time() - begun < 20
