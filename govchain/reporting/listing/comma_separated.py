"""A list as comma-separated values: for spreadsheets, whole, a row a line, without sums."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from typing import Any, TypeGuard

from govchain.model.figures import rounded
from govchain.reporting.listing.cells import texts_in, value_in
from govchain.reporting.listing.columns import ListColumn, Value
from govchain.reporting.listing.listing import Listing
from govchain.reporting.words import Words

FILE_MARK = "\ufeff"
"""What a file of it begins with, so that spreadsheets know its Chinese."""
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
"""What spreadsheets take a cell to be a formula by."""


def lines_of(listing: Listing, spoken: Words) -> Iterator[str]:
    """Its heads, then its rows."""
    yield heads(listing.columns, spoken)
    for row in listing.rows:
        yield line(cell(value_in(row, column), column, spoken) for column in listing.columns)


def heads(columns: Iterable[ListColumn], spoken: Words) -> str:
    return line(spoken.say(column.head) for column in columns)


def cell(value: Value, column: ListColumn, spoken: Words) -> str:
    """Figures as programs read them, texts as people do: they stay texts in a spreadsheet."""
    return cell_of(value, () if _is_figure(value) else texts_in(value, column, spoken), spoken)


def cell_of(value: Value, texts: Iterable[str], spoken: Words) -> str:
    """The same of a value whose `texts_in` are known."""
    if _is_figure(value):
        return str(int(value) if value == int(value) else rounded(value))
    return spoken.joined([_as_text(text) for text in texts])


def _is_figure(value: Value) -> TypeGuard[int | float]:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _as_text(text: str) -> str:
    """The text, marked as such where a spreadsheet would compute it: also in the middle of a cell,
    for some divide cells where several texts are joined."""
    return f"'{text}" if _FORMULA.match(text) else text


def line(cells: Iterable[str]) -> str:
    """A row of a file."""
    written: str = _WRITER.writerow(cells)
    return written


class _Line:
    """What a writer of rows writes a row into: it hands it back."""

    def write(self, text: str) -> str:
        return text


_WRITER: Any = csv.writer(_Line(), lineterminator="\n")
