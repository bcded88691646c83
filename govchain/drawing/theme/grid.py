"""The measures of a theme's picture. All stands on a grid: lines that leave cards run a little
above the middle of its rows, lines that reach cards a little below, so that none lies on another.
"""

from __future__ import annotations

from govchain.drawing.ink.paper import Paper

ROW = 20.0
CARD, WIDEST_CARD = 196.0, 336.0
"""How wide cards are: as wide as the rows of their column ask where a page has room for it."""
CARD_SPACE = ROW
"""Between cards of a column."""
PADDING = 9.0
TRACK = 8.0
"""Between lines beside each other."""
LEAST_GAP = 44.0
MARGIN = 30.0
LEAVES, REACHES = -3.0, 3.0
NAME, LETTERS, SMALL = 13.5, 12.5, 12.0
"""Letters: names, rows, and all else; none is smaller."""
TITLE, TITLE_LINE = 23.0, 30.0
LINE = 18.0
LEAST_WIDTH = 1000.0
SCREEN_HEIGHT = 1100.0
"""A picture of no paper is about so high."""
MOST_TRACKS = 24
"""So many lines run beside each other; of others the numbers in the rows tell."""


def room_on(paper: Paper | None) -> tuple[float, float]:
    """How wide and how high a page may be for its letters to be legible."""
    if paper is None:
        return float("inf"), SCREEN_HEIGHT
    return paper.room_for(SMALL)
