"""How often a case is handed on from department to department, one time after another.

semantics.md 1.12 and section 2, too-many-handovers: the hand-overs on one way through the chain,
with applicants' steps and those that do not take place contracted. Where a window spreads a case
over many offices at once, it is handed on once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from govchain.compiler.cases import Cases, Row
from govchain.compiler.expansion import ChainStep
from govchain.compiler.order import Order

Edges = dict[str, list[tuple[str, int]]]
"""Of each step the ones that it follows next, with the cases in which it does."""


class Handovers(NamedTuple):
    """The most hand-overs on one way: how many, the way, and the number of a case that has it."""

    number: int
    steps: tuple[ChainStep, ...]
    case: int


def most_handovers(steps: Iterable[ChainStep], order: Order, cases: Cases) -> Handovers:
    """A way with the most, in the first case that has so many."""
    offices = {step.id: step for step in steps if step.kind != "apply"}
    places = {id: cases.when(step.guard) for id, step in offices.items()}
    edges: Edges = {}
    for before, after, bits in order.next_edges(places):
        edges.setdefault(after, []).append((before, bits))
    case = _case_of_most(offices, order, edges, cases)
    return _longest_way(offices, order, edges, case)


def _case_of_most(
    offices: Mapping[str, ChainStep], order: Order, edges: Edges, cases: Cases
) -> int:
    """All cases at once: of each step the most hand-overs on a way to it, a lane for each case."""
    most = len(offices)
    lanes, all_bits = cases.lanes(most), (1 << most.bit_length()) - 1
    rows: dict[str, Row] = {}
    longest: Row = 0
    for id in order.steps:
        row: Row = 0
        for before, bits in edges.get(id, ()):
            reached = rows[before] & lanes.row(bits, all_bits)
            if is_handover(offices[before], offices[id]):
                reached += lanes.row(bits)
            row = lanes.larger(row, reached)
        rows[id] = row
        longest = lanes.larger(longest, row)
    figures = lanes.figures(longest)
    return max(range(len(figures)), key=figures.__getitem__)


def _longest_way(
    offices: Mapping[str, ChainStep], order: Order, edges: Edges, case: int
) -> Handovers:
    """The way with the most hand-overs in one case, the first in chain order among equals."""
    counts: dict[str, int] = {}
    ways: dict[str, str | None] = {}
    for id in order.steps:
        counts[id], ways[id] = 0, None
        for before, bits in edges.get(id, ()):
            count = counts[before] + is_handover(offices[before], offices[id])
            if bits >> case & 1 and (ways[id] is None or count > counts[id]):
                counts[id], ways[id] = count, before
    last: str | None = max(order.steps, key=counts.__getitem__, default=None)
    count = counts[last] if last else 0
    way: list[ChainStep] = []
    while last is not None and last in offices:
        way.append(offices[last])
        last = ways[last]
    return Handovers(count, tuple(reversed(way)), case)


def handovers_at_most(steps: Mapping[str, ChainStep], order: Order) -> int:
    """No way of any case has more: whatever is in the way between two offices is passed through.

    Of the ways that end before a step only two are kept: one with the most hand-overs, and one
    with the most that ends in another department.
    """
    best: dict[str, list[tuple[int, str]]] = {}
    most = 0
    for id in order.steps:
        reached = [way for before in order.predecessors(id) for way in best[before]]
        office = steps[id].department
        if office is not None and steps[id].kind != "apply":
            count = max((n + (other != office) for n, other in reached), default=0)
            reached.append((count, office))
            most = max(most, count)
        best[id] = _two_best(reached)
    return most


def _two_best(ways: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The way with the most, and the one with the most that ends elsewhere."""
    if not ways:
        return ways
    first = max(ways)
    other = max((way for way in ways if way[1] != first[1]), default=None)
    return [first, other] if other else [first]


def is_handover(before: ChainStep, after: ChainStep) -> bool:
    """Both have departments, and different ones."""
    return None not in (before.department, after.department) and (
        before.department != after.department
    )
