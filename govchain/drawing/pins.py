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
    """The tracks that arrows have taken in each gutter."""

    def __init__(self) -> None:
        self._taken: dict[int, list[Span]] = defaultdict(list)

    def next_free(self, gutter: int, first: int, last: int) -> int:
        """The number of the first track that is free in these gaps."""
        for number, span in enumerate(self._taken[gutter]):
            if span.is_free(first, last):
                return number
        return len(self._taken[gutter])

    def take(self, gutter: int, first: int, last: int) -> Track:
        """The first free track for these gaps."""
        number = self.next_free(gutter, first, last)
        if number == len(self._taken[gutter]):
            self._taken[gutter].append(Span())
        self._taken[gutter][number].take(first, last)
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
