"""The face of a card: where each word and sign of it stands, from its top left corner."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from govchain.drawing import palette
from govchain.drawing.cards import Card
from govchain.drawing.hatching import hatching_of
from govchain.drawing.lettering import clip, width_of, wrap
from govchain.drawing.rowface import row_face
from govchain.drawing.scene import Box, Icon, Item, Line, Rect, Strokes, Text

PADDING = 7
NAME_SIZE = 13.5
KIND_SIZE = 11.5
SMALL = 11
NAME_LINE = 17
MOST_NAME_LINES = 3


@dataclass(frozen=True, slots=True)
class Face:
    """A laid out card: its size, and its items relative to its top left corner."""

    width: float
    height: float
    items: tuple[Item, ...]


def card_face(card: Card, width: float, names_department: bool) -> Face:
    """Lays a card out in the given width; it is as high as what stands on it."""
    items: list[Item] = []
    y = _head(card, width, items)
    aside = card.department if names_department else card.aside
    y = _figures(card, y, width, items, aside)
    rows_begin = y + 1
    if card.needs:
        items.append(Line(((6, y + 2), (width - 6, y + 2)), palette.RULE))
        y += 5
        for row in card.needs:
            row_items, height = row_face(row, y, width)
            items.extend(row_items)
            y += height
    height = y + 4
    return Face(width, height, (*_frame(card, width, height, rows_begin), *items))


def _frame(card: Card, width: float, height: float, hatched: float) -> Iterator[Item]:
    """A redundant approval is hatched behind its name and figures; its needs stay easy to read."""
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
    x: float = PADDING
    for text, sign, colour, bold in (
        (card.time, "time", palette.MUTED, False),
        (card.visit, "visit", palette.ALARM, True),
    ):
        room = width - PADDING - x - 13
        shown = clip(text, room, SMALL, bold)
        if shown:
            items.append(Icon(sign, x + 5.5, y + 8))
            whole = text if shown != text else ""
            items.append(Text(x + 13, y + 12, shown, SMALL, room, colour, bold, whole=whole))
            x += 13 + width_of(shown, SMALL, bold) + 9
    _aside(card, aside, y, x, width, items)
    return y + 17


def _aside(card: Card, aside: str, y: float, x: float, width: float, items: list[Item]) -> None:
    """At the right: the word for a redundant approval, and who or where, if there is room."""
    right = width - PADDING
    if card.verdict:
        room = width_of(card.verdict, SMALL, True)
        items.append(Text(right, y + 12, card.verdict, SMALL, room, palette.REDUNDANT, True, "end"))
        right -= room + 8
    room = right - x
    shown = clip(aside, room, SMALL)
    if len(shown) > 3 or shown == aside != "":
        whole = aside if shown != aside else ""
        items.append(
            Text(right, y + 12, shown, SMALL, room, palette.MUTED, anchor="end", whole=whole)
        )
