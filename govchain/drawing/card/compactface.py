"""The face of a card in the compact view: kind and name, who and how long, needs as counted signs.

What the signs stand for is told by the title of the card.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from govchain.drawing.card.badges import Badge, badge_face, badges_of
from govchain.drawing.card.cardface import Face, frame
from govchain.drawing.card.pills import HEIGHT, SIZE
from govchain.drawing.chart.cards import Card
from govchain.drawing.chart.marks import Mark
from govchain.drawing.chart.needrows import Look
from govchain.drawing.ink import palette
from govchain.drawing.ink.lettering import clip, whole_of, width_of, wrap
from govchain.drawing.ink.scene import Box, Icon, Item, Rect, Text

PADDING = 6.0
NAME_SIZE = 12.5
KIND_SIZE = 11.0
SMALL = 11.0
NAME_LINE = 15.0
LINE = 15.0
MOST_NAME_LINES = 2
SIGN = 13.0
BETWEEN = 7.0
MOST_PILL_LINES = 2
BELOW_CONDITION = 3.0
PILL_LINE = HEIGHT + 2
ORDER = (Look.MISSING, Look.UNSHARED, Look.CARRIED, Look.SHARED, Look.DECLARED, Look.HELD)
_FRAMED = {Look.MISSING: "missing", Look.UNSHARED: "unshared"}


def compact_face(card: Card, width: float) -> Face:
    """Lays a card out in two or three lines, and one of badges where something is found."""
    items: list[Item] = []
    y = hatched = _head(card, width, items)
    y = _who(card, y, width, items)
    y = _signs(card, y, width, items)
    y = _badges(card, y, width, items)
    height = y + 5
    return Face(width, height, (*frame(card, width, height, hatched), *items))


def _head(card: Card, width: float, items: list[Item]) -> float:
    """The kind as a chip, the name beside it; returns where the next line begins."""
    top = BELOW_CONDITION if card.condition else 0.0
    chip = width_of(card.kind, KIND_SIZE, True) + 8
    colour = palette.REDUNDANT if card.is_redundant else palette.KIND
    items.append(Rect(Box(PADDING, top + 5, chip, 15), colour, radius=3))
    middle, baseline = PADDING + chip / 2, top + 16.5
    items.append(Text(middle, baseline, card.kind, KIND_SIZE, chip, palette.WHITE, True, "middle"))
    indent = PADDING + chip + 5
    rooms = (width - indent - PADDING, width - 2 * PADDING)
    lines = wrap(card.name, rooms, NAME_SIZE, True, MOST_NAME_LINES)
    for number, line in enumerate(lines):
        x, room = (PADDING, rooms[1]) if number else (indent, rooms[0])
        if line:
            whole = whole_of(card.name, line)
            y = top + 17 + number * NAME_LINE
            items.append(Text(x, y, line, NAME_SIZE, room, bold=True, whole=whole))
    return top + 21 + max(len(lines) - 1, 0) * NAME_LINE


def _who(card: Card, y: float, width: float, items: list[Item]) -> float:
    """The department at the left; how long it takes at the right, on a line of its own if need."""
    room = width - 2 * PADDING
    time = clip(card.time, room - SIGN, SMALL)
    taken = SIGN + width_of(time, SMALL) + BETWEEN if time else 0.0
    is_beside = width_of(card.department, SMALL) <= room - taken
    free = room - taken if is_beside else room
    shown = clip(card.department, free, SMALL)
    whole = whole_of(card.department, shown)
    items.append(Text(PADDING, y + 11, shown, SMALL, free, palette.MUTED, whole=whole))
    if not time:
        return y + LINE
    y += 0 if is_beside else LINE
    right = width - PADDING
    items.append(Icon("time", right - width_of(time, SMALL) - 7, y + 7))
    items.append(Text(right, y + 11, time, SMALL, room, palette.MUTED, anchor="end"))
    return y + LINE


def _signs(card: Card, y: float, width: float, items: list[Item]) -> float:
    """Visits, papers and needs by their supply, each as a sign and a number."""
    pieces = [*_pieces(card)]
    x = PADDING
    for sign, text, ink, bold in pieces:
        taken = SIGN + width_of(text, SMALL, bold)
        if x > PADDING and x + taken > width - PADDING:
            x, y = PADDING, y + LINE
        items.append(Icon(sign, x + 5.5, y + 7.5))
        room = width - PADDING - x - SIGN
        items.append(Text(x + SIGN, y + 11.5, text, SMALL, room, ink, bold))
        x += taken + BETWEEN
    return y + LINE if pieces else y


def _pieces(card: Card) -> Iterator[tuple[str, str, str, bool]]:
    """Sign, number, colour, and whether it is bold."""
    if card.visit:
        yield "visit", card.visit, palette.ALARM, True
    if card.papers:
        yield "paper-submitted", str(len(card.papers)), palette.INK, False
    counts = Counter(row.look for row in card.needs)
    for look in ORDER:
        if look in counts:
            ink = palette.ALARM if look in _FRAMED else palette.MUTED
            yield look.value, str(counts[look]), ink, look in _FRAMED


def _badges(card: Card, y: float, width: float, items: list[Item]) -> float:
    """All that is found of the step and of what it needs; what speaks of its order stands above."""
    of_order = {mark.number for mark in card.order_marks}
    marks = [mark for mark in card.all_marks if mark.number not in of_order]
    room = width - 2 * PADDING
    x, line = PADDING, 0
    for badge in _fitting(marks, room):
        taken = badge.width_at(SIZE)
        if x > PADDING and x + taken > PADDING + room:
            x, line = PADDING, line + 1
        box = Box(x, y + 1.5 + line * PILL_LINE, taken, HEIGHT)
        items.append(badge_face(card.matter, badge, box, SIZE))
        x += taken + 2
    return y + (line + 1) * PILL_LINE + 1 if marks else y


def _fitting(marks: Sequence[Mark], room: float) -> list[Badge]:
    """The badges that fit into few lines; the last says how many more there are."""
    most = len(marks)
    while most > 1 and _lines_of(badges_of(marks, most), room) > MOST_PILL_LINES:
        most -= 1
    return badges_of(marks, most)


def _lines_of(badges: Sequence[Badge], room: float) -> int:
    lines, x = 1, 0.0
    for badge in badges:
        taken = badge.width_at(SIZE)
        if x and x + taken > room:
            lines, x = lines + 1, 0.0
        x += taken + 2
    return lines
