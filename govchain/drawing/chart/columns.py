"""What a view decides: which column each card stands in, and what is written above it."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

LEAST_WIDTH = 640.0
"""No picture is narrower, in pixels: its head, its legend and its findings need the room."""
BESIDE_CARD = 24.0
"""So much more room a column takes than its card."""
APPLICANTS = ""
"""The lane of what people do themselves: no department has an empty id."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a picture: the ends of its lane's head, empty where it has none.

    A lane is several cards `wide` where alternatives stand side by side in it.
    """

    title: str = ""
    subtitle: str = ""
    wide: int = 1


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns from left to right, and the place of each step and stub: columns count by their
    cards.

    `are_lanes`: each column belongs to a department, whose name stands above it; otherwise the
    cards name their departments themselves. `are_compact`: cards say in signs what they need.
    """

    columns: tuple[Column, ...]
    of: Mapping[str, int]
    card_width: float
    are_lanes: bool
    bypasses: Mapping[int, int] = field(default_factory=dict)
    """The place of each bypass, by its position in the flow."""
    are_compact: bool = False
    tallest: float = math.inf
    """So high may a card be; what does not fit on it is counted."""
    is_tight: bool = False
    """Rows stand close to one another: a page of paper holds more of them."""

    @property
    def places(self) -> int:
        """How many cards stand side by side."""
        return sum(column.wide for column in self.columns)

    def begins(self) -> tuple[int, ...]:
        """The first place of each column, and at the end their number."""
        return tuple(itertools.accumulate((column.wide for column in self.columns), initial=0))

    def steps_in_each(self, steps: Iterable[str]) -> list[list[str]]:
        """For each column those of the steps that stand in it, in their order."""
        found: list[list[str]] = [[] for _ in self.columns]
        at = [
            here
            for here, column in zip(found, self.columns, strict=True)
            for _ in range(column.wide)
        ]
        for step in steps:
            at[self.of[step]].append(step)
        return found


def card_width(count: int, least: float, most: float) -> float:
    """How wide a card is where so many columns share the least width of a picture."""
    return min(max(LEAST_WIDTH / max(count, 1) - BESIDE_CARD, least), most)
