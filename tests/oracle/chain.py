"""A chain answers the questions of semantics 1: order, needs, holders, supply."""

from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property

from . import cases, supply
from .catalogue import Catalogue, Material, Matter, NeedEntry, Step
from .expand import Parallel, Shares, Site, expand
from .guards import ALWAYS, Guard, Scenarios, both, either
from .order import ancestors, chain_order, with_order_of, without


@dataclass(frozen=True, slots=True)
class Need:
    """A need of a step (1.5); `number` is its place among the step's needs."""

    step: str
    number: int
    alternatives: tuple[str, ...]
    is_single: bool
    is_named: bool
    fields: frozenset[str] | None
    max_age: str | None
    guard: Guard

    @property
    def subject(self) -> str:
        """Its data, alternatives joined by | as written."""
        return "|".join(self.alternatives)

    def speaks_of(self, data: str) -> bool:
        """A need *speaks of* x iff x is one of its alternatives."""
        return data in self.alternatives


@dataclass(frozen=True, eq=False)
class Chain:
    """A matter after its calls. `flowing` are needs that a mend made `shared`."""

    catalogue: Catalogue
    matter: Matter
    steps: tuple[Step, ...]
    materials: tuple[Material, ...]
    facts: Shares
    left_out: frozenset[str] = frozenset()
    sites: tuple[Site, ...] = ()
    flowing: frozenset[Need] = field(default_factory=frozenset)

    @property
    def scenarios(self) -> Scenarios:
        return self.catalogue.scenarios

    @cached_property
    def by_id(self) -> dict[str, Step]:
        return {step.id: step for step in self.steps}

    @cached_property
    def ordered(self) -> list[Step]:
        """The steps in chain order."""
        return chain_order(self.steps)

    @cached_property
    def ancestors(self) -> dict[str, frozenset[str]]:
        return ancestors(self.steps)

    def is_ancestor(self, earlier: Step, later: Step) -> bool:
        """earlier ∈ anc(later)."""
        return earlier.id in self.ancestors[later.id]

    def is_always_before(self, earlier: Step, later: Step, condition: Guard = ALWAYS) -> bool:
        """b ∈ anc(s) and guard(s) ∧ g ⇒ guard(b)."""
        return self.is_ancestor(earlier, later) and self.scenarios.implies(
            both(later.guard, condition), earlier.guard
        )

    def can_come_between(self, middle: Step, earlier: Step, later: Step) -> bool:
        """m ∉ anc(b), m ≠ s, m ∉ desc(s), and all three guards hold together in a scenario."""
        return (
            not self.is_ancestor(middle, earlier)
            and middle.id != later.id
            and not self.is_ancestor(later, middle)
            and self.scenarios.satisfiable(earlier.guard, middle.guard, later.guard)
        )

    @cached_property
    def needs(self) -> dict[str, list[Need]]:
        """The needs of every step, in order of place; a need that never arises does not count."""
        return {
            step.id: [need for need in needs_of(self.catalogue, step) if self.can_arise(need)]
            for step in self.steps
        }

    def all_needs(self) -> list[Need]:
        return [need for step in self.ordered for need in self.needs[step.id]]

    def arises(self, need: Need) -> Guard:
        """guard(s) ∧ g."""
        return both(self.by_id[need.step].guard, need.guard)

    def can_arise(self, need: Need) -> bool:
        return self.scenarios.satisfiable(self.arises(need))

    def producers_before(self, need: Need, data: str) -> list[Step]:
        """Every b always before s under g with x ∈ produces(b)."""
        step = self.by_id[need.step]
        return [
            earlier
            for earlier in self.steps
            if data in earlier.produces and self.is_always_before(earlier, step, need.guard)
        ]

    def holders(self, need: Need, data: str) -> list[str]:
        """The authoritative `holder` of x (it may be the applicant), and the producers before."""
        authoritative = self.catalogue.data[data].holder
        found = [authoritative] + [b.department for b in self.producers_before(need, data)]
        return sorted({holder for holder in found if holder is not None})

    @cached_property
    def supplies(self) -> dict[Need, str]:
        return {need: supply.supply_of(self, need) for need in self.all_needs()}

    @cached_property
    def cases(self) -> dict[cases.Case, Fraction]:
        """What can happen, with the share of the scenarios in which it does."""
        return cases.cases_of(self)

    def meets(self, material: Material, need: Need) -> bool:
        """A material *meets* a need iff they share an alternative."""
        return any(need.speaks_of(data) for data in material.alternatives)

    def needs_met_by(self, material: Material) -> list[Need]:
        """The needs it meets that can arise together with it."""
        return [
            need
            for need in self.all_needs()
            if self.meets(material, need)
            and self.scenarios.satisfiable(self.arises(need), material.guard)
        ]


def chain_of(catalogue: Catalogue, matter: Matter) -> Chain:
    """The chain of a matter, its calls taken."""
    made = expand(catalogue, matter)
    return Chain(
        catalogue, matter, made.steps, made.materials, made.facts, made.left_out, made.sites
    )


def needs_of(catalogue: Catalogue, step: Step) -> list[Need]:
    """Its `needs`, and the `uses` of its `checks` that no single entry of `needs` names."""
    named = {entry.alternatives for entry in step.entries if entry.is_single}
    used = [
        NeedEntry((data,), is_single=True)
        for criterion in step.checks
        for data in catalogue.uses(criterion)
        if (data,) not in named
    ]
    groups: list[list[NeedEntry]] = []
    for entry in (*step.entries, *used):
        same = [g for g in groups if g[0].is_single and g[0].alternatives == entry.alternatives]
        if entry.is_single and same:
            same[0].append(entry)
        else:
            groups.append([entry])
    return [merged(step, number, group, named) for number, group in enumerate(groups)]


def merged(step: Step, number: int, entries: list[NeedEntry], named: set[tuple[str, ...]]) -> Need:
    """Fields joined (none, if one names none), the strictest max-age, guards or-ed."""
    fields = [entry.fields for entry in entries]
    ages = [entry.max_age for entry in entries if entry.max_age is not None]
    first = entries[0]
    return Need(
        step=step.id,
        number=number,
        alternatives=first.alternatives,
        is_single=first.is_single,
        is_named=not first.is_single or first.alternatives in named,
        fields=None if None in fields else frozenset().union(*(f for f in fields if f)),
        max_age=min(ages, key=supply.age) if ages else None,
        guard=either(*(entry.guard for entry in entries)),
    )


def without_step(chain: Chain, step: Step) -> Chain:
    """The step goes; what followed it follows what it followed."""
    return replace(chain, steps=tuple(without(chain.steps, step.id)))


def with_step(chain: Chain, step: Step) -> Chain:
    """The step of the same id as this one instead."""
    steps = tuple(step if held.id == step.id else held for held in chain.steps)
    return replace(chain, steps=steps)


def run_in_parallel(chain: Chain, earlier: str, later: str) -> Chain:
    """The written edge earlier → later goes; what calls left out stays out."""
    mend = Parallel(earlier, later, chain.left_out)
    made = expand(chain.catalogue, chain.matter, mend)
    return replace(chain, steps=with_order_of(chain.steps, made.steps))
