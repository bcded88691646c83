"""The signs of findings in a ledger: small, beside what they speak of, leading to the strip."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from govchain.drawing.card.badges import Badge, anchor_of, badge_of, badges_of, pill
from govchain.drawing.chart.marks import Mark
from govchain.drawing.ink.pieces import Piece
from govchain.drawing.ink.scene import Box, Group, Item
from govchain.drawing.ledger.measures import LEAST

HEIGHT = 17.0
BETWEEN = 3.0


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

    def badge(self, mark: Mark) -> Badge:
        """As it looks on cards too; grey where others are to stand out."""
        return badge_of(replace(mark, is_pale=not self.stands_out(mark)))

    def piece(self, marks: Sequence[Mark], most: int) -> Piece:
        """The signs in a row around a baseline; of many the first, and how many more there are."""
        items: list[Item] = []
        x = 0.0
        for badge, mark in zip(badges_of(marks, most), marks, strict=False):
            shown = badge if badge.mark is None else self.badge(mark)
            items.append(self._face(shown, mark, x))
            x += shown.width_at(LEAST) + BETWEEN
        return Piece(tuple(items), max(x - BETWEEN, 0.0))

    def _face(self, badge: Badge, mark: Mark, x: float) -> Group:
        """A badge; that of several findings leads to the first, the mark."""
        box = Box(x, -12.5, badge.width_at(LEAST), HEIGHT)
        css = "badge more" if badge.mark is None else "badge"
        return Group(
            tuple(pill(badge, box, LEAST)),
            title=badge.title,
            css=css if badge.mark is None or self.stands_out(mark) else "badge dim",
            data=() if badge.mark is None else (("finding", mark.label),),
            href=anchor_of(self.matter, mark),
            page=self.pages.get(mark.number, ""),
        )
