"""Call steps (semantics 1.11): a matter with the steps of what it calls in their place."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from .catalogue import Catalogue, Material, Matter, NeedEntry, Step, fact_of
from .guards import Guard, both
from .joining import joined_materials, joined_steps, left_out_by_joining
from .order import chain_order, in_parallel, in_place_of, with_order_of, without

Facts = dict[str, dict[str, Fraction | None]]
"""The options of every fact, each with its share, None where none is known."""


@dataclass(frozen=True, slots=True)
class Site:
    """A matter as it stands in a chain: its own steps in the written order, ids prefixed."""

    matter: str
    path: str
    written: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Expansion:
    """A matter after its calls."""

    steps: tuple[Step, ...]
    materials: tuple[Material, ...]
    facts: Facts
    sites: tuple[Site, ...]


@dataclass(frozen=True, slots=True)
class Parallel:
    """A mend of the written order: these two run side by side."""

    earlier: str
    later: str


def expand(catalogue: Catalogue, matter: Matter, path: str = "") -> Expansion:
    """The matter with every call replaced ("calls are taken in chain order"), then joined."""
    written = as_written(matter, path, None)
    own = tuple(
        replace(held, key=path + held.key, path=path, reach=path) for held in matter.materials
    )
    draft = Expansion(written, own, facts_written(matter), (Site(matter.id, path, written),))
    for step in chain_order(written):
        if step.calls:
            call = next(standing for standing in draft.steps if standing.id == step.id)
            inner = expand(catalogue, catalogue.matters[step.calls], step.id + "/")
            draft = take(catalogue, draft, call, inner)
    return with_joined(catalogue, matter, path, ordered(catalogue, matter, path, draft))


def with_joined(catalogue: Catalogue, matter: Matter, path: str, draft: Expansion) -> Expansion:
    """What the matter's `joined` says that its calls no longer ask for one by one."""
    steps = joined_steps(catalogue.scenarios, chain_order(draft.steps), path, matter.joined)
    gone = left_out_by_joining(draft.steps, steps)
    standing = tuple(steps[step.id] for step in draft.steps if step.id not in gone)
    left = ordered(catalogue, matter, path, replace(draft, steps=standing))
    if "materials" in matter.joined:
        return replace(left, materials=joined_materials(left.materials, path, left.steps))
    return left


def ordered(catalogue: Catalogue, matter: Matter, path: str, draft: Expansion) -> Expansion:
    """The same, in the order of what remains."""
    present = frozenset(step.id for step in draft.steps)
    order = order_of_what_remains(catalogue, matter, present, path)
    return replace(draft, steps=with_order_of(draft.steps, order))


def order_of_what_remains(
    catalogue: Catalogue,
    matter: Matter,
    present: frozenset[str],
    path: str = "",
    mend: Parallel | None = None,
) -> list[Step]:
    """Order passes through what was left out or not brought, call by call.

    "m's first and last steps, those of every matter on the way, are those of what remains in the
    chain at hand".
    """
    written = as_written(matter, path, mend)
    steps = list(written)
    for step in chain_order(written):
        if step.calls:
            call = next(standing for standing in steps if standing.id == step.id)
            called = catalogue.matters[step.calls]
            inner = order_of_what_remains(catalogue, called, present, step.id + "/", mend)
            steps = in_place_of(steps, call, inner)
        elif step.id not in present:
            steps = without(steps, step.id)
    return steps


def as_written(matter: Matter, path: str, mend: Parallel | None) -> tuple[Step, ...]:
    """The steps of the matter, ids prefixed, their order mended."""
    steps = prefixed(matter.steps, path)
    return tuple(in_parallel(steps, mend.earlier, mend.later)) if mend else steps


def prefixed(steps: Sequence[Step], path: str) -> tuple[Step, ...]:
    """The steps with the path of their call before every id."""
    if not path:
        return tuple(steps)
    return tuple(
        replace(step, id=path + step.id, after=frozenset(path + before for before in step.after))
        for step in steps
    )


def take(catalogue: Catalogue, draft: Expansion, call: Step, inner: Expansion) -> Expansion:
    """One call replaced by the expanded matter.

    The call's `when` is and-ed to every step and material; what can then never hold is not
    brought. Facts of the same id are one, and the caller's shares count.
    """
    can_hold = catalogue.scenarios.satisfiable
    brought = [replace(step, guard=both(call.guard, step.guard)) for step in inner.steps]
    for step in list(brought):
        if not can_hold(step.guard):
            brought = without(brought, step.id)
    materials = guarded(inner.materials, call.guard)
    return Expansion(
        steps=tuple(in_place_of(draft.steps, call, brought)),
        materials=draft.materials + tuple(held for held in materials if can_hold(held.guard)),
        facts=first_known(draft.facts, inner.facts),
        sites=draft.sites + inner.sites,
    )


def guarded(materials: Sequence[Material], guard: Guard) -> list[Material]:
    """The call's `when` is and-ed to every material."""
    return [replace(material, guard=both(guard, material.guard)) for material in materials]


def facts_written(matter: Matter) -> Facts:
    """The facts of a matter, and those of its alternatives with the first shares written.

    In its materials, then in its steps in list order.
    """
    facts: Facts = dict(matter.facts)
    for held in matter.with_alternatives():
        facts = first_known(facts, {fact_of(held.alternatives): shares_of(held)})
    return facts


def shares_of(held: Material | NeedEntry) -> dict[str, Fraction | None]:
    """The share of each alternative, None where none is written."""
    return {data: held.shares[data] if held.shares else None for data in held.alternatives}


def first_known(first: Facts, second: Facts) -> Facts:
    """The caller's shares count; of alternatives the first that are written."""
    facts = second | first
    for fact in first.keys() & second.keys():
        if is_of_alternatives(fact) and None in first[fact].values():
            facts[fact] = second[fact]
    return facts


def is_of_alternatives(fact: str) -> bool:
    """Is it which alternative an applicant has? No id has a | in it."""
    return "|" in fact
