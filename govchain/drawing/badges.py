"""The numbers of findings at the top right corner of a card."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govchain.drawing import palette
from govchain.drawing.lettering import width_of
from govchain.drawing.marks import Mark
from govchain.drawing.scene import Box, Group, Item, Rect, Text

SIZE = 12.0
HEIGHT = 22.0
MOST = 4
"""More findings than this on one card: the last badge says how many more."""


def colour_of(mark: Mark) -> str:
    """Orange where data does not flow, purple for an approval too many, else blue-grey."""
    if mark.is_lack_of_sharing:
        return palette.ALARM
    return palette.REDUNDANT if mark.finding.family == "approvals" else palette.OTHER


def wash_of(mark: Mark) -> str:
    """The pale colour that goes with it."""
    washes = {palette.ALARM: palette.ALARM_WASH, palette.REDUNDANT: palette.REDUNDANT_WASH}
    return washes.get(colour_of(mark), palette.OTHER_WASH)


def anchor_of(matter: str, mark: Mark) -> str:
    """The id of a finding in the picture, and in a page that holds it."""
    return f"{matter}-{mark.label}"


def badges(matter: str, marks: Sequence[Mark], card: Box) -> Iterator[Item]:
    """One badge a finding, from the corner of the card to the left."""
    shown = marks if len(marks) <= MOST else marks[: MOST - 1]
    right = card.right + 9
    if len(shown) < len(marks):
        rest = f"+{len(marks) - len(shown)}"
        title = "\n".join(mark.sentence for mark in marks[len(shown) :])
        yield Group(tuple(_badge(rest, right, card.y, palette.MUTED)), title=title)
        right -= _width(rest) + 1
    for mark in reversed(shown):
        items = tuple(_badge(mark.label, right, card.y, colour_of(mark)))
        yield Group(
            items,
            title=f"{mark.label} {mark.sentence}",
            css="badge",
            data=(("finding", mark.label),),
            href=anchor_of(matter, mark),
        )
        right -= _width(mark.label) + 1


def _width(label: str) -> float:
    return max(width_of(label, SIZE, True) + 8, HEIGHT)


def _badge(label: str, right: float, card_top: float, colour: str) -> Iterator[Item]:
    width = _width(label)
    box = Box(right - width, card_top - 13, width, HEIGHT)
    yield Rect(box, colour, palette.WHITE, 1.6, radius=HEIGHT / 2)
    yield Text(
        box.middle, box.y + 15.3, label, SIZE, width, palette.WHITE, bold=True, anchor="middle"
    )
