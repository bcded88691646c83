"""A page as text for a terminal: every line fits the width, severities have their colours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from govchain.model.figures import percent
from govchain.reporting.blocks import (
    Bars,
    Block,
    Commands,
    Heading,
    Listed,
    Sentence,
    Table,
    Told,
)
from govchain.reporting.style import Style
from govchain.reporting.terminal import Cell, drawn, table
from govchain.reporting.widths import padded, width_of, wrapped

_INDENT = "    "
_BETWEEN = "  "
_BAR = 24
"""The cells of the longest bar."""


def as_text(blocks: Iterable[Block], style: Style) -> str:
    """The blocks with a blank line between them; sentences stand together."""
    parts = (
        "\n".join(line for block in together for line in _lines(block, style))
        for together in _together(blocks)
    )
    return "\n\n".join(parts) + "\n"


def _together(blocks: Iterable[Block]) -> Iterator[Iterable[Block]]:
    for are_sentences, group in groupby(blocks, lambda block: isinstance(block, Sentence)):
        if are_sentences:
            yield group
        else:
            yield from ([block] for block in group)


def _lines(block: Block, style: Style) -> list[str]:
    match block:
        case Heading(text):
            return [style.paint("strong", text)]
        case Sentence(text, tones):
            return wrapped(style.in_tones(text, tones), style.width)
        case Table():
            return _table(block, style)
        case Bars():
            return _bars(block, style)
        case Told():
            return _told(block, style)
        case Listed(items):
            return [line for item in items for line in _told(item, style)]
        case Commands():
            return _commands(block, style)


def _table(block: Table, style: Style) -> list[str]:
    columns = block.columns
    figures = tuple(n for n, column in enumerate(columns) if column.is_figure)
    whole = tuple(n for n, column in enumerate(columns) if column.is_whole)
    made = table(*(column.head for column in columns), numbers=figures, whole=whole)
    for row in block.rows:
        cells = zip(columns, row, strict=True)
        made.add_row(*(text if c.is_figure else Cell(text) for c, text in cells))
    title = [*wrapped(block.title, style.width), ""] if block.title else []
    return [*title, drawn(made, style).rstrip("\n"), *([block.note] if block.note else [])]


def _bars(block: Bars, style: Style) -> list[str]:
    made = table(*block.heads, "%", "", numbers=(1, 2), whole=(0, 3))
    for name, count, share in block.rows:
        made.add_row(name, count, percent(share), "█" * round(share * _BAR))
    return [drawn(made, style).rstrip("\n")]


def _told(told: Told, style: Style) -> list[str]:
    first, *rest = wrapped(f"{told.number:>2}. {_BETWEEN.join(told.head)}", style.width, _INDENT)
    lines = [style.in_tones(first, [told.tone] if told.tone else []), *rest]
    for text in told.sentences:
        lines += _paragraph(text, style)
    if told.marks:
        lines.append(_INDENT + style.paint("faint", _BETWEEN.join(told.marks)))
    for text in told.after:
        lines += _paragraph(text, style)
    return lines


def _paragraph(text: str, style: Style) -> list[str]:
    return wrapped(_INDENT + text, style.width, _INDENT)


def _commands(block: Commands, style: Style) -> list[str]:
    """The commands in one column, what each shows beside it."""
    column = max(width_of(command) for command, _ in block.rows)
    under = " " * (column + 2 * len(_BETWEEN))
    lines = [style.paint("strong", block.title)]
    for command, about in block.rows:
        line = _BETWEEN + padded(command, column) + _BETWEEN + about
        lines += wrapped(line, style.width, under)
    return lines
