"""Lists of what nobody would write: that every format stays whole, and text stays text."""

from __future__ import annotations

import csv
import io
import json
import random
import re
import zipfile
from dataclasses import replace
from functools import cache

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from govchain.findings import Named, Place
from govchain.reporting import formats, lists
from govchain.reporting.formats.list import csv as as_csv
from govchain.reporting.formats.list import xlsx
from govchain.reporting.listing.columns import ListColumn
from govchain.reporting.listing.listing import Listing, ListKind, listing_of
from govchain.reporting.listing.row import Row
from govchain.reporting.report import Report
from govchain.reporting.style import Style
from govchain.reporting.widths import width_of
from govchain.reporting.words import words

from .reports import CATALOGUE, report_of

HOSTILE = (
    "=1+1", "+1", "-1", "@SUM(1)", "＝1+1", "＠x", "\t=1", "\n=1+1", "a|b\n|c", "| --- |",
    "<script>", "_x0041_", "\x00\x07\x1b[31m", "\u202eevil", "\ufffe\uffff", "\ud800",
    "字" * 40_000, "𠀀" * 40_000, "", " ", '"', ";=1", "'",
)  # fmt: skip
KIND = ListKind(
    "hostile",
    "hostile",
    "hostile",
    (ListColumn("text", "text", is_department=True), ListColumn("several", "several")),
    lambda report: (),
)
FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\u202a-\u202e\ud800-\udfff\ufffe\uffff]")


@cache
def report() -> Report:
    return report_of(CATALOGUE)


def listing_with(*texts: str) -> Listing:
    """A list whose rows say the texts: as a text, a name, one of several, and where they stand."""
    rows = tuple(
        Row({"text": value, "several": (text, Named(text, text))}, Place(text or "x", 1, 1))
        for text in texts
        for value in (text, Named("x", text))
    )
    return Listing(KIND, report(), rows)


@given(st.lists(st.text(max_size=20) | st.sampled_from(HOSTILE), max_size=4))
def test_no_text_breaks_a_table_of_values(texts: list[str]) -> None:
    listing = listing_with(*texts)
    told = formats.write([listing], "list", "csv", Style("en"))
    head, *rows = csv.reader(io.StringIO(told, newline=""))
    assert len(rows) == len(listing.rows)
    assert all(len(row) == len(head) for row in rows)
    for cell in (cell for row in rows for cell in row):
        assert not FORMULA.match(cell)
        assert not UNSEEN.search(cell)


def test_no_text_breaks_the_workbook() -> None:
    listing = listing_with(*HOSTILE)
    content = xlsx.content([listing], Style("zh"))
    [sheet] = openpyxl.load_workbook(io.BytesIO(content)).worksheets
    assert sheet.max_row > 1 + len(listing.rows)
    for cell in (cell for row in sheet.iter_rows(min_row=2) for cell in row):
        assert cell.data_type in ("s", "n", "inlineStr")
        assert len(str(cell.value or "").encode("utf-16-le")) // 2 <= 32_767


@pytest.mark.parametrize("is_alone", [True, False])
def test_what_the_workbook_cuts_is_told(is_alone: bool) -> None:
    other = replace(listing_with("b"), kind=replace(KIND, title="other"))

    def said(*texts: str) -> list[str]:
        listings = [listing_with(*texts), *([] if is_alone else [other])]
        book = openpyxl.load_workbook(io.BytesIO(xlsx.content(listings, Style("en"))))
        rows = book.worksheets[0].iter_rows(values_only=True)
        cells = [str(cell) for row in rows for cell in row]
        return [cell for cell in cells if "more than 32767 characters is cut" in cell]

    assert len(said("字" * 32_768)) == len(said("𠀀" * 16_384)) == 1
    assert said("字" * 16_000) == said("𠀀" * 8_000) == said("short…") == []


@pytest.mark.parametrize("format", ["markdown", "text", "json"])
def test_no_text_breaks_what_people_read(format: str) -> None:
    few = [text for text in HOSTILE if len(text) < 100]
    told = formats.write([listing_with(*few)], "list", format, Style("en", width=40))
    assert not UNSEEN.search(told)
    told.encode()
    if format == "json":
        assert len(json.loads(told)["lists"][0]["rows"]) == 2 * len(few)
    elif format == "text":
        assert max(map(width_of, told.splitlines())) <= 40
    else:
        rows = [line for line in told.splitlines() if line.startswith("|")]
        assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {5}


def test_each_of_several_texts_is_no_formula() -> None:
    column = KIND.columns[1]
    told = as_csv.cell(("a", "=1", "-x"), column, words("en"))
    assert told == "a; '=1; '-x"


@pytest.mark.parametrize("width", [1, 10, 20])
@pytest.mark.parametrize("name", lists.names())
def test_a_list_can_be_told_in_hardly_any_room(name: str, width: int) -> None:
    listing = listing_of(lists.list_named(name), report())
    assert formats.write([listing], "list", "text", Style("zh", width=width))


# Whose workbook it is


@cache
def workbook() -> bytes:
    return xlsx.content([listing_with("a")], Style("en"))


def test_a_damaged_workbook_is_ours_or_not_and_no_fault() -> None:
    chance = random.Random(4711)
    for _ in range(3000):
        content = bytearray(workbook())
        for _ in range(chance.choice((1, 1, 3, 20))):
            content[chance.randrange(len(content))] = chance.randrange(256)
        if chance.random() < 0.2:
            del content[chance.randrange(len(content)) :]
        xlsx.is_ours(bytes(content))


def packed(method: int, *parts: tuple[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as book:
        for name, content in parts:
            book.writestr(name, content)
    return file.getvalue()


def test_of_a_bomb_only_the_beginning_is_unpacked() -> None:
    assert not xlsx.is_ours(packed(zipfile.ZIP_DEFLATED, ("docProps/core.xml", b"0" * 50_000_000)))


def test_a_workbook_packed_otherwise_is_not_ours() -> None:
    sign = b"<dc:creator>govchain</dc:creator>"
    assert xlsx.is_ours(packed(zipfile.ZIP_DEFLATED, ("docProps/core.xml", sign)))
    assert not xlsx.is_ours(packed(zipfile.ZIP_LZMA, ("docProps/core.xml", sign)))


def test_an_archive_of_very_many_parts_is_not_ours() -> None:
    parts = [(str(number), b"") for number in range(10_000)]
    sign = ("docProps/core.xml", b"<dc:creator>govchain</dc:creator>")
    assert not xlsx.is_ours(packed(zipfile.ZIP_DEFLATED, sign, *parts))
