"""A page as a document of Word, for minutes and annexes: the same blocks, in native headings and
tables. What is written in definitions stays text: no field, no link, no formula.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from govchain.model.characters import one_line
from govchain.model.figures import unbroken
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
from govchain.reporting.office_files import CREATOR, without_times
from govchain.reporting.widths import width_of

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.table import Table as WordTable
    from docx.table import _Row
    from docx.text.paragraph import Paragraph

_LATIN, _CHINESE = "Times New Roman", "宋体"
_SIZE, _SIZE_IN_TABLES, _SIZE_OF_MARKS = 10.5, 9.0, 8.0
"""Points: 五号 for text, as offices write it, and smaller where much stands side by side."""
_A4, _MARGIN = (210, 297), 20
"""Millimetres."""
_BAR = 12
"""The characters of the longest bar."""
_CELL, _BESIDE = 1.7, 4.5
"""Millimetres: a cell of a terminal in the letters of a table, and what stands beside a text."""
_LEAST, _MOST = 8, 36
"""How many cells a column of texts is taken to need."""
_SHORT_HEAD = 4
"""So much of a head stands in one line."""
_HEAD_FILL = "E8EEF4"
_TONES = {"error": "B23E00", "warning": "8A6100", "advice": "486581"}


def as_docx(blocks: Iterable[Block], title: str, date: datetime.date, language: str) -> bytes:
    """The blocks one after another under the title. ModuleNotFoundError without python-docx."""
    from docx import Document

    document = Document()
    _set_page(document, title, date, language)
    document.add_heading(one_line(title), 0)
    for block in blocks:
        _write(document, block)
    content = io.BytesIO()
    document.save(content)
    return without_times(content.getvalue())


def _set_page(document: Document, title: str, date: datetime.date, language: str) -> None:
    """A4, Chinese letters for Chinese, and who made it on which date."""
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    section = document.sections[0]
    section.page_width, section.page_height = map(Mm, _A4)
    section.left_margin = section.right_margin = Mm(_MARGIN)
    section.top_margin = section.bottom_margin = Mm(_MARGIN)
    for name in ("Normal", "Title", "Heading 1", "Heading 2"):
        style = document.styles[name]
        style.font.name = _LATIN
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        fonts.set(qn("w:eastAsia"), _CHINESE)
    document.styles["Normal"].font.size = Pt(_SIZE)
    document.styles["Normal"].paragraph_format.space_after = Pt(4)
    about = document.core_properties
    about.author, about.last_modified_by = CREATOR, CREATOR
    about.title, about.language, about.comments = one_line(title), language, ""
    about.created = about.modified = datetime.datetime(date.year, date.month, date.day)


def _write(document: Document, block: Block) -> None:
    match block:
        case Heading(text):
            document.add_heading(_line(text), 1)
        case Sentence(text, tones):
            _write_in_tones(document.add_paragraph(), text, tones)
        case Table(columns, rows, title, note):
            _write_given(document, title, bold=True)
            _write_table(document, columns, rows)
            _write_given(document, note)
        case Bars():
            _write(document, block.as_table(_BAR))
        case Told():
            _write_told(document, block)
        case Listed(items):
            for item in items:
                _write_told(document, item)
        case Commands(title, rows):
            _write_given(document, title, bold=True)
            _write_table(document, (Column(""), Column("")), rows)


def _line(text: str) -> str:
    """The text as one line, with each number beside its unit."""
    return unbroken(one_line(text))


def _write_given(document: Document, text: str, *, bold: bool = False) -> None:
    if text:
        document.add_paragraph().add_run(_line(text)).bold = bold


def _write_in_tones(paragraph: Paragraph, text: str, tones: Iterable[tuple[str, str]]) -> None:
    """The text, the first of each of these pieces in its colour."""
    rest = unbroken(text)
    for piece, tone in ((unbroken(piece), tone) for piece, tone in tones):
        before, found, after = rest.partition(piece)
        if found:
            paragraph.add_run(_line(before) if before.strip() else before)
            _colour(paragraph, piece, tone)
            rest = after
    paragraph.add_run(rest)


def _colour(paragraph: Paragraph, text: str, tone: str) -> None:
    from docx.shared import RGBColor

    run = paragraph.add_run(text)
    run.bold = True
    if tone in _TONES:
        run.font.color.rgb = RGBColor.from_string(_TONES[tone])


def _write_told(document: Document, told: Told) -> None:
    """A finding: its head, what is said of it, and its marks in small letters."""
    from docx.shared import Pt

    head = document.add_paragraph()
    head.paragraph_format.keep_with_next = True
    head.add_run(f"{told.number}. ").bold = True
    text = " · ".join(map(one_line, told.head))
    _write_in_tones(head, text, [told.tone] if told.tone else [])
    for sentence in (*told.sentences, *told.after):
        document.add_paragraph(_line(sentence))
    if told.marks:
        run = document.add_paragraph().add_run(" · ".join(map(one_line, told.marks)))
        run.font.size = Pt(_SIZE_OF_MARKS)


def _write_table(
    document: Document, columns: Sequence[Column], rows: Iterable[Sequence[str]]
) -> None:
    """A table whose heads stand on every page that it reaches to."""
    from docx.shared import Mm

    rows = list(rows)
    widths = _widths(columns, rows)
    table = document.add_table(rows=0, cols=len(columns), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    if any(column.head for column in columns):
        _write_row(table, [column.head for column in columns], columns, widths, is_head=True)
    for row in rows:
        _write_row(table, row, columns, widths)
    document.add_paragraph()


def _widths(columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> list[float]:
    """Millimetres: figures take what they need, texts share the rest by how long they are."""
    rows = list(rows)
    heads = [max(map(_unbroken_width, column.head.split()), default=1) for column in columns]
    needed = [
        max((width_of(row[n]) for row in rows), default=1) if column.is_figure else 1
        for n, column in enumerate(columns)
    ]
    least = [max(cells) * _CELL + _BESIDE for cells in zip(heads, needed, strict=True)]
    texts = [n for n, column in enumerate(columns) if not column.is_figure]
    weights = {n: min(max([_LEAST, *(width_of(row[n]) for row in rows)]), _MOST) for n in texts}
    left = _A4[0] - 2 * _MARGIN - sum(least)
    if left < 0 or not texts:
        return [width * (1 + left / sum(least) if left < 0 else 1) for width in least]
    return [
        width + left * weights.get(n, 0) / sum(weights.values()) for n, width in enumerate(least)
    ]


def _unbroken_width(word: str) -> int:
    """How many cells of a word of a head stay in one line: of a Chinese one the beginning."""
    return width_of(word if word.isascii() else word[:_SHORT_HEAD])


def _write_row(
    table: WordTable,
    texts: Sequence[str],
    columns: Sequence[Column],
    widths: Sequence[float],
    *,
    is_head: bool = False,
) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm, Pt

    row: _Row = table.add_row()  # type: ignore[no-untyped-call]  # python-docx has no type here
    for cell, text, column, width in zip(row.cells, texts, columns, widths, strict=True):
        cell.width = Mm(width)
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(0)
        run = paragraph.add_run(_line(text))
        run.font.size, run.bold = Pt(_SIZE_IN_TABLES), is_head
        if column.is_figure:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        if is_head:
            _shade(cell._tc.get_or_add_tcPr())
    _keep_whole(row._tr.get_or_add_trPr())
    if is_head:
        _repeat(row._tr.get_or_add_trPr())


def _keep_whole(properties: BaseOxmlElement) -> None:
    """A row stands on one page."""
    _add(properties, "w:cantSplit", {"w:val": "true"})


def _shade(properties: BaseOxmlElement) -> None:
    _add(properties, "w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": _HEAD_FILL})


def _repeat(properties: BaseOxmlElement) -> None:
    _add(properties, "w:tblHeader", {"w:val": "true"})


def _add(properties: BaseOxmlElement, name: str, values: Mapping[str, str]) -> None:
    """What python-docx has no words for."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(name)
    for key, value in values.items():
        element.set(qn(key), value)
    properties.append(element)
