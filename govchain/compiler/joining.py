"""What a joint service no longer asks for one by one: applications, acceptance, papers (联办).

semantics.md 1.11, "Joined". The same edit is the definition of `joined` and the mend of the
findings that propose it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from govchain.compiler.conditions import Condition
from govchain.compiler.expansion import ChainMaterial, ChainStep, Expansion, steps_of
from govchain.compiler.scenarios import Scenarios
from govchain.compiler.times import Schedule
from govchain.compiler.wiring import order_of

APPLICATIONS, ACCEPTANCE, MATERIALS = "applications", "acceptance", "materials"

KINDS_JOINED = {APPLICATIONS: "apply", ACCEPTANCE: "accept"}
"""The kind of the steps that are joined."""


def join(expansion: Expansion, what: str, scenarios: Scenarios) -> Expansion:
    """The matter with its applications, its acceptance or its papers joined."""
    if what == MATERIALS:
        return _with_joined_papers(expansion, scenarios)
    return _with_joined_steps(expansion, KINDS_JOINED[what], scenarios)


def paper_sets(expansion: Expansion) -> list[list[ChainMaterial]]:
    """The papers that would be one were papers joined, the first of each set first.

    Alike are the alternatives and the handling; one called matter's own papers stay apart.
    """
    sets: list[list[ChainMaterial]] = []
    alike: dict[object, list[list[ChainMaterial]]] = {}
    for material in expansion.materials:
        reading_the_same = alike.setdefault(_as_it_reads(material), [])
        known = _set_for(material, reading_the_same)
        if known is not None:
            known.append(material)
        else:
            sets.append([material])
            reading_the_same.append(sets[-1])
    return sets


def _as_it_reads(material: ChainMaterial) -> object:
    return frozenset(material.alternatives), material.written.handling


def _set_for(
    material: ChainMaterial, reading_the_same: list[list[ChainMaterial]]
) -> list[ChainMaterial] | None:
    """The first set, of another call or of none, that the paper joins where a call brought it."""
    if not material.alternatives or not material.origin:
        return None
    return next((alike for alike in reading_the_same if alike[0].origin != material.origin), None)


def _with_joined_papers(expansion: Expansion, scenarios: Scenarios) -> Expansion:
    papers = (
        alike[0]
        if len(alike) == 1 and not alike[0].reach
        else replace(alike[0], guard=scenarios.either(paper.guard for paper in alike), reach="")
        for alike in paper_sets(expansion)
    )
    return replace(expansion, materials=tuple(papers))


def _with_joined_steps(expansion: Expansion, kind: str, scenarios: Scenarios) -> Expansion:
    steps, left_out = dict(expansion.steps), dict(expansion.left_out)
    for step, first, visit in _joining(expansion, kind, scenarios):
        joined = replace(step, visit=visit, is_joined=True)
        if _is_nothing_more(joined):
            left_out[step.id] = steps.pop(step.id)
            steps[first] = _making_too(joined, steps[first])
        else:
            steps[step.id] = joined
    return replace(expansion, steps=steps, left_out=left_out)


def _chain_order_of_all(expansion: Expansion) -> tuple[str, ...]:
    """The chain order of what calls brought, what joining left out included: whether applications
    or acceptance are joined first makes no difference."""
    if expansion.left_out:
        brought = {**expansion.steps, **expansion.left_out}
        listed = (id for item in expansion.items for id in steps_of(item) if id in brought)
        expansion = replace(expansion, steps={id: brought[id] for id in listed})
    return order_of(expansion, Schedule(expansion.items)).steps


def _joining(
    expansion: Expansion, kind: str, scenarios: Scenarios
) -> Iterator[tuple[ChainStep, str, int]]:
    """Each step of the kind that becomes one with an earlier one, that one, and its visits beyond
    those of the earlier one and of all that joined that before and take place whenever it does."""
    standing: list[ChainStep] = []
    made: dict[str, list[tuple[Condition, int]]] = {}
    for id in _chain_order_of_all(expansion):
        step = expansion.steps.get(id)
        if step is None or not step.is_separate(kind):
            continue
        first = next((known for known in standing if _takes_in(known, step, scenarios)), None)
        if first is None:
            standing.append(step)
            made[id] = [(step.guard, step.visit)]
        else:
            known = made[first.id]
            known_for = (n for guard, n in known if scenarios.implies(step.guard, guard))
            visit = max(0, step.visit - sum(known_for))
            known.append((step.guard, visit))
            yield step, first.id, visit


def _takes_in(first: ChainStep, step: ChainStep, scenarios: Scenarios) -> bool:
    """The step was brought by another call than the first, which takes place whenever it does."""
    return (
        bool(step.reach)
        and step.reach != first.reach
        and not (step.visit and step.written.visit_basis)
        and scenarios.implies(step.guard, first.guard)
    )


def _is_nothing_more(step: ChainStep) -> bool:
    """Nothing is left of it: no visit, needs, checks, produces or changes.

    What an application makes is a form: the application that it joins makes that too.
    """
    alters = step.written.changes if step.kind == KINDS_JOINED[APPLICATIONS] else step.alters
    return not (step.visit or step.written.needs or step.checks or alters)


def _making_too(joined: ChainStep, first: ChainStep) -> ChainStep:
    """The first application with what the one that joined it made."""
    made = tuple(dict.fromkeys((*first.written.produces, *joined.written.produces)))
    if made == first.written.produces:
        return first
    written = replace(first.written, produces=made)
    return replace(first, written=written, alters=first.alters | joined.alters)
