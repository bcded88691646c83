"""The face of a need on a card: its sign, its name, who has it, and what the applicant brings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from govchain.drawing import palette
from govchain.drawing.lettering import clip, width_of
from govchain.drawing.needrows import Look, NeedRow, source_text
from govchain.drawing.scene import Box, Group, Icon, Item, Rect, Text

SIZE = 11.5
SMALL = 11
TEXT_LEFT = 24
RIGHT = 10
LINE = 13.5
LEAST_FOR_SOURCE = 0.44
"""The share of a row that holders may take before the name has had its room."""


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


def row_face(row: NeedRow, y: float, width: float) -> tuple[list[Item], float]:
    """The row from `y` down in a card of this width, and how much height it takes."""
    style = STYLES[row.look]
    above = 3.0 if style.stroke else 0.0
    height = above * 2 + 18 + LINE * len(row.below) + (1 if style.stroke else 0)
    items: list[Item] = []
    if style.stroke:
        frame = Box(5, y + 1.5, width - 10, height - 3)
        items.append(
            Rect(frame, style.wash, style.stroke, style.stroke_width, radius=3, dash=style.dash)
        )
    items.append(Icon(row.look.value, 14, y + above + 9))
    items.extend(_words(row, style, y + above + 13, width))
    for number, line in enumerate(row.below):
        items.extend(_below(row, number, line, y + above + 13 + LINE * (number + 1), width))
    data = (("data", row.data), ("supply", row.look.value))
    return [Group(tuple(items), title=row.title, css="need", data=data)], height


def _words(row: NeedRow, style: Style, baseline: float, width: float) -> Iterator[Text]:
    """Name at the left, source at the right; the name gets what the source leaves."""
    room = width - TEXT_LEFT - RIGHT
    name_width = width_of(row.name, SIZE, style.bold)
    source_room = max(room * LEAST_FOR_SOURCE, room - name_width - 6)
    source = _clipped_source(row, source_room, style.bold)
    source_width = width_of(source, SMALL, style.bold)
    name_room = room - source_width - (6 if source else 0)
    name = clip(row.name, name_room, SIZE, style.bold)
    whole = row.name if name != row.name else ""
    yield Text(TEXT_LEFT, baseline, name, SIZE, name_room, style.ink, style.bold, whole=whole)
    if source:
        yield Text(
            width - RIGHT,
            baseline,
            source,
            SMALL,
            source_room,
            style.source_ink,
            style.bold,
            "end",
            row.source if source != row.source else "",
        )


def _clipped_source(row: NeedRow, room: float, bold: bool) -> str:
    """Of holders and word the holders are cut: the word has to stand."""
    if width_of(row.source, SMALL, bold) <= room:
        return row.source
    fixed = width_of(source_text(row.look, "…", row.word), SMALL, bold) - width_of("…", SMALL, bold)
    holders = clip(row.holders, room - fixed, SMALL, bold)
    if len(holders) < 3:
        return clip(row.word, room, SMALL, bold)
    return source_text(row.look, holders, row.word)


def _below(row: NeedRow, number: int, line: str, baseline: float, width: float) -> Iterator[Item]:
    is_paper = row.look in (Look.CARRIED, Look.UNSHARED) and number == 0
    room = width - TEXT_LEFT - RIGHT
    text = clip(line, room, SMALL)
    yield Icon("paper" if is_paper else "when", 14, baseline - 4)
    yield Text(
        TEXT_LEFT,
        baseline,
        text,
        SMALL,
        room,
        palette.INK if is_paper else palette.MUTED,
        whole=line if text != line else "",
    )
