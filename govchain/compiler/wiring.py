"""From the order as written, a tree of steps and calls, to the flat order of a chain's steps.

A call stands for the steps of its matter: its first steps follow what the call follows, and what
follows the call follows all its last steps. What is not in the chain (left out, not brought,
removed by a mend) is passed through (semantics.md 1.11).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from govchain.compiler.expansion import Expansion
from govchain.compiler.order import Order
from govchain.compiler.times import Schedule


@dataclass(frozen=True, slots=True)
class _Ends:
    """The steps that an item stands for by which one enters and leaves it."""

    first: Sequence[str] = ()
    last: Sequence[str] = ()


def order_of(expansion: Expansion, schedule: Schedule) -> Order:
    """The order of the chain's steps; `schedule` is the order as written of its items."""
    listed = list(expansion.steps)
    if listed == list(schedule.items):  # all are steps, and all take part
        return schedule.order
    before: dict[str, set[str]] = {id: set() for id in listed}
    _wire_level(schedule, before)
    return Order(listed, before)


def _wire_level(level: Schedule, before: dict[str, set[str]]) -> _Ends:
    """Adds what the steps of the level, which stand in `before`, directly follow in it."""
    first: list[str] = []
    last: list[str] = []
    left_by: dict[str, Sequence[str]] = {}
    followed: set[str] = set()
    for id in level.order.steps:
        ends = _ends_of(id, level, before)
        waits_for = level.order.predecessors(id)
        entries = list(dict.fromkeys(step for item in waits_for for step in left_by[item]))
        for step in ends.first:
            before[step].update(entries)
        if ends.first:
            followed.update(entries)
        if not entries:
            first.extend(ends.first)
        last.extend(ends.last)
        left_by[id] = ends.last or entries
    return _Ends(first, [step for step in last if step not in followed])


def _ends_of(id: str, level: Schedule, before: dict[str, set[str]]) -> _Ends:
    """Of an item on the level, which is wired within itself."""
    if id in level.inner:
        return _wire_level(level.inner[id], before)
    return _Ends([id], [id]) if id in before else _Ends()
