"""The lines between cards: out to the right of who makes data, in from the left of who needs it.

Each data of a card has one track in the gap right of it. To the next column it goes straight; to
any other above all cards, and down again in the gap before that column.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from govchain.drawing.ink.scene import Box
from govchain.drawing.theme.cards import Card
from govchain.drawing.theme.grid import LEAVES, MOST_TRACKS, REACHES, ROW, TRACK

Point = tuple[float, float]
FIRST_TRACK = 10.0
"""From where a gap begins to its first track."""


@dataclass(frozen=True, slots=True)
class Wire:
    """Data on its way from one card to another: rows at both ends, tracks in gaps and above.

    A wire with no `above` goes straight to the next column, on the track `out` alone.
    """

    source: Card
    target: Card
    gift: int
    need: int
    flows: bool
    out: int
    into: int = 0
    above: int = -1


@dataclass(slots=True)
class Wires:
    """All wires of a page; how many tracks each gap has; how high it is above the cards."""

    drawn: list[Wire] = field(default_factory=list)
    tracks: list[int] = field(default_factory=list)
    above: float = 0.0
    untold: int = 0
    """So many are not drawn: too many run beside each other."""
    column_of: dict[int, int] = field(default_factory=dict)


def wires_of(columns: Sequence[Sequence[Card]]) -> Wires:
    """The wires between cards of these columns."""
    wires = Wires(tracks=[0] * (len(columns) + 1))
    wires.column_of = {c.number: n for n, column in enumerate(columns) for c in column}
    cards = {card.number: card for column in columns for card in column}
    above = 0
    for card in cards.values():
        for gift, row in enumerate(card.gives):
            ends = [(cards[n], row.data) for n in row.others if n in cards]
            needing = list(_needing(ends))
            above += _lay(wires, card, gift, needing, above)
    wires.above = math.ceil((above * TRACK + ROW / 2) / ROW) * ROW if above else 0.0
    return wires


def _needing(ends: list[tuple[Card, str]]) -> Iterator[tuple[Card, int, bool]]:
    """The cards that have a row for the data, and which."""
    for card, data in ends:
        for need, row in enumerate(card.needs):
            if row.data == data:
                yield card, need, row.flows


def _lay(
    wires: Wires, card: Card, gift: int, needing: list[tuple[Card, int, bool]], above: int
) -> int:
    """Lays the wires of one gift; 1 where they need a track above the cards, else 0."""
    if not needing:
        return 0
    gap = wires.column_of[card.number] + 1
    far = [end for end in needing if wires.column_of[end[0].number] != gap]
    gaps_in = {wires.column_of[end[0].number] for end in far}
    busy = wires.tracks[gap], above if far else 0, *(wires.tracks[n] for n in gaps_in)
    if max(busy) >= MOST_TRACKS:
        wires.untold += len(needing)
        return 0
    out = wires.tracks[gap]
    wires.tracks[gap] += 1
    into = {n: _next_track(wires, n) for n in sorted(gaps_in)}
    for target, need, flows in needing:
        column = wires.column_of[target.number]
        if column == gap:
            wires.drawn.append(Wire(card, target, gift, need, flows, out))
        else:
            wires.drawn.append(
                Wire(card, target, gift, need, flows, out, into[column], above=above)
            )
    return 1 if far else 0


def _next_track(wires: Wires, gap: int) -> int:
    wires.tracks[gap] += 1
    return wires.tracks[gap] - 1


def points_of(
    wire: Wire, source: Box, target: Box, gaps: Sequence[float], column: int
) -> tuple[Point, ...]:
    """Where the wire runs between the boxes of its cards; `gaps` are where gaps begin, `column`
    is that of the target."""
    y1 = source.y + wire.source.y_of_gift(wire.gift) + LEAVES
    y2 = target.y + wire.target.y_of_need(wire.need) + REACHES
    x1 = source.right + FIRST_TRACK + TRACK * wire.out
    if wire.above < 0:
        return (source.right, y1), (x1, y1), (x1, y2), (target.x, y2)
    x2 = gaps[column] + FIRST_TRACK + TRACK * wire.into
    y = TRACK * wire.above + 4
    return (source.right, y1), (x1, y1), (x1, y), (x2, y), (x2, y2), (target.x, y2)
