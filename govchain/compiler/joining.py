"""What a joint service no longer asks for one by one: applications, acceptance, papers (联办).

semantics.md 1.11, "Joined". The same edit is the definition of `joined` and the mend of the
findings that propose it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from govchain.compiler.conditions import Condition
from govchain.compiler.expansion import ChainMaterial, ChainStep, Expansion, steps_of
from govchain.compiler.order import Order
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

    Alike are the alternatives and the handling; one called matter's own papers stay apart, and
    those between which a step makes or changes what they say.
    """
    renewals = _Renewals(expansion)
    sets: list[list[ChainMaterial]] = []
    alike: dict[object, list[list[ChainMaterial]]] = {}
    for material in expansion.materials:
        reading_the_same = alike.setdefault(_as_it_reads(material), [])
        known = _set_for(material, reading_the_same, renewals)
        if known is not None:
            known.append(material)
        else:
            sets.append([material])
            reading_the_same.append(sets[-1])
    return sets


def _as_it_reads(material: ChainMaterial) -> object:
    return frozenset(material.alternatives), material.written.handling


def _set_for(
    material: ChainMaterial, reading_the_same: list[list[ChainMaterial]], renewals: _Renewals
) -> list[ChainMaterial] | None:
    """The first set, of another call or of none, that the paper joins where a call brought it."""
    if not material.alternatives or not material.origin:
        return None
    sets = (alike for alike in reading_the_same if alike[0].origin != material.origin)
    return next((alike for alike in sets if not renewals.parts_any(alike, material)), None)


class _Surrounding(NamedTuple):
    """The steps that renew some data: those that a call brought or that come after one of these,
    and those that come before all that it brought."""

    behind: frozenset[str] = frozenset()
    ahead: frozenset[str] = frozenset()


class _Renewals:
    """Where what a paper says is made or changed on the way, so that it is another paper then."""

    def __init__(self, expansion: Expansion) -> None:
        self._steps = expansion.steps
        self._expansion = expansion
        self._known: dict[tuple[str, frozenset[str]], _Surrounding] = {}

    def parts_any(self, alike: list[ChainMaterial], other: ChainMaterial) -> bool:
        """A step comes between one of these and the other that renews what they say."""
        data = frozenset(other.alternatives)
        there = self._around(other.origin, data)
        here = (self._around(origin, data) for origin in {paper.origin for paper in alike})
        return any(
            not (each.behind.isdisjoint(there.ahead) and there.behind.isdisjoint(each.ahead))
            for each in here
        )

    def _around(self, origin: str, data: frozenset[str]) -> _Surrounding:
        key = origin, data
        if key not in self._known:
            self._known[key] = self._find(origin, data)
        return self._known[key]

    def _find(self, origin: str, data: frozenset[str]) -> _Surrounding:
        renewing = [
            step.id
            for step in self._steps.values()
            if step.kind != KINDS_JOINED[APPLICATIONS] and not data.isdisjoint(step.alters)
        ]
        if not renewing:
            return _Surrounding()
        brought = self._brought.get(origin, set())
        is_before = self._order.is_before
        return _Surrounding(
            frozenset(
                id for id in renewing if id in brought or any(is_before(b, id) for b in brought)
            ),
            frozenset(id for id in renewing if brought and all(is_before(id, b) for b in brought)),
        )

    @cached_property
    def _brought(self) -> Mapping[str, set[str]]:
        """Way of calls -> the steps behind it, at any depth; none: those of the matter itself."""
        found: dict[str, set[str]] = {}
        for step in self._steps.values():
            calls = step.id.split("/")[:-1]
            ways = ["".join(f"{call}/" for call in calls[:n]) for n in range(1, len(calls) + 1)]
            for origin in ways or [""]:
                found.setdefault(origin, set()).add(step.id)
        return found

    @cached_property
    def _order(self) -> Order:
        return order_of(self._expansion, Schedule(self._expansion.items))


def _with_joined_papers(expansion: Expansion, scenarios: Scenarios) -> Expansion:
    papers = (
        alike[0] if len(alike) == 1 and not alike[0].reach else _as_one(alike, scenarios)
        for alike in paper_sets(expansion)
    )
    return replace(expansion, materials=tuple(papers))


def _as_one(alike: list[ChainMaterial], scenarios: Scenarios) -> ChainMaterial:
    """The first of them, asked for whenever one of them is, on the basis of all that no law waives:
    what a law asks for is still asked for."""
    written = alike[0].written
    asking = [paper.written for paper in alike if not paper.written.waived_by]
    if asking:
        basis = tuple(dict.fromkeys(law for each in asking for law in each.basis))
        ended = tuple(dict.fromkeys(law for each in asking for law in each.ended))
        if (basis, ended, None) != (written.basis, written.ended, written.waived_by):
            written = replace(written, basis=basis, ended=ended, waived_by=None)
    guard = scenarios.either(paper.guard for paper in alike)
    return replace(alike[0], written=written, guard=guard, reach="")


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
