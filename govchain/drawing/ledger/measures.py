"""The measures of a ledger, in pixels: its columns, its letters.

No letters are smaller than what can be read on A4 lying, where a page fills the width between the
margins of the paper.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
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


NAMES = Column(MARGIN, 338)
TIME = Column(344, 892)
AXIS = Column(364, 790)
"""The part of the time's column that bars stand in; what is said of them may reach beyond."""
PAPERS = Column(906, 1474)
VISITS = Column(1478, RIGHT)

TITLE, SUBTITLE = 28.0, 15.0
NAME, INNER_NAME, SMALL = 15.5, 13.5, 13.0
LEAST = 12.5
"""The smallest letters of all."""
HEAD = 34.0
"""The height of the head of the columns."""
MOST_ROW = 96.0
AXIS_FOOT = 24.0
BASE = 0.36
"""From the middle of a line down to its baseline, in parts of the letters' size."""


@dataclass(frozen=True, slots=True)
class Pitch:
    """How close the rows of a page stand: what is around and between the lines of a row, how high
    its bar is, and what is left free above and below that, for what stands on the edge of rows."""

    padding: float
    name_line: float
    small_line: float
    paper_line: float
    remedies: int
    """So many remedies a page of paper tells, more where there is room to spare."""
    most_changes: int
    """So many lines of papers a row of a comparison has at most."""
    least_row: float
    least_inner_row: float
    bar: float
    inner_bar: float
    edge: float
    least_change: float
    """The least row of a comparison, and of one with bars of both versions, which are so high and
    stand so far above and below its middle."""
    least_of_both: float
    one_of_both: float
    apart: float


ROOMY = Pitch(9, 20, 17, 21, 4, 4, 50, 42, 28, 23, 12, 52, 76, 21, 17)
TIGHT = Pitch(2.5, 18, 15.5, 18, 4, 3, 40, 36, 20, 18, 10, 38, 52, 18, 12)
"""Where rows are many: with it more of them stand on a page of paper, in letters as large."""
_ON_PAPER = (ROOMY, TIGHT, replace(TIGHT, remedies=2))


def pitches_on(paper: Paper | None) -> tuple[Pitch, ...]:
    """From the one that is read best on: the first of those with the fewest pages is taken. A page
    of no paper is as high as it has to be."""
    return (ROOMY,) if paper is None else _ON_PAPER
