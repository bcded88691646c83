"""How many cases are tried, and what is said where they are too many (semantics.md 1.12)."""

from __future__ import annotations

import pytest

from tests.analysis.cases import case_of, gains


def facts(count: int, options: str) -> str:
    return "".join(f"  f{n}: [{options}]\n" for n in range(count))


def steps(count: int, kind: str, option: str) -> str:
    return "".join(
        f"  - {{id: s{n}, kind: {kind}, time: 1d, when: {{f{n}: {option}}}}}\n"
        for n in range(count)
    )


def test_options_that_no_guard_tells_apart_count_as_one() -> None:
    """Eight facts of three options are 6,561 combinations, but 256 that make a difference."""
    text = (
        f"matter: m\ndepartment: d\nfacts:\n{facts(8, 'a, b, c')}steps:\n{steps(8, 'review', 'a')}"
    )
    metrics = case_of(f"{text}---\ndepartments: {{d: {{}}}}\n").chain("m").metrics()
    assert not metrics.bound
    assert metrics.worst.days == 8
    assert metrics.mean.days == pytest.approx(8 / 3)


@pytest.mark.parametrize("always", ["{z: [a, b]}", "[{z: a}, {z: b}]"])
def test_a_guard_that_always_holds_depends_on_nothing(always: str) -> None:
    """Twelve facts are tried; the thirteenth decides nothing, however it is written."""
    text = (
        f"matter: m\ndepartment: d\nfacts:\n{facts(12, 'y, n')}  z: [a, b]\nsteps:\n"
        f"  - {{id: apply, kind: apply, when: {always}}}\n{steps(12, 'notify', 'y')}"
    )
    metrics = case_of(f"{text}---\ndepartments: {{d: {{}}}}\n").chain("m").metrics()
    assert not metrics.bound
    assert (metrics.worst.steps, metrics.mean.steps) == (13, 7)


BOUND = f"""\
matter: m
department: d
volume: 1000
facts:
{facts(12, "y, n")}  who: [a, b]
materials:
  - {{data: p, when: {{f11: y}}}}
steps:
  - {{id: apply, kind: apply}}
  - {{id: x, kind: review, checks: [c], time: 10d, when: {{who: a}}, after: [apply]}}
  - {{id: y, kind: review, checks: [c2], time: 10d, when: {{who: b}}, after: [x]}}
{steps(11, "notify", "y").replace("time: 1d, ", "")}---
departments: {{d: {{}}, e: {{}}}}
data: {{p: {{holder: e}}, q: {{holder: d}}}}
criteria: {{c: {{uses: [q]}}, c2: {{uses: [q]}}}}
"""


def test_a_bound_is_compared_with_a_bound() -> None:
    """Without the paper twelve facts are left, and x and y exclude each other: no gain of it."""
    case = case_of(BOUND)
    assert case.chain("m").metrics().bound
    assert case.worst("m").days == 20
    finding = case.the("needless-material")
    assert gains(finding.benefit) == (0, 0, 1, 0)
    assert finding.benefit is not None
    assert finding.benefit.per_year == {"days": 0, "visits": 0, "materials": 1000, "steps": 0}
