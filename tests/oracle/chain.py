"""A chain answers the questions of semantics 1: order, needs, holders, supply."""

from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property

from . import cases, supply
from .catalogue import Catalogue, Material, Matter, NeedEntry, Step, has_option
from .expand import Facts, Parallel, Site, expand, order_of_what_remains
from .guards import ALWAYS, Guard, Scenarios, both, either
from .order import ancestors, chain_order, with_order_of, without


@dataclass(frozen=True, slots=True)
class Need:
    """A need of a step (1.5): of one data, for an applicant who has it.

    `number` is the place of its entry among the step's; `checks` are those it comes from, as
    written.
    """

    step: str
    number: int
    data: str
    alternatives: tuple[str, ...]
    checks: tuple[str, ...]
    fields: frozenset[str] | None
    max_age: str | None
    guard: Guard

    @property
    def subject(self) -> str:
        return self.data

    @property
    def is_single(self) -> bool:
        """It is no alternative."""
        return len(self.alternatives) == 1


@dataclass(frozen=True, eq=False)
class Chain:
    """A matter after its calls. `flowing` are needs that a mend made `shared`.

    `counts_as_bound`: what it is compared with is one, so that both are counted alike.
    """

    catalogue: Catalogue
    matter: Matter
    steps: tuple[Step, ...]
    materials: tuple[Material, ...]
    facts: Facts
    sites: tuple[Site, ...] = ()
    flowing: frozenset[Need] = field(default_factory=frozenset)
    counts_as_bound: bool = False

    @property
    def scenarios(self) -> Scenarios:
        return self.catalogue.scenarios

    @cached_property
    def is_described(self) -> bool:
        """Neither its matter nor one that it calls is listed without steps."""
        return all(site.written for site in self.sites)

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
        """The needs of every step, in order; a need that never arises does not count."""
        return {
            step.id: [need for need in needs_of(self.catalogue, step) if self.can_arise(need)]
            for step in self.steps
        }

    @cached_property
    def all_needs(self) -> list[Need]:
        """The needs of all steps, in chain order."""
        return [need for step in self.ordered for need in self.needs[step.id]]

    def arises(self, need: Need) -> Guard:
        """guard(s) ∧ g."""
        return both(self.by_id[need.step].guard, need.guard)

    def can_arise(self, need: Need) -> bool:
        return self.scenarios.satisfiable(self.arises(need))

    def producers_before(self, need: Need) -> list[Step]:
        """Every b always before s under g with x ∈ produces(b)."""
        step = self.by_id[need.step]
        return [
            earlier
            for earlier in self.steps
            if need.data in earlier.produces and self.is_always_before(earlier, step, need.guard)
        ]

    def holders(self, need: Need) -> list[str]:
        """The authoritative `holder` of x (it may be the applicant), and the producers before."""
        authoritative = self.catalogue.data[need.data].holder
        found = [authoritative] + [b.department for b in self.producers_before(need)]
        return sorted({holder for holder in found if holder is not None})

    @cached_property
    def supplies(self) -> dict[Need, str]:
        return {need: supply.supply_of(self, need) for need in self.all_needs}

    @cached_property
    def told_apart(self) -> dict[str, list[list[str]]]:
        return cases.options_told_apart(self)

    @cached_property
    def is_bound(self) -> bool:
        return self.counts_as_bound or cases.is_bound(self)

    @cached_property
    def cases(self) -> dict[cases.Case, Fraction]:
        """What can happen, with the share of the scenarios in which it does."""
        return cases.cases_of(self)

    def is_unassigned(self, need: Need) -> bool:
        """It stands at a step that should have a department and has none."""
        return self.by_id[need.step].is_unassigned

    def meets(self, material: Material, need: Need) -> bool:
        """They share an alternative, and the reach of one begins with that of the other."""
        return bool(set(need.alternatives) & set(material.alternatives)) and are_at_hand(
            material.reach, self.by_id[need.step].reach
        )

    def needs_met_by(self, material: Material) -> list[Need]:
        """needs(M): all of needs(M, x)."""
        return self.needs_met_whole[material.key]

    @cached_property
    def needs_met_whole(self) -> dict[str, list[Need]]:
        """needs(M) of every material, by its key."""
        found = {}
        for material in self.materials:
            met = {need for x in material.alternatives for need in self.needs_met[material.key, x]}
            found[material.key] = [need for need in self.all_needs if need in met]
        return found

    @cached_property
    def needs_met(self) -> dict[tuple[str, str], list[Need]]:
        """needs(M, x) of every material, by its key."""
        return {
            (material.key, x): self._needs_met_for(material, x)
            for material in self.materials
            for x in material.alternatives
        }

    def _needs_met_for(self, material: Material, x: str) -> list[Need]:
        """The needs that M meets, whose data is x or no alternative of M.

        And that can arise together with M for an applicant of the option x.
        """
        option = has_option(material.alternatives, x)
        return [
            need
            for need in self.all_needs
            if self.meets(material, need)
            and (need.data == x or need.data not in material.alternatives)
            and self.scenarios.satisfiable(self.arises(need), material.guard, option)
        ]


def are_at_hand(one: str, other: str) -> bool:
    """The reach of one begins with that of the other."""
    return one.startswith(other) or other.startswith(one)


def chain_of(catalogue: Catalogue, matter: Matter) -> Chain:
    """The chain of a matter, its calls taken."""
    made = expand(catalogue, matter)
    return Chain(catalogue, matter, made.steps, made.materials, made.facts, made.sites)


def needs_of(catalogue: Catalogue, step: Step) -> list[Need]:
    """Its `needs`, and the `uses` of its `checks` that no single entry of `needs` names.

    What came from checks goes with the last of them.
    """
    named = {entry.alternatives for entry in step.entries}
    used = [
        NeedEntry((data,))
        for criterion in step.written_checks
        for data in catalogue.uses(criterion)
        if (data,) not in named
    ]
    groups: list[list[NeedEntry]] = []
    for entry in (*step.entries, *used):
        same = [g for g in groups if g[0].is_single and g[0].alternatives == entry.alternatives]
        if same:
            same[0].append(entry)
        else:
            groups.append([entry])
    needs = [
        need
        for number, group in enumerate(groups)
        for need in (merged(catalogue, step, number, group, x) for x in group[0].alternatives)
    ]
    return [n for n in needs if not n.checks or any(check in step.checks for check in n.checks)]


def merged(catalogue: Catalogue, step: Step, number: int, group: list[NeedEntry], x: str) -> Need:
    """Fields joined (none, if one names none), the strictest max-age, guards or-ed.

    An entry with `any` is one need for each alternative x, under g ∧ (the fact is x).
    """
    fields = [entry.fields for entry in group if entry.fields is not None]
    ages = [entry.max_age for entry in group if entry.max_age is not None]
    alternatives = group[0].alternatives
    using = (check for check in step.written_checks if x in catalogue.uses(check))
    return Need(
        step=step.id,
        number=number,
        data=x,
        alternatives=alternatives,
        checks=tuple(using) if len(alternatives) == 1 else (),
        fields=frozenset().union(*fields) if len(fields) == len(group) else None,
        max_age=min(ages, key=supply.age) if ages else None,
        guard=both(either(*(entry.guard for entry in group)), has_option(alternatives, x)),
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
    present = frozenset(chain.by_id)
    mend = Parallel(earlier, later)
    order = order_of_what_remains(chain.catalogue, chain.matter, present, "", mend)
    return replace(chain, steps=with_order_of(chain.steps, order))
