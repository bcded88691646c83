"""Free places for writing on a line of the time's column, beside bars and lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from govchain.drawing.ledger.measures import Column

_CLEAR = 6.0


@dataclass(slots=True)
class Track:
    """A line of writing in a column, and what of it is taken."""

    column: Column
    taken: list[tuple[float, float]] = field(default_factory=list)

    def take(self, left: float, right: float) -> None:
        self.taken.append((left, right))

    def take_lines(self, places: Iterable[float]) -> None:
        self.taken.extend((x - _CLEAR, x + _CLEAR) for x in places)

    def right_of(self, x: float, width: float) -> float | None:
        """The first free place from x on to the right; None where there is none."""
        for left, right in sorted(self.taken):
            if left < x + width and right > x:
                x = right
        return x if x + width <= self.column.right else None

    def left_of(self, x: float, width: float) -> float | None:
        """The first free place that ends at x, or before it to the left."""
        for left, right in sorted(self.taken, key=lambda known: -known[1]):
            if left < x and right > x - width:
                x = left
        return x - width if x - width >= self.column.left else None
