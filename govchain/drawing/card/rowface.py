"""The face of a need on a card: its sign, its name, who has it, and what the applicant brings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from govchain.drawing.card.pills import pills_face, pills_width
from govchain.drawing.chart.needrows import Look, NeedRow, source_text
from govchain.drawing.ink import palette
from govchain.drawing.ink.lettering import whole_of, width_of, wrap
from govchain.drawing.ink.scene import Box, Group, Icon, Item, Rect, Text

SIZE = 11.5
SMALL = 11
TEXT_LEFT = 24
RIGHT = 10
LINE_HEIGHT = 13.5
GAP = 6
"""Between a name and the source that stands beside it."""
MOST_NAME_LINES = 3
MOST_SOURCE_LINES = 4
MOST_LINES_BELOW = 4
Line: TypeAlias = list[Text | Icon]
"""What stands on one line of a row, with its baseline at y = 0."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a look is drawn: the frame around the row, if any, and the colour of its words."""

    wash: str = ""
    stroke: str = ""
    stroke_width: float = 1
    dash: str = ""
    ink: str = palette.INK
    source_ink: str = palette.MUTED
    bold: bool = False


STYLES = {
    Look.HELD: Style(),
    Look.DECLARED: Style(source_ink=palette.AMBER),
    Look.SHARED: Style(source_ink=palette.SHARED),
    Look.CARRIED: Style(
        palette.AMBER_WASH, palette.AMBER, 1.2, "1.5 2.5", source_ink=palette.AMBER
    ),
    Look.UNSHARED: Style(
        palette.ALARM_WASH, palette.ALARM, 1.5, "5 3", palette.ALARM, palette.ALARM, True
    ),
    Look.MISSING: Style(
        palette.ALARM_WASH, palette.ALARM, 1.8, "", palette.ALARM, palette.ALARM, True
    ),
}


def row_face(row: NeedRow, y: float, width: float, matter: str) -> tuple[list[Item], float]:
    """The row from `y` down in a card of this width, and how much height it takes."""
    style = STYLES[row.look]
    lines = [*_named(row, style, width), *_below(row, width)]
    above = 3.0 if style.stroke else 0.0
    height = above * 2 + 18 + LINE_HEIGHT * (len(lines) - 1) + (1 if style.stroke else 0)
    items: list[Item] = []
    if style.stroke:
        frame = Box(5, y + 1.5, width - 10, height - 3)
        items.append(
            Rect(frame, style.wash, style.stroke, style.stroke_width, radius=3, dash=style.dash)
        )
    for number, line in enumerate(lines):
        baseline = y + above + 13 + LINE_HEIGHT * number
        items.extend(item._replace(y=item.y + baseline) for item in line)
    data = (("data", row.data), ("supply", row.look.value))
    face = Group(tuple(items), title=row.title, css="need", data=data)
    return [face, *pills_face(matter, row.marks, width - RIGHT, y + above + 13)], height


def _named(row: NeedRow, style: Style, width: float) -> list[Line]:
    """Name at the left, source at the right: beside the end of the name, or below it."""
    room, pills = width - TEXT_LEFT - RIGHT, pills_width(row.marks)
    names = wrap(row.name, [room - pills, room], SIZE, style.bold, MOST_NAME_LINES) or [""]
    sources = _sources(row, style, room)
    lines: list[Line] = [[_name_face(row, name, style, room)] for name in names]
    beside = room - pills if len(names) == 1 else room
    if len(sources) != 1 or not _stand_together(names[-1], sources[0], style, beside):
        lines += [[] for _ in sources]
    for number, source in enumerate(sources, len(lines) - len(sources)):
        right = width - RIGHT - (0 if number else pills)
        lines[number].append(_source_face(row, source, style, right, room))
    lines[0].insert(0, Icon(row.look.value, 14, -4))
    return lines


def _name_face(row: NeedRow, name: str, style: Style, room: float) -> Text:
    whole = whole_of(row.name, name)
    return Text(TEXT_LEFT, 0, name, SIZE, room, style.ink, style.bold, whole=whole)


def _stand_together(name: str, source: str, style: Style, room: float) -> bool:
    """There is room for both on one line."""
    taken = width_of(name, SIZE, style.bold) + width_of(source, SMALL, style.bold)
    return taken + GAP <= room


def _sources(row: NeedRow, style: Style, room: float) -> list[str]:
    """Holders and word in lines; of many holders the last are cut, for the word has to stand."""
    if row.look is Look.SHARED or not row.holders:
        return wrap(row.source, [room], SMALL, style.bold, MOST_SOURCE_LINES)
    lines = wrap(row.holders, [room], SMALL, style.bold, MOST_SOURCE_LINES - 1)
    together = source_text(row.look, lines[-1] if lines else "", row.word)
    if width_of(together, SMALL, style.bold) <= room:
        return [*lines[:-1], together]
    return [*lines, row.word]


def _source_face(row: NeedRow, source: str, style: Style, right: float, room: float) -> Text:
    whole = whole_of(row.source, source)
    return Text(right, 0, source, SMALL, room, style.source_ink, style.bold, "end", whole=whole)


def _below(row: NeedRow, width: float) -> Iterator[Line]:
    """What the applicant brings and when the need arises, each in as few lines as hold it."""
    room = width - TEXT_LEFT - RIGHT
    for number, text in enumerate(row.below):
        is_paper = row.look in (Look.CARRIED, Look.UNSHARED) and number == 0
        ink = palette.INK if is_paper else palette.MUTED
        sign = Icon("paper" if is_paper else "when", 14, -4)
        for place, line in enumerate(wrap(text, [room], SMALL, most=MOST_LINES_BELOW)):
            said = Text(TEXT_LEFT, 0, line, SMALL, room, ink, whole=whole_of(text, line))
            yield [said] if place else [sign, said]
