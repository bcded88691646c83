"""What is said of each matter of a theme: whose it is, what it needs of others, what it gives."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from govchain.analysis.questions.themes import Member, Passage, ThemeNetwork
from govchain.compiler.catalogue import Catalogue
from govchain.drawing.chart.words import Words
from govchain.drawing.ink.lettering import named, width_of, wrap
from govchain.drawing.theme.grid import (
    CARD,
    LEAST_WIDTH,
    LETTERS,
    NAME,
    PADDING,
    ROW,
    SMALL,
    WIDEST_CARD,
)
from govchain.model.figures import circled

LEAST_NUMBER = 26.0
"""What the number of a matter takes of its first line, at least."""
NUMBER = 15.0
MOST_NUMBERS = 8
"""So many of those whom data comes from or goes to stand in a row."""
SIGN = 17.0
"""What the sign of a row takes."""


@dataclass(frozen=True, slots=True)
class Row:
    """Data that comes from, or goes to, other matters (their numbers); `flows`: without paper."""

    data: str
    name: str
    others: tuple[int, ...]
    flows: bool


@dataclass(frozen=True, slots=True)
class Card:
    """A matter: its number in the theme, its name in lines, a line on it, and its rows.

    `named_outside` are lines with the names of data that no matter of the theme makes, of a card
    that is alone on its page; `hidden` those of data that have no row for lack of room.
    """

    number: int
    matter: str
    name: str
    lines: tuple[str, ...]
    about: str
    outside: str
    outside_in_full: str
    lacks_outside: bool
    needs: tuple[Row, ...]
    gives: tuple[Row, ...]
    width: float = CARD
    named_outside: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    is_alone: bool = False

    @property
    def is_tied(self) -> bool:
        """Data comes to it from another card, or goes there."""
        return bool(self.needs or self.gives)

    @property
    def number_room(self) -> float:
        return number_room(self.number)

    @property
    def head(self) -> float:
        """How high it is above its rows."""
        return ROW * (len(self.lines) + 1)

    @property
    def height(self) -> float:
        rows = len(self.needs) + len(self.gives) + bool(self.outside) + bool(self.hidden)
        rows += len(self.named_outside)
        return self.head + ROW * rows + (ROW / 2 if rows else 0)

    def y_of_need(self, index: int) -> float:
        """The middle of a row of its needs, from its top."""
        return self.head + ROW * (index + 0.5)

    @property
    def y_of_outside(self) -> float:
        return self.head + ROW * (len(self.needs) + 0.5)

    def y_of_gift(self, index: int) -> float:
        return self.head + ROW * (len(self.needs) + bool(self.outside) + index + 0.5)


def number_room(number: int) -> float:
    return max(LEAST_NUMBER, width_of(circled(number), NUMBER, True) + 8)


def cards_of(network: ThemeNetwork, catalogue: Catalogue, words: Words) -> tuple[Card, ...]:
    """The cards in the order in which they stand: what others wait for stands before them."""
    members = _in_order(network)
    numbers = {member.matter: n for n, member in enumerate(members, 1)}
    cards = [_card(member, numbers, network.passages, catalogue, words) for member in members]
    return (_alone(*cards),) if len(cards) == 1 else tuple(cards)


def _alone(card: Card) -> Card:
    """The one card of a page: as wide as that, and each data by its name."""
    room = [LEAST_WIDTH - 2 * PADDING]
    lines = (wrap(line, room, LETTERS) for line in card.outside_in_full.splitlines())
    named = tuple(itertools.chain(*lines))
    return widened(replace(card, named_outside=named, is_alone=True), LEAST_WIDTH)


def _in_order(network: ThemeNetwork) -> list[Member]:
    """As far back as those are whose data a matter needs, and else as the network has them."""
    depth: dict[str, int] = {}
    for member in network.members:
        before = [p.producer for p in network.passages if p.consumer == member.matter]
        depth[member.matter] = max((depth[b] + 1 for b in before if b in depth), default=0)
    return sorted(network.members, key=lambda member: depth[member.matter])


def _card(
    member: Member,
    numbers: Mapping[str, int],
    passages: Sequence[Passage],
    catalogue: Catalogue,
    words: Words,
) -> Card:
    matter = catalogue.matters[member.matter]
    office = catalogue.registry.departments.get(matter.department or "")
    steps = words.counted("steps-of-part", member.steps) if member.steps else words("no-steps")
    about = " · ".join(part for part in (office and named(office.short_name), steps) if part)
    name = named(matter.name)
    needs = [p for p in passages if p.consumer == member.matter]
    gives = [p for p in passages if p.producer == member.matter]
    return Card(
        number=numbers[member.matter],
        matter=member.matter,
        name=name,
        lines=_lines(name, numbers[member.matter], CARD),
        about=about,
        outside=_outside(member, words),
        outside_in_full=_outside_in_full(member, catalogue, words),
        lacks_outside=bool(member.lacking),
        needs=_rows(needs, [numbers[p.producer] for p in needs], catalogue),
        gives=_rows(gives, [numbers[p.consumer] for p in gives], catalogue),
    )


def _lines(name: str, number: int, width: float) -> tuple[str, ...]:
    room = width - 2 * PADDING
    return tuple(wrap(name, [room - number_room(number), room], NAME, True, most=2)) or ("",)


def wanted_width(card: Card, most: float = WIDEST_CARD) -> float:
    """How wide a card is that says all its rows in full, within bounds; one that stands alone is
    as wide as the page."""
    if card.is_alone:
        return card.width
    rows = (*card.needs, *card.gives)
    said = [SIGN + width_of(row.name, LETTERS) + 6 + others_room(row.others) for row in rows]
    said.append(width_of(card.outside, LETTERS))
    said.append(width_of(card.about, SMALL))
    return min(max(CARD, *(width + 2 * PADDING + 1 for width in said)), most)


def others_said(others: Sequence[int]) -> str:
    return "".join(map(circled, others[:MOST_NUMBERS])) + (
        "…" if len(others) > MOST_NUMBERS else ""
    )


def others_room(others: Sequence[int]) -> float:
    return width_of(f"→ {others_said(others)}", LETTERS, True)


def widened(card: Card, width: float) -> Card:
    """The same card in that width."""
    return replace(card, width=width, lines=_lines(card.name, card.number, width))


def renumbered(columns: Sequence[Sequence[Card]]) -> list[tuple[Card, ...]]:
    """The same cards, counted as they stand: column by column, from top to bottom."""
    standing = [card.number for column in columns for card in column]
    numbers = {number: place for place, number in enumerate(standing, 1)}
    return [tuple(_with_numbers(card, numbers) for card in column) for column in columns]


def _with_numbers(card: Card, numbers: Mapping[int, int]) -> Card:
    needs, gives = (
        tuple(replace(row, others=tuple(sorted(numbers[n] for n in row.others))) for row in rows)
        for rows in (card.needs, card.gives)
    )
    renamed = replace(card, number=numbers[card.number], needs=needs, gives=gives)
    return widened(renamed, card.width)


def _rows(
    passages: Sequence[Passage], others: Sequence[int], catalogue: Catalogue
) -> tuple[Row, ...]:
    """A row for each data, with all whom it comes from or goes to."""
    found: dict[str, Row] = {}
    for passage, other in zip(passages, others, strict=True):
        name = named(catalogue.registry.data[passage.data].name)
        row = found.setdefault(passage.data, Row(passage.data, name, (), True))
        numbers = tuple(sorted({*row.others, other}))
        found[passage.data] = replace(row, others=numbers, flows=row.flows and passage.flows)
    return tuple(found.values())


def _outside(member: Member, words: Words) -> str:
    """How many data it needs that no matter of the theme makes; else how many nobody could
    share."""
    count, lacking = len(member.flowing) + len(member.lacking), len(member.lacking)
    if not count:
        return words("theme-brought").format(n=len(member.brought)) if member.brought else ""
    key = "theme-outside-lacking" if lacking else "theme-outside"
    return words(key).format(n=count, lacking=lacking)


def _outside_in_full(member: Member, catalogue: Catalogue, words: Words) -> str:
    """The names of these data, those that lack first."""
    parts = (
        ("not-flowing", member.lacking),
        ("flowing", member.flowing),
        ("brought", member.brought),
    )
    data = catalogue.registry.data
    return "\n".join(
        words.label(words(key), words.enumeration(ids, lambda id: named(data[id].name)))
        for key, ids in parts
        if ids
    )


def fitted(card: Card, height: float) -> Card:
    """The card with as many rows as it has room for; needs before gifts."""
    if card.height <= height:
        return card
    fixed = card.head + ROW * (1.5 + bool(card.outside))
    most = max(int((height - fixed) / ROW), 1)
    needs = card.needs[:most]
    gives = card.gives[: most - len(needs)]
    left = (*card.needs[len(needs) :], *card.gives[len(gives) :])
    return replace(card, needs=needs, gives=gives, hidden=tuple(row.name for row in left))
