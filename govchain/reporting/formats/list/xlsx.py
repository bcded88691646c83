"""Lists as a workbook for a meeting: a sheet a list, ready to be filtered and printed.

Same lists, same bytes: the workbook bears the date of the analysis.
"""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeAlias

from govchain.model.figures import rounded
from govchain.reporting.listing.cells import in_full, text_in, texts_in, value_in
from govchain.reporting.listing.columns import ALL_FINDINGS, FINDINGS, Kind, ListColumn, Value
from govchain.reporting.listing.listing import Listing
from govchain.reporting.listing.notes import notes_on
from govchain.reporting.listing.row import Row
from govchain.reporting.office_files import CREATOR
from govchain.reporting.office_files import is_made_by_us as is_ours
from govchain.reporting.style import Style
from govchain.reporting.widths import width_of, wrapped
from govchain.reporting.words import Words, words

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

__all__ = ["FOR_PEOPLE", "columns_of", "content", "is_ours"]
FOR_PEOPLE = True
_NARROWEST, _WIDEST, _WIDEST_DETAIL = 6, 22, 40
"""The characters of a column; what is longer wraps."""
_WIDTH_OF_ABOUT = 90
_LINES_OF_HEAD = 2
"""In so many lines the head of a column of figures stands."""
_FONT, _LINE = 10, 13.5
"""The size of letters and the height of a line, in points."""
_BESIDE_FIGURES = {"align": "left", "indent": 1}
_HIGHEST = 409
"""No row of a workbook is higher, in points."""
_LONGEST_CELL = 32_767
"""A cell of a workbook holds no more characters, as UTF-16 counts them."""
_A4 = 9
_NUMBERS = {
    Kind.COUNT: "#,##0",
    Kind.AMOUNT: "#,##0.##",
    Kind.SHARE: "0%",
    Kind.DATE: "yyyy-mm-dd",
}
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME = 31

Content: TypeAlias = "str | float | datetime.date"


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
    book.set_properties({"author": CREATOR, "created": made})
    filled = [_rows(listing, spoken) for listing in listings]
    notes = [*notes_on(listings, spoken), *_cuts(filled, spoken)]
    if len(listings) > 1:
        _write_cover(book, listings, spoken, notes)
    for listing, rows in zip(listings, filled, strict=True):
        beneath = [listing.about(spoken), *notes] if len(listings) == 1 else ()
        _write_sheet(book, listing, rows, spoken, beneath)
    book.close()
    return file.getvalue()


def columns_of(listing: Listing) -> list[ListColumn]:
    """What is printed, then the details beside it; where what is printed names but the first of
    several findings, all of them."""
    columns = sorted(listing.columns, key=lambda column: column.is_detail)
    has_more = any(len(row.findings) > 1 for row in listing.rows)
    return [*columns, ALL_FINDINGS] if has_more else columns


def _rows(listing: Listing, spoken: Words) -> list[list[Content]]:
    columns = columns_of(listing)
    return [_cells(row, columns, listing, spoken) for row in listing.rows]


def _cuts(filled: Iterable[Sequence[Sequence[Content]]], spoken: Words) -> Iterator[str]:
    """That a text is longer than a cell holds, where one is."""
    if any(map(_is_cut, chain.from_iterable(chain.from_iterable(filled)))):
        yield spoken.say(
            "What has more than {most} characters is cut with …, for a cell holds no more; "
            "`--format json` has all of it.",
            most=_LONGEST_CELL,
        )


def _is_cut(cell: Content) -> bool:
    is_long = isinstance(cell, str) and 2 * len(cell) >= _LONGEST_CELL - 1
    return is_long and len(_units(cell)) >= 2 * (_LONGEST_CELL - 1) and str(cell)[-1] == "…"


def _write_cover(
    book: Workbook, listings: Sequence[Listing], spoken: Words, notes: Iterable[str]
) -> None:
    """Which lists there are, what a row of each says, and what to know of all of them."""
    sheet = book.add_worksheet(spoken.say("lists"))
    bold = book.add_format({"bold": True, "font_size": _FONT, "valign": "top"})
    plain = book.add_format({"font_size": _FONT, "valign": "top", "text_wrap": True})
    rows = [(spoken.say(each.kind.title), each.about(spoken)) for each in listings]
    rows += [("", note) for note in notes]
    for number, (title, about) in enumerate(rows):
        sheet.write_string(number, 0, title, bold)
        sheet.write_string(number, 1, about, plain)
        sheet.set_row(number, len(wrapped(about, _WIDTH_OF_ABOUT - 1)) * _LINE + 1.5)
    sheet.set_column(0, 0, _WIDEST)
    sheet.set_column(1, 1, _WIDTH_OF_ABOUT)
    _set_page(sheet, spoken.say("lists"), listings[0])


def _write_sheet(
    book: Workbook,
    listing: Listing,
    rows: Sequence[Sequence[Content]],
    spoken: Words,
    notes: Sequence[str],
) -> None:
    """The list, and under it what there is to know of it where no first sheet tells that."""
    title = spoken.say(listing.kind.title)
    sheet = book.add_worksheet(_NOT_IN_NAMES.sub(" ", title)[:_LONGEST_NAME])
    columns = columns_of(listing)
    printed = sum(not column.is_detail for column in columns)
    heads = [spoken.say(column.head) for column in columns]
    sums = [_sums(listing, columns, spoken)] if listing.sums else []
    beneath = [*rows, *sums]
    widths = [
        _width(head, [_text(line[n]) for line in beneath], columns[n])
        for n, head in enumerate(heads)
    ]
    _write_row(sheet, 0, heads, [_head_look(book, column) for column in columns], widths)
    looks = [_look(book, column) for column in columns]
    for number, line in enumerate(rows, start=1):
        _write_row(sheet, number, line, looks, widths[:printed])
    for line in sums:  # below the rows, outside of the filter
        last = [_look(book, column, is_sum=True) for column in columns]
        _write_row(sheet, len(rows) + 1, line, last, widths[:printed])
    _set_view(sheet, widths, len(rows))
    lowest = _write_notes(book, sheet, notes, len(beneath) + 2, widths[:printed])
    sheet.print_area(0, 0, lowest if notes else len(beneath), printed - 1)
    _set_page(sheet, title, listing)


def _write_notes(
    book: Workbook, sheet: Worksheet, notes: Sequence[str], row: int, widths: Sequence[int]
) -> int:
    """Each across the printed columns, from this row on; the last of these rows."""
    plain = book.add_format({"font_size": _FONT, "valign": "top", "text_wrap": True})
    for number, text in enumerate(notes, row):
        sheet.merge_range(number, 0, number, len(widths) - 1, text, plain)
        sheet.set_row(number, len(wrapped(text, sum(widths) - 1)) * _LINE + 1.5)
    return row + len(notes) - 1


def _cells(
    row: Row, columns: Iterable[ListColumn], listing: Listing, spoken: Words
) -> list[Content]:
    marks = listing.marks_in(row)
    return [_cell(value_in(row, column), column, spoken, marks) for column in columns]


def _sums(listing: Listing, columns: Sequence[ListColumn], spoken: Words) -> list[Content]:
    """The last row, which says in its first cell what it is."""
    cells = [_cell(listing.sums.get(column.key), column, spoken, {}) for column in columns]
    return [spoken.say("sum"), *cells[1:]]


def _set_view(sheet: Worksheet, widths: Sequence[int], rows: int) -> None:
    """The widths of the columns; heads and first column stay, and so many rows can be filtered."""
    for n, width in enumerate(widths):
        sheet.set_column(n, n, width)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, rows, len(widths) - 1)


def _head_look(book: Workbook, column: ListColumn) -> Format:
    look = {"bold": True, "bottom": 1, "bg_color": "#E8EEF4", "text_wrap": True, "valign": "top"}
    side = {"align": "right"} if column.kind.is_figure else _BESIDE_FIGURES
    return book.add_format({**look, **side, "font_size": _FONT})


def _look(book: Workbook, column: ListColumn, *, is_sum: bool = False) -> Format:
    """How the cells of a column look."""
    made: dict[str, Any] = {
        "font_size": _FONT,
        "valign": "top",
        "bottom": 7,
        "bottom_color": "#999999",
    }
    made["text_wrap"] = not (column.kind.is_figure or column.is_detail)
    if not column.kind.is_figure:
        made |= _BESIDE_FIGURES
    if number := _NUMBERS.get(column.kind):
        made["num_format"] = number
    if is_sum:
        made |= {"bold": True, "top": 1, "bottom": 0}
    return book.add_format(made)


def _cell(value: Value, column: ListColumn, spoken: Words, marks: Mapping[str, str]) -> Content:
    """Figures and dates as such; all else as text, which never is a formula."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return rounded(value)
    if isinstance(value, datetime.date):
        return value
    if column is FINDINGS:
        return text_in(value, column, spoken, marks)
    if column.has_marks:
        return _fitting(in_full(value, column, spoken, marks))
    return _fitting(spoken.joined(texts_in(value, column, spoken)))


def _fitting(text: str) -> str:
    """The text, or as much of it as a cell holds."""
    units = _units(text)
    if len(units) <= 2 * _LONGEST_CELL:
        return text
    return units[: 2 * (_LONGEST_CELL - 1)].decode("utf-16-le", "ignore") + "…"


def _units(text: object) -> bytes:
    return str(text).encode("utf-16-le")


def _text(cell: Content) -> str:
    """About what is seen of it."""
    if isinstance(cell, int | float):
        return f"{cell:,.2f}".rstrip("0").rstrip(".")
    return str(cell)


def _width(head: str, texts: Sequence[str], column: ListColumn) -> int:
    """Wide enough for the widest text, up to a limit; heads of figures stand in several lines."""
    widest = max([0, *map(width_of, texts)])
    if column.kind.is_figure:
        return max(_NARROWEST, widest + 1, -(-width_of(head) // _LINES_OF_HEAD) + 2)
    most = _WIDEST_DETAIL if column.is_detail else _WIDEST
    return min(max(_NARROWEST, widest + 1, min(width_of(head), _NARROWEST) + 2), most)


def _write_row(
    sheet: Worksheet,
    number: int,
    cells: Sequence[Content],
    looks: Sequence[Format],
    widths: Sequence[int],
) -> None:
    """The cells, and as much height as the texts of so many columns need: not every program finds
    that out."""
    for position, (cell, look) in enumerate(zip(cells, looks, strict=True)):
        if isinstance(cell, str):
            sheet.write_string(number, position, cell, look)
        elif isinstance(cell, datetime.date):
            sheet.write_datetime(number, position, cell, look)
        else:
            sheet.write_number(number, position, cell, look)
    texts = map(_text, cells[: len(widths)])
    lines = max(len(wrapped(text, width - 1)) for text, width in zip(texts, widths, strict=True))
    sheet.set_row(number, min(lines * _LINE + 1.5, _HIGHEST))


def _set_page(sheet: Worksheet, title: str, listing: Listing) -> None:
    """A4, landscape, as wide as the page, the heads on each."""
    date = listing.report.catalogue.date.isoformat()
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
    sheet.set_header(f'&L&"-,Bold"&12{title.replace("&", "&&")}&R{date}')
    sheet.set_footer("&C&P / &N")
