"""A file of definitions → the same file, as the language lays it out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from govchain.findings import Place, Trouble
from govchain.model.characters import lines_of
from govchain.reader.ground.nodes import Node, Pairs
from govchain.reader.ground.notes import Notes
from govchain.reader.text.decoding import decode
from govchain.reader.text.documents import Document
from govchain.reader.text.parsing import parse
from govchain.reader.text.silencing import CALL_SIGN
from govchain.reader.text.unsupported import report_oddities
from govchain.rewriting.known import is_definition, known_words
from govchain.rewriting.layout import Page
from govchain.rewriting.outline import BLANKS, NotTakenApartError, Outliner
from govchain.rewriting.proof import is_same
from govchain.rewriting.spans import edited, orders_in_flow, translations

_BOM = "\ufeff"
_MARKS = ("---", "...", "%")
"""How lines begin that stand between documents."""


class LeftAloneError(Exception):
    """The file is not rewritten: what keeps it from being."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.message)
        self.trouble = trouble


def rewritten(file: str, content: bytes, keys: str | None = None) -> bytes:
    """The content of the file in canonical order and layout, its words in the language of `keys`.

    LeftAloneError where it cannot be read, is no definition, or is written in a way in which it
    cannot be told what belongs to what.
    """
    notes = Notes(file)
    text, is_readable = decode(notes, content)
    written = "\n".join(lines_of(text))
    documents = _read(notes, written) if is_readable else []
    if notes.troubles:
        raise LeftAloneError(notes.troubles[0])
    _expect_definitions(notes, documents)
    try:
        worded = _with_words(written, documents, keys)
        roots = _roots(documents) if worded == written else _parsed(worded)
        result = _laid_out(worded, roots) if roots else worded
    except NotTakenApartError:
        result = ""
    if result != written:
        again = _read(Notes(file), result) if result else []
        if not is_same(written, documents, result, again):
            raise LeftAloneError(_unclear(notes))
    return _as_bytes(result, text, content)


def _read(notes: Notes, text: str) -> list[Document]:
    documents: list[Document] = []
    parse(notes, text, documents)
    for document in documents:
        report_oddities(notes, document)
    return documents


def _expect_definitions(notes: Notes, documents: Sequence[Document]) -> None:
    for root in _roots(documents):
        if not is_definition(root):
            notes.report(
                "unreadable-file",
                "",
                root,
                message="a document that is no definition stands here: it has neither a matter's "
                "id nor sections alone",
            )
            raise LeftAloneError(notes.troubles[0])


def _unclear(notes: Notes) -> Trouble:
    notes.report(
        "unreadable-file",
        "",
        Place(notes.file, 1, 1),
        message="it cannot be told what belongs to what in the way in which it is written",
    )
    return notes.troubles[0]


def _roots(documents: Sequence[Document]) -> list[Node]:
    return [document.root for document in documents if document.root is not None]


def _parsed(text: str) -> list[Node]:
    """What a text says that was read before, and has been changed since."""
    notes = Notes("")
    documents = _read(notes, text)
    if notes.troubles:
        raise NotTakenApartError
    return _roots(documents)


def _with_words(text: str, documents: Sequence[Document], keys: str | None) -> str:
    """The text with its words in the language, and the keys between braces in their order."""
    roots = _roots(documents)
    if keys is not None:
        translated = edited(text, translations(text, known_words(roots), keys))
        if translated != text:
            text, roots = translated, _parsed(translated)
    known = known_words(roots)
    return edited(text, [edit for root in roots for edit in orders_in_flow(text, known, root)])


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A document with what stands before it: between documents, and at its head."""

    root: Node
    between: list[str]
    head: list[str]
    stop: int
    """Where the lines end that belong to it."""


def _laid_out(text: str, roots: Sequence[Node]) -> str:
    """The text with the keys of blocks in their order, and its lines as they are to stand."""
    lines = lines_of(text)
    known = known_words(roots)
    outliner = Outliner(lines, known, roots)
    page = Page()
    sheets = _sheets(lines, roots, outliner)
    for sheet in sheets:
        for line in (*sheet.between, *sheet.head):
            page.put(line)
        root = sheet.root
        if isinstance(root, Pairs) and not root.in_flow:
            outliner.expect_alone(root)
            block = outliner.block(root, sheet.stop)
            block.is_spoken_of = any(CALL_SIGN in line for line in sheet.head)
            put = page.put_sections if known.is_registry(root) else page.put_block
            put(block)
        else:
            _put_as_written(page, lines, sheet, outliner)
    for line in map(_trimmed, lines[sheets[-1].stop :]):
        page.put(line)
    while page.lines and not page.lines[-1]:
        page.lines.pop()
    return "\n".join([*page.lines, ""])


def _sheets(lines: Sequence[str], roots: Sequence[Node], outliner: Outliner) -> list[_Sheet]:
    spans = [(root.start.line, outliner.last_line(root) + 1) for root in roots]
    ends = [0, *(end for _, end in spans)]
    starts = [*(start for start, _ in spans), len(lines)]
    stops = [_first_mark(lines, end, start) for end, start in zip(ends, starts, strict=True)]
    sheets: list[_Sheet] = []
    for root, (start, _), before, after in zip(roots, spans, stops, stops[1:], strict=False):
        gap = lines[before if sheets else 0 : start]
        heads = _after_last_mark(gap)
        between = [_trimmed(line) for line in gap[:heads]]
        sheets.append(_Sheet(root, between, [line.strip(BLANKS) for line in gap[heads:]], after))
    return sheets


def _first_mark(lines: Sequence[str], start: int, stop: int) -> int:
    marked = (number for number in range(start, stop) if lines[number].startswith(_MARKS))
    return next(marked, stop)


def _after_last_mark(gap: Sequence[str]) -> int:
    marked = (number + 1 for number, line in enumerate(gap) if line.startswith(_MARKS))
    return max(marked, default=0)


def _put_as_written(page: Page, lines: Sequence[str], sheet: _Sheet, outliner: Outliner) -> None:
    """A document between braces: its lines, and the comments below."""
    first, last = sheet.root.start.line, outliner.last_line(sheet.root)
    page.lines += (
        lines[n] if n in outliner.kept else _trimmed(lines[n]) for n in range(first, last + 1)
    )
    for line in lines[last + 1 : sheet.stop]:
        page.put(line.strip(BLANKS))


def _trimmed(line: str) -> str:
    return line.rstrip(BLANKS)


def _as_bytes(result: str, text: str, content: bytes) -> bytes:
    """The result with the line ends of the file, and the mark at its beginning if it had one."""
    end = text.find("\n")
    if end > 0 and text[end - 1] == "\r":
        result = result.replace("\n", "\r\n")
    elif end < 0 and "\r" in text:
        result = result.replace("\n", "\r")
    mark = _BOM if content.startswith(_BOM.encode()) else ""
    return (mark + result).encode()
