"""The flow of a picture: cards, gates where a fact divides the case, bars where it forks and joins.

Between the steps of a chain stand, where they say more than bare arrows: a gate (hexagon), where
steps that follow the same steps divide one fact among them; a bar, where the same steps are
followed by the same steps and several of them run at once; and the end, after the last steps.
Every pair of steps that follow each other directly stays connected, through gates and bars only,
and no other pair becomes so.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from govchain.compiler.chain import Chain

Choice = tuple[str, frozenset[str]]
"""A fact, and the options of it that a guard allows."""


class Shape(StrEnum):
    """What a node of the flow looks like."""

    CARD = "card"
    GATE = "gate"
    BAR = "bar"
    END = "end"


@dataclass(frozen=True, slots=True)
class Node:
    """A node of the flow: a step's card, the gate of a fact, a bar, or the end."""

    shape: Shape
    step: str = ""
    fact: str = ""


@dataclass(frozen=True, slots=True)
class Flow:
    """Nodes, each after those that lead to it, and the arrows between their positions.

    `behind_gate` maps a step that follows a gate to the fact and the options that lead to it.
    """

    nodes: tuple[Node, ...]
    arrows: tuple[tuple[int, int], ...]
    behind_gate: Mapping[str, Choice]

    def predecessors(self) -> list[list[int]]:
        """For each node the nodes that lead to it."""
        found: list[list[int]] = [[] for _ in self.nodes]
        for source, target in self.arrows:
            found[target].append(source)
        return found

    def followers(self) -> list[list[int]]:
        """For each node the nodes that it leads to."""
        found: list[list[int]] = [[] for _ in self.nodes]
        for source, target in self.arrows:
            found[source].append(target)
        return found


def flow_of(chain: Chain, fixed: frozenset[str] = frozenset()) -> Flow:
    """The flow of a chain; `fixed` are facts that the scenario has decided."""
    return _Growth(chain, fixed).grow()


@dataclass(slots=True)
class _Growth:
    """A flow while it is made, junction by junction in chain order."""

    chain: Chain
    fixed: frozenset[str]
    nodes: list[Node] = field(default_factory=list)
    arrows: list[tuple[int, int]] = field(default_factory=list)
    position: dict[str, int] = field(default_factory=dict)
    entries: dict[str, list[int]] = field(default_factory=dict)
    """Step -> the nodes that lead to it."""
    behind_gate: dict[str, Choice] = field(default_factory=dict)

    def grow(self) -> Flow:
        junctions = self._junctions()
        for step in self.chain.order.steps:
            before = self.chain.order.predecessors(step)
            if before and step not in self.entries:
                self._join(before, junctions[before])
            self.position[step] = self._add(Node(Shape.CARD, step), self.entries.get(step, []))
        self._finish()
        return Flow(tuple(self.nodes), tuple(self.arrows), self.behind_gate)

    def _junctions(self) -> dict[tuple[str, ...], list[str]]:
        """Steps -> the steps that follow exactly these."""
        found: dict[tuple[str, ...], list[str]] = {}
        for step in self.chain.order.steps:
            if before := self.chain.order.predecessors(step):
                found.setdefault(before, []).append(step)
        return found

    def _add(self, node: Node, entries: Sequence[int]) -> int:
        self.nodes.append(node)
        self.arrows.extend((entry, len(self.nodes) - 1) for entry in entries)
        return len(self.nodes) - 1

    def _join(self, before: tuple[str, ...], after: Sequence[str]) -> None:
        """Leads from the steps before to those after, through a bar and gates where they fit."""
        divisions = dict(self._divisions(before, after))
        gated = {step for steps in divisions.values() for step in steps}
        single = [step for step in after if step not in gated]
        entries = [self.position[step] for step in before]
        if self._is_closed(before, after) and (
            self._run_at_once(before)
            or len(divisions) > 1
            or (divisions and single)
            or self._run_at_once(single)
        ):
            entries = [self._add(Node(Shape.BAR), entries)]
        for fact, steps in divisions.items():
            gate = self._add(Node(Shape.GATE, fact=fact), entries)
            self.entries |= {step: [gate] for step in steps}
        self.entries |= dict.fromkeys(single, entries)

    def _divisions(
        self, before: Sequence[str], after: Sequence[str]
    ) -> Iterator[tuple[str, list[str]]]:
        """Facts that divide the case among some of the steps after, each option to one group."""
        said = self._choices_of_all(before)
        by_fact: dict[str, dict[frozenset[str], list[str]]] = {}
        for step in after:
            open_choices = self._choices(step) - said
            if len(open_choices) == 1:
                ((fact, allowed),) = open_choices
                by_fact.setdefault(fact, {}).setdefault(allowed, []).append(step)
        for fact, groups in by_fact.items():
            if len(groups) > 1 and self._divide(fact, groups):
                members = {step: (fact, o) for o, steps in groups.items() for step in steps}
                self.behind_gate |= members
                yield fact, sorted(members, key=self.chain.order.position)

    def _divide(self, fact: str, groups: Collection[frozenset[str]]) -> bool:
        """Each option of the fact is in exactly one of the groups."""
        options = frozenset(self.chain.expansion.facts[fact].options)
        return frozenset().union(*groups) == options and sum(map(len, groups)) == len(options)

    def _choices_of_all(self, steps: Sequence[str]) -> frozenset[Choice]:
        """What the guards of all these steps say alike."""
        return frozenset.intersection(*(self._choices(step) for step in steps))

    def _choices(self, step: str) -> frozenset[Choice]:
        """What a guard of a single clause says; nothing where there are several clauses."""
        cubes = self.chain.step(step).guard.cubes
        if len(cubes) != 1:
            return frozenset()
        return frozenset(choice for choice in cubes[0] if choice[0] not in self.fixed)

    def _is_closed(self, before: Sequence[str], after: Sequence[str]) -> bool:
        """Nothing else follows the steps before."""
        return all(len(self.chain.order.followers(step)) == len(after) for step in before)

    def _run_at_once(self, steps: Sequence[str]) -> bool:
        """Some two of the steps can take place in one case."""
        return any(self.chain.can_coincide(a, b) for a, b in itertools.combinations(steps, 2))

    def _finish(self) -> None:
        last = [s for s in self.chain.order.steps if not self.chain.order.followers(s)]
        if not last:
            return
        entries = [self.position[step] for step in last]
        if self._run_at_once(last):
            entries = [self._add(Node(Shape.BAR), entries)]
        self._add(Node(Shape.END), entries)
