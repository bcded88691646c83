"""How much is measured, what a figure may be at most, and what it came to."""

from __future__ import annotations

from dataclasses import dataclass

MATTERS = 2_000
"""The size of a city that the budgets speak of."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is measured: matters of the city, rounds of each, size of hostile sets (0 to 1).

    `is_largest_too`: growth is measured to 75,000 matters too, which takes minutes.
    """

    matters: int = MATTERS
    rounds: int = 5
    hostile: float = 1.0
    is_largest_too: bool = False

    @property
    def few_rounds(self) -> int:
        """Of what takes long, and so differs less."""
        return (self.rounds + 1) // 2

    @property
    def many_rounds(self) -> int:
        """Of what is over in a moment, and so differs more."""
        return self.rounds * 3

    @property
    def is_full(self) -> bool:
        """Whether all is measured at the size that the budgets speak of."""
        return self.matters == MATTERS and self.hostile == 1


@dataclass(frozen=True, slots=True)
class Budget:
    """The most that something may come to, and what we aim at."""

    what: str
    unit: str
    must: float
    aim: float | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """What it came to; `is_least`: the run was given up, so it is at least this."""

    budget: Budget
    value: float
    is_least: bool = False

    @property
    def holds(self) -> bool:
        return self.value <= self.budget.must and not self.is_least

    @property
    def is_aimed(self) -> bool:
        """Whether the aim is met; False where there is none."""
        aim = self.budget.aim
        return aim is not None and self.value <= aim and not self.is_least


@dataclass(frozen=True, slots=True)
class Unmeasured:
    """A budget that this run did not look at, and why."""

    budget: Budget
    why: str


Row = Figure | Unmeasured
