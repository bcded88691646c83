"""The numbers of findings on a card: what each badge says, and how it looks.

The family of a finding is told by the outline of its badge, its severity by a mark: an error by
two strokes before the number, a warning by a filled badge, an advice by an empty one. The colour
says no more than these do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from govchain.drawing.chart.marks import Mark
from govchain.drawing.ink import palette
from govchain.drawing.ink.lettering import width_of
from govchain.drawing.ink.scene import Box, Group, Item, Rect, Shape, Text
from govchain.findings import Severity

SIZE = 12.0
HEIGHT = 22.0
SIDE = 8.0
"""What an outline takes at both sides of its number."""
ALERT_WIDTH = 7.0
Points = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Badge:
    """A badge; `mark` is None for the one that says how many more there are."""

    label: str
    title: str
    colour: str
    mark: Mark | None = None

    @property
    def width(self) -> float:
        return max(self.width_at(SIZE), HEIGHT)

    def width_at(self, size: float) -> float:
        """How wide it is where its number is written in this size."""
        alert = ALERT_WIDTH if self.is_alert else 0
        return width_of(self.label, size, True) + SIDE + alert + 2 * _slant(self.family, size * 1.6)

    @property
    def family(self) -> str:
        return self.mark.finding.family if self.mark else ""

    @property
    def is_alert(self) -> bool:
        return self.mark is not None and self.mark.finding.severity is Severity.ERROR

    @property
    def is_empty(self) -> bool:
        """It is drawn by its outline alone."""
        return self.mark is not None and self.mark.finding.severity is Severity.ADVICE


def colour_of(mark: Mark) -> str:
    """Orange where data does not flow, purple for an approval too many, else blue-grey; grey where
    others are to stand out."""
    if mark.is_pale:
        return palette.MUTED
    if mark.is_lack_of_sharing:
        return palette.ALARM
    return palette.REDUNDANT if mark.finding.family == "approvals" else palette.OTHER


def wash_of(mark: Mark) -> str:
    """The pale colour that goes with it."""
    if mark.is_pale:
        return palette.WHITE
    washes = {palette.ALARM: palette.ALARM_WASH, palette.REDUNDANT: palette.REDUNDANT_WASH}
    return washes.get(colour_of(mark), palette.OTHER_WASH)


def anchor_of(matter: str, mark: Mark) -> str:
    """The id of a finding in the picture, and in a page that holds it."""
    return f"{matter}-{mark.label}"


def badge_of(mark: Mark) -> Badge:
    return Badge(mark.sign, f"{mark.sign} {mark.sentence}", colour_of(mark), mark)


def badges_of(marks: Sequence[Mark], most: int) -> list[Badge]:
    """One badge a finding; where there are more than `most`, the last says how many more."""
    shown = marks if len(marks) <= most else marks[: most - 1]
    badges = [badge_of(mark) for mark in shown]
    if rest := marks[len(shown) :]:
        said = "\n".join(f"{mark.sign} {mark.sentence}" for mark in rest)
        badges.append(Badge(f"+{len(rest)}", said, palette.MUTED))
    return badges


def badge_face(matter: str, badge: Badge, box: Box, size: float = SIZE) -> Group:
    """A badge in its box; it leads to its finding in the strip."""
    items = tuple(pill(badge, box, size))
    if badge.mark is None:
        return Group(items, title=badge.title)
    return Group(
        items,
        title=badge.title,
        css="badge",
        data=(("finding", badge.mark.label),),
        href=anchor_of(matter, badge.mark),
    )


def pill(badge: Badge, box: Box, size: float) -> Iterator[Item]:
    """A label in the outline of its family."""
    fill, edge, ink = badge.colour, palette.WHITE, palette.WHITE
    if badge.is_empty:
        fill, edge, ink = palette.WHITE, badge.colour, badge.colour
    if badge.mark is not None and badge.mark.is_pale:
        fill = palette.WHITE if badge.is_empty else palette.RUN
        edge, ink = palette.PALE, palette.MUTED
    yield outline(badge.family, box, fill, edge)
    beside = ALERT_WIDTH if badge.is_alert else 0.0
    if beside:
        width = width_of(badge.label, size, True) + beside
        yield from alert(box.middle - width / 2 + 0.5, box, ink)
    room = box.width - SIDE / 2 - beside
    baseline = box.y + box.height / 2 + size * 0.36
    yield Text(box.middle + beside / 2, baseline, badge.label, size, room, ink, True, "middle")


def outline(family: str, box: Box, fill: str, edge: str) -> Item:
    """The shape of a family around a box."""
    if family in _OUTLINES:
        points = _OUTLINES[family](box, _slant(family, box.height))
        return Shape(points, fill, edge, 1.6)
    radius = 1.5 if family == "approvals" else box.height / 2
    return Rect(box, fill, edge, 1.6, radius=radius)


def alert(x: float, box: Box, ink: str) -> Iterator[Item]:
    """Two exclamation marks."""
    top, height = box.y + box.height * 0.26, box.height * 0.48
    for left in (x, x + 3.4):
        yield Rect(Box(left, top, 1.8, height * 0.64), ink)
        yield Rect(Box(left, top + height * 0.78, 1.8, height * 0.22), ink)


def _slant(family: str, height: float) -> float:
    return min(height * 0.24, 5.0) if family in _OUTLINES else 0.0


def _hexagon(box: Box, slant: float) -> Points:
    middle = box.y + box.height / 2
    left, right = box.x + slant, box.right - slant
    top, bottom = box.y, box.bottom
    return (
        (box.x, middle),
        (left, top),
        (right, top),
        (box.right, middle),
        (right, bottom),
        (left, bottom),
    )


def _tag(box: Box, slant: float) -> Points:
    middle, right = box.y + box.height / 2, box.right - slant
    return (
        (box.x, box.y),
        (right, box.y),
        (box.right, middle),
        (right, box.bottom),
        (box.x, box.bottom),
    )


def _leaning(box: Box, slant: float) -> Points:
    return (
        (box.x + slant, box.y),
        (box.right, box.y),
        (box.right - slant, box.bottom),
        (box.x, box.bottom),
    )


def _ribbon(box: Box, slant: float) -> Points:
    middle = box.y + box.height / 2
    return (
        (box.x, box.y),
        (box.right, box.y),
        (box.right - slant, middle),
        (box.right, box.bottom),
        (box.x, box.bottom),
        (box.x + slant, middle),
    )


def _cut(box: Box, slant: float) -> Points:
    left, right = box.x + slant, box.right - slant
    top, bottom = box.y + slant, box.bottom - slant
    return (
        (left, box.y),
        (right, box.y),
        (box.right, top),
        (box.right, bottom),
        (right, box.bottom),
        (left, box.bottom),
        (box.x, bottom),
        (box.x, top),
    )


_OUTLINES: Mapping[str, Callable[[Box, float], Points]] = {
    "collaboration": _hexagon,
    "supervision": _tag,
    "resources": _leaning,
    "service": _ribbon,
    "definition": _cut,
}
"""By families; sharing is round, approvals are square."""
