"""The flow of a picture: cards, gates where a fact divides the case, bars where it forks and joins.

Between the steps of a chain stand, where they say more than bare arrows: a gate (hexagon), where
steps that follow the same steps divide one fact among them; a bypass, where a gate has options in
which none of its steps takes place; a bar, where the same steps are followed by the same steps and
several of them run at once; and the end, after the last steps. Every pair of steps that follow each
other directly stays connected, through gates and bars only, and no other pair becomes so, but for
those between which a bypass leads.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from govchain.compiler.chain import Chain
from govchain.compiler.conditions import ALWAYS, Condition
from govchain.compiler.order import Order
from govchain.drawing.chart.coinciding import Coinciding

MOST_ARROWS = 15_000
"""A picture that would have more arrows shows the steps without their order, and says so."""
MOST_FOR_A_BAR = 10_000
"""Where bars are left out, one that stands for more arrows than this is not."""
Choice = tuple[str, frozenset[str]]
"""A fact, and the options of it that a guard allows."""


class Shape(StrEnum):
    """What a node of the flow looks like."""

    CARD = "card"
    GATE = "gate"
    BYPASS = "bypass"
    BAR = "bar"
    END = "end"
    STUB = "stub"


@dataclass(frozen=True, slots=True)
class Node:
    """A node of the flow: a step's card, the gate of a fact, a bypass, a bar, the end, or a stub
    that stands for steps that are left out."""

    shape: Shape
    step: str = ""
    fact: str = ""
    options: frozenset[str] = frozenset()
    """Of a bypass: the options of its fact in which it is taken."""
    stub: str = ""

    @property
    def unit(self) -> str:
        """The step or the stub that it is."""
        return self.step or self.stub


@dataclass(frozen=True, slots=True)
class Flow:
    """Nodes, each after those that lead to it, and the arrows between their positions.

    `behind_gate` maps a step that follows a gate to the fact and the options that lead to it.
    """

    nodes: tuple[Node, ...]
    arrows: tuple[tuple[int, int], ...]
    behind_gate: Mapping[str, Choice]
    arrows_left_out: int = 0
    """How many arrows there would be, where they are too many to draw."""

    def predecessors(self) -> list[list[int]]:
        """For each node the nodes that lead to it."""
        found: list[list[int]] = [[] for _ in self.nodes]
        for source, target in self.arrows:
            found[target].append(source)
        return found

    def divisions(self) -> list[list[int]]:
        """For each gate the nodes behind it, steps before a bypass."""
        followers = self.followers()
        return [
            sorted(followers[n], key=lambda other: self.nodes[other].shape is Shape.BYPASS)
            for n, node in enumerate(self.nodes)
            if node.shape is Shape.GATE
        ]

    def without_bars(self) -> list[tuple[int, int]]:
        """The arrows between steps, gates and bypasses alone, bars and the end left out.

        A bar that stands for many arrows stays.
        """
        before, after = self.predecessors(), self.followers()
        through: dict[int, list[int]] = {}
        found: list[tuple[int, int]] = []
        for target, node in enumerate(self.nodes):
            sources = dict.fromkeys(s for b in before[target] for s in through.get(b, [b]))
            onwards = sum(self.nodes[other].shape is not Shape.END for other in after[target])
            if node.shape is Shape.BAR and len(sources) * onwards <= MOST_FOR_A_BAR:
                through[target] = list(sources)
            elif node.shape is not Shape.END:
                found += [(source, target) for source in sources]
        return found

    def neighbours(self) -> Callable[[int], Iterator[int]]:
        """Asked of a node: the nodes around it, near ones first, what comes after it before what
        leads to it."""
        before, after = self.predecessors(), self.followers()

        def around(node: int) -> Iterator[int]:
            waiting, seen = deque([node]), {node}
            while waiting:
                for other in (*after[here := waiting.popleft()], *before[here]):
                    if other not in seen:
                        seen.add(other)
                        waiting.append(other)
                        yield other

        return around

    def followers(self) -> list[list[int]]:
        """For each node the nodes that it leads to."""
        found: list[list[int]] = [[] for _ in self.nodes]
        for source, target in self.arrows:
            found[source].append(target)
        return found


def flow_of(chain: Chain, order: Order, stubs: Collection[str] = ()) -> Flow:
    """The flow of steps of a chain, and of stubs, that follow each other so; no arrow, where they
    are too many."""
    flow = _Growth(chain, order, stubs).grow()
    if len(flow.arrows) <= MOST_ARROWS:
        return flow
    cards = tuple(Node(Shape.CARD, step) for step in order.steps if step not in stubs)
    return Flow(cards, (), {}, arrows_left_out=len(flow.arrows))


@dataclass(frozen=True, slots=True)
class _Division:
    """Steps that divide a fact, and those that follow where the fact has an option left over."""

    fact: str
    steps: tuple[str, ...]
    rest: frozenset[str]
    onwards: tuple[str, ...]


@dataclass(slots=True)
class _Growth:
    """A flow while it is made, junction by junction in chain order."""

    chain: Chain
    order: Order
    stubs: Collection[str]
    nodes: list[Node] = field(default_factory=list)
    arrows: list[tuple[int, int]] = field(default_factory=list)
    position: dict[str, int] = field(default_factory=dict)
    entries: dict[str, list[int]] = field(default_factory=dict)
    """Step -> the nodes that lead to it."""
    bypasses: dict[tuple[str, ...], list[int]] = field(default_factory=dict)
    """Steps -> the bypasses that lead to all of them; none: to the end."""
    behind_gate: dict[str, Choice] = field(default_factory=dict)

    def grow(self) -> Flow:
        junctions = self._junctions()
        followers = set(junctions.values())
        for step in self.order.steps:
            before = self.order.predecessors(step)
            if step not in self.entries:
                self._join(before, junctions[before], followers)
            is_stub = step in self.stubs
            node = Node(Shape.STUB, stub=step) if is_stub else Node(Shape.CARD, step)
            self.position[step] = self._add(node, self.entries[step])
        self._finish()
        return Flow(tuple(self.nodes), tuple(self.arrows), self.behind_gate)

    def _junctions(self) -> dict[tuple[str, ...], tuple[str, ...]]:
        """Steps -> the steps that follow exactly these."""
        found: dict[tuple[str, ...], list[str]] = {}
        for step in self.order.steps:
            found.setdefault(self.order.predecessors(step), []).append(step)
        return {before: tuple(after) for before, after in found.items()}

    def _add(self, node: Node, entries: Sequence[int]) -> int:
        self.nodes.append(node)
        self.arrows.extend((entry, len(self.nodes) - 1) for entry in entries)
        return len(self.nodes) - 1

    def _join(
        self,
        before: tuple[str, ...],
        after: tuple[str, ...],
        followers: Collection[tuple[str, ...]],
    ) -> None:
        """Leads from the steps before to those after, through a bar and gates where they fit.

        `followers` are all groups of steps that follow the same steps.
        """
        divisions = list(self._divisions(before, after, followers))
        gated = {step for division in divisions for step in division.steps}
        single = [step for step in after if step not in gated]
        entries = [self.position[step] for step in before] + self.bypasses.get(after, [])
        forks = len(divisions) > 1 or (divisions and single) or self._run_at_once(single)
        if entries and self._is_closed(before, after) and (self._run_at_once(before) or forks):
            entries = [self._add(Node(Shape.BAR), entries)]
        for division in divisions:
            self._divide(division, entries)
        self.entries |= dict.fromkeys(single, entries)

    def _divide(self, division: _Division, entries: Sequence[int]) -> None:
        """A gate before the steps, and a bypass for the options that are left over."""
        gate = self._add(Node(Shape.GATE, fact=division.fact), entries)
        self.entries |= {step: [gate] for step in division.steps}
        if division.rest:
            node = Node(Shape.BYPASS, fact=division.fact, options=division.rest)
            self.bypasses.setdefault(division.onwards, []).append(self._add(node, [gate]))

    def _divisions(
        self,
        before: Sequence[str],
        after: Sequence[str],
        followers: Collection[tuple[str, ...]],
    ) -> Iterator[_Division]:
        """Facts that divide the case among some of the steps after, each option to one group.

        Options may be left over, where a bypass can lead on to all that follow some steps.
        """
        said = self._choices_of_all(before)
        by_fact: dict[str, dict[frozenset[str], list[str]]] = {}
        for step in after:
            open_choices = self._choices(step) - said
            if len(open_choices) == 1:
                ((fact, allowed),) = open_choices
                by_fact.setdefault(fact, {}).setdefault(allowed, []).append(step)
        for fact, groups in by_fact.items():
            options = frozenset().union(*groups)
            if len(groups) < 2 or sum(map(len, groups)) > len(options):
                continue
            members = {step: (fact, o) for o, steps in groups.items() for step in steps}
            steps = tuple(sorted(members, key=self.order.position))
            rest = frozenset(self.chain.expansion.facts[fact].options) - options
            onwards = self._onwards(steps, fact, rest) if rest else ()
            if not onwards or onwards in followers:
                self.behind_gate |= members
                yield _Division(fact, steps, rest, onwards)

    def _onwards(self, steps: Sequence[str], fact: str, rest: frozenset[str]) -> tuple[str, ...]:
        """What comes first after all these steps where the fact has one of the options left."""
        left = Condition((((fact, rest),),))
        found: list[str] = []
        for step in self.order.steps[self.order.position(steps[-1]) + 1 :]:
            if (
                not any(self.order.is_before(other, step) for other in found)
                and all(self.order.is_before(divided, step) for divided in steps)
                and self.chain.scenarios.is_possible(self._guard(step), left)
            ):
                found.append(step)
        return tuple(found)

    def _choices_of_all(self, steps: Sequence[str]) -> frozenset[Choice]:
        """What the guards of all these steps say alike."""
        said = [self._choices(step) for step in steps]
        return frozenset.intersection(*said) if said else frozenset()

    def _choices(self, step: str) -> frozenset[Choice]:
        """What a guard of a single clause says; nothing where there are several clauses."""
        cubes = self._guard(step).cubes
        return frozenset(cubes[0]) if len(cubes) == 1 else frozenset()

    def _guard(self, step: str) -> Condition:
        """When it takes place; of a stub it is not known."""
        return ALWAYS if step in self.stubs else self.chain.step(step).guard

    def _is_closed(self, before: Sequence[str], after: Sequence[str]) -> bool:
        """Nothing else follows the steps before."""
        return all(len(self.order.followers(step)) == len(after) for step in before)

    def _run_at_once(self, steps: Sequence[str]) -> bool:
        """Some two of the steps can take place in one case; a stub may in any."""
        known = [step for step in steps if step not in self.stubs]
        if len(known) < len(steps):
            return len(steps) > 1
        return self.chain.once(Coinciding).have_two_at_once(known)

    def _finish(self) -> None:
        last = [
            step
            for step in self.order.steps
            if not self.order.followers(step) and step not in self.stubs
        ]
        entries = [self.position[step] for step in last] + self.bypasses.get((), [])
        if not entries:
            return
        if self._run_at_once(last):
            entries = [self._add(Node(Shape.BAR), entries)]
        self._add(Node(Shape.END), entries)
