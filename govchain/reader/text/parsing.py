"""The documents of a file: where one cannot be read, those after it are read on."""

from __future__ import annotations

import re

from govchain.findings import Place
from govchain.model.characters import lines_of
from govchain.reader.ground.notes import Notes
from govchain.reader.text.documents import Document, TooDeepError, UnreadableError, read_documents
from govchain.reader.text.syntax import report_depth, report_syntax

MOST_BROKEN = 50
"""After so many documents of a file that cannot be read the rest of it is let be."""

_BEGINNING = re.compile(r"---(\s|\Z)")
_WRITTEN = re.compile("[^\n\r]")


def parse(notes: Notes, text: str, documents: list[Document]) -> str:
    """Add the documents of the text; what of it could not be read, which is reported."""
    lines = lines_of(text)
    lost: list[str] = []
    rest, begun = text, 0
    for _ in range(MOST_BROKEN):
        place = _read(notes, text, rest, documents)
        if place is None:
            return "\n".join(lost)
        first, after = _around(lines, place, begun)
        if after is None:
            return "\n".join([*lost, *lines[first:]])
        lost += lines[first:after]
        rest, begun = _from_line(text, after), after
    return "\n".join([*lost, *lines[begun:]])


def _read(notes: Notes, text: str, rest: str, documents: list[Document]) -> Place | None:
    """Add the documents of the rest of the text; where that ended before its end, if it did."""
    try:
        documents.extend(read_documents(rest))
    except UnreadableError as error:
        return report_syntax(notes, text, error)
    except TooDeepError as error:
        place = notes.place_of(error.mark)
        report_depth(notes, place)
        return place
    return None


def _around(lines: list[str], place: Place, begun: int) -> tuple[int, int | None]:
    """The lines, from 0, in which the document at the place begins and in which the next one does.

    What is not closed shows only where the next one begins.
    """
    spot = place.line - 1
    marks = [number for number in range(begun, len(lines)) if _BEGINNING.match(lines[number])]
    before = spot if place.column == 1 else spot + 1
    first = max((number for number in marks if number < before), default=begun)
    return first, next((number for number in marks if number >= before and number > begun), None)


def _from_line(text: str, number: int) -> str:
    """The text with blanks in place of all before the line, so that places stay what they are."""
    found = [match.end() for match in re.finditer(r"\r\n|\r|\n", text)][number - 1]
    return _WRITTEN.sub(" ", text[:found]) + text[found:]
