"""The face of a card: where each word and sign of it stands, from its top left corner."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from govchain.drawing.card.paperface import paper_face
from govchain.drawing.card.rowface import row_face
from govchain.drawing.chart.cards import Card
from govchain.drawing.chart.words import Words
from govchain.drawing.ink import palette
from govchain.drawing.ink.hatching import hatching_of
from govchain.drawing.ink.lettering import clip, whole_of, width_of, wrap
from govchain.drawing.ink.scene import Box, Icon, Item, Line, Rect, Strokes, Text

PADDING = 7
NAME_SIZE = 13.5
KIND_SIZE = 11.5
SMALL = 11
NAME_LINE = 17
MOST_NAME_LINES = 3
FIGURE_LINE = 14
SIGN_WIDTH = 13
MOST_ASIDE_LINES = 2


@dataclass(frozen=True, slots=True)
class Face:
    """A laid out card: its size, and its items relative to its top left corner."""

    width: float
    height: float
    items: tuple[Item, ...]


def card_face(
    card: Card, width: float, names_department: bool, words: Words, tallest: float = math.inf
) -> Face:
    """Lays a card out in the given width; it is as high as what stands on it, up to the tallest."""
    items: list[Item] = []
    y = hatched = _head(card, width, items)
    aside = card.department if names_department else card.aside
    y = _figures(card, y, width, items, aside)
    y = _others(card, y, width, items)
    rows = [partial(paper_face, row) for row in card.papers]
    rows += [partial(row_face, row) for row in card.needs]
    if rows:
        items.append(Line(((6, y + 2), (width - 6, y + 2)), palette.RULE))
        y += 5
    for number, face in enumerate(rows):
        row_items, height = face(y, width, card.matter)
        if y + height > tallest - FIGURE_LINE and number:
            said = words("more-rows").format(n=len(rows) - number)
            items.append(Text(PADDING, y + 13, said, SMALL, width - 2 * PADDING, palette.MUTED))
            y += FIGURE_LINE + 3
            break
        items.extend(row_items)
        y += height
    height = y + 4
    return Face(width, height, (*frame(card, width, height, hatched), *items))


def frame(card: Card, width: float, height: float, hatched: float) -> Iterator[Item]:
    """A redundant approval is hatched behind its name; small words stay easy to read."""
    box = Box(0, 0, width, height)
    if not card.is_redundant:
        yield Rect(box, palette.WHITE, palette.LINE, 1.3, radius=5)
        return
    yield Rect(box, palette.REDUNDANT_WASH, radius=5)
    inner = Box(1.2, 1.2, width - 2.4, min(hatched, height - 2.4))
    yield Strokes(hatching_of(inner), palette.HATCH, 1.8)
    yield Rect(box, "none", palette.REDUNDANT, 2.4, radius=5)


def _head(card: Card, width: float, items: list[Item]) -> float:
    """The kind as a chip, the name beside it; returns where the next line begins."""
    chip = width_of(card.kind, KIND_SIZE, True) + 9
    colour = palette.REDUNDANT if card.is_redundant else palette.KIND
    items.append(Rect(Box(PADDING, PADDING, chip, 17), colour, radius=3))
    items.append(
        Text(PADDING + chip / 2, 20, card.kind, KIND_SIZE, chip, palette.WHITE, True, "middle")
    )
    indent = PADDING + chip + 6
    rooms = (width - indent - PADDING, width - 2 * PADDING)
    lines = wrap(card.name, rooms, NAME_SIZE, True, MOST_NAME_LINES)
    whole = card.name if lines and lines[-1].endswith("…") else ""
    for number, line in enumerate(lines):
        x, room = (PADDING, rooms[1]) if number else (indent, rooms[0])
        y = 20.5 + number * NAME_LINE
        if line:
            items.append(Text(x, y, line, NAME_SIZE, room, bold=True, whole=whole))
    return 26 + max(len(lines) - 1, 0) * NAME_LINE


def _figures(card: Card, y: float, width: float, items: list[Item], aside: str) -> float:
    """Time and visits with their signs at the left; what else there is to say at the right."""
    if not (card.time or card.visit or card.is_redundant or aside):
        return y
    line = _FigureLine(width, y)
    if card.time:
        items.extend(line.at_left("time", card.time, palette.MUTED, False))
    if card.visit:
        items.extend(line.at_left("visit", card.visit, palette.ALARM, True))
    if card.verdict:
        items.append(line.at_right(card.verdict, card.verdict, palette.REDUNDANT, True))
    if aside:
        items.extend(_aside(aside, line))
    return line.y + 17


def _others(card: Card, y: float, width: float, items: list[Item]) -> float:
    """Who takes part besides the department, in lines of its own."""
    room = width - 2 * PADDING - SIGN_WIDTH
    for number, line in enumerate(wrap(card.others, [room], SMALL, most=MOST_ASIDE_LINES)):
        if not number:
            items.append(Icon("with", PADDING + 5.5, y + 8))
        x, whole = PADDING + SIGN_WIDTH, whole_of(card.others, line)
        items.append(Text(x, y + 12, line, SMALL, room, palette.MUTED, whole=whole))
        y += FIGURE_LINE
    return y + 3 if card.others else y


def _aside(aside: str, line: _FigureLine) -> Iterator[Item]:
    """Who or where: beside the figures if there is room, else in lines of its own."""
    lines = [aside]
    if not line.has_room(width_of(aside, SMALL)):
        lines = wrap(aside, [line.whole_room], SMALL, most=MOST_ASIDE_LINES)
    for number, said in enumerate(lines):
        if number:
            line.begin()
        yield line.at_right(said, aside, palette.MUTED, False)


class _FigureLine:
    """The line of small words that is being filled, from both its ends; a full one gives a new."""

    def __init__(self, width: float, y: float) -> None:
        self._edges = (float(PADDING), width - PADDING)
        self._left, self._right = self._edges
        self.y = y

    @property
    def whole_room(self) -> float:
        return self._edges[1] - self._edges[0]

    def has_room(self, needed: float) -> bool:
        return needed <= self._right - self._left

    def begin(self) -> None:
        """Goes on to the next line."""
        self._left, self._right = self._edges
        self.y += FIGURE_LINE

    def at_left(self, sign: str, text: str, ink: str, bold: bool) -> tuple[Item, ...]:
        """A sign and a word after it."""
        self._make_room(SIGN_WIDTH + width_of(text, SMALL, bold))
        room = self._right - self._left - SIGN_WIDTH
        shown = clip(text, room, SMALL, bold)
        x, y = self._left, self.y
        self._left += SIGN_WIDTH + width_of(shown, SMALL, bold) + 9
        word = Text(x + SIGN_WIDTH, y + 12, shown, SMALL, room, ink, bold)
        return Icon(sign, x + 5.5, y + 8), word._replace(whole=whole_of(text, shown))

    def at_right(self, text: str, whole: str, ink: str, bold: bool) -> Item:
        """A word; `whole` is the text that it may be the cut rest of."""
        self._make_room(width_of(text, SMALL, bold))
        room, right = self._right - self._left, self._right
        self._right -= width_of(text, SMALL, bold) + 8
        said = Text(right, self.y + 12, text, SMALL, room, ink, bold, "end")
        return said._replace(whole=whole_of(whole, text))

    def _make_room(self, needed: float) -> None:
        if not self.has_room(needed) and (self._left, self._right) != self._edges:
            self.begin()
