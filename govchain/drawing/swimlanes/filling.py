"""Which cards stand beside each other, and on which page: as many as can be read."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from govchain.drawing.chart.words import Words
from govchain.drawing.fold.parts import Asked, Wait
from govchain.drawing.ledger.rows import Listed
from govchain.drawing.swimlanes.bands import bands_of
from govchain.drawing.swimlanes.cards import LEAST_NAMING, Card, Naming, card_of, sign_of
from govchain.drawing.swimlanes.measures import LEAST_CARD, MOST_CARD, MOST_PAPERS
from govchain.drawing.swimlanes.places import Lane, Places, card_width, places_of
from govchain.drawing.swimlanes.tracks import tracks_of

MOST_COLUMNS = 9
BETWEEN = 14.0
"""Between the boards of a page."""
MOST_SPARE = 36.0
"""So much higher than need be a lane may be where there is room."""


@dataclass(frozen=True, slots=True)
class Filled:
    """Cards beside each other, from the one at `begin` on, and where they stand."""

    begin: int
    cards: tuple[Card, ...]
    places: Places
    bands: tuple[tuple[int, int], ...]

    @property
    def height(self) -> float:
        return self.places.height


@dataclass(frozen=True)
class Filling:
    """All parts, to be put on pages that have so much room for lanes, up to their right edge.

    What has no room beside each other goes on below, as writing does, and then on another page.
    """

    listed: Listed
    words: Words
    are_steps: bool
    height: float
    right: float

    def pages(self) -> list[tuple[Filled, ...]]:
        """The boards of each page, from top to bottom."""
        pages: list[list[Filled]] = []
        room = 0.0
        for board in self._boards():
            if not pages or board.height + BETWEEN > room:
                pages.append([])
                room = self.height + BETWEEN
            pages[-1].append(board)
            room -= board.height + BETWEEN
        return [tuple(self._filled_up(page)) for page in pages]

    def _boards(self) -> list[Filled]:
        """All parts in boards; where it takes several they hold nearly the same number."""
        first = list(self._in_boards(MOST_COLUMNS))
        if len(first) < 2:
            return first or [self._board(0, [])]
        return list(self._in_boards(math.ceil(len(self.listed.parts) / len(first))))

    def _in_boards(self, most: int) -> Iterator[Filled]:
        begin, count = 0, len(self.listed.parts)
        while begin < count:
            board = self._fullest(begin, min(most, count - begin))
            yield board
            begin += len(board.cards)

    def _fullest(self, begin: int, most: int) -> Filled:
        """As many cards as fit with few papers named on them; one card in any case."""
        for count in range(most, 1, -1):
            if self._is_wide_enough(begin, count):
                board = self._board(begin, [LEAST_NAMING] * count)
                if board.height <= self.height:
                    return board
        return self._board(begin, [LEAST_NAMING])

    def _filled_up(self, page: Sequence[Filled]) -> Iterator[Filled]:
        """The boards of a page, each with its part of what room is left."""
        left = self.height - sum(board.height for board in page) - BETWEEN * (len(page) - 1)
        for number, board in enumerate(page):
            share = max(left, 0) / (len(page) - number)
            fuller = self._told_more(board, board.height + share)
            left -= fuller.height - board.height
            yield fuller

    def _told_more(self, board: Filled, height: float) -> Filled:
        """The board with as many papers named on each card as there is room for, then with what is
        left between its lanes."""
        begin, namings = board.begin, [LEAST_NAMING] * len(board.cards)
        room = height - board.height
        tallest: dict[Lane, float] = {}
        for card in board.cards:
            tallest[card.part.lane] = max(card.height, tallest.get(card.part.lane, 0.0))
        for number, naming in self._wishes(board, namings):
            fuller = self._card_of(board, number, naming)
            grown = max(fuller.height - tallest[fuller.part.lane], 0.0)
            if grown <= room:
                namings[number], room = naming, room - grown
                tallest[fuller.part.lane] += grown
        spare = max(room, 0.0) / max(len(board.places.lanes) - 1, 1)
        return self._board(begin, namings, min(spare, MOST_SPARE))

    def _wishes(self, board: Filled, namings: Sequence[Naming]) -> Iterator[tuple[int, Naming]]:
        """Which card would name how many papers: each one more, before any names yet another; then
        which would name in full those that it names by then."""
        for most in range(LEAST_NAMING.most + 1, MOST_PAPERS + 1):
            for number, card in enumerate(board.cards):
                if len(card.part.papers_asked(Asked.SHAREABLE)) >= most:
                    yield number, Naming(most)
        for number in range(len(board.cards)):
            yield number, namings[number]._replace(in_full=True)

    def _card_of(self, board: Filled, number: int, naming: Naming) -> Card:
        """One of the board's cards that names papers so."""
        begin, end = board.begin, board.begin + len(board.cards)
        return self._card(begin + number, self._width(begin, end), naming, begin, end)

    def _is_wide_enough(self, begin: int, count: int) -> bool:
        return self._width(begin, begin + count) >= LEAST_CARD

    def _width(self, begin: int, end: int) -> float:
        """How wide cards are; it hangs on the lines between them, not on what they say."""
        if (begin, end) not in self._widths:
            cards = [
                self._card(place, MOST_CARD, Naming(0), begin, end) for place in range(begin, end)
            ]
            tracks = tracks_of(cards, self._waits(begin, end))
            width = card_width(len(cards), tracks, self.right) if cards else MOST_CARD
            self._widths[begin, end] = width
        return self._widths[begin, end]

    @cached_property
    def _widths(self) -> dict[tuple[int, int], float]:
        return {}

    def _board(self, begin: int, namings: Sequence[Naming], spare: float = 0) -> Filled:
        """The board of as many cards as there are ways of naming papers on them."""
        end = begin + len(namings)
        width = self._width(begin, end)
        waits = self._waits(begin, end)
        cards = [
            self._card(begin + n, width, naming, begin, end) for n, naming in enumerate(namings)
        ]
        lanes = [card for card in cards if not card.is_of_applicant]
        found = bands_of([card.place for card in lanes], waits) if not self.are_steps else []
        bands = tuple(band for band in found if _are_neighbours(band, cards))
        places = places_of(cards, waits, self.right, bool(bands), spare)
        return Filled(begin, tuple(cards), places, bands)

    def _waits(self, begin: int, end: int) -> list[Wait]:
        """Those between parts beside each other."""
        here = range(begin, end)
        waits = (wait for place in here for wait in self._of_place.get(place, ()))
        return [w for w in dict.fromkeys(waits) if w.first in here and w.second in here]

    def _card(self, place: int, width: float, naming: Naming, begin: int, end: int) -> Card:
        part, is_inner = self.listed.parts[place]
        return card_of(
            place,
            part,
            self._of_place.get(place, ()),
            self._signs,
            width,
            naming,
            self.words,
            is_step=is_inner or self.are_steps,
            beside=range(begin, end),
        )

    @cached_property
    def _of_place(self) -> Mapping[int, Sequence[Wait]]:
        """The waits that each part has to do with."""
        found: dict[int, list[Wait]] = {}
        for wait in self.listed.waits:
            found.setdefault(wait.first, []).append(wait)
            found.setdefault(wait.second, []).append(wait)
        return found

    @cached_property
    def _signs(self) -> Sequence[str]:
        return [sign_of(part, is_inner=inner) for part, inner in self.listed.parts]


def _are_neighbours(band: tuple[int, int], cards: Sequence[Card]) -> bool:
    """No card of people's own stands between."""
    inside = [card for card in cards if band[0] <= card.place <= band[1]]
    return not any(card.is_of_applicant for card in inside)
