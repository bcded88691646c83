"""Approvals of one department in a row, and the longest row of them that one case can meet.

semantics.md section 2, "layered-approval".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from govchain.compiler.chain import Chain
from govchain.compiler.conditions import NEVER, Condition
from govchain.compiler.expansion import ChainStep
from govchain.compiler.scenarios import Scenarios

LAYER_KINDS = frozenset({"review", "approve", "countersign"})

MAX_CONDITIONS = 100
"""So many conditions under which a step is reached are kept, those of the longest rows first, and
none of more clauses than that.

How long a row is whose guards hold together is hard in general. Up to here the longest is found;
beyond, a longer one may go unseen, but every row that is told is one that a case can meet.
"""

MAX_MET = 500_000
"""So many pairs of clauses, and facts that they name, are met for all rows of a chain; from then on
one row goes on to each step, the longest."""


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """Steps of which each directly follows the one before, and the cases that meet them all."""

    last: str
    condition: Condition
    length: int = 1
    before: Row | None = None

    @property
    def steps(self) -> tuple[str, ...]:
        """The steps in their order."""
        found = []
        row: Row | None = self
        while row is not None:
            found.append(row.last)
            row = row.before
        return tuple(reversed(found))


def longest_rows(chain: Chain) -> Iterator[Row]:
    """The longest row of each group of layers, ending first in chain order among equals.

    None where a step may have been lost that stands between two others; a step of which something
    was lost (its office, its guard) is no layer.
    """
    if chain.expansion.doubtful or not chain.is_described:
        return
    before = _layers_before(chain)
    rows: dict[str, list[Row]] = {}
    left = MAX_MET
    for id, layers in before.items():
        reaching = [row for layer in layers for row in rows[layer]]
        left -= sum(_pairs_and_facts(row, chain.step(id)) for row in reaching)
        if left < 0:
            reaching = sorted(reaching, key=lambda row: -row.length)[:1]
        rows[id] = _rows_to(chain.step(id), reaching, chain.scenarios)
    for group in _groups(before):
        in_order = sorted(group, key=chain.order.position)
        yield max((row for id in in_order for row in rows[id]), key=lambda row: row.length)


def _layers_before(chain: Chain) -> dict[str, list[str]]:
    """Each layer in chain order, and the layers of its department that it directly follows."""
    layers = {step.id: step for step in chain.steps if _is_layer(step)}
    return {
        id: [
            before
            for before in chain.order.predecessors(id)
            if before in layers and layers[before].department == step.department
        ]
        for id, step in layers.items()
    }


def _is_layer(step: ChainStep) -> bool:
    return (
        step.kind in LAYER_KINDS
        and step.department is not None
        and step.guard != NEVER
        and not step.written.doubtful
    )


def _rows_to(step: ChainStep, reaching: Iterable[Row], scenarios: Scenarios) -> list[Row]:
    """The rows that end at the step, the longest first: of each condition one."""
    found = {step.guard: Row(step.id, step.guard)}
    for row in reaching:
        if _pairs(row, step) > MAX_CONDITIONS:
            continue
        condition = scenarios.both(row.condition, step.guard)
        known = found.get(condition)
        if condition != NEVER and (known is None or known.length <= row.length):
            found[condition] = Row(step.id, condition, row.length + 1, row)
    return sorted(found.values(), key=lambda row: -row.length)[:MAX_CONDITIONS]


def _pairs(row: Row, step: ChainStep) -> int:
    """How many pairs of clauses have to be met for the row to go on to the step."""
    return len(row.condition.cubes) * len(step.guard.cubes)


def _pairs_and_facts(row: Row, step: ChainStep) -> int:
    """How many pairs of clauses these are, and facts that the clauses of each pair name."""
    one, other = row.condition.cubes, step.guard.cubes
    facts = len(other) * sum(map(len, one)) + len(one) * sum(map(len, other))
    return _pairs(row, step) + facts


def _groups(before: dict[str, list[str]]) -> Iterator[set[str]]:
    """The layers that direct edges connect, in the order of the first of each group."""
    group = {id: {id} for id in before}
    for id, layers in before.items():
        for layer in layers:
            fewer, more = sorted((group[id], group[layer]), key=len)
            if fewer is not more:
                more |= fewer
                group.update(dict.fromkeys(fewer, more))
    told: set[str] = set()
    for id in before:
        if id not in told:
            told |= group[id]
            yield group[id]
