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
        of_steps = dict.fromkeys(step.guard for step in steps)
        self._conditions = list(dict.fromkeys([*of_steps, *(m.guard for m in materials)]))
        self._of_steps = len(of_steps)
        """So many of the conditions, the first, are those of steps."""
        number = {condition: position for position, condition in enumerate(self._conditions)}
        self._step_numbers = [(step, number[step.guard]) for step in steps]
        self._paper_numbers = [(material, number[material.guard]) for material in materials]
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
        counts = [
            (self._count(self._steps_in(case), self._materials_in(case)), case.share)
            for case in self._cases
        ]
        worst = [max(figures[i] for figures, _ in counts) for i in range(len(FIGURE_NAMES))]
        mean = [sum(f[i] * share for f, share in counts) for i in range(len(FIGURE_NAMES))]
        return Metrics(_figures(worst), _figures(mean), self.is_bound)

    @cached_property
    def gains(self) -> tuple[tuple[int, ...], tuple[float, ...]]:
        """Worst and mean of the four figures of a benefit, days in ticks: what mends change.

        Cases that differ in papers alone have their steps, and so their time, in common.
        """
        by_steps: dict[tuple[bool, ...], tuple[int, int, int]] = {}
        counts = []
        for case in self._cases:
            truths = case.truths[: self._of_steps]
            if truths not in by_steps:
                by_steps[truths] = self._count_steps(self._steps_in(case))
            ticks, visits, steps = by_steps[truths]
            papers = _count_asked_for(self._materials_in(case))
            counts.append(((ticks, visits, papers, steps), case.share))
        worst = tuple(max(figures[i] for figures, _ in counts) for i in range(4))
        mean = tuple(sum(figures[i] * share for figures, share in counts) for i in range(4))
        return worst, mean

    def _steps_in(self, case: Case) -> list[ChainStep]:
        """The steps that take place."""
        return [step for step, number in self._step_numbers if case.truths[number]]

    def _materials_in(self, case: Case) -> list[ChainMaterial]:
        """The materials that are asked for."""
        return [material for material, number in self._paper_numbers if case.truths[number]]

    def _count_steps(self, steps: Sequence[ChainStep]) -> tuple[int, int, int]:
        """The longest path, the visits and the number of the steps."""
        ticks = self._longest_path({step.id: step.ticks for step in steps})
        return ticks, sum(step.visit for step in steps), len(steps)

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
