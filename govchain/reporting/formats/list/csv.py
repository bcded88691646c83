"""One list as comma-separated values: for spreadsheets, whole, a row a line, without sums."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from functools import cache

from govchain.model.figures import rounded
from govchain.reporting import lists
from govchain.reporting.listing.cells import texts_in, value_in
from govchain.reporting.listing.columns import PROOF, ListColumn, Value
from govchain.reporting.listing.listing import Listing
from govchain.reporting.style import Style
from govchain.reporting.words import Words, words

IS_OF_ONE = True
"""It holds one list."""
FILE_MARK = "\ufeff"
"""What a file of it begins with, so that spreadsheets know its Chinese."""
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
"""What spreadsheets take a cell to be a formula by."""


def pieces(listings: Sequence[Listing], style: Style) -> Iterator[str]:
    [listing] = listings
    spoken = words(style.language)
    yield _line(spoken.say(column.head) for column in listing.columns)
    for row in listing.rows:
        yield _line(cell(value_in(row, column), column, spoken) for column in listing.columns)


def cell(value: Value, column: ListColumn, spoken: Words) -> str:
    """Figures as programs read them, texts as people do: they stay texts in a spreadsheet."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(rounded(value))
    return spoken.joined([_as_text(text) for text in texts_in(value, column, spoken)])


def _as_text(text: str) -> str:
    """The text, marked as such where a spreadsheet would compute it: also in the middle of a cell,
    for some divide cells where several texts are joined."""
    return f"'{text}" if _FORMULA.match(text) else text


def _line(cells: Iterator[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()


@cache
def _sign() -> re.Pattern[str]:
    kinds = [lists.list_named(name) for name in lists.names()]
    heads = {
        _line(words(language).say(column.head) for column in (*kind.columns, *PROOF))
        for kind in kinds
        for language in ("en", "zh")
    }
    return re.compile(f"{FILE_MARK}?(?:{'|'.join(map(re.escape, sorted(heads)))})")


def __getattr__(name: str) -> re.Pattern[str]:
    """`SIGN`, the heads of all lists: all of them are opened, once somebody asks."""
    if name == "SIGN":
        return _sign()
    raise AttributeError(name)
