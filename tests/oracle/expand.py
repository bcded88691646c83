"""Call steps (semantics 1.11): a matter with the steps of what it calls in their place."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from .catalogue import Catalogue, Material, Matter, Step
from .guards import Guard, Scenarios, both, either
from .order import ancestors, chain_order, in_parallel, in_place_of, with_order_of, without

ONE_APPLICATION_ONE_WINDOW = ("apply", "accept")

Shares = dict[str, dict[str, Fraction | None]]


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
    facts: Shares
    left_out: frozenset[str]
    sites: tuple[Site, ...]


@dataclass(frozen=True, slots=True)
class Parallel:
    """A mend of the written order: these two run side by side, what was left out stays out."""

    earlier: str
    later: str
    left_out: frozenset[str]


def expand(catalogue: Catalogue, matter: Matter, mend: Parallel | None = None) -> Expansion:
    """The matter with every call replaced, in the order of what remains."""
    made = with_calls_taken(catalogue, matter, "", mend)
    present = frozenset(step.id for step in made.steps)
    order = order_of_what_remains(catalogue, matter, present, "", mend)
    return replace(made, steps=with_order_of(made.steps, order))


def with_calls_taken(
    catalogue: Catalogue, matter: Matter, path: str, mend: Parallel | None
) -> Expansion:
    """What the matter and its calls bring; "calls are taken in chain order"."""
    written = as_written(matter, path, mend)
    materials = tuple(replace(held, key=path + held.key) for held in matter.materials)
    site = Site(matter.id, path, written)
    draft = Expansion(written, materials, matter.facts, frozenset(), (site,))
    for step in chain_order(written):
        if step.calls:
            call = next(standing for standing in draft.steps if standing.id == step.id)
            called = catalogue.matters[step.calls]
            inner = with_calls_taken(catalogue, called, step.id + "/", mend)
            draft = take(catalogue.scenarios, draft, call, inner, mend)
    return draft


def order_of_what_remains(
    catalogue: Catalogue,
    matter: Matter,
    present: frozenset[str],
    path: str,
    mend: Parallel | None,
) -> list[Step]:
    """Order passes through what was left out or not brought, call by call.

    "m's first and last steps are those of what remains", of every m on the way.
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
    return tuple(
        replace(step, id=path + step.id, after=frozenset(path + before for before in step.after))
        for step in steps
    )


def take(
    scenarios: Scenarios, draft: Expansion, call: Step, inner: Expansion, mend: Parallel | None
) -> Expansion:
    """One call replaced by the expanded matter."""
    left_out = mend.left_out if mend else opened_before(scenarios, draft.steps, call, inner.steps)
    brought = [replace(step, guard=both(call.guard, step.guard)) for step in inner.steps]
    for step in list(brought):
        if step.id in left_out or not scenarios.satisfiable(step.guard):
            brought = without(brought, step.id)
    return Expansion(
        steps=tuple(in_place_of(draft.steps, call, brought)),
        materials=joined(scenarios, draft.materials, guarded(inner.materials, call.guard)),
        facts={**inner.facts, **draft.facts},
        left_out=draft.left_out | inner.left_out | left_out,
        sites=draft.sites + inner.sites,
    )


def opened_before(
    scenarios: Scenarios, steps: Sequence[Step], call: Step, inner: Sequence[Step]
) -> frozenset[str]:
    """The `apply` (`accept`) steps left out, one being always before the call.

    They stay if they name needs, checks, produces or changes.
    """
    before = ancestors(steps)[call.id]
    opened = {
        step.kind
        for step in steps
        if step.id in before and scenarios.implies(call.guard, step.guard)
    }
    return frozenset(
        step.id
        for step in inner
        if step.kind in ONE_APPLICATION_ONE_WINDOW
        and step.kind in opened
        and not (step.entries or step.checks or step.alters)
    )


def guarded(materials: Sequence[Material], guard: Guard) -> list[Material]:
    """The call's `when` is and-ed to every material."""
    return [replace(material, guard=both(guard, material.guard)) for material in materials]


def joined(
    scenarios: Scenarios, there: tuple[Material, ...], brought: Sequence[Material]
) -> tuple[Material, ...]:
    """A brought material for the same single data as one that was there is one with it.

    Guards or-ed, the other fields of the first; what can never hold is not brought.
    """
    standing = list(there)
    for material in brought:
        if not scenarios.satisfiable(material.guard):
            continue
        same = next((n for n, held in enumerate(there) if is_same_data(held, material)), None)
        if same is None:
            standing.append(material)
        else:
            guard = either(standing[same].guard, material.guard)
            standing[same] = replace(standing[same], guard=guard)
    return tuple(standing)


def is_same_data(first: Material, second: Material) -> bool:
    """Both are for one single data, and it is the same."""
    return first.is_single and second.is_single and first.alternatives == second.alternatives
