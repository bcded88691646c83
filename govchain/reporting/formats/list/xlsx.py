"""Lists as a workbook for a meeting: a sheet a list, ready to be filtered and printed.

Same lists, same bytes: the workbook bears the date of the analysis.
"""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from govchain.model.figures import rounded
from govchain.reporting.bounds import shortened
from govchain.reporting.listing.cells import texts_in, value_in
from govchain.reporting.listing.columns import Kind, ListColumn, Value
from govchain.reporting.listing.listing import Listing
from govchain.reporting.style import Style
from govchain.reporting.widths import width_of
from govchain.reporting.words import Words, words

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

FOR_PEOPLE = True
_CREATOR = "govchain"
_SIGN = re.compile(rb"<dc:creator>govchain</dc:creator>")
_LARGEST_SIGN = 64 * 1024

_NARROWEST, _WIDEST = 8, 40
"""The characters of a column; what is longer wraps."""
_LONGEST_CELL = 32_000
"""A cell of a workbook holds no more characters than 32,767."""
_A4 = 9
_NUMBERS = {
    Kind.COUNT: "#,##0",
    Kind.AMOUNT: "#,##0.##",
    Kind.SHARE: "0%",
    Kind.DATE: "yyyy-mm-dd",
}
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME = 31


def content(listings: Sequence[Listing], style: Style) -> bytes:
    """The workbook."""
    from xlsxwriter import Workbook

    spoken = words(style.language)
    file = io.BytesIO()
    date = listings[0].report.catalogue.date
    book = Workbook(
        file,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_numbers": False,
            "strings_to_urls": False,
        },
    )
    made = datetime.datetime(date.year, date.month, date.day)
    book.set_properties({"author": _CREATOR, "created": made})
    for listing in listings:
        _write_sheet(book, listing, spoken)
    book.close()
    return file.getvalue()


def is_ours(content: bytes) -> bool:
    """A workbook that names us as its maker."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as book, book.open("docProps/core.xml") as core:
            return bool(_SIGN.search(core.read(_LARGEST_SIGN)))
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, OSError, EOFError):
        return False


def _write_sheet(book: Workbook, listing: Listing, spoken: Words) -> None:
    title = spoken.say(listing.kind.title)
    sheet = book.add_worksheet(_NOT_IN_NAMES.sub(" ", title)[:_LONGEST_NAME])
    columns = listing.columns
    last_row, last_column = len(listing.rows), len(columns) - 1
    head = book.add_format(
        {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#E8EEF4"}
    )
    for position, column in enumerate(columns):
        values = [value_in(row, column) for row in listing.rows]
        cells = [_cell(value, column, spoken) for value in values]
        _write_column(sheet, position, (spoken.say(column.head), cells), _format(book, column))
        sheet.write_string(0, position, spoken.say(column.head), head)
    if listing.sums:
        _write_sums(book, sheet, listing, spoken)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last_row, last_column)
    _set_page(sheet, title, listing)


def _format(book: Workbook, column: ListColumn, *, is_sum: bool = False) -> Format:
    made: dict[str, Any] = {"valign": "top", "text_wrap": not column.kind.is_figure}
    if number := _NUMBERS.get(column.kind):
        made["num_format"] = number
    if is_sum:
        made |= {"bold": True, "top": 1}
    return book.add_format(made)


def _cell(value: Value, column: ListColumn, spoken: Words) -> str | float | datetime.date:
    """Figures and dates as such; all else as text, which never is a formula."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return rounded(value)
    if isinstance(value, datetime.date):
        return value
    return shortened(spoken.joined(texts_in(value, column, spoken)), _LONGEST_CELL)


def _write_column(
    sheet: Worksheet,
    position: int,
    written: tuple[str, Sequence[str | float | datetime.date]],
    format: Format,
) -> None:
    head, cells = written
    for row, cell in enumerate(cells, start=1):
        _write(sheet, (row, position), cell, format)
    texts = [f"{c:,}" if isinstance(c, int | float) else str(c) for c in cells]
    widest = max([width_of(head) + 3, *map(width_of, texts)])
    sheet.set_column(position, position, max(_NARROWEST, min(widest + 1, _WIDEST)))


def _write(
    sheet: Worksheet, at: tuple[int, int], cell: str | float | datetime.date, format: Format
) -> None:
    if isinstance(cell, str):
        sheet.write_string(*at, cell, format)
    elif isinstance(cell, datetime.date):
        sheet.write_datetime(*at, cell, format)
    else:
        sheet.write_number(*at, cell, format)


def _write_sums(book: Workbook, sheet: Worksheet, listing: Listing, spoken: Words) -> None:
    """Below the rows, outside of the filter."""
    row = len(listing.rows) + 1
    for position, column in enumerate(listing.columns):
        value = spoken.say("sum") if position == 0 else listing.sums.get(column.key)
        cell = _cell(value, column, spoken)
        _write(sheet, (row, position), cell, _format(book, column, is_sum=True))


def _set_page(sheet: Worksheet, title: str, listing: Listing) -> None:
    """A4, landscape, as wide as the page, the heads on each."""
    date = listing.report.catalogue.date.isoformat()
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
    sheet.set_header(f"&L{title.replace('&', '&&')}&R{date}")
    sheet.set_footer("&C&P / &N")
