"""Call steps: the steps, materials and facts of called matters take the place of the call.

semantics.md 1.11. A matter's calls are taken in chain order; the matters it calls have been
expanded before (`expand_all` sees to that), so nothing here recurses. What the matter's `joined`
says is joined at last.
"""

from __future__ import annotations

import graphlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from govchain.compiler.alternatives import facts_of_alternatives
from govchain.compiler.conditions import NEVER, Condition
from govchain.compiler.expansion import ChainMaterial, ChainStep, Expansion, Item
from govchain.compiler.joining import MATERIALS, join
from govchain.compiler.order import Order
from govchain.compiler.scenarios import Scenarios
from govchain.model.nouns import Call, CaseFact, Matter, Step, order_as_written


def expand_all(matters: Mapping[str, Matter]) -> dict[str, Expansion]:
    """Every matter with its calls taken out; the reader has removed calls that lead back."""
    calls = {matter.id: set(matter.called) & set(matters) for matter in matters.values()}
    expanded: dict[str, Expansion] = {}
    for matter_id in graphlib.TopologicalSorter(calls).static_order():
        expanded[matter_id] = expand(matters[matter_id], expanded)
    return {matter_id: expanded[matter_id] for matter_id in matters}


def expand(matter: Matter, expanded: Mapping[str, Expansion]) -> Expansion:
    """The matter with its calls taken out."""
    after = _known_order(matter)
    order = Order([step.id for step in matter.steps], after)
    by_id = {step.id: step for step in matter.steps}
    calls = [call for id in order.steps if isinstance(call := by_id[id], Call)]
    facts = _joined_facts(matter, [expanded[call.matter] for call in calls])
    growth = _Growth(matter, Scenarios(facts))
    growth.take_own(matter.own_steps)
    for call in calls:
        growth.take_call(call, expanded[call.matter])
    listed = [id for step in matter.steps for id in growth.brought.get(step.id, ())]
    expansion = Expansion(
        matter=matter,
        items=tuple(_item(step, after[step.id], expanded) for step in matter.steps),
        steps={id: growth.steps[id] for id in listed},
        materials=tuple(growth.materials),
        facts=facts,
        doubtful=matter.doubtful or any(expanded[call.matter].doubtful for call in calls),
        is_described=matter.is_described
        and all(expanded[call.matter].is_described for call in calls),
        calls=growth.calls,
        call_names={call.id: _name_of(call, expanded[call.matter].matter) for call in calls},
    )
    for what in sorted(matter.joined, key=lambda what: what == MATERIALS):  # papers last
        expansion = join(expansion, what, growth.scenarios)
    return expansion


def _name_of(call: Call, called: Matter) -> str:
    """What the caller calls it, where it has a name for it; else the called matter's name."""
    return call.name if call.name not in ("", call.id) else called.name


def _known_order(matter: Matter) -> dict[str, tuple[str, ...]]:
    """What each step or call follows, of those that there are, once each."""
    written = order_as_written(matter.steps)
    return {
        step: tuple(dict.fromkeys(id for id in before if id in written))
        for step, before in written.items()
    }


def _joined_facts(matter: Matter, called: Iterable[Expansion]) -> dict[str, CaseFact]:
    """Facts of the same id are one; the caller's shares count, then the first call's."""
    facts = dict(matter.facts) | facts_of_alternatives(matter)
    for expansion in called:
        for fact in expansion.facts.values():
            known = facts.setdefault(fact.id, fact)
            if known.is_of_alternatives and known.shares is None:
                facts[fact.id] = fact
            elif extra := [option for option in fact.options if option not in known.options]:
                # Rival options are a finding of the reader, and the matter is doubtful.
                facts[fact.id] = replace(known, options=(*known.options, *extra), shares=None)
    return facts


def _item(step: Step | Call, after: tuple[str, ...], expanded: Mapping[str, Expansion]) -> Item:
    if isinstance(step, Step):
        return Item(step.id, step.name, after, step.place, step.order_basis)
    inner = tuple(_prefixed(item, step.id) for item in expanded[step.matter].items)
    return Item(step.id, step.name, after, step.place, step.order_basis, inner)


def _prefixed(item: Item, prefix: str) -> Item:
    return Item(
        f"{prefix}/{item.id}",
        item.name,
        tuple(f"{prefix}/{id}" for id in item.after),
        item.place,
        item.order_basis,
        None if item.inner is None else tuple(_prefixed(inner, prefix) for inner in item.inner),
    )


@dataclass(slots=True)
class _Growth:
    """A chain's steps and materials while calls are taken into it."""

    matter: Matter
    scenarios: Scenarios
    steps: dict[str, ChainStep] = field(default_factory=dict)
    materials: list[ChainMaterial] = field(default_factory=list)
    brought: dict[str, list[str]] = field(default_factory=dict)
    """Step or call as written -> the chain's steps that stand for it."""
    calls: dict[str, str] = field(default_factory=dict)

    def take_own(self, steps: Iterable[Step]) -> None:
        for step in steps:
            self.steps[step.id] = own_step(step, self.matter, self.scenarios)
            self.brought[step.id] = [step.id]
        for material in self.matter.materials:
            if not material.is_optional:
                guard = self.scenarios.condition(material.when)
                self.materials.append(
                    ChainMaterial(len(self.materials), material, self.matter.id, guard)
                )

    def take_call(self, call: Call, called: Expansion) -> None:
        guard = self.scenarios.condition(call.when)
        self.brought[call.id] = []
        for step in called.steps.values():
            condition = self.scenarios.both(guard, step.guard)
            if condition != NEVER:
                id = f"{call.id}/{step.id}"
                self.steps[id] = replace(step, id=id, guard=condition)
                self.brought[call.id].append(id)
        for material in called.materials:
            condition = self.scenarios.both(guard, material.guard)
            if condition != NEVER:
                self._take_material(material, call.id, condition)
        self.calls[call.id] = call.matter
        self.calls |= {f"{call.id}/{id}": matter for id, matter in called.calls.items()}

    def _take_material(self, material: ChainMaterial, call: str, guard: Condition) -> None:
        self.materials.append(
            replace(
                material,
                number=len(self.materials),
                guard=guard,
                origin=f"{call}/{material.origin}",
                reach=f"{call}/{material.reach}",
            )
        )


def own_step(step: Step, matter: Matter, scenarios: Scenarios) -> ChainStep:
    """A step as it stands in the chain of the matter it is written in."""
    is_applicants = step.kind == "apply"
    return ChainStep(
        id=step.id,
        written=step,
        matter=matter,
        department=None if is_applicants else step.department or matter.department,
        guard=scenarios.condition(step.when),
        checks=tuple(dict.fromkeys(step.checks)),
        time=step.time,
        visit=step.visit,
        alters=frozenset((*step.produces, *step.changes)),  # an empty one is shared
    )
