"""The measures of a ledger, in pixels: its columns, its letters.

No letters are smaller than what can be read on A4 lying, which the width of a page comes out on.
"""

from __future__ import annotations

from typing import NamedTuple

from govchain.drawing.ink.paper import Paper

WIDTH = 1600.0
MARGIN = 36.0
RIGHT = WIDTH - MARGIN


class Column(NamedTuple):
    """From where to where a column reaches."""

    left: float
    right: float

    @property
    def width(self) -> float:
        return self.right - self.left


NAMES = Column(MARGIN, 326)
TIME = Column(332, 892)
AXIS = Column(352, 790)
"""The part of the time's column that bars stand in; what is said of them may reach beyond."""
PAPERS = Column(906, 1474)
VISITS = Column(1478, RIGHT)

TITLE, SUBTITLE = 28.0, 15.0
NAME, INNER_NAME, SMALL = 15.5, 13.5, 13.0
LEAST = 12.5
"""The smallest letters of all."""
HEAD = 34.0
"""The height of the head of the columns."""
PADDING = 9.0
LEAST_ROW, LEAST_INNER_ROW, MOST_ROW = 50.0, 42.0, 96.0
NAME_LINE, SMALL_LINE, PAPER_LINE = 20.0, 17.0, 21.0
BAR, INNER_BAR = 28.0, 23.0
AXIS_FOOT = 24.0
BASE = 0.36
"""From the middle of a line down to its baseline, in parts of the letters' size."""


def height_on(paper: Paper) -> float:
    """The height of a page as wide as a ledger with the proportions of the paper."""
    return WIDTH * paper.height / paper.width
