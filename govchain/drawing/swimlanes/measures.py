"""The measures of lying lanes, in pixels. Pages are as wide as a ledger's, or larger as far as
letters can be read on their paper."""

from __future__ import annotations

from typing import NamedTuple

from govchain.drawing.ink.paper import Paper
from govchain.drawing.ledger.measures import LEAST, WIDTH
from govchain.drawing.ledger.sheet import height_on, width_on

MARGIN = 36.0
HEAD = 98.0
"""How wide the names of lanes are."""
LEFT = MARGIN + HEAD
LEAST_CARD, MOST_CARD = 148.0, 230.0
LEAST_GAP, TRACK = 24.0, 7.0
"""Between cards of two columns, and between lines in a gap."""
NAME, SMALL = 14.5, LEAST
NAME_LINE, ROW = 19.0, 17.0
PADDING = 8.0
LANE_PADDING = 8.0
"""Above and below the cards of a lane."""
PILL = 32.0
PILL_SPARE = 6.0
"""So much less than a line the words in a pill may take."""
BAND_HEAD = 21.0
FIGURES = 34.0
PORT, PORTS = 20.0, 7.0
"""Where the first line leaves or reaches a card, below its top, and how far it is to the next."""
ICON = 16.0
MOST_ASIDE = 0.5
"""So much of a line who holds a paper may take."""
MOST_PAPERS = 4
"""So many papers a card names at most."""
LARGER = 1.15
"""So many times as large as usual a page of paper may be, in letters that are smaller there."""
SCREEN_HEIGHT = 1000.0
"""A page of no paper is divided where it would be higher."""


class Room(NamedTuple):
    """How large a page is: `scale` times as large as usual, up to `right`, and so high at most."""

    scale: float
    right: float
    height: float


def rooms_on(paper: Paper | None) -> tuple[Room, ...]:
    """How large a page may be: as usual, or on paper somewhat larger, as far as letters can be read
    there."""
    height = height_on(paper)
    if paper is None or height is None:
        return (Room(1, WIDTH - MARGIN, SCREEN_HEIGHT),)
    largest = min(paper.room_for(SMALL)[1] / height, LARGER)
    width = width_on(paper)
    return tuple(Room(scale, MARGIN + width * scale, height * scale) for scale in (1, largest))
