"""What data a step needs: its `needs`, and what its checks use (semantics.md 1.5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from govchain.compiler.alternatives import fact_of
from govchain.compiler.conditions import ALWAYS, Condition
from govchain.compiler.expansion import ChainStep
from govchain.compiler.scenarios import Scenarios
from govchain.compiler.sharing import Demand
from govchain.findings import Place
from govchain.mends import NeedKey
from govchain.model.nouns import UPDATES, Criterion, DataNeed


@dataclass(frozen=True, slots=True, eq=False)
class Need:
    """Data that a step needs under a condition of its own.

    An entry with alternatives is one need for each: `data` is the one, `alternatives` are all, and
    the guard says that the applicant is one who has it. Two needs are the same only if they are
    one object: a step may need the same thing twice.

    `criteria` are the checks of the step that use the data: the need comes from them, whether or
    not an entry of `needs` says it more exactly.
    """

    step: str
    data: str
    alternatives: tuple[str, ...]
    demand: Demand
    guard: Condition
    place: Place
    criteria: tuple[str, ...] = ()

    @property
    def subject(self) -> str:
        return self.data

    @property
    def is_single(self) -> bool:
        """No other data would do instead."""
        return len(self.alternatives) == 1

    @property
    def key(self) -> NeedKey:
        """What mends know it by: step, data and all alternatives, and which entry that is."""
        entry = () if self.is_single else (self.place.line, self.place.column)
        return self.step, self.data, self.alternatives, entry


def needs_of(
    step: ChainStep, criteria: Mapping[str, Criterion], scenarios: Scenarios
) -> tuple[Need, ...]:
    """The needs of a step that can arise, those it states first, then those of its checks."""
    stated = list(_stated_needs(step, criteria, scenarios))
    named = {entry.alternatives[0] for entry in step.written.needs if not entry.is_any}
    found = [*stated, *_needs_of_checks(step, criteria, named)]
    return tuple(need for need in found if scenarios.is_possible(step.guard, need.guard))


def most_needed(steps: Iterable[ChainStep], criteria: Mapping[str, Criterion]) -> int:
    """How many needs the steps have at most, each counted with all its alternatives."""
    return sum(
        sum(len(entry.alternatives) ** 2 for entry in step.written.needs)
        + sum(len(criteria[check].uses) for check in step.checks if check in criteria)
        for step in steps
    )


def _stated_needs(
    step: ChainStep, criteria: Mapping[str, Criterion], scenarios: Scenarios
) -> Iterator[Need]:
    """Several entries for the same single data are one need; alternatives stand alone."""
    single: dict[str, list[DataNeed]] = {}
    for entry in step.written.needs:
        if not entry.is_any:
            single.setdefault(entry.alternatives[0], []).append(entry)
    for entry in step.written.needs:
        if entry.is_any:
            yield from _one_for_each(step, entry, scenarios)
        elif entries := single.pop(entry.alternatives[0], None):
            using = _using(entry.alternatives[0], step.checks, criteria)
            if not using and _using(entry.alternatives[0], step.written.checks, criteria):
                continue  # a mend took the checks that it came from
            guard = scenarios.either(scenarios.condition(e.when) for e in entries)
            yield Need(
                step.id,
                entry.alternatives[0],
                entry.alternatives,
                _joined_demand(entries),
                guard,
                entry.place,
                using,
            )


def _one_for_each(step: ChainStep, entry: DataNeed, scenarios: Scenarios) -> Iterator[Need]:
    """A need for each alternative, of those applicants who have it."""
    demand = Demand(frozenset(entry.fields), entry.max_age)
    guard = scenarios.condition(entry.when)
    fact = fact_of(entry.alternatives)
    for data in entry.alternatives:
        theirs = scenarios.both(guard, scenarios.chosen(fact, data))
        yield Need(step.id, data, entry.alternatives, demand, theirs, entry.place)


def _joined_demand(entries: list[DataNeed]) -> Demand:
    """Fields joined (none, if one entry names none), the strictest max-age."""
    fields = [frozenset(entry.fields) for entry in entries]
    ages = [entry.max_age for entry in entries if entry.max_age is not None]
    return Demand(
        frozenset().union(*fields) if all(fields) else frozenset(),
        min(ages, key=UPDATES.index, default=None),
    )


def _using(
    data: str, checks: tuple[str, ...], criteria: Mapping[str, Criterion]
) -> tuple[str, ...]:
    """Those of the checks whose criterion uses the data."""
    return tuple(c for c in checks if c in criteria and data in criteria[c].uses)


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
            data,
            (data,),
            Demand(),
            ALWAYS,
            step.place_of_check(using[0]),
            criteria=tuple(dict.fromkeys(using)),
        )
