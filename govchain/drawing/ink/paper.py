"""The papers that pictures are printed on, and how large what is drawn comes out there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

LEAST_LETTERS = 6.5
"""Points: smaller letters nobody reads on paper."""
MARGIN = 8 / 25.4 * 72
"""Points, around all that is printed: eight millimetres, more than any printer leaves out."""
NUMBER_LINE = 11.0
"""Points: the line at the foot of a page, within the margins, where its number stands."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet, lying: its sides in points (72 to the inch)."""

    name: str
    width: float
    height: float

    @property
    def room(self) -> tuple[float, float]:
        """Width and height of what a picture may fill: between the margins, above the number."""
        return room_within(self.width, self.height)

    def room_for(self, letters: float) -> tuple[float, float]:
        """Pixels: how large a picture may be for letters of this size to be read on the sheet."""
        width, height = self.room
        return width * letters / LEAST_LETTERS, height * letters / LEAST_LETTERS


def room_within(width: float, height: float) -> tuple[float, float]:
    """What is left of a sheet, lying or standing, for a picture."""
    return width - 2 * MARGIN, height - 2 * MARGIN - NUMBER_LINE


PAPERS: Mapping[str, Paper] = {
    paper.name: paper
    for paper in (
        Paper("a4", 841.89, 595.28),
        Paper("a3", 1190.55, 841.89),
        Paper("slide", 960, 540),
    )
}
"""By their names; a slide is as wide as 16 to 9."""
