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
from govchain.compiler.order import Order, Places
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
    sets: list[_Set] = []
    alike: dict[object, list[_Set]] = {}
    for material in expansion.materials:
        reading_the_same = alike.setdefault(_as_it_reads(material), [])
        around = renewals.around(material.origin)
        known = None
        if material.alternatives and material.origin:  # a call brought it
            renewing = renewals.of(frozenset(material.alternatives))
            known = next(
                (
                    one
                    for one in reading_the_same
                    if one.papers[0].origin != material.origin
                    and not one.is_parted_from(around, renewing)
                ),
                None,
            )
        if known is not None:
            known.add(material, around)
        else:
            sets.append(_Set(material, around))
            reading_the_same.append(sets[-1])
    return [one.papers for one in sets]


def _as_it_reads(material: ChainMaterial) -> object:
    return frozenset(material.alternatives), material.written.handling


class _Surrounding(NamedTuple):
    """The steps that a call brought or that come after one of these, and those that come before all
    that it brought: of those that renew anything."""

    behind: Places
    ahead: Places

    def with_(self, other: _Surrounding) -> _Surrounding:
        """Where any of both has it."""
        return _Surrounding(self.behind | other.behind, self.ahead | other.ahead)


class _Set:
    """Papers that would be one, the first of them first, and what surrounds any of them."""

    def __init__(self, first: ChainMaterial, around: _Surrounding) -> None:
        self.papers = [first]
        self.around = around

    def add(self, paper: ChainMaterial, around: _Surrounding) -> None:
        self.papers.append(paper)
        self.around = self.around.with_(around)

    def is_parted_from(self, there: _Surrounding, renewing: Places) -> bool:
        """A step comes between one of these and what is there that renews what they say."""
        here = self.around
        return bool((here.behind & there.ahead | there.behind & here.ahead) & renewing)


_ANYWHERE = _Surrounding(0, 0)


class _Renewals:
    """Where what a paper says is made or changed on the way, so that it is another paper then."""

    def __init__(self, expansion: Expansion) -> None:
        self._expansion = expansion
        self._altering = [
            step
            for step in expansion.steps.values()
            if step.alters and step.kind != KINDS_JOINED[APPLICATIONS]
        ]
        self._around: dict[str, _Surrounding] = {}
        self._renewing: dict[frozenset[str], Places] = {}

    def around(self, origin: str) -> _Surrounding:
        """What surrounds the steps that this way of calls brought."""
        if not self._altering:
            return _ANYWHERE
        if origin not in self._around:
            brought = self._brought.get(origin, [])
            altering = (step.id for step in self._altering)
            self._around[origin] = _Surrounding(
                self._order.behind(brought, altering), self._order.ahead(brought)
            )
        return self._around[origin]

    def of(self, data: frozenset[str]) -> Places:
        """The steps that make or change some of the data; the applicant's own application makes no
        other paper of it."""
        if not self._altering:
            return 0
        if data not in self._renewing:
            found = (step.id for step in self._altering if not data.isdisjoint(step.alters))
            self._renewing[data] = self._order.places(found)
        return self._renewing[data]

    @cached_property
    def _brought(self) -> Mapping[str, list[str]]:
        """Way of calls -> the steps behind it, at any depth; none: those of the matter itself."""
        found: dict[str, list[str]] = {}
        for step in self._expansion.steps.values():
            calls = step.id.split("/")[:-1]
            ways = ["".join(f"{call}/" for call in calls[:n]) for n in range(1, len(calls) + 1)]
            for origin in ways or [""]:
                found.setdefault(origin, []).append(step.id)
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
