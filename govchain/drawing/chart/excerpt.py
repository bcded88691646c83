"""Which steps a picture tells, and what stands in it for those that it leaves out.

An excerpt has a `scope`, the steps that its page is about, of which it tells those `kept`. The
others of the scope become gaps ("… 3 steps"), one for all that stand between the same kept steps:
so no gap leads back to itself, and their counts add up. What lies outside the scope becomes
connectors: where an arrow comes from, and where it goes on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from govchain.compiler.order import Order


class Side(StrEnum):
    """Where a stub stands: before what is told, after it, or in between."""

    FROM = "from"
    TO = "to"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class Beyond:
    """What lies outside the scope: what it is called, and the page that tells it."""

    name: str
    page: str = ""


@dataclass(frozen=True, slots=True)
class Stub:
    """What stands for steps that are left out: where they are told, or how many there are."""

    side: Side
    places: tuple[Beyond, ...] = ()
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Steps and stubs in their order; stubs have ids that no step has.

    `apart` are steps of the scope that are left out and stand in no order with what is told.
    """

    order: Order
    stubs: Mapping[str, Stub] = field(default_factory=dict)
    apart: int = 0

    @property
    def steps(self) -> tuple[str, ...]:
        """The steps that are told, in chain order."""
        return tuple(unit for unit in self.order.steps if unit not in self.stubs)

    @property
    def left_out(self) -> int:
        """How many steps of the scope are not told."""
        gaps = (stub for stub in self.stubs.values() if stub.side is Side.GAP)
        return self.apart + sum(len(stub.steps) for stub in gaps)


def excerpt_of(
    order: Order,
    scope: Collection[str],
    kept: Collection[str],
    beyond: Callable[[str], Beyond],
) -> Excerpt:
    """The kept steps of the scope; `beyond` says of a step outside where it is told."""
    growth = _Growth(order, scope, kept)
    for before, after in order.edges():
        growth.connect(before, after, beyond)
    return growth.excerpt()


class _Growth:
    """Collects the edges between units: kept steps, gaps, and connectors."""

    def __init__(self, order: Order, scope: Collection[str], kept: Collection[str]) -> None:
        self._order = order
        self._gaps, apart = _gaps_of(order, scope, kept)
        self._apart = frozenset(apart)
        self._unit = {step: step for step in order.steps if step in kept}
        for id, steps in self._gaps.items():
            self._unit |= dict.fromkeys(steps, id)
        self._before: dict[str, dict[str, None]] = defaultdict(dict)
        self._coming: dict[str, dict[Beyond, None]] = defaultdict(dict)
        self._going: dict[str, dict[Beyond, None]] = defaultdict(dict)

    def connect(self, before: str, after: str, beyond: Callable[[str], Beyond]) -> None:
        """One edge of the order, as far as it touches the scope."""
        if before in self._apart or after in self._apart:
            return
        source, target = self._unit.get(before), self._unit.get(after)
        if source and target:
            if source != target:
                self._before[target][source] = None
        elif target:
            self._coming[target][beyond(before)] = None
        elif source:
            self._going[source][beyond(after)] = None

    def excerpt(self) -> Excerpt:
        units = dict.fromkeys(self._unit[s] for s in self._order.steps if s in self._unit)
        stubs = {id: Stub(Side.GAP, steps=steps) for id, steps in self._gaps.items()}
        froms, tos = _alike(self._coming), _alike(self._going)
        before = {unit: [*self._before[unit]] for unit in units}
        for number, (places, targets) in enumerate(froms.items()):
            id = _id(Side.FROM, number, self._order)
            stubs[id] = Stub(Side.FROM, places)
            before |= {target: [id, *before[target]] for target in targets}
        for number, (places, sources) in enumerate(tos.items()):
            id = _id(Side.TO, number, self._order)
            stubs[id] = Stub(Side.TO, places)
            before[id] = [*sources]
        first = [id for id, stub in stubs.items() if stub.side is Side.FROM]
        last = [id for id, stub in stubs.items() if stub.side is Side.TO]
        return Excerpt(Order([*first, *units, *last], before), stubs, len(self._apart))


def _gaps_of(
    order: Order, scope: Collection[str], kept: Collection[str]
) -> tuple[dict[str, tuple[str, ...]], list[str]]:
    """The steps of the scope that are not kept, by what kept steps stand before and after them;
    and those that stand in no order with any of these."""
    left_out = [step for step in order.steps if step in scope and step not in kept]
    if not left_out:
        return {}, []
    before = _reached(order.steps, order.predecessors, kept)
    after = _reached(order.steps[::-1], order.followers, kept)
    found: dict[tuple[int, int], list[str]] = {}
    for step in left_out:
        found.setdefault((before[step], after[step]), []).append(step)
    apart = found.pop((0, 0), [])
    gaps = {_id(Side.GAP, n, order): tuple(steps) for n, steps in enumerate(found.values())}
    return gaps, apart


def _reached(
    steps: Sequence[str], next_to: Callable[[str], Iterable[str]], kept: Collection[str]
) -> dict[str, int]:
    """For each step the kept ones that lead to it, as bits of a number."""
    bit = {step: 1 << number for number, step in enumerate(s for s in steps if s in kept)}
    found: dict[str, int] = {}
    for step in steps:
        reached = 0
        for other in next_to(step):
            reached |= found[other] | bit.get(other, 0)
        found[step] = reached
    return found


def _alike(
    places: Mapping[str, Mapping[Beyond, None]],
) -> dict[tuple[Beyond, ...], list[str]]:
    """The units by what they are connected with."""
    found: dict[tuple[Beyond, ...], list[str]] = {}
    for unit, beyond in places.items():
        found.setdefault(tuple(beyond), []).append(unit)
    return found


def _id(side: Side, number: int, order: Order) -> str:
    """An id that no step has."""
    id = f"{side} {number}"
    while id in order:
        id += "'"
    return id
