"""A business chain (业务链): a compiled matter, and the questions it answers.

Each question is one definition of semantics.md section 1, in its words, answered once and kept.
A chain makes no judgements; rules do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from govchain.compiler.changes import Change, change_between
from govchain.compiler.conditions import ALWAYS, Condition
from govchain.compiler.effort import Effort
from govchain.compiler.expansion import (
    ChainMaterial,
    ChainStep,
    Expansion,
    Item,
    levels_of,
)
from govchain.compiler.meeting import Meeting, Met
from govchain.compiler.mending import mend
from govchain.compiler.metrics import Measure, Metrics
from govchain.compiler.needs import Need, most_needed, needs_of
from govchain.compiler.order import Order
from govchain.compiler.precedence import Precedence
from govchain.compiler.scenarios import Scenarios
from govchain.compiler.sharing import Flow, SharingNetwork
from govchain.compiler.sources import Sources
from govchain.compiler.supply import Supply, SupplyState, TriedLink
from govchain.compiler.times import Schedule
from govchain.compiler.wiring import order_of
from govchain.mends import Mend
from govchain.model.answers import Answer, Answers, Asked
from govchain.model.nouns import Criterion, Data, Matter, Registry

if TYPE_CHECKING:
    import networkx


class Chain:
    """The chain of one matter on the catalogue's date, its calls taken out."""

    pictured_by: ClassVar[Callable[[Chain], str] | None] = None
    """Who draws it for a notebook: nothing in this room can; the pipeline says who does."""

    def __init__(
        self,
        expansion: Expansion,
        network: SharingNetwork,
        before: Chain | None = None,
        share: int | None = None,
    ) -> None:
        """`before` is the chain that a mend changed: answers it left untouched are kept; `share`
        is its part of what may be compared for all chains together."""
        self.expansion = expansion
        self.network = network
        self.before = before
        self._share = share
        self._needs: dict[str, tuple[Need, ...]] = {}
        self._met = Met()
        self._supplies: dict[Need, Supply] = {}
        self._measured: Measure | None = None
        self._answers = Answers()
        self.touched: frozenset[str] | None = None
        """All data that would do for a need that the mend can have changed, or of which it can have
        changed what the offices have; None: any data."""
        self.resupplied: tuple[Need, ...] | None = None
        """The needs, as the chain before had them, of which the mend can have changed the supply;
        None: any."""
        self.moved: frozenset[tuple[str, str]] | None = None
        """The pairs of steps, the earlier one first, that the mend put into another order; None:
        any."""
        if before is None:
            needed = most_needed(expansion.steps.values(), self.registry.criteria)
            self.effort = Effort(expansion.parts, needed, share)
            self.scenarios = Scenarios(expansion.facts, self.effort)
        else:
            self.effort = before.effort
            self.scenarios = before.scenarios
            self._take_over(before)

    def _take_over(self, before: Chain) -> None:
        """Keeps what the chain before the mend has answered, where it still holds."""
        change = change_between(before.expansion, self.expansion)
        self._measured = before._measure_asked
        if vars(before).get("is_doubtful") is False:
            self.is_doubtful = False  # a mend adds no step and no check
        if not change.moves:
            self.schedule = before.schedule
            if not change.gone:
                self.order = before.order
        self.moved = self.order.moved_since(before.order) if change.moves else frozenset()
        if change.rechecked:
            kept = before._needs.items()
            self._needs = {id: n for id, n in kept if id not in change.rechecked}
        else:  # one memory for both, whoever is asked first
            self._needs = before._needs
            if self.moved is not None:
                self.all_needs, self._met = before.all_needs, before._met
                if self.materials is before.materials:
                    self._meeting = before._meeting
        if self.moved is not None and not (change.takes_products or self._moves_products):
            self._sources = before._sources
            self._take_over_supplies(before, change)

    @property
    def _moves_products(self) -> bool:
        """A step that produces something stands before others than it did."""
        return any(self.step(earlier).written.produces for earlier, _ in self.moved or ())

    def _take_over_supplies(self, before: Chain, change: Change) -> None:
        """Keeps the supply of needs, but for those of another check, data, word or paper."""
        touched = [need for id in change.rechecked for need in before.needs(id)]
        touched += [need for data in change.flowing for need in before.needs_of_data(data)]
        if change.promised:
            touched += [need for need in before.all_needs if need.key in change.promised]
        self.touched = frozenset(data for need in touched for data in need.alternatives)
        for data in change.papers:
            touched += before.needs_meeting(data)
        self.resupplied = tuple(touched)
        self._supplies = dict(before._supplies)
        for need in touched:
            self._supplies.pop(need, None)

    def _repr_svg_(self) -> str | None:
        """What a notebook shows of it."""
        picture = type(self).pictured_by
        return picture(self) if picture is not None else None

    # What it is made of

    @property
    def matter(self) -> Matter:
        return self.expansion.matter

    @property
    def registry(self) -> Registry:
        return self.network.registry

    @cached_property
    def order(self) -> Order:
        """Which steps come before which."""
        return order_of(self.expansion, self.schedule)

    @cached_property
    def schedule(self) -> Schedule:
        """The order as written, level by level."""
        return Schedule(self.expansion.items)

    @cached_property
    def steps(self) -> tuple[ChainStep, ...]:
        """All steps in chain order."""
        return tuple(self.expansion.steps[id] for id in self.order.steps)

    @property
    def materials(self) -> tuple[ChainMaterial, ...]:
        """What the applicant is asked for; optional materials count nowhere."""
        return self.expansion.materials

    @property
    def is_described(self) -> bool:
        """The steps of its matter, and of all that it calls, are written."""
        return self.expansion.is_described

    @cached_property
    def is_doubtful(self) -> bool:
        """Something of a matter in it could not be read, so nothing follows from absence."""
        return self.expansion.doubtful or any(
            self._is_doubtful_step(step) for step in self.expansion.steps.values()
        )

    def _is_doubtful_step(self, step: ChainStep) -> bool:
        """Something was lost of the step or what it checks."""
        criteria = (self.registry.criteria.get(id) for id in step.checks)
        return step.written.doubtful or any(
            criterion is None or criterion.doubtful for criterion in criteria
        )

    def step(self, id: str) -> ChainStep:
        return self.expansion.steps[id]

    def has_step(self, id: str) -> bool:
        return id in self.expansion.steps

    def data(self, id: str) -> Data:
        return self.registry.data[id]

    def criterion(self, id: str) -> Criterion:
        return self.registry.criteria[id]

    @cached_property
    def matters(self) -> frozenset[str]:
        """Its own matter and all that it calls, at any depth."""
        return frozenset({self.matter.id, *self.expansion.calls.values()})

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
                if known.kind != "apply" and not self.effort.is_asked_too_much
                else ()
            )
        return self._needs[step]

    @cached_property
    def all_needs(self) -> tuple[Need, ...]:
        """The needs of all steps, in chain order."""
        return tuple(need for id in self.order.steps for need in self.needs(id))

    def producers_of(self, data: str) -> Sequence[ChainStep]:
        """Its steps that produce the data."""
        return self._sources.producers_of(data)

    def holders_of(self, data: str, step: str, given: Condition = ALWAYS) -> frozenset[str]:
        """Who holds the data when the step needs it (semantics.md 1.7)."""
        return self._sources.holders_of(data, step, given)

    def supply_of(self, need: Need) -> Supply:
        """How the need is supplied (semantics.md 1.8)."""
        if need not in self._supplies:
            self._supplies[need] = self._supply(need)
        return self._supplies[need]

    def tried_links(self, need: Need) -> tuple[TriedLink, ...]:
        """The links that serve the need, each with why it is not usable."""
        return self._sources.tried_links(need)

    def possible_path(self, need: Need) -> tuple[Flow, ...] | None:
        """A path of links that would supply the need were usability ignored, that lacks least."""
        return self._sources.possible_path(need)

    def needs_met_by(self, material: ChainMaterial) -> tuple[Need, ...]:
        """needs(M): the needs that the material meets and that can arise together with it."""
        return self._meeting.needs_met_by(material)

    def kind_of(self, material: ChainMaterial) -> ChainMaterial:
        """The first of the materials with its alternatives, guard and reach: what is worked out
        of needs(M) for it holds for all of them."""
        return self._meeting.kind_of(material)

    def needs_met_by_alternative(self, material: ChainMaterial, data: str) -> tuple[Need, ...]:
        """needs(M, x): those that it meets where the applicant brings this alternative of it."""
        return self._meeting.needs_met_by_alternative(material, data)

    def when_brought(self, material: ChainMaterial, data: str) -> Condition:
        """When the material is asked for and the applicant brings this alternative of it."""
        return self._meeting.when_brought(material, data)

    def needs_of_data(self, data: str) -> tuple[Need, ...]:
        """The needs of the data, in chain order."""
        return self._meeting.needs_of_data(data)

    def needs_meeting(self, data: str) -> Sequence[Need]:
        """The needs for which the data would do, in chain order."""
        return self._meeting.needs_meeting(data)

    def materials_meeting(self, need: Need) -> tuple[ChainMaterial, ...]:
        """The materials that share an alternative with the need and are at hand there."""
        return self._meeting.materials_meeting(need)

    def materials_bringing(self, need: Need) -> tuple[ChainMaterial, ...]:
        """The materials M with the need among needs(M)."""
        return self._meeting.materials_bringing(need)

    def is_carried(self, need: Need, without: ChainMaterial | None = None) -> bool:
        """Materials, or those but `without`, bring its data whenever it arises (semantics 1.8)."""
        return self._meeting.is_carried(need, without)

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
        return self._metrics

    @cached_property
    def measure(self) -> Measure:
        """What counts the figures of this chain."""
        return self._measure(as_bound=False)

    def measure_like(self, other: Chain) -> Measure:
        """The measure that compares with the other chain's: a bound where one of them is."""
        if other.measure.is_bound and not self.measure.is_bound:
            return self._measure(as_bound=True)
        return self.measure

    def _measure(self, *, as_bound: bool) -> Measure:
        steps, papers, known = self.expansion.steps.values(), self.materials, self._measured
        if known and not as_bound and known.is_of(steps, papers, self.schedule):
            return known
        return Measure(steps, papers, self.scenarios, self.schedule, as_bound=as_bound, like=known)

    @property
    def _measure_asked(self) -> Measure | None:
        """Its measure, if anybody asked for it; else the last one known before its mend."""
        asked: Measure | None = vars(self).get("measure", self._measured)
        return asked

    def mended(self, change: Mend) -> Chain:
        """The chain after a mend."""
        mended = Chain(mend(self.expansion, change, self.scenarios), self.network, before=self)
        self.before = None  # a row of mends must not keep a row of chains
        return mended

    def once(self, question: Callable[[Chain, *Asked], Answer], *asked: *Asked) -> Answer:
        """The answer to a question from outside, worked out once and kept with the chain."""
        return self._answers.to(question, self, *asked)

    def has_answered(self, question: Callable[..., object], *asked: object) -> bool:
        """Whether the answer to this question from outside is known already."""
        return self._answers.has(question, *asked)

    def forget(self) -> None:
        """Keeps nothing of what it was asked; asked again, it works that out again.

        A chain that asked too much stays as it is: nothing is claimed about it.
        """
        if not self.effort.is_spent:
            expansion, network, share = self.expansion, self.network, self._share
            vars(self).clear()  # what answers refer back to the chain: they go at once
            Chain.__init__(self, expansion, network, share=share)

    # What others read

    def is_handover(self, before: str, after: str) -> bool:
        """Both steps have departments, and they differ."""
        offices = self.step(before).department, self.step(after).department
        return None not in offices and offices[0] != offices[1]

    def to_dict(self, language: str = "en") -> dict[str, Any]:
        """The chain in networkx's node-link form, as `compile --format json` prints it."""
        from govchain.compiler.graph import node_link

        return node_link(self, language)

    @cached_property
    def graph(self) -> networkx.DiGraph[str]:
        """The chain as a `networkx.DiGraph` whose nodes carry needs, supply and collaborators."""
        from govchain.compiler.graph import digraph

        return digraph(self, "en")

    def _supply(self, need: Need) -> Supply:
        """From the offices; else, where a mend lets it flow, shared; else carried or missing."""
        supply = self._sources.supply_of(need)
        if not supply.state.burdens_applicant:
            return supply
        if self._is_mended(need):
            return Supply(SupplyState.SHARED, supply.holders, supply.sources)
        if self.is_carried(need):
            return Supply(SupplyState.CARRIED, supply.holders, supply.sources)
        return supply

    def _is_mended(self, need: Need) -> bool:
        """A mend lets the need's data flow, or the applicant's word stand for it."""
        flows = need.data in self.expansion.flowing and self.step(need.step).department is not None
        return flows or need.key in self.expansion.promised

    @cached_property
    def _metrics(self) -> Metrics:
        return self.measure.metrics(self.order)

    @cached_property
    def _precedence(self) -> Precedence:
        return Precedence(self.order, self.expansion.steps, self.scenarios)

    @cached_property
    def _sources(self) -> Sources:
        return Sources(self.expansion.steps, self._precedence, self.network)

    @cached_property
    def _meeting(self) -> Meeting:
        steps, needs = self.expansion.steps, self.all_needs
        return Meeting(self.materials, needs, steps, self.scenarios, self._met)
