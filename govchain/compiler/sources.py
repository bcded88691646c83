"""What the offices have by themselves: who holds data at a step, and where it flows from.

semantics.md 1.7 and the first three lines of 1.8. Nothing here depends on the papers that the
applicant is asked for, so a chain and its mended copy share these answers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

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
        self._found: dict[tuple[str, str, Condition], frozenset[str]] = {}

    def producers_of(self, data: str) -> Sequence[ChainStep]:
        """The steps of the chain that produce the data, in list order."""
        return self._producers.get(data, ())

    def holders_of(self, data: str, step: str, given: Condition) -> frozenset[str]:
        """Departments that hold the data when the step needs it under `given`.

        The authoritative holder, and whoever made it always before. May hold `applicant`.
        """
        key = data, step, given
        if key not in self._found:
            self._found[key] = self._find_holders(data, step, given)
        return self._found[key]

    def _find_holders(self, data: str, step: str, given: Condition) -> frozenset[str]:
        entry = self._network.registry.data.get(data)
        holders = {entry.holder} if entry and entry.holder else set()
        for producer in self.producers_of(data):
            department = producer.department
            if department is None or department in holders:
                continue
            if self._precedence.is_always_before(producer.id, step, given):
                holders.add(department)
        return frozenset(holders)

    def supply_of(self, need: Need) -> Supply:
        """Held, declared or shared; missing where it is none of these."""
        if need not in self._known:
            self._known[need] = self._judge(need)
        return self._known[need]

    def tried_links(self, need: Need) -> tuple[TriedLink, ...]:
        """The links that serve the need, each with why it is not usable for it."""
        department = self._department(need)
        if department is None:
            return ()
        return tuple(
            TriedLink(link, self._network.shortcomings(link, need.demand))
            for link in self._network.serving_links(need.data, self._holders(need), department)
        )

    def possible_path(self, need: Need) -> tuple[Flow, ...] | None:
        """Of the paths that would supply the need were usability ignored, one that lacks least."""
        department = self._department(need)
        if department is None:
            return None
        return self._network.nearest_path(need.data, self._holders(need), department, need.demand)

    def _judge(self, need: Need) -> Supply:
        holders = self._holders(need)
        everyone = tuple(sorted(holders))
        department = self._department(need)
        if department is not None and self._network.is_within_any(department, holders):
            return Supply(SupplyState.HELD, everyone)
        if self._is_declared(need):
            return Supply(SupplyState.DECLARED, everyone)
        if department is not None:
            path = self._network.path(need.data, holders, department, need.demand)
            if path:
                sharing = self._network.reached_holders(need.data, holders, department, need.demand)
                return Supply(SupplyState.SHARED, everyone, sharing, path)
        departments = tuple(holder for holder in everyone if holder != APPLICANT)
        return Supply(SupplyState.MISSING, everyone, departments)

    def _is_declared(self, need: Need) -> bool:
        """Only the applicant knows it, or all that needs it is granted on the applicant's word."""
        entry = self._network.registry.data.get(need.data)
        if entry is not None and entry.is_declared:
            return True
        promised = self._steps[need.step].written.promised
        return bool(need.criteria) and set(need.criteria) <= set(promised)

    def _holders(self, need: Need) -> frozenset[str]:
        return self.holders_of(need.data, need.step, need.guard)

    def _department(self, need: Need) -> str | None:
        return self._steps[need.step].department
