"""The order of a chain: which steps come before which.

Ancestors are kept as whole numbers whose bits are positions in chain order: a chain of 10,000
steps has up to 50 million pairs, which sets would not hold. No other file knows which bit is
whose.
"""

from __future__ import annotations

import functools
import heapq
import operator
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeAlias

Places: TypeAlias = int
"""Some steps of one chain: what two have in common is `one & other`, both together `one | other`,
and none is 0."""


class Order:
    """The steps in chain order, their direct edges, and who is an ancestor of whom.

    `listed` are the ids in the order they stand in the list; `predecessors` the direct edges,
    which must be acyclic (semantics.md 1.1).
    """

    def __init__(self, listed: Sequence[str], predecessors: Mapping[str, Collection[str]]) -> None:
        rank = {step: position for position, step in enumerate(listed)}
        self._before = {
            s: tuple(sorted(predecessors.get(s, ()), key=rank.__getitem__)) for s in listed
        }
        self._after = _reversed(listed, self._before)
        self.steps = _chain_order(rank, self._before, self._after)
        self._position = {step: position for position, step in enumerate(self.steps)}

    def __contains__(self, step: object) -> bool:
        return step in self._position

    def predecessors(self, step: str) -> tuple[str, ...]:
        """The steps that this one directly follows."""
        return self._before[step]

    def followers(self, step: str) -> tuple[str, ...]:
        """The steps that directly follow this one."""
        return self._after[step]

    def edges(self) -> Iterator[tuple[str, str]]:
        """Every direct edge, in chain order of its end."""
        return ((before, step) for step in self.steps for before in self._before[step])

    def position(self, step: str) -> int:
        """Where the step stands in chain order, from 0."""
        return self._position[step]

    def is_before(self, earlier: str, later: str) -> bool:
        """earlier is a strict ancestor of later."""
        return bool(self._ancestors[later] >> self._position[earlier] & 1)

    def ancestors(self, step: str) -> tuple[str, ...]:
        """All strict ancestors, in chain order."""
        return tuple(self._members(self._ancestors[step]))

    def places(self, steps: Iterable[str]) -> Places:
        """These steps."""
        return sum(1 << position for position in {self._position[step] for step in steps})

    def behind(self, steps: Collection[str], among: Iterable[str]) -> Places:
        """Of the steps `among` those that are one of these, or come after one."""
        these = self.places(steps)
        return self.places(
            s for s in among if (self._ancestors[s] | 1 << self._position[s]) & these
        )

    def ahead(self, steps: Iterable[str]) -> Places:
        """What comes before all of these; nothing where there are none."""
        masks = [self._ancestors[step] for step in steps]
        return functools.reduce(operator.and_, masks) if masks else 0

    def moved_since(self, before: Order) -> frozenset[tuple[str, str]] | None:
        """The pairs of steps, the earlier one first, that are in an order here or there alone; None
        where the steps stand in another chain order."""
        if self.steps != before.steps:
            return None
        old, new = before._ancestors, self._ancestors
        moved = ((step, old[step] ^ new[step]) for step in self.steps)
        return frozenset((earlier, step) for step, bits in moved for earlier in self._members(bits))

    def reduced_edges(
        self,
        steps: Collection[str],
        can_follow: Callable[[str, str], bool] = lambda before, step: True,
    ) -> Iterator[tuple[str, str]]:
        """The transitive reduction of the order among these steps, all others contracted.

        Pairs that cannot follow each other are in no order, unless others lead from one to the
        next.
        """
        among = sum(1 << self._position[step] for step in steps)
        reached: dict[str, int] = {}
        for step in sorted(steps, key=self._position.__getitem__):
            rest, reached[step] = self._ancestors[step] & among, 0
            while rest:
                nearest = rest.bit_length() - 1
                before = self.steps[nearest]
                rest &= ~(1 << nearest)
                if can_follow(before, step):
                    yield before, step
                    reached[step] |= reached[before] | 1 << nearest
                    rest &= ~reached[before]

    def next_edges(self, places: Mapping[str, int]) -> Iterator[tuple[str, str, int]]:
        """The transitive reduction among these steps in many cases at once.

        `places`: of each step the cases in which it takes place, as bits of a number. Each edge
        comes with the cases in which it is one.
        """
        among = sum(1 << self._position[step] for step in places)
        for step in sorted(places, key=self._position.__getitem__):
            rest, everywhere = self._ancestors[step] & among, places[step]
            met: dict[int, int] = {}  # cases of an edge -> all ancestors of where such begin
            while rest:
                nearest = rest.bit_length() - 1
                before = self.steps[nearest]
                rest &= ~(1 << nearest)
                apart = 0
                for cases, ancestors in met.items():
                    if ancestors >> nearest & 1:
                        apart |= cases
                if cases := places[before] & everywhere & ~apart:
                    yield before, step, cases
                    met[cases] = met.get(cases, 0) | self._ancestors[before]
                    apart |= cases
                if apart == everywhere:
                    rest &= ~self._ancestors[before]

    @cached_property
    def _ancestors(self) -> dict[str, int]:
        ancestors: dict[str, int] = {}
        for step in self.steps:
            bits = 0
            for before in self._before[step]:
                bits |= ancestors[before] | 1 << self._position[before]
            ancestors[step] = bits
        return ancestors

    def _members(self, bits: int) -> Iterator[str]:
        while bits:
            lowest = bits & -bits
            yield self.steps[lowest.bit_length() - 1]
            bits ^= lowest


def _reversed(
    listed: Sequence[str], before: Mapping[str, Collection[str]]
) -> dict[str, tuple[str, ...]]:
    after: dict[str, list[str]] = {step: [] for step in listed}
    for step in listed:
        for predecessor in before[step]:
            after[predecessor].append(step)
    return {step: tuple(followers) for step, followers in after.items()}


def _chain_order(
    rank: Mapping[str, int],
    before: Mapping[str, Collection[str]],
    after: Mapping[str, Collection[str]],
) -> tuple[str, ...]:
    """Topological; among steps that are ready, the one that stands first in the list."""
    waiting = {step: len(predecessors) for step, predecessors in before.items()}
    ready = [(rank[step], step) for step, count in waiting.items() if not count]
    heapq.heapify(ready)
    order = []
    while ready:
        _, step = heapq.heappop(ready)
        order.append(step)
        for follower in after[step]:
            waiting[follower] -= 1
            if not waiting[follower]:
                heapq.heappush(ready, (rank[follower], follower))
    return tuple(order)
