"""The figures of a chain: how many papers, visits, windows, days (semantics.md 1.12)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cached_property

from govchain.compiler.conditions import Case, Scenarios, bound_case
from govchain.compiler.expansion import ChainMaterial, ChainStep
from govchain.compiler.order import Order
from govchain.model.duration import TICKS_PER_DAY


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
    """Counts the figures of a chain over its cases.

    The guards of its steps and materials decide which scenarios there are to tell apart.
    `as_bound` counts every guard as true however few there are, so that a mended chain
    compares with one that could only be bounded.
    """

    def __init__(
        self,
        order: Order,
        steps: Sequence[ChainStep],
        materials: Sequence[ChainMaterial],
        scenarios: Scenarios,
        *,
        as_bound: bool = False,
    ) -> None:
        self._order = order
        self._steps = steps
        self._materials = materials
        guards = [*(step.guard for step in steps), *(paper.guard for paper in materials)]
        self._conditions = list(dict.fromkeys(guards))
        self.is_share_known = all(
            scenarios.fact(id).shares is not None
            for id in scenarios.facts_of(self._conditions)
            if scenarios.fact(id).is_of_alternatives
        )
        """Of alternatives that figures depend on it is known how many people have which."""
        if as_bound:
            self._cases, self.is_bound = [bound_case(self._conditions)], True
        else:
            self._cases, self.is_bound = scenarios.cases(self._conditions)

    def metrics(self) -> Metrics:
        """All figures."""
        counts = [(self._count(steps, materials), case) for steps, materials, case in self._takes()]
        worst = [max(figures[i] for figures, _ in counts) for i in range(len(FIGURE_NAMES))]
        mean = [sum(f[i] * case.share for f, case in counts) for i in range(len(FIGURE_NAMES))]
        return Metrics(_figures(worst), _figures(mean), self.is_bound)

    @cached_property
    def gains(self) -> tuple[tuple[int, ...], tuple[float, ...]]:
        """Worst and mean of the four figures of a benefit, days in ticks: what mends change."""
        counts = []
        for steps, materials, case in self._takes():
            visits = sum(step.visit for step in steps)
            ticks = self._longest_path({step.id: step.ticks for step in steps})
            papers = _count_asked_for(materials)
            counts.append(((ticks, visits, papers, len(steps)), case.share))
        worst = tuple(max(figures[i] for figures, _ in counts) for i in range(4))
        mean = tuple(sum(figures[i] * share for figures, share in counts) for i in range(4))
        return worst, mean

    def _takes(self) -> list[tuple[list[ChainStep], list[ChainMaterial], Case]]:
        """For each case the steps that take place and the materials asked for."""
        takes = []
        for case in self._cases:
            holds = dict(zip(self._conditions, case.truths, strict=True))
            steps = [step for step in self._steps if holds[step.guard]]
            takes.append((steps, [m for m in self._materials if holds[m.guard]], case))
        return takes

    def _count(
        self, steps: Sequence[ChainStep], materials: Sequence[ChainMaterial]
    ) -> tuple[int, ...]:
        counted = {step.id: 0 if step.written.time_excluded else step.ticks for step in steps}
        return (
            self._longest_path({step.id: step.ticks for step in steps}),
            self._longest_path(counted),
            sum(step.visit for step in steps),
            _count_asked_for(materials),
            len(materials) - _count_asked_for(materials),
            sum(step.kind == "apply" and not step.is_joined for step in steps),
            len({step.department for step in steps if _is_window(step)} - {None}),
            len(steps),
            sum(step.is_approval for step in steps),
            len({step.department for step in steps if step.department is not None}),
            self._handovers(steps),
        )

    def _longest_path(self, ticks: dict[str, int]) -> int:
        """The longest path by time; a step that does not take place passes the case on at once."""
        ends: dict[str, int] = {}
        for step in self._order.steps:
            begin = max((ends[before] for before in self._order.predecessors(step)), default=0)
            ends[step] = begin + ticks.get(step, 0)
        return max(ends.values(), default=0)

    def _handovers(self, steps: Sequence[ChainStep]) -> int:
        offices = {step.id: step.department for step in steps if step.kind != "apply"}
        edges = self._order.reduced_edges(offices)
        return sum(
            None not in (offices[before], offices[after]) and offices[before] != offices[after]
            for before, after in edges
        )


def _count_asked_for(materials: Sequence[ChainMaterial]) -> int:
    """The papers that are handed in; those only shown are counted apart."""
    return sum(not material.is_shown for material in materials)


def _is_window(step: ChainStep) -> bool:
    """People come to a counter of its own."""
    return step.kind == "accept" and not step.is_joined


def _figures(values: Sequence[float]) -> Figures:
    days, counted, *others = values
    return Figures(days / TICKS_PER_DAY, counted / TICKS_PER_DAY, *others)
