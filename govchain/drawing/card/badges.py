"""The numbers of findings on a card: what each badge says, and how it looks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from govchain.drawing.chart.marks import Mark
from govchain.drawing.ink import palette
from govchain.drawing.ink.lettering import width_of
from govchain.drawing.ink.scene import Box, Group, Item, Rect, Text

SIZE = 12.0
HEIGHT = 22.0


@dataclass(frozen=True, slots=True)
class Badge:
    """A badge; `mark` is None for the one that says how many more there are."""

    label: str
    title: str
    colour: str
    mark: Mark | None = None

    @property
    def width(self) -> float:
        return max(width_of(self.label, SIZE, True) + 8, HEIGHT)


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


def badges_of(marks: Sequence[Mark], most: int) -> list[Badge]:
    """One badge a finding; where there are more than `most`, the last says how many more."""
    shown = marks if len(marks) <= most else marks[: most - 1]
    badges = [Badge(m.sign, f"{m.sign} {m.sentence}", colour_of(m), m) for m in shown]
    if rest := marks[len(shown) :]:
        said = "\n".join(f"{mark.sign} {mark.sentence}" for mark in rest)
        badges.append(Badge(f"+{len(rest)}", said, palette.MUTED))
    return badges


def badge_face(matter: str, badge: Badge, box: Box) -> Group:
    """A badge in its box; it leads to its finding in the strip."""
    items = pill(badge, box, SIZE)
    if badge.mark is None:
        return Group(items, title=badge.title)
    return Group(
        items,
        title=badge.title,
        css="badge",
        data=(("finding", badge.mark.label),),
        href=anchor_of(matter, badge.mark),
    )


def pill(badge: Badge, box: Box, size: float) -> tuple[Item, ...]:
    """A label in a box with round ends."""
    radius = box.height / 2
    baseline = box.y + radius + size * 0.36
    middle = palette.WHITE, True, "middle"
    return (
        Rect(box, badge.colour, palette.WHITE, 1.6, radius=radius),
        Text(box.middle, baseline, badge.label, size, box.width, *middle),
    )
