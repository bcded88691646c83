"""The network of sharing links: who is within whom, and how data flows between departments.

semantics.md 1.6 and 1.8. A path begins in a department within a holder and may pass only through
platforms; what reaches a department reaches those below it.
"""

from __future__ import annotations

import datetime
import heapq
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from govchain.model.nouns import ALL, UPDATES, Link, Registry

HolderIds = frozenset[str]
PLANNED = "planned"
"""Why a link is not usable for which nobody has applied yet."""


@dataclass(frozen=True, slots=True)
class Flow:
    """One hop of a link: from one department to another, or to `all`."""

    link: Link
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Hop:
    """All hops of a link that leave one department, and where they arrive."""

    link: Link
    source: str
    targets: frozenset[str]


@dataclass(frozen=True, slots=True)
class Demand:
    """What a need asks of a link: the fields it must carry, how fresh it must be.

    `by_hand`: a link that goes by hand would do.
    """

    fields: frozenset[str] = frozenset()
    max_age: str | None = None
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Reach:
    """How far data gets from its holders: the path to each department, and to all of them."""

    paths: Mapping[str, tuple[Flow, ...]]
    to_all: tuple[Flow, ...] | None

    def path_to(self, departments: Iterable[str]) -> tuple[Flow, ...] | None:
        """The shortest path to one of the departments; the first of them among equals."""
        found = [self.paths[id] for id in departments if id in self.paths]
        if self.to_all is not None:
            found.append(self.to_all)
        return min(found, key=len, default=None)


class Arrival(NamedTuple):
    """Where data comes by a path of links, usable or not: nearer ones have a lower rank."""

    rank: int
    path: tuple[Flow, ...]


class SharingNetwork:
    """The registry's departments and links on a date, and the questions asked of them."""

    def __init__(self, registry: Registry, date: datetime.date) -> None:
        self.registry = registry
        self.date = date
        self._above: dict[str, tuple[str, ...]] = {}
        self._lines: dict[str, frozenset[str]] = {}
        self._links: dict[str, list[Link]] = {}
        self._flows: dict[str, list[Flow]] = {}
        self._hops: dict[str, list[Hop]] = {}
        for link in registry.links:
            self._links.setdefault(link.data, []).append(link)
            self._flows.setdefault(link.data, []).extend(flows_of(link))
            self._hops.setdefault(link.data, []).extend(hops_of(link))
        self._reached: dict[tuple[str, HolderIds, Demand | None], Reach] = {}
        self._ways: dict[str, list[tuple[Flow, ...]]] = {}
        self._arrivals: dict[tuple[str, HolderIds, Demand], dict[str, Arrival]] = {}
        self._nearest: dict[tuple[str, HolderIds, str, Demand], tuple[Flow, ...] | None] = {}
        self._serving: dict[tuple[str, HolderIds, str], tuple[Link, ...]] = {}

    def above(self, department: str) -> tuple[str, ...]:
        """The department and all above it, itself first."""
        if department not in self._above:
            line: dict[str, None] = {}
            current: str | None = department
            while current is not None and current not in line:
                line[current] = None
                known = self.registry.departments.get(current)
                current = known.parent if known else None
            self._above[department] = tuple(line)
        return self._above[department]

    def is_certain(self, department: str) -> bool:
        """All that says what the department is and belongs to could be read."""
        line = (self.registry.departments.get(id) for id in self.above(department))
        return all(known is not None and not known.doubtful for known in line)

    def is_within(self, department: str, other: str) -> bool:
        """department is the other, or below it."""
        return other in self.above(department)

    def is_within_any(self, department: str, others: Iterable[str]) -> bool:
        """department is within one of the others."""
        return not self._lines_of(department).isdisjoint(others)

    def _lines_of(self, department: str) -> frozenset[str]:
        """The department and all above it."""
        if department not in self._lines:
            self._lines[department] = frozenset(self.above(department))
        return self._lines[department]

    def links_of(self, data: str) -> Sequence[Link]:
        """All links of the data, as they are written."""
        return self._links.get(data, ())

    def path(
        self, data: str, holders: HolderIds, department: str, demand: Demand
    ) -> tuple[Flow, ...] | None:
        """A shortest path of usable links to the department or one above it, if there is one."""
        return self._reach(data, holders, demand).path_to(self.above(department))

    def nearest_path(
        self, data: str, holders: HolderIds, department: str, demand: Demand
    ) -> tuple[Flow, ...] | None:
        """Of the paths there would be were usability ignored, one that fails at the fewest links.

        Of those the shortest (a link with `via` is one), the first as written among equals.
        """
        key = (data, holders, department, demand)
        if key not in self._nearest:
            self._nearest[key] = self._find_nearest(data, holders, department, demand)
        return self._nearest[key]

    def _find_nearest(
        self, data: str, holders: HolderIds, department: str, demand: Demand
    ) -> tuple[Flow, ...] | None:
        key = (data, holders, demand)
        if key not in self._arrivals:
            self._arrivals[key] = self._find_arrivals(data, holders, demand)
        arrivals = self._arrivals[key]
        ends = (arrivals[end] for end in (ALL, *self.above(department)) if end in arrivals)
        nearest = min(ends, key=lambda arrival: arrival.rank, default=None)
        return nearest.path if nearest else None

    def _find_arrivals(self, data: str, holders: HolderIds, demand: Demand) -> dict[str, Arrival]:
        """Wherever the data comes by some path: the nearest, and which ones are nearer."""
        ways = self._ways_for(data)
        waiting: list[tuple[int, int, tuple[int, ...]]] = [
            (self._failures(way, demand), 1, (number,))
            for number, way in enumerate(ways)
            if self.is_within_any(way[0].source, holders)
        ]
        heapq.heapify(waiting)
        arrivals: dict[str, Arrival] = {}
        passed: set[str] = set()
        while waiting:
            failures, length, path = heapq.heappop(waiting)
            target = ways[path[-1]][-1].target
            if target not in arrivals:
                flows = tuple(flow for number in path for flow in ways[number])
                arrivals[target] = Arrival(len(arrivals), flows)
            for platform in self._platforms_at(target) - passed:
                passed.add(platform)
                for number, way in enumerate(ways):
                    if way[0].source == platform:
                        worse = failures + self._failures(way, demand)
                        heapq.heappush(waiting, (worse, length + 1, (*path, number)))
        return arrivals

    def _ways_for(self, data: str) -> list[tuple[Flow, ...]]:
        """The ways of all links of the data, as they are written."""
        if data not in self._ways:
            links = self.links_of(data)
            self._ways[data] = [way for link in links for way in self._ways_of(link)]
        return self._ways[data]

    def _ways_of(self, link: Link) -> Iterator[tuple[Flow, ...]]:
        """The ways on which data goes by the link: each hop, and through `via`, a platform."""
        flows = flows_of(link)
        yield from ((flow,) for flow in flows)
        if link.via is not None and self._is_platform(link.via):
            yield from ((flows[0], onward) for onward in flows[1:])

    def _failures(self, way: tuple[Flow, ...], demand: Demand) -> int:
        """Whether the link of the way is unusable, as a number of links."""
        return 1 if self.shortcomings(way[0].link, demand) else 0

    def _platforms_at(self, target: str) -> set[str]:
        """The platforms that a flow to the target reaches."""
        if target == ALL:
            return set(self._platforms)
        return {target} if self._is_platform(target) else set()

    def platforms_reached(self, data: str, holders: HolderIds, demand: Demand) -> tuple[str, ...]:
        """The platforms that usable links bring the holders' data to, in order of place."""
        reach = self._reach(data, holders, demand)
        return tuple(id for id in self._platforms if reach.path_to((id,)) is not None)

    def reached_holders(
        self, data: str, holders: HolderIds, department: str, demand: Demand
    ) -> tuple[str, ...]:
        """Those of the holders that a usable path leads from, sorted."""
        return tuple(
            sorted(
                holder
                for holder in holders
                if self.path(data, frozenset({holder}), department, demand) is not None
            )
        )

    def serving_links(self, data: str, holders: HolderIds, department: str) -> tuple[Link, ...]:
        """The links on a walk from within a holder to the department or above, in their order.

        Inner departments of the walk are platforms; usability is ignored.
        """
        key = (data, holders, department)
        if key not in self._serving:
            self._serving[key] = self._find_serving(data, holders, department)
        return self._serving[key]

    def _find_serving(self, data: str, holders: HolderIds, department: str) -> tuple[Link, ...]:
        reach = self._reach(data, holders, None)
        ends = {ALL, *self.above(department)}
        arriving = ends | self._platforms_leading_to(data, ends)
        serving: dict[int, Link] = {}
        for hop in self._hops.get(data, ()):
            if not hop.targets.isdisjoint(arriving) and self._begins(hop.source, holders, reach):
                serving.setdefault(id(hop.link), hop.link)
        return tuple(serving.values())

    def _begins(self, source: str, holders: HolderIds, reach: Reach) -> bool:
        """A walk from within a holder comes to what leaves the source."""
        if self.is_within_any(source, holders):
            return True
        return self._is_platform(source) and self._is_reached(source, reach)

    def stops_before(self, department: str, data: str, holders: HolderIds) -> tuple[str, ...]:
        """Where links with `via` from a holder to the department or above stop, sorted.

        Only a platform passes on what it does not hold.
        """
        ends = {ALL, *self.above(department)}
        return tuple(
            sorted(
                {
                    link.via
                    for link in self.links_of(data)
                    if link.via is not None
                    and self.is_within_any(link.source, holders)
                    and not ends.isdisjoint(link.to)
                    and not self._is_platform(link.via)
                    and not self.is_within_any(link.via, holders)
                }
            )
        )

    def receivers_of(self, link: Link) -> tuple[str, ...]:
        """The departments it leads to, save the one it comes from; `all` is every department."""
        named = self.registry.departments if ALL in link.to else link.to
        return tuple(id for id in named if id != link.source)

    def shortcomings(self, link: Link, demand: Demand) -> tuple[str, ...]:
        """Why the link is not usable for the demand, none if it is usable (semantics.md 1.8).

        Words: the status it has (planned, applied, agreed, suspended), not-yet, ended, manual,
        fields, update.
        """
        found = []
        if link.status != "active":
            found.append(link.status)
        if link.since is not None and link.since > self.date:
            found.append("not-yet")
        if link.until is not None and link.until < self.date:
            found.append("ended")
        if link.channel == "manual" and not demand.by_hand:
            found.append("manual")
        if link.fields and not demand.fields <= set(link.fields):
            found.append("fields")
        if demand.max_age is not None and not self._is_fresh(link, demand.max_age):
            found.append("update")
        return tuple(found)

    def _is_fresh(self, link: Link, max_age: str) -> bool:
        data = self.registry.data.get(link.data)
        update = link.update or (data.update if data else None)
        return update is not None and UPDATES.index(update) <= UPDATES.index(max_age)

    def _reach(self, data: str, holders: HolderIds, demand: Demand | None) -> Reach:
        key = (data, holders, demand)
        if key not in self._reached:
            self._reached[key] = self._walk(data, holders, demand)
        return self._reached[key]

    def _walk(self, data: str, holders: HolderIds, demand: Demand | None) -> Reach:
        """Breadth first from the holders; on through platforms only."""
        flows = [
            flow
            for flow in self._flows.get(data, ())
            if demand is None or not self.shortcomings(flow.link, demand)
        ]
        paths: dict[str, tuple[Flow, ...]] = {}
        to_all: tuple[Flow, ...] | None = None
        waiting: deque[tuple[Flow, tuple[Flow, ...]]] = deque(
            (flow, (flow,)) for flow in flows if self.is_within_any(flow.source, holders)
        )
        onward: dict[str, list[Flow]] = {}
        for flow in flows:
            onward.setdefault(flow.source, []).append(flow)
        while waiting:
            flow, path = waiting.popleft()
            if flow.target == ALL:
                arrived = [] if to_all is not None else self._platforms
                to_all = to_all or path
            else:
                arrived = [] if flow.target in paths else [flow.target]
                paths.setdefault(flow.target, path)
            for platform in arrived:
                for following in onward.pop(platform, ()) if self._is_platform(platform) else ():
                    waiting.append((following, (*path, following)))
        return Reach(paths, to_all)

    def _is_platform(self, department: str) -> bool:
        known = self.registry.departments.get(department)
        return known is not None and known.is_platform

    @cached_property
    def _platforms(self) -> list[str]:
        return [id for id, known in self.registry.departments.items() if known.is_platform]

    def _is_reached(self, department: str, reach: Reach) -> bool:
        return department in reach.paths or reach.to_all is not None

    def _platforms_leading_to(self, data: str, ends: set[str]) -> set[str]:
        """Platforms from which a walk through platforms leads to one of the ends."""
        hops = [hop for hop in self._hops.get(data, ()) if self._is_platform(hop.source)]
        leading: set[str] = set()
        grown = True
        while grown:
            grown = False
            for hop in hops:
                arrives = not (hop.targets.isdisjoint(ends) and hop.targets.isdisjoint(leading))
                if arrives and hop.source not in leading:
                    leading.add(hop.source)
                    grown = True
        return leading


def hops_of(link: Link) -> list[Hop]:
    """What a link stands for, by where it leaves: `via` is short for two links."""
    if link.via is None:
        return [Hop(link, link.source, frozenset(link.to))]
    return [
        Hop(link, link.source, frozenset({link.via})),
        Hop(link, link.via, frozenset(link.to)),
    ]


def flows_of(link: Link) -> list[Flow]:
    """The hops a link stands for: `via` is short for two links."""
    if link.via is None:
        return [Flow(link, link.source, target) for target in link.to]
    first = Flow(link, link.source, link.via)
    return [first, *(Flow(link, link.via, target) for target in link.to)]
