"""A page while it is filled from top to bottom."""

from __future__ import annotations

from dataclasses import dataclass, field

from govchain.drawing.ink.paper import Paper
from govchain.drawing.ink.scene import Group, Item
from govchain.drawing.ledger.measures import MARGIN, WIDTH

_ABOVE, _BELOW = 10.0, 16.0
"""Above and below what stands at the foot of a page of no paper."""
_TOP = 28.0
"""So much is left free above a title; paper has margins of its own, on all sides."""


@dataclass(slots=True)
class Sheet:
    """What stands on it so far, and where the next thing may begin."""

    paper: Paper | None = None
    scale: float = 1
    """So many times as large a page of paper is as others."""
    items: list[Item] = field(default_factory=list)
    y: float = 0.0

    def __post_init__(self) -> None:
        self.y = 0.0 if self.paper is None else -_TOP

    @property
    def width(self) -> float:
        return width_on(self.paper) * self.scale

    @property
    def height(self) -> float | None:
        """Of a page of paper; None: as high as it has to be."""
        height = height_on(self.paper)
        return None if height is None else height * self.scale

    def put(self, part: tuple[Item, ...], height: float) -> None:
        """Puts a part of this height below all others."""
        if part:
            left = 0.0 if self.paper is None else -MARGIN
            self.items.append(Group(part, x=left, y=self.y))
        self.y += height

    def space(self, height: float) -> None:
        self.y += height

    def free(self, foot: float) -> float:
        """The height that is left on a page of paper with a foot of this height."""
        height = self.height
        assert height is not None, "a page of paper"
        return height - self.y - _ABOVE - foot

    def finish(self, foot: tuple[tuple[Item, ...], float], *, is_high: bool = False) -> float:
        """Puts the foot at the end of the page, or right here; the page's height. `is_high`: what
        stands on it is higher than its paper."""
        items, taken = foot
        bottom = self.height
        below = 0.0 if self.paper else _BELOW
        if bottom is None or is_high:
            bottom = self.y + _ABOVE + taken + below
        self.y = bottom - below - taken
        self.put(items, taken)
        return bottom


def width_on(paper: Paper | None) -> float:
    """How wide a page is, which what stands on paper fills from margin to margin."""
    return WIDTH if paper is None else WIDTH - 2 * MARGIN


def height_on(paper: Paper | None) -> float | None:
    """How high a page as wide as that is, in the proportions of the paper's room."""
    if paper is None:
        return None
    width, height = paper.room
    return width_on(paper) * height / width
