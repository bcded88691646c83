"""A text in lines."""

from __future__ import annotations

from govchain.drawing.ink.lettering import clean, wrap
from govchain.drawing.ink.palette import INK
from govchain.drawing.ink.scene import Item, Text


def paragraph(
    said: str,
    width: float,
    size: float,
    line: float,
    *,
    fill: str = INK,
    bold: bool = False,
    most: int = 2,
) -> tuple[tuple[Item, ...], float]:
    """The text in as many lines, from y = 0 down, and how high they are together; cut, it is whole
    in the title of the last."""
    said = clean(said)
    lines = wrap(said, [width], size, bold, most=most)
    items = []
    for number, text in enumerate(lines):
        is_cut = number == most - 1 and text.endswith("…") and not said.endswith(text)
        whole = said if is_cut else ""
        y = number * line + size * 0.9
        items.append(Text(0, y, text, size, width, fill, bold, whole=whole))
    return tuple(items), line * len(lines)
