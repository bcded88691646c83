"""A list as comma-separated values: for spreadsheets, whole, a row a line, without sums."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator

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
        yield _line(cell(value_in(row, column), column, spoken) for column in listing.columns)


def heads(columns: Iterable[ListColumn], spoken: Words) -> str:
    return _line(spoken.say(column.head) for column in columns)


def cell(value: Value, column: ListColumn, spoken: Words) -> str:
    """Figures as programs read them, texts as people do: they stay texts in a spreadsheet."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(int(value) if value == int(value) else rounded(value))
    return spoken.joined([_as_text(text) for text in texts_in(value, column, spoken)])


def _as_text(text: str) -> str:
    """The text, marked as such where a spreadsheet would compute it: also in the middle of a cell,
    for some divide cells where several texts are joined."""
    return f"'{text}" if _FORMULA.match(text) else text


def _line(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()
