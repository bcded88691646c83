"""The papers that pictures are printed on, and how large what is drawn comes out there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

LEAST_LETTERS = 6.5
"""Points: smaller letters nobody reads on paper."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet, lying: its sides in points (72 to the inch)."""

    name: str
    width: float
    height: float

    def scale(self, width: float, height: float) -> float:
        """Points for each pixel of a picture of this size, drawn as large as the sheet allows."""
        return min(self.width / width, self.height / height)

    def least_size(self, width: float, height: float) -> float:
        """Pixels: the smallest letters of a picture of this size that can be read on the sheet."""
        return LEAST_LETTERS / self.scale(width, height)


PAPERS: Mapping[str, Paper] = {
    paper.name: paper
    for paper in (
        Paper("a4", 841.89, 595.28),
        Paper("a3", 1190.55, 841.89),
        Paper("slide", 960, 540),
    )
}
"""By their names; a slide is as wide as 16 to 9."""
