"""The page and lists as documents of Word: read back with what wrote them."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import docx
import pytest

from govchain.drawing.ink.lettering import clean
from govchain.model.characters import one_line
from govchain.model.figures import unbroken
from govchain.reporting import formats
from govchain.reporting.blocks import Heading, Sentence, Table
from govchain.reporting.listing.listing import listing_of
from govchain.reporting.lists import list_named
from govchain.reporting.office_files import is_made_by_us
from govchain.reporting.page import page
from govchain.reporting.report import Report
from govchain.reporting.style import Style
from tests.cli.desk import run
from tests.reporting.reports import CATALOGUE, DATE, report_of

LANGUAGES = ("en", "zh")


@pytest.fixture(scope="module")
def report() -> Report:
    return report_of(CATALOGUE)


def read(content: bytes) -> docx.document.Document:
    return docx.Document(io.BytesIO(content))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_document_says_what_the_page_says(report: Report, language: str) -> None:
    style = Style(language)
    document = read(formats.content(report, "analyze", "docx", style))
    paragraphs = [paragraph.text for paragraph in document.paragraphs]
    tables = iter(document.tables)
    for block in page(report, style):
        match block:
            case Heading(text) | Sentence(text):
                assert unbroken(one_line(text)) in paragraphs
            case Table(columns, rows):
                table = next(t for t in tables if len(t.columns) == len(columns))
                told = [[cell.text for cell in row.cells] for row in table.rows]
                said = [[c.head for c in columns], *(list(map(one_line, r)) for r in rows)]
                assert told == [list(map(unbroken, row)) for row in said]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_has_a_row_for_each_of_its_rows(report: Report, language: str) -> None:
    listing = listing_of(list_named("deadlines"), report)
    assert listing.rows
    document = read(formats.content([listing], "list", "docx", Style(language)))
    [table] = document.tables
    assert len(table.rows) == 1 + len(listing.rows) + bool(listing.sums)


def test_same_report_same_bytes_that_bear_its_date(report: Report) -> None:
    first, second = (formats.content(report, "analyze", "docx", Style("zh")) for _ in range(2))
    assert first == second
    assert is_made_by_us(first)
    about = read(first).core_properties
    assert about.created is not None
    assert about.created.date() == DATE


ACTING = (
    '=HYPERLINK("http://x.example","y")',
    "https://x.example/?a=1&b=2",
    'HYPERLINK "file:///x"',
    "{ DDEAUTO cmd x }",
    "\x13 INCLUDETEXT x \x15",
)
"""Names that a program could take for a field or a link."""


@pytest.mark.parametrize("name", ACTING)
def test_no_name_becomes_a_field_or_a_link(name: str) -> None:
    names = ("出生登记", "出生医学证明", "公安局", "卫生健康委", "落户")
    said = CATALOGUE
    for known in names:
        said = said.replace(f"name: {known}", f"name: {json.dumps(name)}", 1)
    document = read(formats.content(report_of(said), "analyze", "docx", Style("zh")))
    cells = (cell for t in document.tables for row in t.rows for cell in row.cells)
    told = [part.text for part in (*document.paragraphs, *cells)]
    assert sum(clean(name) in text for text in told) >= len(names)
    for tag in ("w:fldSimple", "w:instrText", "w:fldChar", "w:hyperlink"):
        assert f"<{tag}" not in document.element.xml
    assert not any(leads.is_external for leads in document.part.rels.values())


def test_only_a_document_of_ours_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.yaml").write_text(CATALOGUE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    asked = ("analyze", "--format", "docx", "-o", "report.docx")
    assert run(*asked).exit_code == 0
    assert run(*asked).exit_code == 0
    other = docx.Document()
    other.core_properties.author = "somebody"
    other.save("report.docx")
    assert run(*asked).exit_code == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_row_stands_on_one_page_and_the_heads_on_each(report: Report, language: str) -> None:
    document = read(formats.content(report, "analyze", "docx", Style(language)))
    for table in document.tables:
        for row in table.rows:
            assert row._tr.xpath("./w:trPr/w:cantSplit")
    assert any(table.rows[0]._tr.xpath("./w:trPr/w:tblHeader") for table in document.tables)


def test_no_head_breaks_inside_a_word(report: Report) -> None:
    """Nine points of Times in bold: no letter takes more than 1.7 millimetres on average."""
    document = read(formats.content(report, "analyze", "docx", Style("en")))
    for table in document.tables:
        for cell in table.rows[0].cells:
            assert cell.width is not None
            words = cell.text.replace("\u00a0", " ").split()
            assert cell.width.mm >= max((len(word) for word in words), default=0) * 1.7 + 3.8


def test_a_number_stays_with_its_unit(report: Report) -> None:
    document = read(formats.content(report, "analyze", "docx", Style("zh")))
    told = [paragraph.text for paragraph in document.paragraphs]
    assert any("\u00a0次" in text for text in told)
    assert not [text for text in told if re.search(r"[0-9] [一-鿿]", text)]
