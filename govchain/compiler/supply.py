"""How a need is supplied: held, declared, shared, carried or missing (semantics.md 1.7, 1.8)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from govchain.compiler.conditions import Condition, Scenarios
from govchain.compiler.expansion import ChainStep, Expansion
from govchain.compiler.needs import Need
from govchain.compiler.precedence import Precedence
from govchain.compiler.sharing import Flow, SharingNetwork
from govchain.model.nouns import APPLICANT, Link


class SupplyState(StrEnum):
    """Where the data of a need comes from, the best first."""

    HELD = "held"
    DECLARED = "declared"
    SHARED = "shared"
    CARRIED = "carried"
    MISSING = "missing"

    @property
    def rank(self) -> int:
        return _RANKS[self]

    @property
    def is_without_applicant(self) -> bool:
        """The office has it or gets it by itself: held or shared."""
        return self in (SupplyState.HELD, SupplyState.SHARED)

    @property
    def burdens_applicant(self) -> bool:
        """The applicant carries it, or nobody brings it."""
        return self in (SupplyState.CARRIED, SupplyState.MISSING)


_RANKS = {state: rank for rank, state in enumerate(SupplyState)}


@dataclass(frozen=True, slots=True)
class TriedLink:
    """A link that serves a need, and why it is not usable for it."""

    link: Link
    shortcomings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Supply:
    """The supply of one need.

    `holders` are all holders of all alternatives, sorted (`applicant` where only the applicant
    knows the data); `sources` those of them that have to take part: for shared data the ones a
    usable path leads from, for carried and missing data all departments among them.
    """

    state: SupplyState
    holders: tuple[str, ...]
    sources: tuple[str, ...] = ()
    path: tuple[Flow, ...] = ()


class Supplies:
    """The supply of each need of a chain."""

    def __init__(
        self,
        expansion: Expansion,
        scenarios: Scenarios,
        precedence: Precedence,
        network: SharingNetwork,
    ) -> None:
        self._expansion = expansion
        self._scenarios = scenarios
        self._precedence = precedence
        self._network = network
        self._producers: dict[str, list[ChainStep]] = {}
        for step in expansion.steps.values():
            for data in step.written.produces:
                self._producers.setdefault(data, []).append(step)
        self._known: dict[Need, Supply] = {}

    def holders_of(self, data: str, step: str, given: Condition) -> frozenset[str]:
        """Departments that hold the data when the step needs it under `given`.

        The authoritative holder, and whoever made it always before. May hold `applicant`.
        """
        entry = self._network.registry.data.get(data)
        holders = {entry.holder} if entry and entry.holder else set()
        for producer in self._producers.get(data, ()):
            if producer.department and self._precedence.is_always_before(producer.id, step, given):
                holders.add(producer.department)
        return frozenset(holders)

    def supply_of(self, need: Need) -> Supply:
        """Held, declared, shared, carried or missing; of alternatives the best."""
        if need not in self._known:
            self._known[need] = self._judge(need)
        return self._known[need]

    def tried_links(self, need: Need) -> tuple[TriedLink, ...]:
        """The links that serve the need, each with why it is not usable for it."""
        department = self._department(need)
        return tuple(
            TriedLink(link, self._network.shortcomings(link, need.demand))
            for data in need.alternatives
            for link in self._network.serving_links(
                data, self.holders_of(data, need.step, need.guard), department
            )
        )

    def possible_path(self, need: Need) -> tuple[Flow, ...] | None:
        """A path that would supply the need were usability ignored."""
        department = self._department(need)
        paths = (
            self._network.possible_path(
                data, self.holders_of(data, need.step, need.guard), department
            )
            for data in need.alternatives
        )
        return next((path for path in paths if path), None)

    def _judge(self, need: Need) -> Supply:
        holders = {x: self.holders_of(x, need.step, need.guard) for x in need.alternatives}
        everyone = tuple(sorted(frozenset().union(*holders.values())))
        best = min(
            (self._supply_from(data, holders[data], need) for data in need.alternatives),
            key=lambda supply: supply.state.rank,
        )
        if not best.state.burdens_applicant:
            sources = self._sharing_holders(holders, need) if best.path else ()
            return Supply(best.state, everyone, sources, best.path)
        departments = tuple(holder for holder in everyone if holder != APPLICANT)
        if self._expansion.flowing.intersection(need.alternatives):
            return Supply(SupplyState.SHARED, everyone, departments)
        state = SupplyState.CARRIED if self._is_carried(need) else SupplyState.MISSING
        return Supply(state, everyone, departments)

    def _supply_from(self, data: str, holders: frozenset[str], need: Need) -> Supply:
        department = self._department(need)
        if self._network.is_within_any(department, holders):
            return Supply(SupplyState.HELD, ())
        entry = self._network.registry.data.get(data)
        if entry is not None and entry.is_declared:
            return Supply(SupplyState.DECLARED, ())
        path = self._network.path(data, holders, department, need.demand)
        if path is not None:
            return Supply(SupplyState.SHARED, (), path=path)
        return Supply(SupplyState.MISSING, ())

    def _sharing_holders(
        self, holders: Mapping[str, frozenset[str]], need: Need
    ) -> tuple[str, ...]:
        department = self._department(need)
        found = (
            self._network.reached_holders(data, holders[data], department, need.demand)
            for data in need.alternatives
        )
        return tuple(sorted(set().union(*found)))

    def _is_carried(self, need: Need) -> bool:
        """Materials that meet the need are asked for whenever it arises."""
        meeting = [
            material.guard
            for material in self._expansion.materials
            if not set(need.alternatives).isdisjoint(material.alternatives)
        ]
        if not meeting:
            return False
        arises = self._scenarios.both(self._expansion.steps[need.step].guard, need.guard)
        return self._scenarios.implies(arises, self._scenarios.either(meeting))

    def _department(self, need: Need) -> str:
        department = self._expansion.steps[need.step].department
        assert department is not None, "a step without a department has no needs"
        return department
