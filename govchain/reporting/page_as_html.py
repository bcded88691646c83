"""A page as plain HTML, for a notebook: headings, sentences and tables, all of it text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from govchain.model.figures import percent
from govchain.reporting.blocks import (
    Bars,
    Block,
    Column,
    Commands,
    Heading,
    Listed,
    Sentence,
    Table,
    Told,
)


def as_html(blocks: Iterable[Block]) -> str:
    """The blocks one after another."""
    return "\n".join(line for block in blocks for line in _lines(block))


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(text):
            yield f"<h3>{escape(text)}</h3>"
        case Sentence(text):
            yield f"<p>{escape(text)}</p>"
        case Table(columns, rows, title, note):
            yield from _given(title)
            yield _table(columns, rows)
            yield from _given(note)
        case Bars((name, count), rows):
            heads = Column(name), Column(count, is_figure=True), Column("%", is_figure=True)
            yield _table(heads, [(n, c, percent(share)) for n, c, share in rows])
        case Told():
            yield from _told(block)
        case Listed(items):
            for item in items:
                yield from _told(item)
        case Commands(title, rows):
            yield from _given(title)
            yield _table((Column(""), Column("")), rows)


def _given(text: str) -> Iterator[str]:
    if text:
        yield f"<p>{escape(text)}</p>"


def _told(told: Told) -> Iterator[str]:
    yield f"<h4>{told.number}. {escape(' · '.join(told.head))}</h4>"
    for text in (*told.sentences, " · ".join(told.marks), *told.after):
        yield from _given(text)


def _table(columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> str:
    heads = [column.head for column in columns] if any(c.head for c in columns) else []
    lines = [_row("th", heads, columns)] if heads else []
    lines += [_row("td", row, columns) for row in rows]
    return f"<table>{''.join(lines)}</table>"


def _row(tag: str, texts: Sequence[str], columns: Sequence[Column]) -> str:
    sides = ("right" if column.is_figure else "left" for column in columns)
    cells = (
        f'<{tag} style="text-align:{side}">{escape(text)}</{tag}>'
        for text, side in zip(texts, sides, strict=True)
    )
    return f"<tr>{''.join(cells)}</tr>"
