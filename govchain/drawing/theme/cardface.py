"""How the card of a matter looks: what it needs on the left, what it gives on the right."""

from __future__ import annotations

from collections.abc import Iterator

from govchain.drawing.chart.words import Words
from govchain.drawing.ink import palette
from govchain.drawing.ink.lettering import clip, whole_of, width_of
from govchain.drawing.ink.scene import Box, Group, Icon, Item, Line, Rect, Text
from govchain.drawing.theme.cards import NUMBER, SIGN, Card, Row, others_said
from govchain.drawing.theme.grid import LETTERS, NAME, PADDING, ROW, SMALL
from govchain.model.figures import circled


def card_face(card: Card, words: Words) -> Group:
    """The card at x = y = 0, as a page can find it."""
    box = Box(0, 0, card.width, card.height)
    items: list[Item] = [Rect(box, palette.WHITE, palette.LINE, 1.3, 5)]
    items.extend(_head(card))
    for index, row in enumerate(card.needs):
        items.append(_need(row, card.width, card.y_of_need(index)))
    if card.outside:
        items.append(_outside(card))
    for index, line in enumerate(card.named_outside, 1):
        y = card.y_of_outside + index * ROW + LETTERS * 0.36
        items.append(Text(PADDING, y, line, LETTERS, card.width - 2 * PADDING, palette.MUTED))
    for index, row in enumerate(card.gives):
        items.append(_gift(row, card.width, card.y_of_gift(index)))
    if card.hidden:
        items.append(_hidden(card, words))
    return Group(tuple(items), css="matter", data=(("matter", card.matter),))


def _head(card: Card) -> Iterator[Item]:
    """Number, name and whose it is, over a line."""
    yield Text(PADDING, 19, circled(card.number), NUMBER, card.number_room, palette.KIND, True)
    for number, line in enumerate(card.lines):
        x = PADDING + (card.number_room if number == 0 else 0)
        is_last = number == len(card.lines) - 1
        whole = whole_of(card.name, line) if is_last else ""
        room = card.width - PADDING - x
        yield Text(x, 18.5 + number * ROW, line, NAME, room, bold=True, whole=whole)
    y = ROW * len(card.lines) + 15
    room = card.width - 2 * PADDING
    about = clip(card.about, room, SMALL)
    yield Text(PADDING, y, about, SMALL, room, palette.MUTED, whole=whole_of(card.about, about))
    if card.height > card.head + ROW:
        yield Line(((0.65, card.head), (card.width - 0.65, card.head)), palette.RULE)


def _need(row: Row, width: float, middle: float) -> Group:
    """The data, whether it flows, and from whom."""
    ink = palette.SHARED if row.flows else palette.ALARM
    icon = Icon("shared" if row.flows else "unshared", PADDING + 6, middle)
    return _row(row, width, middle, f"← {others_said(row.others)}", ink, icon)


def _gift(row: Row, width: float, middle: float) -> Group:
    """The data, and to whom it goes."""
    icon = Icon("paper-submitted", PADDING + 6, middle)
    return _row(row, width, middle, f"→ {others_said(row.others)}", palette.INK, icon)


def _row(row: Row, width: float, middle: float, others: str, ink: str, icon: Icon) -> Group:
    x = PADDING + SIGN
    taken = width_of(others, LETTERS, True)
    room = width - PADDING - x - taken - 6
    name = clip(row.name, room, LETTERS)
    baseline = middle + LETTERS * 0.36
    items = (
        icon,
        Text(x, baseline, name, LETTERS, room, ink, whole=whole_of(row.name, name)),
        Text(width - PADDING, baseline, others, LETTERS, taken, ink, True, "end"),
    )
    return Group(items, css="row", data=(("data", row.data),))


def _outside(card: Card) -> Group:
    ink = palette.ALARM if card.lacks_outside else palette.MUTED
    room = card.width - 2 * PADDING
    said = clip(card.outside, room, LETTERS)
    y = card.y_of_outside + LETTERS * 0.36
    text = Text(PADDING, y, said, LETTERS, room, ink)
    return Group((text,), title=card.outside_in_full)


def _hidden(card: Card, words: Words) -> Group:
    """How many data have no row for lack of room."""
    said = words("theme-hidden").format(n=len(card.hidden))
    y = card.height - ROW + LETTERS * 0.36
    text = Text(PADDING, y, said, LETTERS, card.width - 2 * PADDING, palette.MUTED)
    return Group((text,), title=words.enumeration(card.hidden))
