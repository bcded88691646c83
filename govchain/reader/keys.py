"""Keys that a form does not have, has twice, or lacks: what is said of them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from govchain.model.vocabulary import CALL, STEP, Form, Keyword, Shape
from govchain.reader.nodes import Items, Lost, Node, Pairs, Scalar, words_of
from govchain.reader.notes import Notes, listed, path, spot
from govchain.reader.spelling import is_chinese

_GATHERED = frozenset({Shape.MANY, Shape.SECTION})

_READ_ON = _GATHERED | {Shape.FACTS, Shape.ID}
"""Shapes whose value is read on under the keyword that a misspelt key resembles: all that refers
to what stands there would be reported too otherwise."""


@dataclass(slots=True)
class Record:
    """What a mapping says: the value of each attribute, and where its key and value stand."""

    values: dict[str, Any] = field(default_factory=dict)  # of the types that forms.READ makes
    keys: dict[str, Node] = field(default_factory=dict)
    nodes: dict[str, Node] = field(default_factory=dict)
    present: set[str] | None = None
    """The keywords that it has, looked up once a key is met that it cannot have."""
    losses: dict[str, int] = field(default_factory=dict)
    """How much was lost of each attribute; of what no keyword resembles, under no name."""

    def count_loss(self, attribute: str, losses: int = 1) -> None:
        """Something of the attribute was lost."""
        self.losses[attribute] = self.losses.get(attribute, 0) + losses

    def losses_among(self, attributes: Collection[str]) -> int:
        """How much of these attributes was lost."""
        return sum(count for name, count in self.losses.items() if name in attributes)


def read_again(
    notes: Notes, where: str, keyword: Keyword, record: Record, key: Node, value: Node
) -> None:
    """Report a key that stands twice. The first counts; of lists and sections, both."""
    report_twice(notes, path(where, keyword.name), record.keys[keyword.attribute], key)
    record.count_loss(keyword.attribute)
    if keyword.shape in _GATHERED:
        known = record.nodes[keyword.attribute]
        record.nodes[keyword.attribute] = _joined(known, value)


def report_twice(notes: Notes, subject: str, first: Node, key: Node) -> None:
    """Report a key that the mapping has already."""
    place = notes.place(first)
    notes.report(
        "duplicate-key",
        subject,
        key,
        message='"{key}" stands twice in one mapping: also at {place}',
        remedy="keep one of them",
        related=(place,),
        key=_written(key),
        place=spot(place),
    )


def _joined(first: Node, second: Node) -> Node:
    """The first with what is in the second: added in place, as there may be thousands of them."""
    if isinstance(first, Items) and isinstance(second, Items):
        first.nodes += second.nodes
    elif isinstance(first, Pairs) and isinstance(second, Pairs):
        first.entries += second.entries
    return first


def _written(key: Node) -> str:
    return key.text if isinstance(key, Scalar) else ""


def resembled(
    notes: Notes, where: str, form: Form, pairs: Pairs, entry: tuple[Node, Node], record: Record
) -> Keyword | None:
    """Report a key that the form does not have; answer the keyword to read its value on as."""
    key, value = entry
    if not isinstance(key, Scalar):
        report_no_key(notes, where, key)
        return None
    suggestion = _suggestion(notes, form, pairs, key, record)
    _report_unknown_key(notes, where, form, pairs, key, value, suggestion)
    record.count_loss(suggestion.attribute if suggestion else "")
    if suggestion is None:
        notes.lost_words.update(words_of(value))
        return None
    if suggestion.shape in _READ_ON:
        return suggestion
    record.keys[suggestion.attribute] = key
    return None


def _suggestion(
    notes: Notes, form: Form, pairs: Pairs, key: Scalar, record: Record
) -> Keyword | None:
    """The keyword that the key resembles, of those that the mapping does not have."""
    if record.present is None:
        record.present = {
            form.spelled[other.text].name
            for other, _ in pairs.entries
            if isinstance(other, Scalar) and other.text in form.spelled
        }
    present = record.present
    known = _spellings(form, key)
    close = notes.guess(
        key.text, (word for word in known if form.spelled[word].name not in present)
    )
    return None if close is None else form.spelled[close]


def _spellings(form: Form, key: Scalar) -> tuple[str, ...]:
    """The keywords of the form in the language that the key is written in."""
    return tuple(_spelled_like(key, keyword) for keyword in form.keywords)


def _spelled_like(key: Scalar, keyword: Keyword) -> str:
    return keyword.chinese if is_chinese(key.text) else keyword.name


def report_no_key(notes: Notes, where: str, key: Node) -> None:
    """Report what stands for a key and is none."""
    if isinstance(key, Lost):
        notes.loss()
        return
    notes.report(
        "wrong-shape",
        where,
        key,
        message="a key must be one word, not a list or a mapping",
        remedy="quote the text where it begins with a bracket",
    )


def _report_unknown_key(
    notes: Notes,
    where: str,
    form: Form,
    pairs: Pairs,
    key: Scalar,
    value: Node,
    suggestion: Keyword | None,
) -> None:
    known = _spellings(form, key)
    is_tail = pairs.in_flow and isinstance(value, Scalar) and value.is_empty
    is_of_step = form is CALL and key.text in STEP.spelled
    notes.report(
        "unknown-key",
        path(where, key.text),
        key,
        message='no key "{key}" is known here',
        remedy="a step that calls a matter has only id, name, matter, after, when and order-basis"
        if is_of_step
        else 'did you mean "{suggestion}"?'
        if suggestion
        else "inside {{ }} a comma ends the value: quote the whole text that has the comma"
        if is_tail
        else "use one of: {known}",
        key=key.text,
        suggestion=_spelled_like(key, suggestion) if suggestion else None,
        known=listed(known),
    )


def report_missing(notes: Notes, where: str, keyword: Keyword, at: Node) -> None:
    """Report a key that must be there and is not."""
    notes.report(
        "missing-key",
        path(where, keyword.name),
        at,
        message='the key "{key}" is missing',
        remedy='add "{key}"',
        key=notes.spelled(keyword),
    )
