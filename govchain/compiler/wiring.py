"""From the order as written, a tree of steps and calls, to the flat order of a chain's steps.

A call stands for the steps of its matter: its first steps follow what the call follows, and what
follows the call follows all its last steps. What is not in the chain (left out, not brought,
removed by a mend) is passed through (semantics.md 1.11).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from govchain.compiler.expansion import Expansion
from govchain.compiler.order import Order
from govchain.compiler.times import Schedule


@dataclass(slots=True)
class _Block:
    """What an item stands for: its steps' predecessors within it, its first and last steps."""

    before: dict[str, set[str]] = field(default_factory=dict)
    first: list[str] = field(default_factory=list)
    last: list[str] = field(default_factory=list)


def order_of(expansion: Expansion, schedule: Schedule) -> Order:
    """The order of the chain's steps; `schedule` is the order as written of its items."""
    listed = list(expansion.steps)
    if listed == list(schedule.items):  # all are steps, and all take part
        return schedule.order
    return Order(listed, _wire_level(schedule, expansion.steps.keys()).before)


def _wire_level(level: Schedule, present: Collection[str]) -> _Block:
    whole = _Block()
    last: dict[str, list[str]] = {}
    for id in level.order.steps:
        block = _wire_item(id, level, present)
        followed = level.order.predecessors(id)
        entries = list(dict.fromkeys(step for item in followed for step in last[item]))
        whole.before |= block.before
        for step in block.first:
            whole.before[step].update(entries)
        last[id] = block.last or entries
    inner = {step for before in whole.before.values() for step in before}
    whole.first = [step for step, before in whole.before.items() if not before]
    whole.last = [step for step in whole.before if step not in inner]
    return whole


def _wire_item(id: str, level: Schedule, present: Collection[str]) -> _Block:
    if id in level.inner:
        return _wire_level(level.inner[id], present)
    if id not in present:
        return _Block()
    return _Block({id: set()}, [id], [id])
