"""From the order as written, a tree of steps and calls, to the flat order of a chain's steps.

A call stands for the steps of its matter: its first steps follow what the call follows, and what
follows the call follows all its last steps. What is not in the chain (left out, not brought,
removed by a mend) is passed through (semantics.md 1.11).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from govchain.compiler.expansion import Expansion, Item
from govchain.compiler.order import Order


@dataclass(slots=True)
class _Block:
    """What an item stands for: its steps' predecessors within it, its first and last steps."""

    before: dict[str, set[str]] = field(default_factory=dict)
    first: list[str] = field(default_factory=list)
    last: list[str] = field(default_factory=list)


def order_of(expansion: Expansion) -> Order:
    """The order of the chain's steps."""
    block = _wire_level(expansion.items, expansion.steps.keys())
    return Order(list(expansion.steps), block.before)


def _wire_level(level: tuple[Item, ...], present: Collection[str]) -> _Block:
    order = Order([item.id for item in level], {item.id: item.after for item in level})
    by_id = {item.id: item for item in level}
    whole = _Block()
    last: dict[str, list[str]] = {}
    for id in order.steps:
        block = _wire_item(by_id[id], present)
        entries = list(dict.fromkeys(s for item in order.predecessors(id) for s in last[item]))
        whole.before |= block.before
        for step in block.first:
            whole.before[step].update(entries)
        last[id] = block.last or entries
    followed = {step for before in whole.before.values() for step in before}
    whole.first = [step for step, before in whole.before.items() if not before]
    whole.last = [step for step in whole.before if step not in followed]
    return whole


def _wire_item(item: Item, present: Collection[str]) -> _Block:
    if item.inner is not None:
        return _wire_level(item.inner, present)
    if item.id not in present:
        return _Block()
    return _Block({item.id: set()}, [item.id], [item.id])
