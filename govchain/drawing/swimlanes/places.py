"""Where all stands on a page: a column for each card, a lane for each department."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from govchain.drawing.chart.columns import APPLICANTS
from govchain.drawing.fold.parts import Wait
from govchain.drawing.ink.scene import Box
from govchain.drawing.swimlanes.cards import Card
from govchain.drawing.swimlanes.measures import (
    BAND_HEAD,
    LANE_PADDING,
    LEAST_GAP,
    LEFT,
    PILL,
    TRACK,
)
from govchain.drawing.swimlanes.tracks import Tracks, tracks_of

Lane = str | None


@dataclass(frozen=True, slots=True)
class Places:
    """The boxes of lanes and cards (by their places), and the tracks that lines run on.

    y = 0 is the top of the applicant's lane. `columns` are where columns begin and end, `right` is
    where lanes end.
    """

    lanes: Mapping[Lane, Box]
    boxes: Mapping[int, Box]
    columns: Sequence[tuple[float, float]]
    tracks: Tracks
    band_top: float
    height: float
    right: float

    def strip(self, lane: Lane, track: int) -> float:
        """The height of a track that passes through a lane below its cards."""
        return self.lanes[lane].bottom - 6 - TRACK * track


def places_of(
    cards: Sequence[Card], waits: Sequence[Wait], right: float, has_bands: bool, spare: float
) -> Places:
    """The page of these cards, up to the right edge; lanes of departments are by so much higher
    than need be."""
    lanes: dict[Lane, list[Card]] = {APPLICANTS: []}
    for card in cards:
        lanes.setdefault(card.part.lane, []).append(card)
    tracks = tracks_of(cards, waits)
    columns = _columns(len(cards), tracks, right)
    boxes: dict[int, Box] = {}
    found: dict[Lane, Box] = {}
    y = 0.0
    for lane, inside in lanes.items():
        strips = tracks.strips.get(lane, 0)
        more = 0 if lane == APPLICANTS else spare
        height = _lane_height(lane, inside) + strips * TRACK + (6 if strips else 0) + more
        found[lane] = Box(LEFT, y, right - LEFT, height)
        for card in inside:
            begin, end = columns[cards.index(card)]
            boxes[card.place] = Box(begin, y + LANE_PADDING + more / 2, end - begin, card.height)
        y += height + (BAND_HEAD if lane == APPLICANTS and has_bands else 0)
    top = found[APPLICANTS].bottom
    return Places(found, boxes, columns, tracks, top, y, right)


def _lane_height(lane: Lane, cards: Sequence[Card]) -> float:
    least = PILL + 4 if lane == APPLICANTS else 44.0
    return max((card.height for card in cards), default=least) + 2 * LANE_PADDING


def _columns(count: int, tracks: Tracks, right: float) -> list[tuple[float, float]]:
    """Gaps as wide as their lines ask; the cards share what is left."""
    gaps = [gap_width(tracks.gaps.get(n, 0)) for n in range(count + 1)]
    width = (right - LEFT - sum(gaps)) / count if count else 0.0
    found = []
    x = LEFT
    for n in range(count):
        x += gaps[n]
        found.append((x, x + width))
        x += width
    return found


def gap_width(tracks: int) -> float:
    return max(LEAST_GAP, 17 + TRACK * tracks)


def card_width(count: int, tracks: Tracks, right: float) -> float:
    """How wide the cards of a page of so many are."""
    begin, end = _columns(count, tracks, right)[0]
    return end - begin
