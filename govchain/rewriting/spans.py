"""What is changed within lines: words for their twins, and the order of keys between braces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from govchain.reader.ground.nodes import Items, Lost, Node, Pairs, Scalar
from govchain.reader.text.silencing import CALL_SIGN
from govchain.rewriting.known import Known, Twin

_BETWEEN = re.compile(r"[ \t\n]*,[ \t\n]*")
_BEFORE = re.compile(r"\{[ \t\n]*")
_AFTER = re.compile(r"[ \t\n]*,?[ \t\n]*\}")


class Edit(NamedTuple):
    """A piece of the text, by index, and what takes its place."""

    start: int
    end: int
    text: str


def edited(text: str, edits: Iterable[Edit], start: int = 0, end: int | None = None) -> str:
    """The part of the text with the edits in it made; none of them overlaps another."""
    pieces: list[str] = []
    for edit in sorted(edits):
        pieces += [text[start : edit.start], edit.text]
        start = edit.end
    pieces.append(text[start:end])
    return "".join(pieces)


def translations(text: str, known: Known, language: str) -> Iterator[Edit]:
    """Each word that has a twin, in the language; quotes stay.

    A word that is written in a roundabout way (folded, with escapes) stays as it is.
    """
    for twin in known.twins.values():
        start, end = twin.scalar.start.index, twin.scalar.end.index
        written, word = text[start:end], twin.scalar.text
        quote = "" if twin.scalar.is_plain else written[:1]
        wanted = _in(language, twin)
        if word != wanted and written == f"{quote}{word}{quote}":
            yield Edit(start, end, f"{quote}{wanted}{quote}")


def _in(language: str, twin: Twin) -> str:
    return twin.chinese if language == "zh" else twin.english


def orders_in_flow(text: str, known: Known, node: Node) -> list[Edit]:
    """The entries of mappings between braces, each in the place where it is to stand.

    What stands between them, line ends included, stays where it is.
    """
    if isinstance(node, Items):
        return [edit for item in node.nodes for edit in orders_in_flow(text, known, item)]
    if not isinstance(node, Pairs):
        return []
    inner = [orders_in_flow(text, known, value) for _, value in node.entries]
    order = known.order_of(node) if node.in_flow and _can_be_moved(text, node) else None
    if order is None:
        return [edit for edits in inner for edit in edits]
    spans = [(key.start.index, value.end.index) for key, value in node.entries]
    texts = [edited(text, edits, *span) for edits, span in zip(inner, spans, strict=True)]
    return [Edit(*span, texts[number]) for span, number in zip(spans, order, strict=True)]


def _can_be_moved(text: str, pairs: Pairs) -> bool:
    """Each entry stands whole on one line, and nothing but commas and blanks between them; no
    comment on these lines would come to speak to govchain of another."""
    if _speaks_within(text, pairs):
        return False
    before, expected = pairs.start.index, _BEFORE
    for key, value in pairs.entries:
        if isinstance(value, Lost) or (isinstance(value, Scalar) and value.is_empty):
            return False
        if key.start.line != value.end.line or not expected.fullmatch(
            text, before, key.start.index
        ):
            return False
        before, expected = value.end.index, _BETWEEN
    return _AFTER.fullmatch(text, before, pairs.end.index) is not None


def _speaks_within(text: str, pairs: Pairs) -> bool:
    """Whether a comment on one of several lines speaks to govchain."""
    if pairs.start.line == pairs.end.line:
        return False
    line_end = text.find("\n", pairs.end.index)
    return text.find(CALL_SIGN, pairs.start.index, line_end if line_end >= 0 else None) >= 0
