"""Where arrows stand across the picture: pins in columns, tracks in the gutters between them.

A gap is the space below a row; gap 3 lies between rows 3 and 4. No two arrows share a pin or a
track in the same gap, so none lies upon another.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TypeAlias

from govchain.drawing.grid import Span

STEPS = (14.0, 7.0, 3.5)
"""Pins stand this far apart, in pixels; closer where a card has more arrows than fit."""


@dataclass(frozen=True, slots=True)
class Pin:
    """A place in a column, so many pixels right of its middle."""

    column: int
    offset: float


@dataclass(frozen=True, slots=True)
class Track:
    """A place in a gutter. Gutter 0 lies left of column 0; tracks are numbered from its middle."""

    gutter: int
    number: int


Across: TypeAlias = Pin | Track
Owner: TypeAlias = tuple[str, int] | None
"""Whose a track is: the arrows that leave a bar, or those that come to it; None: one arrow's."""


class PinBoard:
    """The pins that arrows have taken in each column."""

    def __init__(self) -> None:
        self._taken: dict[tuple[int, float], Span] = defaultdict(Span)

    def take(self, column: int, first: int, last: int, reach: float, side: int) -> Pin:
        """A free pin for these gaps, as near to the middle as there is.

        `reach` is how far from the middle it may be, `side` (-1 or 1) where it had rather be.
        Where all are taken, the outermost is shared.
        """
        for offset in _offsets(reach, side):
            span = self._taken[column, offset]
            if span.is_free(first, last):
                span.take(first, last)
                return Pin(column, offset)
        return Pin(column, side * reach)


class TrackBoard:
    """The tracks that arrows have taken in each gutter.

    Arrows out of one bar, and arrows into one, may share a track: its owner is then that bar.
    """

    def __init__(self) -> None:
        self._taken: dict[int, list[Span]] = defaultdict(list)
        self._owned: dict[tuple[Owner, int, int], Span] = defaultdict(Span)

    def next_free(
        self, gutter: int, first: int, last: int, owner: Owner = None, side: int = 0
    ) -> int:
        """The number of the first track that is free in these gaps, or the owner's own there.

        `side` is on which side of the gutter's middle it has to lie: -1 or 1, 0 for either.
        """
        taken = self._taken[gutter]
        for number in range(len(taken) + 2):
            if side and number % 2 != (side < 0):
                continue
            own = self._owned[owner, gutter, number] if owner else Span()
            if number >= len(taken) or taken[number].is_free_but_for(own, first, last):
                return number
        return len(taken)

    def take(self, gutter: int, first: int, last: int, owner: Owner = None, side: int = 0) -> Track:
        """The first free track for these gaps."""
        number = self.next_free(gutter, first, last, owner, side)
        while number >= len(self._taken[gutter]):
            self._taken[gutter].append(Span())
        self._taken[gutter][number].take(first, last)
        if owner:
            self._owned[owner, gutter, number].take(first, last)
        return Track(gutter, number)

    def count(self, gutter: int) -> int:
        """How many tracks the gutter needs."""
        return len(self._taken.get(gutter, ()))


_KNOWN_OFFSETS: dict[tuple[float, int], tuple[float, ...]] = {}


def _offsets(reach: float, side: int) -> tuple[float, ...]:
    """Offsets from the middle outwards, wide apart first, the preferred side before the other."""
    if (reach, side) not in _KNOWN_OFFSETS:
        found = dict.fromkeys([0.0])
        for step in STEPS:
            for count in range(1, int(reach / step) + 1):
                found |= dict.fromkeys([side * count * step, -side * count * step])
        _KNOWN_OFFSETS[reach, side] = tuple(found)
    return _KNOWN_OFFSETS[reach, side]
