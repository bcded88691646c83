"""What a chart's arrows mean in BPMN: where cases part, where they meet, what waits for what.

A step that takes place in some cases alone, and is behind no gate that says so, stands between two
gateways: one leads past it where its condition does not hold. So a token comes out of it in every
case, and what waits for it does not wait in vain. A gate parts cases only where all its ways meet
again in all that follows; else it is a fork, and the steps behind it are passed by like others.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import cached_property

from govchain.compiler.conditions import ALWAYS, Condition
from govchain.drawing.chart.chart import Chart
from govchain.drawing.chart.flow import Shape

EXCLUSIVE, PARALLEL, INCLUSIVE = "exclusiveGateway", "parallelGateway", "inclusiveGateway"


class Tokens:
    """Answers, for the nodes of a chart's flow by their positions, how cases come through."""

    def __init__(self, chart: Chart) -> None:
        self._chart = chart
        self._nodes = chart.flow.nodes
        self._before = chart.flow.predecessors()
        self._after = chart.flow.followers()
        self._guard = {step.id: step.guard for step in chart.chain.steps}
        self._position = {node.step: n for n, node in enumerate(self._nodes) if node.step}

    def is_passed_by(self, step: str) -> bool:
        """Some cases go past the step, by gateways of its own."""
        return step in self._passed_by

    def gateways_at(self, step: str) -> int:
        """How many gateways stand above and below the step's task."""
        joins = bool(self.joined_at(self._position[step]))
        return joins + (2 if self.is_passed_by(step) else 0)

    @cached_property
    def _passed_by(self) -> frozenset[str]:
        found: set[str] = set()
        guard = self._guard
        parted = {self._nodes[way].step for gate in self._parting for way in self._after[gate]}
        for step in self._chart.order.steps:
            if guard[step] == ALWAYS or step in parted:
                continue
            before = self._chart.order.predecessors(step)
            if not before or any(guard[b] != guard[step] or b in found for b in before):
                found.add(step)
        return frozenset(found)

    def parts_cases(self, gate: int) -> bool:
        """The gate sends each case one way, and whatever follows is reached on all of them."""
        return gate in self._parting

    def gateway_of_gate(self, gate: int) -> str:
        """One way for each case, or several where steps behind it have the same options."""
        if not self.parts_cases(gate):
            return PARALLEL
        options = [self._options(way) for way in self._after[gate]]
        has_shared = any(a & b for a, b in itertools.combinations(options, 2))
        return INCLUSIVE if has_shared else EXCLUSIVE

    def _options(self, way: int) -> frozenset[str]:
        node = self._nodes[way]
        return self._chart.flow.behind_gate[node.step][1] if node.step else node.options

    @cached_property
    def _parting(self) -> frozenset[int]:
        gates = (n for n, node in enumerate(self._nodes) if node.shape is Shape.GATE)
        return frozenset(gate for gate in gates if self._is_parting(gate))

    def _is_parting(self, gate: int) -> bool:
        ways = self._after[gate]
        for way in ways:
            node = self._nodes[way]
            if node.step:
                choice = self._chart.flow.behind_gate[node.step]
                if self._guard[node.step] != Condition(((choice,),)):
                    return False
        reached = [self._reached_from(way) for way in ways]
        exits = set().union(*map(self._exits, ways))
        return all(exits <= there for there in reached)

    def _exits(self, way: int) -> set[int]:
        """The first steps and gates behind a way that do not depend on its being taken."""
        step = self._nodes[way].step
        found, seen, open_ends = set(), {way}, [way]
        while open_ends:
            for node in self._after[open_ends.pop()]:
                shape, of = self._nodes[node].shape, self._nodes[node].step
                goes_on = shape is Shape.BAR or (
                    of and step and self._guard[of] == self._guard[step]
                )
                if goes_on and node not in seen:
                    open_ends.append(node)
                elif not goes_on and shape is not Shape.END:
                    found.add(node)
                seen.add(node)
        return found

    def _reached_from(self, start: int) -> set[int]:
        """All that comes after a node."""
        seen, open_ends = {start}, [start]
        while open_ends:
            fresh = [node for node in self._after[open_ends.pop()] if node not in seen]
            seen.update(fresh)
            open_ends += fresh
        return seen

    def joined_at(self, position: int) -> str:
        """The gateway at which what leads to a node meets; empty where none is needed."""
        sources = self._before[position]
        shape = self._nodes[position].shape
        if shape is Shape.END or len(sources) < 2:
            return ""
        if all(self._is_certain[source] for source in sources):
            return PARALLEL
        return "" if self._exclude_each_other(sources) else INCLUSIVE

    def met_behind(self, position: int) -> str:
        """The gateway at which those that passed a step meet those that did not, and go on."""
        return INCLUSIVE if len(self._after[position]) > 1 else EXCLUSIVE

    def gateway_of_bar(self, position: int) -> str:
        """A bar forks and joins; where alternatives meet at it, it waits for those that come."""
        if all(self._is_certain[source] for source in self._before[position]):
            return PARALLEL
        return INCLUSIVE

    @cached_property
    def _is_certain(self) -> list[bool]:
        """Of each node whether something comes out of it in every case."""
        found: list[bool] = []
        for position, node in enumerate(self._nodes):
            before = self._before[position]
            base = all(found[b] and b not in self._parting for b in before)
            if not base and node.shape is not Shape.BYPASS:
                asked = [position] if node.step else self._after[position]
                base = any(map(self._is_unguarded, asked))
            found.append(base)
        return found

    def _is_unguarded(self, position: int) -> bool:
        step = self._nodes[position].step
        return bool(step) and (self._guard[step] == ALWAYS or self.is_passed_by(step))

    def _exclude_each_other(self, positions: Sequence[int]) -> bool:
        """No case has two of them."""
        nodes = [self._nodes[position] for position in positions]
        gates = {self._before[position][0] for position in positions if self._before[position]}
        if any(not node.step for node in nodes):
            return len(gates) == 1 and all(n.step or n.shape is Shape.BYPASS for n in nodes)
        can_coincide = self._chart.chain.can_coincide
        return not any(can_coincide(a.step, b.step) for a, b in itertools.combinations(nodes, 2))
