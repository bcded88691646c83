"""A page while it is filled from top to bottom."""

from __future__ import annotations

from dataclasses import dataclass, field

from govchain.drawing.ink.scene import Group, Item

_ABOVE, _BELOW = 10.0, 16.0
"""Above and below what stands at the foot of a page."""


@dataclass(slots=True)
class Sheet:
    """What stands on it so far, and where the next thing may begin."""

    items: list[Item] = field(default_factory=list)
    y: float = 0.0

    def put(self, part: tuple[Item, ...], height: float) -> None:
        """Puts a part of this height below all others."""
        if part:
            self.items.append(Group(part, y=self.y))
        self.y += height

    def space(self, height: float) -> None:
        self.y += height

    def finish(self, foot: tuple[tuple[Item, ...], float], height: float | None) -> float:
        """Puts the foot at the end of a page of this height, or right here; the page's height."""
        items, taken = foot
        bottom = self.y + _ABOVE + taken + _BELOW if height is None else height
        self.items.append(Group(items, y=bottom - _BELOW - taken))
        return bottom
