"""The page tells what was measured in this run, at which size, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from benchmarks.budgets import Budget, Figure, Plan, Row, Unmeasured
from benchmarks.page import Measured, page
from benchmarks.peers import PeerCost
from benchmarks.processes import Cost

BUDGET = Budget("a pass", "× raw", 4, 2.5)
RUNS = {"raw": Cost(1, 1, 20), "cold": Cost(3, 3, 77), "again": Cost(0.125, 0.2, 30)}


def measured(*passes: Row, plan: Plan | None = None) -> Measured:
    felt = [Figure(Budget("a picture", "ms", 10), 10.0)]
    return Measured(plan or Plan(), RUNS, passes, felt, {"read": 30.0, "compile": 10.0})


@pytest.mark.parametrize(
    ("figure", "told"),
    [
        (Figure(BUDGET, 2.5), "2.5 × raw | yes, yes |"),
        (Figure(BUDGET, 2.51), "2.5 × raw | yes, **no** |"),
        (Figure(BUDGET, 4.01), "4.0 × raw | **no**, **no** |"),
        (Figure(BUDGET, 0.124), "0.12 × raw | yes, yes |"),
        (Figure(BUDGET, 2.0, is_least=True), "> 2.0 × raw | **no**, **no** |"),
        (Unmeasured(BUDGET, "there is none"), "not measured | there is none |"),
    ],
)
def test_a_row_tells_must_aim_figure_and_whether_they_hold(figure: Row, told: str) -> None:
    assert f"| a pass | ≤ 4 × raw | ≤ 2.5 | {told}" in page(measured(figure))


def test_what_has_no_aim_has_one_answer() -> None:
    assert "| a picture | ≤ 10 ms | 10.0 ms | yes |" in page(measured())


def test_a_smaller_size_is_said() -> None:
    full = Plan()
    assert "Smaller" not in page(measured(plan=full))
    for plan in (replace(full, matters=200), replace(full, hostile=0.1)):
        assert "**Smaller than the budgets speak of**" in page(measured(plan=plan))
    assert "; 200 matters, rounds: 5" in page(measured(plan=replace(full, matters=200)))


def test_peers_are_told_only_where_they_were_run() -> None:
    alone = measured()
    assert "Peers" not in page(alone)
    peer = PeerCost("yamllint 1.38.0", Cost(2, 2, 20), Cost(40, 40, 17))
    text = page(replace(alone, peers=(peer,)))
    assert "## Peers, on 2,000 matters" in text
    assert "| **govchain, everything on** | 3.0 | 0.12 | 77 |" in text
    assert "| yamllint 1.38.0 | 20.0 | – | 17 |" in text


def test_stages_add_up() -> None:
    text = page(measured())
    assert "| read | 30 | 75% |" in text
    assert "| together | 40 |  |" in text
