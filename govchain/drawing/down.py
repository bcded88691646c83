"""From top to bottom: where rows of cards and the lines in the gaps between them are, in pixels."""

from __future__ import annotations

from collections.abc import Sequence

from govchain.drawing.gaps import Gap

TOP = 18.0
LINE = 8.0
LEAST_GAP = 26.0
GAP_BELOW_BAR = 32.0
"""Room for the words of a parallel block."""
ABOVE_LINES = 10.0
BELOW_LINES = 17.0
"""Below the lowest line of a gap: room for the head of an arrow."""


class Ordinates:
    """The places down a picture.

    For each row its height, how far something stands out above it, and whether a bar is in it.
    """

    def __init__(
        self,
        heights: Sequence[float],
        overhangs: Sequence[float],
        has_bar: Sequence[bool],
        gaps: Sequence[Gap],
    ) -> None:
        self._gaps = gaps
        self.tops: list[float] = []
        self.bottoms: list[float] = []
        self._lowest_lines: list[float] = []
        y = TOP
        for row, height in enumerate(heights):
            self.tops.append(y + overhangs[row])
            bottom = y + overhangs[row] + height
            y = bottom + _gap_height(gaps[row], has_bar[row])
            self.bottoms.append(bottom)
            self._lowest_lines.append(y - BELOW_LINES)

    def line(self, gap: int, arrow: int) -> float:
        """Where an arrow runs across in a gap: the lines stand just above the arrow heads."""
        known = self._gaps[gap]
        return self._lowest_lines[gap] - LINE * (known.lines - 1 - known.line_of[arrow])


def _gap_height(gap: Gap, below_bar: bool) -> float:
    needed = ABOVE_LINES + LINE * (gap.lines - 1) + BELOW_LINES if gap.lines else 0
    return max(GAP_BELOW_BAR if below_bar else LEAST_GAP, needed)
