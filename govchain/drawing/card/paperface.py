"""The face of a paper at the step that asks for it: its sign, its name, how it is handled."""

from __future__ import annotations

from collections.abc import Iterator

from govchain.drawing.card.pills import pills_face, pills_width
from govchain.drawing.card.rowface import (
    GAP,
    LINE_HEIGHT,
    MOST_LINES_BELOW,
    MOST_NAME_LINES,
    RIGHT,
    SIZE,
    SMALL,
    TEXT_LEFT,
)
from govchain.drawing.chart.paperrows import PaperRow
from govchain.drawing.ink import palette
from govchain.drawing.ink.lettering import whole_of, width_of, wrap
from govchain.drawing.ink.scene import Box, Group, Icon, Item, Rect, Text

STRIKE_RISE = 4.0


def paper_face(row: PaperRow, y: float, width: float, matter: str) -> tuple[list[Item], float]:
    """The row from `y` down in a card of this width, and how much height it takes."""
    room, pills = width - TEXT_LEFT - RIGHT, pills_width(row.marks)
    names = wrap(row.name, [room - pills, room], SIZE, most=MOST_NAME_LINES) or [""]
    baseline = y + 13
    items: list[Item] = [Icon(f"paper-{row.handling}", 14, baseline - 4)]
    for number, name in enumerate(names):
        items.extend(_name(row, name, baseline + LINE_HEIGHT * number, room))
    baseline += LINE_HEIGHT * (len(names) - 1)
    if row.word:
        free = room - width_of(names[-1], SIZE) - GAP - (0 if len(names) > 1 else pills)
        is_beside = width_of(row.word, SMALL, True) <= free
        baseline += 0 if is_beside else LINE_HEIGHT
        right = width - RIGHT - (pills if is_beside and len(names) == 1 else 0)
        items.append(Text(right, baseline, row.word, SMALL, room, palette.AMBER, True, "end"))
    for number, line in enumerate(_condition(row, room)):
        baseline += LINE_HEIGHT
        if not number:
            items.append(Icon("when", 14, baseline - 4))
        items.append(
            Text(
                TEXT_LEFT,
                baseline,
                line,
                SMALL,
                room,
                palette.MUTED,
                whole=whole_of(row.condition, line),
            )
        )
    data = (("paper", row.name), ("handling", row.handling))
    spared = (("spared", "yes"),) if row.is_spared else ()
    face = Group(tuple(items), title=row.title, css="paper", data=(*data, *spared))
    return [face, *pills_face(matter, row.marks, width - RIGHT, y + 13)], baseline + 5 - y


def _condition(row: PaperRow, room: float) -> list[str]:
    return wrap(row.condition, [room], SMALL, most=MOST_LINES_BELOW) if row.condition else []


def _name(row: PaperRow, name: str, baseline: float, room: float) -> Iterator[Item]:
    """A line of the name, struck through where the paper need not be asked for."""
    ink = palette.MUTED if row.is_spared else palette.INK
    yield Text(TEXT_LEFT, baseline, name, SIZE, room, ink, whole=whole_of(row.name, name))
    if row.is_spared:
        line = Box(TEXT_LEFT - 1, baseline - STRIKE_RISE - 0.6, width_of(name, SIZE) + 2, 1.3)
        yield Rect(line, palette.ALARM)
