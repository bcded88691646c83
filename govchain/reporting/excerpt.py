"""The line of the definitions that a finding stands at, with a caret under the spot."""

from __future__ import annotations

import re
from collections.abc import Mapping

from govchain.findings import Place
from govchain.reporting.widths import TAB, cut_to, width_of

_WORD = re.compile(r"[^\s,:\[\]{}#]+|.")
_CUT = "…"


def line_at(place: Place, sources: Mapping[str, str]) -> str | None:
    """The line of the place; None where its file has no such line."""
    lines = sources.get(place.file, "").split("\n")
    return lines[place.line - 1].rstrip("\r") if 1 <= place.line <= len(lines) else None


def excerpt(line: str, column: int, width: int | None = None) -> tuple[str, str]:
    """The line as shown, and the carets that stand under the word at the column (from 1).

    Tabs are shown as spaces and characters that would move the cursor as dots. A line that is
    wider than `width` is cut around the word.
    """
    start = min(column - 1, len(line))
    found = _WORD.match(line, start)
    word = found[0] if found else ""
    before, word, after = (_visible(t) for t in (line[:start], word, line[start + len(word) :]))
    if width is not None and width_of(before + word + after) > width:
        before, word, after = _cut(before, word, after, width)
    carets = " " * width_of(before) + "^" * max(1, width_of(word))
    return before + word + after, carets


def _visible(text: str) -> str:
    shown = text.replace("\t", TAB)
    return "".join(c if c.isprintable() else "·" for c in shown)


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
