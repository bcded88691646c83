"""Where arrows stand across the picture: pins in columns, tracks in the gutters between them.

A gap is the space below a row; gap 3 lies between rows 3 and 4. No two arrows share a pin or a
track in the same gap, so none lies upon another.
"""

from __future__ import annotations

import functools
import operator
from collections import defaultdict
from dataclasses import dataclass
from typing import TypeAlias

from govchain.drawing.layout.grid import Span

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

    def __init__(self, gaps: int) -> None:
        self._taken: dict[int, list[int]] = defaultdict(lambda: [0] * gaps)
        """Gutter -> for each gap the tracks that are taken there, as bits of a number."""
        self._spans: dict[int, list[Span]] = defaultdict(list)
        """Gutter -> for each track the gaps in which it is taken."""
        self._owned: dict[tuple[Owner, int], dict[int, Span]] = defaultdict(dict)
        """Owner and gutter -> the tracks that are the owner's, and in which gaps."""

    def next_free(
        self, gutter: int, first: int, last: int, owner: Owner = None, side: int = 0
    ) -> int:
        """The number of the first track that is free in these gaps, or the owner's own there.

        `side` is on which side of the gutter's middle it has to lie: -1 or 1, 0 for either.
        """
        taken = functools.reduce(operator.or_, self._taken[gutter][first : last + 1], 0)
        for number, own in self._owned.get((owner, gutter), {}).items():
            if self._spans[gutter][number].is_free_but_for(own, first, last):
                taken &= ~(1 << number)
        return _first_zero(taken | _BARRED[side])

    def take(self, gutter: int, first: int, last: int, owner: Owner = None, side: int = 0) -> Track:
        """The first free track for these gaps."""
        number = self.next_free(gutter, first, last, owner, side)
        taken, spans = self._taken[gutter], self._spans[gutter]
        taken[first : last + 1] = [bits | 1 << number for bits in taken[first : last + 1]]
        spans += [Span() for _ in range(number + 1 - len(spans))]
        spans[number].take(first, last)
        if owner:
            self._owned[owner, gutter].setdefault(number, Span()).take(first, last)
        return Track(gutter, number)

    def count(self, gutter: int) -> int:
        """How many tracks the gutter needs."""
        return len(self._spans.get(gutter, ()))


def _first_zero(bits: int) -> int:
    return (~bits & bits + 1).bit_length() - 1


_EVEN = int("01" * 10_000, 2)
"""Of more tracks than any gutter has arrows."""
_BARRED = {0: 0, 1: _EVEN << 1, -1: _EVEN}
"""The tracks on the other side: odd ones lie left of a gutter's middle."""
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
