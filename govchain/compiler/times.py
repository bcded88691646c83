"""How long a chain takes, level by level: a call takes as long as the steps it stands for.

semantics.md 1.12, days. All cases are counted at once, so a time is a row with a lane for each.
What the first steps of a call wait for is the same for all, and so is what waits for its last
ones: on its level the call is like one step that takes the time of the longest way through it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, reduce

from govchain.compiler.cases import Lanes, Row
from govchain.compiler.expansion import Item
from govchain.compiler.order import Order


class Schedule:
    """One level of a chain, a matter's steps and calls in their order, and the levels below."""

    def __init__(self, items: tuple[Item, ...]) -> None:
        self.items = {item.id: item for item in items}
        self.order = Order(list(self.items), {item.id: item.after for item in items})
        self.inner = {item.id: Schedule(item.inner) for item in items if item.inner is not None}

    def levels(self) -> Iterator[Schedule]:
        """This level, then those of each call in it, at every depth."""
        waiting = [self]
        while waiting:
            level = waiting.pop()
            yield level
            waiting.extend(reversed(level.inner.values()))

    def way_to(self, id: str) -> list[tuple[Schedule, str]]:
        """The levels down to where the item stands, each with the item on the way."""
        way = []
        level, found = self, self._on_the_way_to(id)
        while found is not None and found != id:
            way.append((level, found))
            level = level.inner[found]
            found = level._on_the_way_to(id)
        return [*way, (level, id)]

    def _on_the_way_to(self, id: str) -> str | None:
        """The item itself, or the call it stands in."""
        if id in self.order:
            return id
        begins = (id[:end] for end, letter in enumerate(id) if letter == "/")
        return next((begin for begin in begins if begin in self.inner), None)


class Times:
    """The longest ways of a chain by time, where its steps take so long."""

    def __init__(self, schedule: Schedule, taken: Mapping[str, Row], lanes: Lanes) -> None:
        self._schedule = schedule
        self._taken = taken
        self._lanes = lanes
        self._of_levels: dict[Schedule, _Level] = {}

    @cached_property
    def longest(self) -> Row:
        """The time of the chain."""
        return self._level(self._schedule).longest

    def longest_in_parallel(self, first: str, second: str) -> Row:
        """Its time, were `second` to wait only for what `first` waits for (`RunInParallel`)."""
        *above, (level, _) = self._schedule.way_to(second)
        time = self._level(level).longest_in_parallel(first, second)
        for outer, call in reversed(above):
            time = self._level(outer).longest_with(call, time)
        return time

    def _level(self, schedule: Schedule) -> _Level:
        if schedule not in self._of_levels:
            of_calls = {id: self._level(inner).longest for id, inner in schedule.inner.items()}
            times = {id: of_calls.get(id, self._taken.get(id, 0)) for id in schedule.order.steps}
            self._of_levels[schedule] = _Level(schedule.order, times, self._lanes)
        return self._of_levels[schedule]


class _Level:
    """The longest ways of one level."""

    def __init__(self, order: Order, times: Mapping[str, Row], lanes: Lanes) -> None:
        self._order = order
        self._times = times
        self._lanes = lanes
        self._begins: dict[str, Row] = {}
        self._ends: dict[str, Row] = {}
        for id in order.steps:
            self._begins[id] = self._largest(self._ends[b] for b in order.predecessors(id))
            self._ends[id] = self._begins[id] + times[id]

    @cached_property
    def longest(self) -> Row:
        return self._largest(self._ends.values())

    def longest_with(self, id: str, time: Row) -> Row:
        """The time of the level, were this the time of the item."""
        through = self._begins[id] + time + self._after(id)
        return self._lanes.larger(self._around[id], through)

    def longest_in_parallel(self, first: str, second: str) -> Row:
        """The time of the level, were `second` to wait only for what `first` waits for."""
        beside = self._begins[first] + self._tails[second]
        others = [id for id in self._order.followers(first) if id != second]
        onward = self._largest(self._tails[id] for id in (*others, *self._order.followers(second)))
        return self._largest((self._around[first], beside, self._ends[first] + onward))

    def _after(self, id: str) -> Row:
        return self._largest(self._tails[after] for after in self._order.followers(id))

    @cached_property
    def _tails(self) -> dict[str, Row]:
        """Of each item the longest way that begins with it."""
        tails: dict[str, Row] = {}
        for id in reversed(self._order.steps):
            onward = self._largest(tails[after] for after in self._order.followers(id))
            tails[id] = self._times[id] + onward
        return tails

    @cached_property
    def _around(self) -> dict[str, Row]:
        """Of each item the longest way that does not lead through it.

        Such a way ends before the item in chain order, begins after it, or has an edge that
        leads past it: those are laid over the items in halves, quarters and so on.
        """
        steps, size = self._order.steps, len(self._order.steps)
        past = [0] * (2 * size)
        for before, after in self._order.edges():
            first, last = self._order.position(before) + 1, self._order.position(after)
            if first == last:
                continue
            way = self._ends[before] + self._tails[after]
            for part in _covering(first, last, size):
                past[part] = self._lanes.larger(past[part], way)
        for part in range(2, 2 * size):
            past[part] = self._lanes.larger(past[part], past[part >> 1])
        around: dict[str, Row] = {}
        until = 0
        for position, id in enumerate(steps):
            around[id] = self._lanes.larger(until, past[position + size])
            until = self._lanes.larger(until, self._ends[id])
        since = 0
        for id in reversed(steps):
            around[id] = self._lanes.larger(around[id], since)
            since = self._lanes.larger(since, self._tails[id])
        return around

    def _largest(self, rows: Iterable[Row]) -> Row:
        return reduce(self._lanes.larger, rows, 0)


def _covering(begin: int, end: int, size: int) -> Iterator[int]:
    """The fewest parts, of ever half the size, that the positions from begin to end are made of."""
    begin, end = begin + size, end + size
    while begin < end:
        if begin & 1:
            yield begin
            begin += 1
        if end & 1:
            end -= 1
            yield end
        begin, end = begin >> 1, end >> 1
