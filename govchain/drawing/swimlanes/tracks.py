"""On which tracks lines run: down or up in gaps between columns, along below the cards of a lane.

To the next column a line needs one gap alone. To any other it goes to the lane of who waits, along
below the cards there, and up in the gap before it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from govchain.drawing.fold.parts import Wait
from govchain.drawing.swimlanes.cards import Card

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Way:
    """The tracks of a wait: in the gap behind the first, in the lane and gap of the second.

    `strip` is -1 where it goes straight to the next column. `leaves` and `reaches` number the
    lines at a side of a card.
    """

    wait: Wait
    out: int
    into: int
    strip: int
    leaves: int
    reaches: int

    @property
    def is_direct(self) -> bool:
        return self.strip < 0


@dataclass(frozen=True, slots=True)
class Tracks:
    """The ways of a page, and how many tracks each gap (before the column of that number) and each
    lane has."""

    ways: tuple[Way, ...]
    gaps: Mapping[int, int]
    strips: Mapping[str | None, int]


def tracks_of(cards: Sequence[Card], waits: Sequence[Wait]) -> Tracks:
    """The tracks of the waits between these cards."""
    column = {card.place: n for n, card in enumerate(cards)}
    lane = {card.place: card.part.lane for card in cards}
    gaps: Counter[int] = Counter()
    strips: Counter[str | None] = Counter()
    leaving: Counter[int] = Counter()
    reaching: Counter[int] = Counter()
    ways = []
    for wait in waits:
        if wait.first not in column or wait.second not in column:
            continue
        behind, before = column[wait.first] + 1, column[wait.second]
        strip = -1
        out = _next(gaps, behind)
        into = out
        if behind != before:
            into = _next(gaps, before)
            strip = _next(strips, lane[wait.second])
        leaves, reaches = _next(leaving, wait.first), _next(reaching, wait.second)
        ways.append(Way(wait, out, into, strip, leaves, reaches))
    return Tracks(tuple(ways), gaps, strips)


def _next(counter: Counter[Key], key: Key) -> int:
    """The next one's number, from 0."""
    counter[key] += 1
    return counter[key] - 1
