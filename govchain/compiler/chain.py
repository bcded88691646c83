"""A business chain (业务链): a compiled matter, and the questions it answers.

Each question is one definition of semantics.md section 1, in its words, answered once and kept.
A chain makes no judgements; rules do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from govchain.compiler.conditions import ALWAYS, Condition, Scenarios
from govchain.compiler.expansion import ChainMaterial, ChainStep, Expansion, Item, levels_of
from govchain.compiler.mends import Mend, changes_order, mend
from govchain.compiler.metrics import Measure, Metrics
from govchain.compiler.needs import Need, needs_of
from govchain.compiler.order import Order
from govchain.compiler.precedence import Precedence
from govchain.compiler.sharing import Flow, SharingNetwork
from govchain.compiler.supply import Supplies, Supply, TriedLink
from govchain.compiler.wiring import order_of
from govchain.model.nouns import Criterion, Data, Matter, Registry

if TYPE_CHECKING:
    import networkx

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")


class Chain:
    """The chain of one matter on the catalogue's date, its calls taken out."""

    def __init__(
        self,
        expansion: Expansion,
        network: SharingNetwork,
        order: Order | None = None,
        scenarios: Scenarios | None = None,
    ) -> None:
        self.expansion = expansion
        self.network = network
        self.order = order or order_of(expansion)
        self.scenarios = scenarios or Scenarios(expansion.facts)
        self._precedence = Precedence(self.order, expansion.steps, self.scenarios)
        self._needs: dict[str, tuple[Need, ...]] = {}
        self._answers: dict[object, Any] = {}  # each question gives its own type of answer

    # What it is made of

    @property
    def matter(self) -> Matter:
        return self.expansion.matter

    @property
    def registry(self) -> Registry:
        return self.network.registry

    @cached_property
    def steps(self) -> tuple[ChainStep, ...]:
        """All steps in chain order."""
        return tuple(self.expansion.steps[id] for id in self.order.steps)

    @property
    def materials(self) -> tuple[ChainMaterial, ...]:
        """What the applicant is asked for; optional materials count nowhere."""
        return self.expansion.materials

    @cached_property
    def is_doubtful(self) -> bool:
        """Something of a matter in it could not be read, so nothing follows from absence."""
        return any(
            step.matter.doubtful or step.written.doubtful for step in self.expansion.steps.values()
        )

    def step(self, id: str) -> ChainStep:
        return self.expansion.steps[id]

    def has_step(self, id: str) -> bool:
        return id in self.expansion.steps

    def data(self, id: str) -> Data:
        return self.registry.data[id]

    def criterion(self, id: str) -> Criterion:
        return self.registry.criteria[id]

    def written_levels(self) -> Iterator[tuple[Item, ...]]:
        """The order as written: this matter's steps and calls, then those of each called one."""
        return levels_of(self.expansion.items)

    # What comes before what

    def is_always_before(self, earlier: str, later: str, given: Condition = ALWAYS) -> bool:
        """earlier is always before later under `given` (semantics.md 1.3)."""
        return self._precedence.is_always_before(earlier, later, given)

    def can_come_between(self, middle: str, earlier: str, later: str) -> bool:
        """middle can come between earlier and later (semantics.md 1.4)."""
        return self._precedence.can_come_between(middle, earlier, later)

    def can_coincide(self, *steps: str) -> bool:
        """Some scenario has all these steps."""
        return self.scenarios.is_possible(*(self.step(id).guard for id in steps))

    def disturbs(self, step: str, criterion: str) -> bool:
        """The step produces or changes data that the criterion uses (semantics.md 1.4)."""
        return not self.step(step).alters.isdisjoint(self.criterion(criterion).uses)

    # What is needed, and where it comes from

    def needs(self, step: str) -> tuple[Need, ...]:
        """The needs of the step that can arise (semantics.md 1.5)."""
        if step not in self._needs:
            known = self.step(step)
            self._needs[step] = (
                needs_of(known, self.registry.criteria, self.scenarios)
                if known.department is not None
                else ()
            )
        return self._needs[step]

    @cached_property
    def all_needs(self) -> tuple[Need, ...]:
        """The needs of all steps, in chain order."""
        return tuple(need for id in self.order.steps for need in self.needs(id))

    def holders_of(self, data: str, step: str, given: Condition = ALWAYS) -> frozenset[str]:
        """Who holds the data when the step needs it (semantics.md 1.7)."""
        return self._supplies.holders_of(data, step, given)

    def supply_of(self, need: Need) -> Supply:
        """How the need is supplied (semantics.md 1.8)."""
        return self._supplies.supply_of(need)

    def tried_links(self, need: Need) -> tuple[TriedLink, ...]:
        """The links that serve the need, each with why it is not usable."""
        return self._supplies.tried_links(need)

    def possible_path(self, need: Need) -> tuple[Flow, ...] | None:
        """A path of links that would supply the need were usability ignored."""
        return self._supplies.possible_path(need)

    def needs_met_by(self, material: ChainMaterial) -> tuple[Need, ...]:
        """The needs that the material meets and that can arise together with it."""
        found = (
            need for data in material.alternatives for need in self._needs_by_data.get(data, ())
        )
        return tuple(
            need
            for need in dict.fromkeys(found)
            if self.scenarios.is_possible(material.guard, self.step(need.step).guard, need.guard)
        )

    def collaborators_of(self, step: str) -> tuple[str, ...]:
        """The departments that take part in the step besides its own (semantics.md 1.9), sorted."""
        known = self.step(step)
        found = set(known.written.with_)
        for need in self.needs(step):
            found.update(self.supply_of(need).sources)
        return tuple(sorted(found - {known.department}))

    @cached_property
    def collaborators(self) -> tuple[str, ...]:
        """The collaborating departments of the chain, less its lead, sorted."""
        found = {step.department for step in self.steps if step.department is not None}
        for step in self.steps:
            found.update(self.collaborators_of(step.id))
        return tuple(sorted(found - {self.matter.department}))

    # What it costs

    def metrics(self) -> Metrics:
        """Worst case and mean of all figures (semantics.md 1.12)."""
        return self.measure.metrics()

    @cached_property
    def measure(self) -> Measure:
        guards = [step.guard for step in self.steps]
        guards += [material.guard for material in self.materials]
        guards += [need.guard for need in self.all_needs]
        return Measure(self.order, self.steps, self.materials, guards, self.scenarios)

    def mended(self, change: Mend) -> Chain:
        """The chain after a mend."""
        order = None if changes_order(change) else self.order
        return Chain(mend(self.expansion, change), self.network, order, self.scenarios)

    def once(self, question: Callable[[Chain, Asked], Answer], asked: Asked) -> Answer:
        """The answer to a question from outside, worked out once and kept with the chain."""
        if question not in self._answers:
            self._answers[question] = question(self, asked)
        answer: Answer = self._answers[question]
        return answer

    # What others read

    def is_handover(self, before: str, after: str) -> bool:
        """Both steps have departments, and they differ."""
        offices = self.step(before).department, self.step(after).department
        return None not in offices and offices[0] != offices[1]

    def to_dict(self) -> dict[str, Any]:
        """The chain in networkx's node-link form, as `compile --format json` prints it."""
        from govchain.compiler.graph import node_link

        return node_link(self)

    @cached_property
    def graph(self) -> networkx.DiGraph[str]:
        """The chain as a `networkx.DiGraph` whose nodes carry needs, supply and collaborators."""
        from govchain.compiler.graph import digraph

        return digraph(self)

    @cached_property
    def _supplies(self) -> Supplies:
        return Supplies(self.expansion, self.scenarios, self._precedence, self.network)

    @cached_property
    def _needs_by_data(self) -> dict[str, list[Need]]:
        found: dict[str, list[Need]] = {}
        for need in self.all_needs:
            for data in need.alternatives:
                found.setdefault(data, []).append(need)
        return found
