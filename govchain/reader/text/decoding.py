"""Bytes → text, or why not: UTF-8, with or without a byte order mark, no control characters."""

from __future__ import annotations

import re
from functools import cache

from govchain.findings import Place
from govchain.reader.ground.notes import Notes

LARGEST = 5 * 1024 * 1024
"""The size of a file, in bytes, beyond which it is no definition."""

_MARKS = {  # the longer first: the shorter begins as it does
    b"\xff\xfe\0\0": "UTF-32",
    b"\0\0\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}
_CODECS = {
    "UTF-16": "utf-16",
    "UTF-32": "utf-32",
    "UTF-16 LE": "utf-16-le",
    "UTF-16 BE": "utf-16-be",
    "UTF-32 LE": "utf-32-le",
    "UTF-32 BE": "utf-32-be",
}
_BEGINNING = 4096
"""So many bytes tell how the others are meant."""
_LEAST = 0.2
"""Such a part of the characters, at least, are blanks, line ends and other signs of ASCII."""

_LINE_ENDS = re.compile("\r\n|\r|\n")


@cache
def _forbidden() -> re.Pattern[str]:
    """What no text may hold; compiled when it is asked for, since that takes a while."""
    return re.compile(
        "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
    )


def decode(notes: Notes, content: str | bytes) -> tuple[str, bool]:
    """The text of a file, and whether it can be read on; if not, that has been reported."""
    if isinstance(content, str):
        text, is_readable = content, True
    else:
        text, is_readable = _decoded(notes, content)
    text = text.removeprefix("\ufeff")
    if is_readable:
        is_readable = _is_printable(notes, text)
    return text, is_readable


def _decoded(notes: Notes, content: bytes) -> tuple[str, bool]:
    if encoding := _marked(content) or _unmarked(content):
        _report_encoding(notes, Place(notes.file, 1, 1), encoding)
        return content.decode(_CODECS[encoding], "replace"), False
    try:
        return content.decode("utf-8"), True
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8")
        place = place_at(notes.file, before.removeprefix("\ufeff"), None)
        chinese = _as_chinese(content)
        if chinese is not None:
            _report_encoding(notes, place, "GBK")
            return chinese, False
        notes.report(
            "unreadable-file",
            "",
            place,
            message="the file is not UTF-8: a byte here stands for no character",
            remedy="save the file as UTF-8",
        )
        return content.decode("utf-8", "replace"), False


def _marked(content: bytes) -> str:
    """The encoding that a byte order mark tells; empty where there is none, and for UTF-8."""
    return next((encoding for mark, encoding in _MARKS.items() if content.startswith(mark)), "")


def _unmarked(content: bytes) -> str:
    """The encoding of two or four bytes for each character that no mark tells; empty where it is
    none. Blanks, line ends and signs hold zeros in it, which stand on one side of each pair."""
    beginning = content[:_BEGINNING]
    zeros = {"UTF-16 BE": beginning[::2].count(0), "UTF-16 LE": beginning[1::2].count(0)}
    if not any(zeros.values()):
        return ""
    for encoding in ("UTF-32 LE", "UTF-32 BE"):
        if _is_text_in(encoding, content):
            return encoding
    rare, frequent = sorted(zeros, key=zeros.__getitem__)
    is_marked = zeros[frequent] >= max(len(beginning) / 2 * _LEAST, 2 * zeros[rare] + 1)
    return frequent if is_marked and _is_text_in(frequent, content) else ""


def _is_text_in(encoding: str, content: bytes) -> bool:
    try:
        return "\0" not in content.decode(_CODECS[encoding])
    except UnicodeDecodeError:
        return False


def _as_chinese(content: bytes) -> str | None:
    """As Chinese editors of old wrote it, in which no zero stands."""
    if 0 in content:
        return None
    try:
        return content.decode("gb18030")
    except UnicodeDecodeError:
        return None


def _report_encoding(notes: Notes, place: Place, encoding: str) -> None:
    notes.report(
        "unreadable-file",
        "",
        place,
        message="the file is {encoding}, not UTF-8",
        remedy="open it as {encoding} and save it as UTF-8",
        encoding=encoding,
    )


def _is_printable(notes: Notes, text: str) -> bool:
    """Whether no character stands in the text that nobody sees and no YAML allows.

    Other line ends than the usual ones count too: lines would be numbered otherwise than by
    any editor.
    """
    if text.replace("\n", "").replace("\t", "").isprintable():  # and so none that is forbidden
        return True
    found = _forbidden().search(text)
    if found is None:
        return True
    notes.report(
        "unreadable-file",
        "",
        place_at(notes.file, text, found.start()),
        message="a character that cannot be seen stands here: U+{code}",
        remedy="delete it",
        code=f"{ord(found.group()):04X}",
    )
    return False


def place_at(file: str, text: str, index: int | None) -> Place:
    """The place of a character of the text; of None, the end."""
    before = text[:index]
    line_starts = [match.end() for match in _LINE_ENDS.finditer(before)]
    start = line_starts[-1] if line_starts else 0
    return Place(file, len(line_starts) + 1, len(before) - start + 1)
