"""What the offices have by themselves: who holds data at a step, and where it flows from.

semantics.md 1.7 and the first three lines of 1.8. Nothing here depends on the papers that the
applicant is asked for, so a chain and its mended copy share these answers.
"""

from __future__ import annotations

from collections.abc import Mapping

from govchain.compiler.conditions import Condition
from govchain.compiler.expansion import ChainStep
from govchain.compiler.needs import Need
from govchain.compiler.precedence import Precedence
from govchain.compiler.sharing import Flow, SharingNetwork
from govchain.compiler.supply import Supply, SupplyState, TriedLink
from govchain.model.nouns import APPLICANT


class Sources:
    """Holders, links and paths for the needs of a chain's steps."""

    def __init__(
        self, steps: Mapping[str, ChainStep], precedence: Precedence, network: SharingNetwork
    ) -> None:
        self._steps = steps
        self._precedence = precedence
        self._network = network
        self._producers: dict[str, list[ChainStep]] = {}
        for step in steps.values():
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
        """Held, declared or shared, of alternatives the best; missing where none of them is."""
        if need not in self._known:
            self._known[need] = self._judge(need)
        return self._known[need]

    def tried_links(self, need: Need) -> tuple[TriedLink, ...]:
        """The links that serve the need, each with why it is not usable for it."""
        department = self._department(need)
        return tuple(
            TriedLink(link, self._network.shortcomings(link, need.demand))
            for data, holders in self._holders(need).items()
            for link in self._network.serving_links(data, holders, department)
        )

    def possible_path(self, need: Need) -> tuple[Flow, ...] | None:
        """A path that would supply the need were usability ignored."""
        department = self._department(need)
        paths = (
            self._network.possible_path(data, holders, department)
            for data, holders in self._holders(need).items()
        )
        return next((path for path in paths if path), None)

    def _judge(self, need: Need) -> Supply:
        holders = self._holders(need)
        everyone = tuple(sorted(frozenset().union(*holders.values())))
        states = {data: self._state(data, holders[data], need) for data in need.alternatives}
        state, path = min(states.values(), key=lambda found: found[0].rank)
        if state is SupplyState.SHARED:
            return Supply(state, everyone, self._sharing_holders(holders, need), path)
        if state is SupplyState.MISSING:
            departments = tuple(holder for holder in everyone if holder != APPLICANT)
            return Supply(state, everyone, departments)
        return Supply(state, everyone)

    def _state(
        self, data: str, holders: frozenset[str], need: Need
    ) -> tuple[SupplyState, tuple[Flow, ...]]:
        department = self._department(need)
        if self._network.is_within_any(department, holders):
            return SupplyState.HELD, ()
        entry = self._network.registry.data.get(data)
        if entry is not None and entry.is_declared:
            return SupplyState.DECLARED, ()
        path = self._network.path(data, holders, department, need.demand)
        return (SupplyState.SHARED, path) if path else (SupplyState.MISSING, ())

    def _sharing_holders(
        self, holders: Mapping[str, frozenset[str]], need: Need
    ) -> tuple[str, ...]:
        """Those of the holders that a usable path leads from."""
        department = self._department(need)
        found = (
            self._network.reached_holders(data, holders[data], department, need.demand)
            for data in need.alternatives
        )
        return tuple(sorted(set().union(*found)))

    def _holders(self, need: Need) -> dict[str, frozenset[str]]:
        return {x: self.holders_of(x, need.step, need.guard) for x in need.alternatives}

    def _department(self, need: Need) -> str:
        department = self._steps[need.step].department
        assert department is not None, "a step without a department has no needs"
        return department
