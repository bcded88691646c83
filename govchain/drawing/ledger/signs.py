"""The signs of findings in a ledger: small, beside what they speak of, leading to the strip."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from govchain.drawing.card.badges import anchor_of, colour_of
from govchain.drawing.chart.marks import Mark
from govchain.drawing.ink import palette
from govchain.drawing.ink.lettering import width_of
from govchain.drawing.ink.pieces import Piece
from govchain.drawing.ink.scene import Box, Group, Item, Rect, Text
from govchain.drawing.ledger.measures import LEAST

HEIGHT = 17.0
BETWEEN = 3.0
_RADII = {palette.ALARM: HEIGHT / 2, palette.REDUNDANT: 2.0}
"""What does not flow is round, an approval too many has corners, all else is between."""


@dataclass(frozen=True, slots=True)
class Signs:
    """How the signs of one matter look: those of other rules stand back where some are to stand
    out; `pages` are the pages that findings stand on, where that is another one."""

    matter: str
    highlight: Collection[str] = ()
    pages: Mapping[int, str] = field(default_factory=dict)

    def stands_out(self, mark: Mark) -> bool:
        """It is of a rule or family that is to stand out, or none is."""
        finding = mark.finding
        return not self.highlight or not {finding.rule, finding.family}.isdisjoint(self.highlight)

    def piece(self, marks: Sequence[Mark], most: int) -> Piece:
        """The signs in a row around a baseline; of many the first, and how many more there are."""
        shown = marks if len(marks) <= most else marks[: most - 1]
        items: list[Item] = []
        x = 0.0
        for mark in shown:
            face, width = self._face(mark, x)
            items.append(face)
            x += width + BETWEEN
        if rest := marks[len(shown) :]:
            face, width = self._rest(rest, x)
            items.append(face)
            x += width + BETWEEN
        return Piece(tuple(items), max(x - BETWEEN, 0.0))

    def _face(self, mark: Mark, x: float) -> tuple[Group, float]:
        colour, width = colour_of(mark), sign_width(mark.sign)
        box = Box(x, -12.5, width, HEIGHT)
        radius = _RADII.get(colour, 5.0)
        is_lit = self.stands_out(mark)
        fill, ink = (colour, palette.WHITE) if is_lit else (palette.WHITE, palette.MUTED)
        edge = colour if is_lit else palette.RULE
        items = (
            Rect(box, fill, edge, 1, radius=radius),
            Text(box.middle, 0.6, mark.sign, LEAST, width, ink, True, "middle"),
        )
        anchor = anchor_of(self.matter, mark)
        face = Group(
            items,
            title=f"{mark.sign} {mark.sentence}",
            css="badge" if is_lit else "badge dim",
            data=(("finding", mark.label),),
            href=anchor,
            page=self.pages.get(mark.number, ""),
        )
        return face, width

    def _rest(self, marks: Sequence[Mark], x: float) -> tuple[Group, float]:
        told = f"+{len(marks)}"
        width = sign_width(told)
        box = Box(x, -12.5, width, HEIGHT)
        items = (
            Rect(box, palette.WHITE, palette.MUTED, 1, radius=5),
            Text(box.middle, 0.6, told, LEAST, width, palette.MUTED, True, "middle"),
        )
        said = "\n".join(f"{mark.sign} {mark.sentence}" for mark in marks)
        first = marks[0]
        anchor, page = anchor_of(self.matter, first), self.pages.get(first.number, "")
        return Group(items, title=said, css="badge more", href=anchor, page=page), width


def sign_width(sign: str) -> float:
    return width_of(sign, LEAST, True) + 8
