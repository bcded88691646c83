"""From top to bottom: where rows of cards and the lines in the gaps between them are, in pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from govchain.drawing.layout.gaps import Gap

LINE = 8.0
HEAD_AGAIN = 22.0
"""Height of a lane's head where it is said again."""
ABOVE_HEAD = 8.0
PAGE = 1200.0
"""After so much of a picture the lanes say again whose they are."""
BELOW_LINES = 17.0
"""Below the lowest line of a gap: room for the head of an arrow."""


@dataclass(frozen=True, slots=True)
class Air:
    """What is left free above the first row, between rows, and below the last."""

    top: float
    gap: float
    gap_below_bar: float
    """Room for the words of a parallel block."""
    above_lines: float
    bottom: float


WIDE = Air(18, 26, 32, 10, 20)
TIGHT = Air(12, 22, 30, 6, 12)
"""On paper more rows stand on a page, in letters as large."""


class Ordinates:
    """The places down a picture.

    For each row its height, how far something stands out above it, and whether a bar is in it.
    With `says_again` room is left, about once a page, where lanes can say again whose they are:
    `heads_again`, right below a row, where arrows only run down.
    """

    def __init__(
        self,
        heights: Sequence[float],
        overhangs: Sequence[float],
        has_bar: Sequence[bool],
        gaps: Sequence[Gap],
        says_again: bool,
        air: Air = WIDE,
    ) -> None:
        self._gaps = gaps
        self.heads_again: list[float] = []
        self.tops: list[float] = []
        self.bottoms: list[float] = []
        self._lowest_lines: list[float] = []
        y, page = air.top, PAGE
        for row, height in enumerate(heights):
            self.tops.append(y + overhangs[row])
            bottom = y + overhangs[row] + height
            y = bottom + _gap_height(gaps[row], has_bar[row], air)
            is_due = says_again and bottom > page and sum(heights[row + 1 :]) > PAGE / 4
            if is_due and not has_bar[row]:
                self.heads_again.append(bottom + ABOVE_HEAD)
                y += ABOVE_HEAD + HEAD_AGAIN
                page = y + PAGE
            self.bottoms.append(bottom)
            self._lowest_lines.append(y - BELOW_LINES)
        self.height = max(self.bottoms, default=0) + air.bottom

    def line(self, gap: int, arrow: int) -> float:
        """Where an arrow runs across in a gap: the lines stand just above the arrow heads."""
        known = self._gaps[gap]
        return self._lowest_lines[gap] - LINE * (known.lines - 1 - known.line_of[arrow])


def _gap_height(gap: Gap, below_bar: bool, air: Air) -> float:
    needed = air.above_lines + LINE * (gap.lines - 1) + BELOW_LINES if gap.lines else 0
    return max(air.gap_below_bar if below_bar else air.gap, needed)
