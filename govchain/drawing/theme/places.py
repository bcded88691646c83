"""Where the cards of a theme stand: in columns, each right of all whose data it needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from govchain.drawing.ink.scene import Box
from govchain.drawing.theme.cards import Card
from govchain.drawing.theme.grid import CARD_SPACE, LEAST_GAP, TRACK
from govchain.drawing.theme.wires import Wires, wires_of

Column = tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Places:
    """The cards of a page, where each stands, and the wires between them; y = 0 is the top of the
    wires that run above all cards."""

    boxes: Mapping[int, Box]
    cards: Mapping[int, Card]
    wires: Wires
    gaps: tuple[float, ...]
    """Where each gap begins."""
    width: float
    height: float


def columns_of(cards: Sequence[Card], height: float) -> list[Column]:
    """The cards in columns no higher than that; a column is divided where it would be. Cards that
    no wire reaches or leaves stand where a column has room."""
    layers: dict[int, list[Card]] = {}
    depth: dict[int, int] = {}
    for card in cards:
        if card.is_tied:
            before = [depth[n] for row in card.needs for n in row.others if n in depth]
            depth[card.number] = max(before, default=-1) + 1
            layers.setdefault(depth[card.number], []).append(card)
    columns = [part for _, layer in sorted(layers.items()) for part in _divided(layer, height)]
    return _filled(columns, [card for card in cards if not card.is_tied], height)


def _filled(columns: Sequence[Column], loose: Iterable[Card], height: float) -> list[Column]:
    """Each of the loose cards at the foot of the lowest column, in one more where none has room."""
    filled = [[*column] for column in columns]
    heights = [_height_of(column) for column in columns]
    for card in loose:
        lowest = min(range(len(filled)), key=heights.__getitem__, default=-1)
        if lowest < 0 or heights[lowest] + CARD_SPACE + card.height > height:
            filled.append([card])
            heights.append(card.height)
        else:
            filled[lowest].append(card)
            heights[lowest] += CARD_SPACE + card.height
    return [tuple(column) for column in filled]


def _height_of(column: Column) -> float:
    return sum(card.height for card in column) + CARD_SPACE * (len(column) - 1)


def _divided(layer: Iterable[Card], height: float) -> Iterator[Column]:
    column: list[Card] = []
    taken = 0.0
    for card in layer:
        if column and taken + card.height > height:
            yield tuple(column)
            column, taken = [], 0.0
        column.append(card)
        taken += card.height + CARD_SPACE
    yield tuple(column)


def pages_of(columns: Sequence[Column], width: float) -> Iterator[Places]:
    """As many columns on each page as it has room for; at least one."""
    first = 0
    while first < len(columns):
        count = _most_beside(columns[first:], width)
        places = places_of(columns[first : first + count])
        while places.width > width and count > 1:
            count -= 1
            places = places_of(columns[first : first + count])
        yield places
        first += count


def _most_beside(columns: Sequence[Column], width: float) -> int:
    """So many columns would have room if few lines ran between them; at least one."""
    x = -LEAST_GAP
    for count, column in enumerate(columns):
        x += LEAST_GAP + max(card.width for card in column)
        if x > width:
            return max(count, 1)
    return len(columns)


def places_of(columns: Sequence[Column]) -> Places:
    """The columns beside each other, with room for their wires between and above them."""
    wires = wires_of(columns)
    boxes: dict[int, Box] = {}
    gaps = [0.0]
    x = _gap(wires.tracks[0]) if wires.tracks[0] else 0.0
    bottom = wires.above
    for number, column in enumerate(columns):
        y, width = wires.above, max(card.width for card in column)
        for card in column:
            boxes[card.number] = Box(x, y, card.width, card.height)
            y += card.height + CARD_SPACE
        bottom = max(bottom, y - CARD_SPACE)
        gaps.append(x + width)
        is_last = number == len(columns) - 1
        x += width + (0.0 if is_last and not wires.tracks[-1] else _gap(wires.tracks[number + 1]))
    cards = {card.number: card for column in columns for card in column}
    return Places(boxes, cards, wires, tuple(gaps), x, bottom)


def _gap(tracks: int) -> float:
    """How wide it is between columns; before the first and after the last where lines run."""
    return max(LEAST_GAP, (tracks + 2) * TRACK + 16)
