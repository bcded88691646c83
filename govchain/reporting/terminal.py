"""Tables and trees as text: rich draws them, into a string and never past the width."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING

from govchain.reporting.style import Style
from govchain.reporting.widths import widest_piece, width_of, wrapped

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderableType
    from rich.measure import Measurement
    from rich.table import Table
    from rich.text import Text

_HEAD = 9
"""The width that heads of figures keep to, where their words allow it."""


def drawn(renderable: RenderableType, style: Style) -> str:
    """What rich makes of it, without spaces at the ends of lines."""
    from rich.console import Console

    sheet = io.StringIO()
    console = Console(
        file=sheet,
        width=style.width,
        force_terminal=style.colour,
        color_system="standard" if style.colour else None,
        no_color=not style.colour,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    console.print(renderable, soft_wrap=False)
    return "\n".join(line.rstrip() for line in sheet.getvalue().split("\n"))


class Cell:
    """A text, wrapped as Chinese wants it: no line begins with a closing mark.

    It may be given in pieces, those in a style of rich as pairs.
    """

    def __init__(self, *pieces: str | tuple[str, str]) -> None:
        self._pieces = pieces
        self.text = "".join(piece if isinstance(piece, str) else piece[0] for piece in pieces)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        from rich.text import Text

        whole = Text.assemble(*self._pieces, overflow="fold")
        ends, end = [], 0
        for line in wrapped(self.text, options.max_width):
            begin = self.text.index(line, end)
            end = begin + len(line)
            ends += [begin, end]
        yield from whole.divide(ends)[1::2]  # all at once: each cut would go through all of it

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        from rich.measure import Measurement

        return Measurement(widest_piece(self.text), width_of(self.text))


def in_lines(head: str) -> list[str]:
    """The head of a column of figures, its words below one another."""
    if head.isascii():
        return textwrap.wrap(head, _HEAD, break_long_words=False)
    lines = -(-width_of(head) // _HEAD)
    return wrapped(head, -(-width_of(head) // (2 * lines)) * 2) if lines else []


def table(*columns: str, numbers: tuple[int, ...] = (), whole: tuple[int, ...] = ()) -> Table:
    """An empty table with these column heads.

    `numbers` are the positions of columns of figures, `whole` of those never wrapped either.
    Long heads of figures stand in several lines, so that the texts beside them have room.
    """
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    made = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="bold", show_edge=False)
    for position, head in enumerate(columns):
        made.add_column(
            "\n".join(in_lines(head)) if position in numbers else head,
            justify="right" if position in numbers else "left",
            no_wrap=position in numbers or position in whole,
            overflow="fold",
        )
    return made
