"""The chapters that the terminal tells too, block by block."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

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
from govchain.reporting.difference import page as difference_page
from govchain.reporting.html.shown import Shown
from govchain.reporting.page import picture
from govchain.reporting.style import Style


def chapters(shown: Shown, language: str) -> list[dict[str, Any]]:
    """The picture of the catalogue: what stands before the findings themselves."""
    return [*_told(picture(shown.report, Style(language)))]


def changes(shown: Shown, language: str) -> list[dict[str, Any]]:
    """What differs between the two versions; nothing where there is one."""
    if shown.difference is None:
        return []
    return [*_told(difference_page.page(shown.difference, Style(language)))]


def _told(blocks: Iterable[Block]) -> Iterator[dict[str, Any]]:
    for block in blocks:
        match block:
            case Heading(text):
                yield {"heading": text}
            case Sentence(text):
                yield {"text": text}
            case Table():
                yield {
                    "title": block.title,
                    "columns": [[column.head, int(column.is_figure)] for column in block.columns],
                    "rows": block.rows,
                    "note": block.note,
                }
            case Bars(heads, rows):
                yield {"heads": heads, "bars": rows}
            case Told():
                yield _item(block)
            case Listed(items):
                yield from map(_item, items)
            case Commands():
                pass  # what they show stands in the page itself


def _item(told: Told) -> dict[str, Any]:
    return {
        "number": told.number,
        "head": " · ".join(told.head),
        "tone": told.tone[1] if told.tone else "",
        "said": [*told.sentences, *told.after],
        "marks": told.marks,
    }
