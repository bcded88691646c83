"""What data a step needs: its `needs`, and what its checks use (semantics.md 1.5)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from govchain.compiler.conditions import ALWAYS, Condition, Scenarios
from govchain.compiler.expansion import ChainStep
from govchain.compiler.sharing import Demand
from govchain.findings import Place
from govchain.model.nouns import UPDATES, Criterion, DataNeed


@dataclass(frozen=True, slots=True, eq=False)
class Need:
    """Data that a step needs under a condition of its own, or alternatives of which one will do.

    Two needs are the same only if they are one object: a step may need the same thing twice.

    `is_stated`: an entry of `needs` names it; otherwise it comes only from what checks use, and
    `criteria` says which.
    """

    step: str
    alternatives: tuple[str, ...]
    demand: Demand
    guard: Condition
    place: Place
    is_single: bool = True
    is_stated: bool = True
    criteria: tuple[str, ...] = ()

    @property
    def subject(self) -> str:
        return "|".join(self.alternatives)


def needs_of(
    step: ChainStep, criteria: Mapping[str, Criterion], scenarios: Scenarios
) -> tuple[Need, ...]:
    """The needs of a step that can arise, those it states first, then those of its checks."""
    stated = list(_stated_needs(step, scenarios))
    named = {need.alternatives[0] for need in stated if need.is_single}
    found = [*stated, *_needs_of_checks(step, criteria, named)]
    return tuple(need for need in found if scenarios.is_possible(step.guard, need.guard))


def _stated_needs(step: ChainStep, scenarios: Scenarios) -> Iterator[Need]:
    """Several entries for the same single data are one need; alternatives stand alone."""
    single: dict[str, list[DataNeed]] = {}
    for entry in step.written.needs:
        if not entry.is_any:
            single.setdefault(entry.alternatives[0], []).append(entry)
    for entry in step.written.needs:
        if entry.is_any:
            demand = Demand(frozenset(entry.fields), entry.max_age)
            guard = scenarios.condition(entry.when)
            yield Need(step.id, entry.alternatives, demand, guard, entry.place, is_single=False)
        elif entries := single.pop(entry.alternatives[0], None):
            guard = scenarios.either(scenarios.condition(e.when) for e in entries)
            yield Need(step.id, entry.alternatives, _joined_demand(entries), guard, entry.place)


def _joined_demand(entries: list[DataNeed]) -> Demand:
    """Fields joined (none, if one entry names none), the strictest max-age."""
    fields = [frozenset(entry.fields) for entry in entries]
    ages = [entry.max_age for entry in entries if entry.max_age is not None]
    return Demand(
        frozenset().union(*fields) if all(fields) else frozenset(),
        min(ages, key=UPDATES.index, default=None),
    )


def _needs_of_checks(
    step: ChainStep, criteria: Mapping[str, Criterion], named: set[str]
) -> Iterator[Need]:
    users: dict[str, list[str]] = {}
    for criterion in step.checks:
        for data in criteria[criterion].uses if criterion in criteria else ():
            if data not in named:
                users.setdefault(data, []).append(criterion)
    for data, using in users.items():
        yield Need(
            step.id,
            (data,),
            Demand(),
            ALWAYS,
            step.place_of_check(using[0]),
            is_stated=False,
            criteria=tuple(using),
        )
