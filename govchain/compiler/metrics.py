"""The figures of a chain: how many papers, visits, windows, days (semantics.md 1.12)."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from fractions import Fraction
from functools import cached_property
from typing import TypeAlias

from govchain.compiler.cases import Cases, Figure, Lanes, Row
from govchain.compiler.conditions import Condition
from govchain.compiler.expansion import ChainMaterial, ChainStep
from govchain.compiler.handovers import Handovers, is_handover, most_handovers
from govchain.compiler.order import Order
from govchain.compiler.scenarios import Scenarios
from govchain.compiler.times import Schedule, Times
from govchain.model.duration import TICKS_PER_DAY

Gains: TypeAlias = "tuple[tuple[int, ...], tuple[Fraction, ...]]"
"""Worst and mean of the four figures of a benefit, days in ticks."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one scenario, of the worst case, or their mean. Days are working days."""

    days: float
    counted_days: float
    visits: float
    materials: float
    shown: float
    applications: float
    windows: float
    steps: float
    approvals: float
    departments: float
    handovers: float


FIGURE_NAMES = tuple(field.name for field in fields(Figures))
GAIN_NAMES = ("days", "visits", "materials", "steps")
"""The four figures that a benefit is told in (四减)."""


@dataclass(frozen=True, slots=True)
class Metrics:
    """Worst case and share-weighted mean; `bound` where there are too many scenarios to try."""

    worst: Figures
    mean: Figures
    bound: bool


class Measure:
    """Counts the figures of a chain over its cases, all of them at once.

    The guards of its steps and materials decide which cases there are to tell apart.
    `as_bound` counts every guard as true however few there are, so that a mended chain
    compares with one that could only be bounded.
    """

    def __init__(
        self,
        steps: Iterable[ChainStep],
        materials: Iterable[ChainMaterial],
        scenarios: Scenarios,
        schedule: Schedule,
        *,
        as_bound: bool = False,
        like: Measure | None = None,
    ) -> None:
        """`like` is the measure of the chain before a mend: parts that it left alone are kept."""
        self._steps = tuple(steps)
        self._materials = tuple(materials)
        self._schedule = schedule
        self._parts: tuple[ChainStep | ChainMaterial, ...] = (*self._steps, *self._materials)
        self._conditions: frozenset[Condition]
        self._cases: Cases
        self.is_share_known = True
        """Of alternatives that figures depend on it is known how many people have which."""
        if like is not None and not as_bound and self._tells_no_more_apart(like):
            self._conditions, self._cases = like._conditions, like._cases
        else:
            self._conditions = frozenset(part.guard for part in self._parts)
            self.is_share_known = scenarios.are_shares_known(self._conditions)
            bound = Cases({}, is_bound=True)
            self._cases = bound if as_bound else scenarios.cases(self._conditions)
        if like is not None and not (self.is_bound or like.is_bound):
            self._keep(like)

    def is_of(
        self, steps: Iterable[ChainStep], materials: tuple[ChainMaterial, ...], schedule: Schedule
    ) -> bool:
        """It counts these very steps and materials, in this order."""
        counted = self._schedule, self._materials, self._steps
        return counted == (schedule, materials, tuple(steps))

    def _tells_no_more_apart(self, like: Measure) -> bool:
        """All cases that matter here are told apart there, and all shares are known."""
        if like.is_bound or not like.is_share_known:
            return False
        new = set(self._parts).difference(like._parts)
        return all(part.guard in like._conditions for part in new)

    def _keep(self, like: Measure) -> None:
        """Keeps the figures that depend on nothing that is new."""
        if self._materials == like._materials:
            self._papers = like._papers
        if len(self._steps) != len(like._steps):
            return
        if self._steps == like._steps:
            self._number, self.visits = like._number, like.visits
            if self._schedule is like._schedule:
                self._time = like._time
            return
        edited = [(s, old) for s, old in zip(self._steps, like._steps, strict=True) if s is not old]
        if any((s.id, s.guard) != (old.id, old.guard) for s, old in edited):
            return
        self._number = like._number
        if all(step.visit == old.visit for step, old in edited):
            self.visits = like.visits
        if self._schedule is like._schedule and all(s.ticks == old.ticks for s, old in edited):
            self._time = like._time

    @property
    def is_bound(self) -> bool:
        """Every guard that can hold was taken as true."""
        return self._cases.is_bound

    def metrics(self, order: Order) -> Metrics:
        """All figures."""
        steps = self._steps
        figures = [
            self._time,
            self.counted,
            self.visits,
            self._papers,
            self._sum((paper, 1) for paper in self._materials if paper.is_shown),
            self.applications,
            self.windows,
            self._number,
            self._sum((step, 1) for step in steps if step.is_approval),
            self._number_of_departments(steps),
            self._handovers(order),
        ]
        worst, mean = zip(*figures, strict=True)
        return Metrics(_figures(worst), _figures([float(m) for m in mean]), self.is_bound)

    @cached_property
    def counted(self) -> Figure:
        """Worst and mean of the time that counts against limits, in ticks."""
        return self._days([step for step in self._steps if not step.written.time_excluded])

    @cached_property
    def visits(self) -> Figure:
        """Worst and mean of how often people come in person."""
        return self._visits_but(())

    @cached_property
    def applications(self) -> Figure:
        """Worst and mean of how many there are."""
        return self._sum((step, 1) for step in self._separate("apply"))

    @cached_property
    def windows(self) -> Figure:
        """Worst and mean of how many departments people hand in at."""
        return self._number_of_departments(self._separate("accept"))

    def most_visits_over(
        self, limit: int, visited: Collection[ChainStep], staying: Collection[ChainStep]
    ) -> tuple[int, int, Mapping[str, str]]:
        """Where the visits to some steps are most over the limit, or over those of them that stay
        where these are more: how many there are, how many are over, and such a scenario."""
        made = self._cases.added(_by_condition((step, step.visit) for step in visited))
        stay = self._cases.added(_by_condition((step, step.visit) for step in staying))
        over = [all_ - max(limit, kept) for all_, kept in zip(made, stay, strict=True)]
        most = max(range(len(over)), key=over.__getitem__)
        return made[most], over[most], self._cases.example(most)

    def case_of_time(
        self, steps: Collection[ChainStep]
    ) -> tuple[Mapping[str, str], list[ChainStep]]:
        """A scenario that takes longest where these steps alone take time, and those of them that
        take place in it."""
        figures = self._lanes.figures(self._times_of(steps).longest)
        longest = max(range(len(figures)), key=figures.__getitem__)
        there = [step for step in steps if self._cases.when(step.guard) >> longest & 1]
        return self._cases.example(longest), there

    def most_steps(self, steps: Iterable[ChainStep]) -> tuple[int, Mapping[str, str]]:
        """How many of these steps there are at most in one case, and such a scenario: of the facts
        that tell cases apart an option each."""
        return self._most(self._cases.when(step.guard) for step in steps)

    def most_papers(self, papers: Sequence[ChainMaterial]) -> list[ChainMaterial]:
        """Those of the papers that are asked for together, in a case in which they are most."""
        places = [self._cases.when(paper.guard) for paper in papers]
        figures = self._amounts(places)
        most = max(range(len(figures)), key=figures.__getitem__)
        return [paper for paper, cases in zip(papers, places, strict=True) if cases >> most & 1]

    def most_departments(self, steps: Iterable[ChainStep]) -> tuple[int, Mapping[str, str]]:
        """The same of the departments of these steps."""
        return self._most(self._by_department(steps).values())

    def most_handovers(self, order: Order) -> Handovers:
        """The most hand-overs, one after another, on one way of a case."""
        return most_handovers(self._steps, order, self._cases)

    def case(self, number: int) -> Mapping[str, str]:
        """The scenario of that number: of the facts that tell cases apart an option each."""
        return self._cases.example(number)

    def _separate(self, kind: str) -> Iterable[ChainStep]:
        """The steps of the kind that join none."""
        return (step for step in self._steps if step.is_separate(kind))

    @cached_property
    def gains(self) -> Gains:
        """What mends change."""
        return self._gains(self._time, self.visits, self._papers)

    def gains_in_parallel(self, first: str, second: str) -> Gains:
        """The same, were the second to wait only for what the first waits for."""
        time = self._in_days(self._times.longest_in_parallel(first, second))
        return self._gains(time, self.visits, self._papers)

    def gains_without(self, papers: Collection[int], visits: Collection[str]) -> Gains:
        """The same, were these papers not asked for, and did nobody come to these steps."""
        if not papers and not visits:
            return self.gains
        asked = self._papers_but(papers) if papers else self._papers
        made = self._visits_but(visits) if visits else self.visits
        return self._gains(self._time, made, asked)

    @cached_property
    def worst_ticks(self) -> int:
        """The longest time of all cases."""
        return self._lanes.largest(self._times.longest) * self._unit

    def worst_ticks_in_parallel(self, first: str, second: str) -> int:
        """The longest time of all cases, were the second not to wait for the first."""
        row = self._times.longest_in_parallel(first, second)
        return self._lanes.largest(row) * self._unit

    def _gains(self, time: Figure, visits: Figure, papers: Figure) -> Gains:
        figures = (time, visits, papers, self._number)
        return tuple(worst for worst, _ in figures), tuple(mean for _, mean in figures)

    # The other parts of a gain: like the visits, each is kept where a mend leaves it alone

    @cached_property
    def _time(self) -> Figure:
        return self._days(self._steps)

    @cached_property
    def _papers(self) -> Figure:
        return self._papers_but(())

    def _visits_but(self, spared: Collection[str]) -> Figure:
        return self._sum((step, step.visit) for step in self._steps if step.id not in spared)

    def _papers_but(self, gone: Collection[int]) -> Figure:
        asked = (paper for paper in self._materials if paper.number not in gone)
        return self._sum((paper, 1) for paper in asked if not paper.is_shown)

    @cached_property
    def _number(self) -> Figure:
        """How many steps there are."""
        return self._sum((step, 1) for step in self._steps)

    # Time

    @cached_property
    def _unit(self) -> int:
        """What all times are a multiple of, so that rows stay short."""
        return math.gcd(*(step.ticks for step in self._steps)) or 1

    @cached_property
    def _lanes(self) -> Lanes:
        return self._cases.lanes(sum(step.ticks for step in self._steps) // self._unit)

    @cached_property
    def _times(self) -> Times:
        return self._times_of(self._steps)

    def _times_of(self, steps: Iterable[ChainStep]) -> Times:
        taken = {
            step.id: self._lanes.row(self._cases.when(step.guard), step.ticks // self._unit)
            for step in steps
            if step.ticks
        }
        return Times(self._schedule, taken, self._lanes)

    def _days(self, steps: tuple[ChainStep, ...] | list[ChainStep]) -> Figure:
        """Worst and mean, in ticks, of the longest path by the time of these steps."""
        times = self._times if len(steps) == len(self._steps) else self._times_of(steps)
        return self._in_days(times.longest)

    def _in_days(self, row: Row) -> Figure:
        figures = self._lanes.figures(row)
        return max(figures) * self._unit, self._cases.mean(figures) * self._unit

    # Counts

    def _sum(self, amounts: Iterable[tuple[ChainStep | ChainMaterial, int]]) -> Figure:
        """Worst and mean of what adds up from steps or materials, each with its amount."""
        return self._cases.sum(_by_condition(amounts))

    def _number_of_departments(self, steps: Iterable[ChainStep]) -> Figure:
        return self._count(self._by_department(steps).values())

    def _by_department(self, steps: Iterable[ChainStep]) -> dict[str, int]:
        """The cases in which a step of each department takes place."""
        cases: dict[str, int] = {}
        for step in steps:
            if step.department is not None:
                known = cases.get(step.department, 0)
                cases[step.department] = known | self._cases.when(step.guard)
        return cases

    def _handovers(self, order: Order) -> Figure:
        offices = {step.id: step for step in self._steps if step.kind != "apply"}
        places = {id: self._cases.when(step.guard) for id, step in offices.items()}
        return self._count(
            cases
            for before, after, cases in order.next_edges(places)
            if is_handover(offices[before], offices[after])
        )

    def _count(self, cases: Iterable[int]) -> Figure:
        """Worst and mean of how many there are, each given with the cases in which it is."""
        figures = self._amounts(cases)
        return max(figures), self._cases.mean(figures)

    def _most(self, cases: Iterable[int]) -> tuple[int, Mapping[str, str]]:
        """How many there are at most, each given with the cases in which it is, and such a case."""
        figures = self._amounts(cases)
        most = max(range(len(figures)), key=figures.__getitem__)
        return figures[most], self._cases.example(most)

    def _amounts(self, cases: Iterable[int]) -> Sequence[int]:
        """Of each case how many there are."""
        amounts: dict[int, int] = {}
        for each in cases:
            amounts[each] = amounts.get(each, 0) + 1
        lanes = self._cases.lanes(sum(amounts.values()))
        return lanes.figures(sum(lanes.row(each, n) for each, n in amounts.items()))


def _by_condition(amounts: Iterable[tuple[ChainStep | ChainMaterial, int]]) -> dict[Condition, int]:
    """What adds up under the same condition, as one amount; what amounts to nothing is left out."""
    together: dict[Condition, int] = {}
    for part, amount in amounts:
        if amount:
            together[part.guard] = together.get(part.guard, 0) + amount
    return together


def _figures(values: Sequence[float]) -> Figures:
    days, counted, *others = values
    return Figures(days / TICKS_PER_DAY, counted / TICKS_PER_DAY, *others)
