"""The line of the definitions that a finding stands at, with carets under the spot."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from govchain.findings import Place
from govchain.model.characters import lines_of, unseen_as, without_commands
from govchain.reporting.widths import TAB, cut_to, width_of

_WORD = re.compile(r"[^\s,:\[\]{}#]+|.")
_CUT = "…"
MOST_ROWS = 4
"""How many rows of a line are shown: thousands of findings may stand in one line."""


def line_at(place: Place, sources: Mapping[str, str]) -> str | None:
    """The line of the place; None where its file has no such line."""
    if place.file not in sources:
        return None
    lines = _lines_of(sources[place.file])
    return lines[place.line - 1] if 1 <= place.line <= len(lines) else None


@lru_cache(maxsize=4)
def _lines_of(text: str) -> Sequence[str]:
    """The lines of a file: thousands of findings may stand in one."""
    return lines_of(text)


def excerpt(line: str, column: int, width: int) -> list[tuple[str, str]]:
    """The line in rows that fit the width, each with the carets that mark the word below it.

    Tabs are shown as spaces and characters that would move the cursor as dots. A line that would
    fill more than `MOST_ROWS` is shown around the word only.
    """
    start = min(column - 1, len(line))
    room = width * MOST_ROWS + 1  # more than that is cut: no need to look at all of a long line
    found = _WORD.match(line, start, start + room)
    word = found[0] if found else ""
    end = start + len(word)
    near = (line[max(0, start - room) : start], word, line[end : end + room])
    before, word, after = (_visible(text) for text in _without_commands(near))
    if width_of(before + word + after) > width * MOST_ROWS:
        before, word, after = _cut(before, word, after, width * MOST_ROWS)
    marked = range(len(before), len(before) + max(1, len(word)))
    return list(_rows(before + word + after, marked, width))


def _without_commands(parts: tuple[str, str, str]) -> Iterator[str]:
    """The parts of a line, in none of which, nor over their seams, a log sees a command."""
    safe = without_commands("".join(parts))
    for part in parts:
        yield safe[: len(part)]
        safe = safe[len(part) :]


def _rows(text: str, marked: range, width: int) -> Iterator[tuple[str, str]]:
    """The text row by row, and the carets under what of it is marked, if anything is."""
    start = 0
    while start < len(text) or start == 0:
        row = cut_to(text[start:], width) or text[start : start + 1]
        end = start + len(row)
        is_last = end == len(text)
        here = range(max(marked.start, start), min(marked.stop, end + is_last))
        left = min(width_of(text[start : here.start]), width - 1)
        held = width_of(text[here.start : here.stop])
        yield row, " " * left + "^" * max(1, held) if here else ""
        start = end or 1


def _visible(text: str) -> str:
    shown = unseen_as(lambda _: "·", text.replace("\t", TAB))
    return shown if shown.isprintable() else "".join(c if c.isprintable() else "·" for c in shown)


def _cut(before: str, word: str, after: str, width: int) -> tuple[str, str, str]:
    """The part of the line around the word that fits: a third before it, the rest after it."""
    if width_of(before) + width_of(word) > width * 2 // 3:
        kept = cut_to(before[::-1], width // 3)[::-1]
        before = _CUT + kept if kept != before else before
    word = cut_to(word, max(1, width - width_of(before) - 1))
    rest = width - width_of(before) - width_of(word)
    if width_of(after) > rest:
        after = cut_to(after, max(0, rest - 1)) + _CUT
    return before, word, after
