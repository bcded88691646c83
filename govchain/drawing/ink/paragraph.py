"""A text in lines, and parts of a page put below each other."""

from __future__ import annotations

from govchain.drawing.ink.lettering import clean, wrap
from govchain.drawing.ink.palette import INK
from govchain.drawing.ink.scene import Group, Item, Text

Part = tuple[tuple[Item, ...], float]
"""Items from y = 0 downwards, and how high they are together."""


def paragraph(
    said: str,
    width: float,
    size: float,
    line: float,
    *,
    fill: str = INK,
    bold: bool = False,
    most: int = 2,
) -> Part:
    """The text in as many lines; cut, it is whole in the title of the last."""
    said = clean(said)
    lines = wrap(said, [width], size, bold, most=most)
    items = []
    for number, text in enumerate(lines):
        is_cut = number == most - 1 and text.endswith("…") and not said.endswith(text)
        whole = said if is_cut else ""
        y = number * line + size * 0.9
        items.append(Text(0, y, text, size, width, fill, bold, whole=whole))
    return tuple(items), line * len(lines)


class Stack:
    """Parts of a page from the top down, all from one left edge."""

    def __init__(self, x: float, y: float) -> None:
        self.items: list[Item] = []
        self.x, self.y = x, y

    def add(self, part: Part, space: float = 0.0, rise: float = 0.0) -> None:
        """Puts the part below what is there, `space` after it where there is any; `rise` is how
        far it reaches above its y = 0."""
        items, height = part
        if items:
            self.items.append(Group(items, x=self.x, y=self.y + rise))
            self.y += height + space
