"""What the calls of a matter no longer ask for one by one (semantics 1.11, Joined)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from .catalogue import Material, Step
from .guards import Scenarios, either
from .order import ancestors

KINDS = {"apply": "applications", "accept": "acceptance"}
"""Kinds of steps, and the word of `joined` by which they join."""


def joined_steps(
    scenarios: Scenarios, ordered: Sequence[Step], path: str, joined: frozenset[str]
) -> Mapping[str, Step]:
    """The steps by id, each that joins another with only the visits that it has beyond that.

    And beyond what is left of the visits of those that joined it before, where they take place
    whenever this one does.
    """
    by_id = {step.id: step for step in ordered}
    joining: dict[str, list[str]] = {step.id: [] for step in ordered}
    for position, step in enumerate(ordered):
        has_own_visit = bool(step.visit and step.visit_basis)
        if KINDS.get(step.kind) in joined and step.reach != path and not has_own_visit:
            before = [by_id[other.id] for other in ordered[:position]]
            first = next((b for b in before if can_join(scenarios, step, b)), None)
            if first is not None and not step.has_joined:
                earlier = [first, *(by_id[id] for id in joining[first.id])]
                there = [b for b in earlier if scenarios.implies(step.guard, b.guard)]
                visit = max(0, step.visit - sum(b.visit for b in there))
                joining[first.id].append(step.id)
                by_id[step.id] = replace(step, has_joined=True, visit=visit)
                if is_left_out(by_id[step.id]):
                    made = by_id[first.id].produces | step.produces
                    by_id[first.id] = replace(by_id[first.id], produces=made)
    return by_id


def can_join(scenarios: Scenarios, step: Step, before: Step) -> bool:
    """Of the same kind, not itself joined, to which other calls lead, and guard(x) ⇒ guard(b)."""
    return (
        before.kind == step.kind
        and before.reach != step.reach
        and not before.has_joined
        and scenarios.implies(step.guard, before.guard)
    )


def left_out_by_joining(steps: Sequence[Step], joined: Mapping[str, Step]) -> set[str]:
    """What joins now, and of which nothing is left."""
    return {
        step.id
        for step in steps
        if joined[step.id].has_joined and not step.has_joined and is_left_out(joined[step.id])
    }


def is_left_out(step: Step) -> bool:
    """No visit, needs, checks, produces or changes are left; what an application produces, the one
    that it joins produces then."""
    alters = step.changes if step.kind == "apply" else step.alters
    return not (step.visit or step.entries or step.checks or alters)


def joined_materials(
    materials: Sequence[Material], path: str, steps: Sequence[Step]
) -> tuple[Material, ...]:
    """Each group as one: guards or-ed, the basis of all that no law waives, all else of the first;
    every one reaches the whole chain."""
    return tuple(
        replace(
            group[0],
            guard=either(*(held.guard for held in group)),
            basis=tuple(dict.fromkeys(law for held in asking_in(group) for law in held.basis)),
            is_waived=all(held.is_waived for held in group),
            reach=path,
        )
        for group in groups_of_one(materials, path, steps)
    )


def asking_in(group: Sequence[Material]) -> Sequence[Material]:
    """Those that no law waives; where there are none the first."""
    return [held for held in group if not held.is_waived] or group[:1]


def groups_of_one(
    materials: Sequence[Material], path: str, steps: Sequence[Step]
) -> list[list[Material]]:
    """The materials, with each what would be one with it were materials joined.

    `steps` are those of the chain, in whose order something may come between.
    """
    groups: list[list[Material]] = []
    before = ancestors(steps)
    for material in materials:
        same = next(with_the_same(groups, material, path, steps, before), None)
        if same is None:
            groups.append([material])
        else:
            same.append(material)
    return groups


def with_the_same(
    groups: list[list[Material]],
    material: Material,
    path: str,
    steps: Sequence[Step],
    before: Mapping[str, frozenset[str]],
) -> Iterator[list[Material]]:
    """A material that a call brought is one with the first to which other calls lead (or none).

    Of the same alternatives (at least one) and the same handling, and where nothing renews it
    between any of those that are one already and it.
    """
    for group in groups:
        if (
            material.path != path
            and material.alternatives
            and set(material.alternatives) == set(group[0].alternatives)
            and material.handling == group[0].handling
            and material.path != group[0].path
            and not any(
                is_renewed(material.alternatives, ways, path, steps, before)
                for held in group
                for ways in ((held.path, material.path), (material.path, held.path))
            )
        ):
            yield group


def is_renewed(
    data: Sequence[str],
    ways: tuple[str, str],
    path: str,
    steps: Sequence[Step],
    before: Mapping[str, frozenset[str]],
) -> bool:
    """Does a step that is no application, and produces or changes one of the data, stand among the
    steps that the one way of calls brought, or after one of them, and before all that the other
    brought, one at least? (The matter's own: written in it.)"""
    one, other = ([step for step in steps if is_brought(step, way, path)] for way in ways)
    return bool(other) and any(
        step.kind != "apply"
        and not step.alters.isdisjoint(data)
        and (step in one or any(earlier.id in before[step.id] for earlier in one))
        and all(step.id in before[later.id] for later in other)
        for step in steps
    )


def is_brought(step: Step, way: str, path: str) -> bool:
    return step.reach == path if way == path else step.id.startswith(way)
