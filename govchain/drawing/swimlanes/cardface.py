"""How a card looks, and the pill of trips and papers above it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from govchain.drawing.chart.words import Words
from govchain.drawing.ink import palette
from govchain.drawing.ink.lettering import clip, shortened, whole_of, width_of
from govchain.drawing.ink.scene import Box, Group, Icon, Item, Rect, Text
from govchain.drawing.swimlanes.cards import Card, Line, Told, sign_room
from govchain.drawing.swimlanes.measures import (
    ICON,
    MOST_ASIDE,
    NAME,
    NAME_LINE,
    PADDING,
    PILL,
    PILL_SPARE,
    ROW,
    SMALL,
)
from govchain.model.figures import figure

_PILL_SIZE = 14.0


class _Look(NamedTuple):
    ink: str
    bold: bool = False
    icon: str = ""
    is_indented: bool = False


_LOOKS: Mapping[Told, _Look] = {
    Told.ABOUT: _Look(palette.MUTED),
    Told.GUARD: _Look(palette.MUTED, icon="when"),
    Told.NEEDLESS: _Look(palette.REDUNDANT, True),
    Told.REDUNDANT: _Look(palette.REDUNDANT, True),
    Told.PAPER: _Look(palette.ALARM, True, "paper-shareable"),
    Told.PAPER_GOES_ON: _Look(palette.ALARM, True, is_indented=True),
    Told.MORE_PAPERS: _Look(palette.ALARM, True),
    Told.SPARED: _Look(palette.KIND, icon="paper-spared"),
    Told.COMES: _Look(palette.ALARM, True, "visit"),
}


def card_face(card: Card, box: Box) -> Group:
    """The card in its box."""
    is_redundant = bool(card.part.redundant_steps) and card.part.steps == card.part.redundant_steps
    fill, ink = palette.WHITE, palette.LINE
    if is_redundant:
        fill, ink = palette.REDUNDANT_WASH, palette.REDUNDANT
    dash = "" if card.part.is_there else "4 3"
    frame = Rect(box, fill, ink, 2.2 if is_redundant else 1.4, 5, dash)
    items: list[Item] = [frame, *_names(card, box)]
    y = box.y + PADDING + NAME_LINE * len(card.names) - 3
    for line in card.lines:
        items.append(_line(line, box.x + PADDING, y, box.width - 2 * PADDING))
        y += ROW
    return Group(
        tuple(items),
        title=card.part.title,
        css="part",
        data=(("part", card.part.key), ("matter", card.part.matter)),
    )


def _names(card: Card, box: Box) -> Iterator[Item]:
    x, room = box.x + PADDING, box.width - 2 * PADDING
    first = sign_room(card.sign)
    baseline = box.y + PADDING + 11
    yield Text(x, baseline, card.sign, NAME, first, palette.KIND, True)
    for n, name in enumerate(card.names):
        indent = 0 if n else first
        whole = whole_of(card.part.name, name) if n == len(card.names) - 1 else ""
        y = baseline + n * NAME_LINE
        yield Text(x + indent, y, name, NAME, room - indent, bold=True, whole=whole)


def _line(line: Line, x: float, y: float, room: float) -> Group:
    """A line whose text is cut before what stands at the right of it."""
    look = _LOOKS[line.told]
    baseline = y + ROW / 2 + SMALL * 0.36
    items: list[Item] = []
    if look.icon:
        items.append(Icon(look.icon, x + 6, y + ROW / 2))
    left = x + (ICON if look.icon or look.is_indented else 0)
    aside = shortened(line.aside, room * MOST_ASIDE, SMALL) if line.aside else ""
    taken = width_of(aside, SMALL) + 6 if aside else 0
    free = room - (left - x) - taken
    fitted = shortened if line.told is Told.PAPER else clip
    text = fitted(line.text, free, SMALL, look.bold)
    if line.told is Told.NEEDLESS:
        width = width_of(text, SMALL, True)
        items.append(_pill_of_wait(Box(x - 3, y + 0.5, min(width + 12, room + 6), ROW - 1)))
        left, text = x + 3, clip(line.text, room - PILL_SPARE, SMALL, True)
        free = room - PILL_SPARE
    whole = whole_of(line.text, text)
    if text:
        items.append(Text(left, baseline, text, SMALL, free, look.ink, look.bold, whole=whole))
    if aside:
        whole = line.aside if aside != line.aside else ""
        muted = palette.MUTED
        items.append(
            Text(x + room, baseline, aside, SMALL, taken, muted, anchor="end", whole=whole)
        )
    return Group(tuple(items), title=line.whole, css=line.told.value)


def _pill_of_wait(box: Box) -> Rect:
    return Rect(box, palette.WHITE, palette.REDUNDANT, 1.2, radius=8)


def _pill_width(texts: Sequence[tuple[str, str]], size: float) -> float:
    """How wide a pill is that says all of these behind their signs."""
    return 12 + sum(30 + width_of(text, size, True) for _, text in texts)


def pill_face(card: Card, left: float, right: float, top: float, words: Words) -> Group:
    """How often people come, and how many papers they bring; in figures alone where the words have
    no room."""
    box = Box(left, top, right - left, PILL)
    told = [("walker", "swim-visits", card.part.visits)] if card.part.visits else []
    if card.part.handed_in:
        told.append(("paper-shareable", "swim-sheets", card.part.handed_in))
    texts = [(icon, words.counted(key, number)) for icon, key, number in told]
    size = _PILL_SIZE if _pill_width(texts, _PILL_SIZE) <= box.width else SMALL
    if _pill_width(texts, size) > box.width:
        texts = [(icon, figure(number)) for icon, _, number in told]
    items: list[Item] = [Rect(box, palette.ALARM_WASH, palette.ALARM, 1.4, radius=PILL / 2)]
    x = box.x + 16
    for icon, text in texts:
        room = max(min(width_of(text, size, True), box.right - 8 - x - 18), 0)
        shown = clip(text, room + 0.1, size, True)
        items.append(Icon(icon, x + 5, box.y + PILL / 2))
        y = box.y + PILL / 2 + size * 0.36
        whole = whole_of(text, shown)
        items.append(Text(x + 18, y, shown, size, room + 0.1, palette.ALARM, True, whole=whole))
        x += 18 + room + 12
    title = "\n".join(paper.title for paper in card.part.papers)
    return Group(tuple(items), title=title, css="brought", data=(("part", card.part.key),))
