"""Parts of a page put below each other."""

from __future__ import annotations

from dataclasses import dataclass, field

from govchain.drawing.ink.scene import Group, Item


@dataclass(slots=True)
class Stack:
    """Parts of a page from the top down, all from one left edge; `y` is where the next begins."""

    x: float
    y: float
    items: list[Item] = field(default_factory=list)

    def put(
        self,
        part: tuple[Item, ...],
        height: float,
        *,
        above: float = 0.0,
        below: float = 0.0,
        rise: float = 0.0,
    ) -> None:
        """Puts a part so far below the last one; where it is empty it takes no height, and leaves
        nothing free below it. `rise` is how far it reaches above its y = 0."""
        self.y += above
        if part:
            self.items.append(Group(part, x=self.x, y=self.y + rise))
            self.y += height + below
