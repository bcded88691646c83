"""The cards of a theme on as few sheets as they can stand on, in letters as large as may be."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass

from govchain.drawing.theme.cards import Card, fitted, renumbered, wanted_width, widened
from govchain.drawing.theme.grid import CARD, LEAST_WIDTH, MARGIN, ROW, WIDEST_CARD
from govchain.drawing.theme.places import Column, Places, columns_of, pages_of

LEAST_CARDS = 12 * ROW
"""So high cards may always be."""
STEP = 20.0
"""How much narrower cards are tried in turn, from as wide as they ask to as narrow as can be."""


@dataclass(frozen=True, slots=True)
class Room:
    """How large a page may be, and how much of its height is left to cards on the first and on
    others."""

    width: float
    height: float
    first: float
    other: float


@dataclass(frozen=True, slots=True)
class Layout:
    """Cards on pages; how many are narrower than they ask; how much of the width and of the height
    of a sheet the largest page takes."""

    pages: tuple[Places, ...]
    narrow: int
    wide: float
    high: float

    @property
    def rank(self) -> tuple[bool, int, int, float]:
        """The lowest is the best: it fits, on few sheets, with few names cut, in large letters."""
        most = max(self.wide, self.high)
        return most > 1, len(self.pages), self.narrow, most


def best_of(cards: Sequence[Card], room: Room) -> tuple[Places, ...]:
    """The cards on pages of that room."""
    return min(layouts(cards, room), key=lambda layout: layout.rank).pages


def layouts(cards: Sequence[Card], room: Room) -> Iterator[Layout]:
    """The layouts that are tried: in columns as high as the room, then lower ones by bisection, as
    long as they take no more pages; a page alone as high as it is wide, by its sheet."""
    low, high = LEAST_CARDS, max(room.first, LEAST_CARDS)
    least = yield from _as_high(cards, room, high)
    while high - low > ROW and cards:
        middle = (low + high) / 2
        tried = yield from _as_high(cards, room, middle)
        is_wide = len(tried.pages) == 1 and tried.wide > tried.high
        if is_wide or len(tried.pages) > len(least.pages):
            low = middle
        else:
            least, high = tried, middle


def _as_high(cards: Sequence[Card], room: Room, height: float) -> Generator[Layout, None, Layout]:
    """In columns of that height: as wide as cards ask, or less where that takes fewer pages."""
    widths = _widths(cards)
    widest = layout_of(cards, room, height, widths[0])
    yield widest
    if len(widest.pages) <= 1 or len(widths) == 1:
        return widest
    fewest = layout_of(cards, room, height, widths[-1])
    yield fewest
    if len(fewest.pages) >= len(widest.pages):
        return widest
    wide, narrow = 0, len(widths) - 1
    while narrow - wide > 1:
        middle = (wide + narrow) // 2
        tried = layout_of(cards, room, height, widths[middle])
        yield tried
        if len(tried.pages) > len(fewest.pages):
            wide = middle
        else:
            fewest, narrow = tried, middle
    return fewest


def _widths(cards: Sequence[Card]) -> list[float]:
    """How wide cards may be at most, from the widest down; none twice that all cards keep to."""
    asked = max(map(wanted_width, cards), default=CARD)
    narrower = range(int(WIDEST_CARD - STEP), int(CARD) - 1, -int(STEP))
    return [WIDEST_CARD, *(float(width) for width in narrower if width < asked)]


def layout_of(cards: Sequence[Card], room: Room, height: float, most: float) -> Layout:
    """The cards in columns no higher than that, none wider than `most`."""
    wide = [widened(card, wanted_width(card, most)) for card in cards]
    columns = columns_of([fitted(card, height) for card in wide], height)
    even = [_even(column) for column in renumbered(columns)]
    pages = tuple(pages_of(even, room.width - 2 * MARGIN))
    taken = (room.height - room.first, *[room.height - room.other] * len(pages))
    highest = (places.height + above for places, above in zip(pages, taken, strict=False))
    widest = (max(places.width, LEAST_WIDTH) + 2 * MARGIN for places in pages)
    return Layout(
        pages=pages,
        narrow=sum(card.width < wanted_width(card) for column in even for card in column),
        wide=max(widest, default=0.0) / room.width,
        high=max(highest, default=0.0) / room.height,
    )


def _even(column: Column) -> Column:
    """All cards as wide as the widest."""
    width = max(card.width for card in column)
    return tuple(card if card.width == width else widened(card, width) for card in column)
