"""A mapping → the values of its keywords: the one place where keys are looked up."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from govchain.model.vocabulary import Form, Keyword, Shape
from govchain.reader import fields, guards, quantities, words
from govchain.reader.keys import Record, read_again, report_missing, resembled
from govchain.reader.nodes import Items, Lost, Node, Pairs, Scalar
from govchain.reader.notes import Notes

# The table of words knows the type of each value, Python's types do not: hence Any here.
Read = Callable[[Notes, str, Keyword, Node], Any]

READ: dict[Shape, Read] = {
    Shape.ID: fields.read_id,
    Shape.TEXT: fields.read_text,
    Shape.TEXTS: fields.read_texts,
    Shape.REF: fields.read_reference,
    Shape.REFS: fields.read_references,
    Shape.WORD: words.read_word,
    Shape.WORDS: words.read_words,
    Shape.OPEN_WORDS: words.read_open_words,
    Shape.YES_NO: words.read_yes_no,
    Shape.DURATION: quantities.read_duration,
    Shape.DATE: quantities.read_date,
    Shape.DATES: quantities.read_dates,
    Shape.COUNT: quantities.read_count,
    Shape.SHARE: quantities.read_share,
    Shape.AMOUNT: quantities.read_amount,
    Shape.GUARD: guards.read_guard,
}
"""How a value of each shape is read. Shapes with rooms of their own stay nodes."""


def read_form(notes: Notes, where: str, form: Form, node: Node) -> Record | None:
    """The values of a mapping of that form; None where it is no mapping at all."""
    pairs = pairs_of(notes, where, node)
    if pairs is None:
        return None
    record = Record()
    spelled, values, keys = form.spelled, record.values, record.keys
    for key, value in pairs.entries:
        keyword = spelled.get(key.text) if key.__class__ is Scalar else None
        if keyword is None:
            keyword = resembled(notes, where, form, pairs, (key, value), record)
            if keyword is None:
                continue
        attribute = keyword.attribute
        if attribute in keys:
            read_again(notes, where, keyword, record, key, value)
            continue
        keys[attribute] = key
        record.nodes[attribute] = value
        read = READ.get(keyword.shape)
        if read is not None:
            losses = notes.losses
            found = read(notes, where, keyword, value)
            if found is not None:
                values[attribute] = found
            if notes.losses != losses:
                record.count_loss(attribute, notes.losses - losses)
    _report_missing(notes, where, form, pairs, record)
    return record


def pairs_of(notes: Notes, where: str, node: Node) -> Pairs | None:
    """The node as a mapping; nothing at all is the empty mapping."""
    if isinstance(node, Pairs):
        return node
    if isinstance(node, Scalar) and node.is_empty:
        return Pairs([], node.start, node.end)
    if isinstance(node, Lost):
        notes.loss()
    elif isinstance(node, Items):
        notes.report(
            "wrong-shape",
            where,
            node,
            message="a mapping is wanted here, not a list",
            remedy='write "key: value" lines, or {{key: value}}',
        )
    else:
        notes.report(
            "wrong-shape",
            where,
            node,
            message="a mapping is wanted here, not a text",
            remedy='write "key: value" lines, with a space after the colon',
        )
    return None


def _report_missing(notes: Notes, where: str, form: Form, pairs: Pairs, record: Record) -> None:
    for keyword in form.required:
        if keyword.attribute not in record.keys:
            report_missing(notes, where, keyword, pairs)
