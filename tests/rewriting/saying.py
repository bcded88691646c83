"""What a text says, places aside, for tests of what rewrites it."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from govchain.findings import Place
from govchain.model.characters import lines_of
from govchain.reader.ground.nodes import Items, Pairs, Scalar
from govchain.reader.reading import Reading, read_texts
from govchain.reader.text.comments import comments_in
from govchain.reader.text.documents import read_documents
from govchain.rewriting.definitions import rewritten


def anew(text: str, keys: str | None = None) -> str:
    """The text as it is rewritten."""
    return rewritten("a.yaml", text.encode(), keys).decode()


def model_of(texts: Mapping[str, str]) -> Any:
    """All that is read, places aside."""
    reading = read_texts(texts)
    return said(reading)


def said(reading: Reading) -> Any:
    troubles = [(t.rule, t.subject, t.matter) for t in reading.troubles]
    return without_places(reading.definitions), Counter(troubles)


def allowed_in(text: str) -> dict[str, Counter[str]]:
    """What each comment allows, by its reason: the words of the element that it speaks of."""
    words = list(_words_of(text))
    return {
        allow.reason: Counter(
            word
            for word, line, column in words
            if allow.first
            and allow.last
            and (allow.first.line, allow.first.column) <= (line, column)
            and (line, column) <= (allow.last.line, allow.last.column)
        )
        for allow in read_texts({"a.yaml": text}).allows
    }


def _words_of(text: str) -> Iterator[tuple[str, int, int]]:
    for document in read_documents("\n".join(lines_of(text))):
        waiting = [document.root] if document.root else []
        while waiting:
            match waiting.pop():
                case Scalar(word, start) if word:
                    yield word, start.line + 1, start.column + 1
                case Items(nodes):
                    waiting += nodes
                case Pairs(entries):
                    waiting += [node for entry in entries for node in entry]


def without_places(value: Any) -> Any:
    match value:
        case Place():
            return None
        case Mapping():
            return {key: without_places(each) for key, each in value.items()}
        case tuple() | list():
            return [without_places(each) for each in value]
        case _ if dataclasses.is_dataclass(value):
            fields = (field.name for field in dataclasses.fields(value))
            return type(value), {name: without_places(getattr(value, name)) for name in fields}
        case _:
            return value


def comments_of(text: str) -> Counter[str]:
    """The comments, without the blanks at their end."""
    lines = lines_of(text.removeprefix("\ufeff"))
    roots = [d.root for d in read_documents("\n".join(lines)) if d.root is not None]
    return Counter(lines[row][column:].rstrip(" \t") for row, column in comments_in(lines, roots))
