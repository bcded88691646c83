"""A mapping → the values of its keywords: the one place where keys are looked up."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

from govchain.language.keywords import Form, Keyword, Shape
from govchain.language.matter import PROVISION
from govchain.model.nouns import Provision
from govchain.reader.entries import extras
from govchain.reader.entries.keys import Record, read_again, report_missing
from govchain.reader.entries.mappings import pairs_of
from govchain.reader.entries.unknown_keys import resembled
from govchain.reader.ground.items import item_name
from govchain.reader.ground.nodes import Node, Pairs, Scalar
from govchain.reader.ground.notes import Notes, path
from govchain.reader.values import alternatives, fields, guards, quantities, words
from govchain.reader.values.lists import taken_apart

# The table of words knows the type of each value, Python's types do not: hence Any here.
Read = Callable[[Notes, str, Keyword, Node], Any]


def read_provisions(
    notes: Notes, where: str, keyword: Keyword, node: Node
) -> tuple[str, ...] | None:
    """A list of texts, each perhaps in a mapping that says how long it was in force."""
    alone = isinstance(node, Pairs) and is_provision(node)
    nodes = [node] if alone else fields.items_of(notes, where, keyword, node)
    if nodes is None:
        return None
    found: dict[str, str] = {}
    for position, item in enumerate(nodes, 1):
        inside = path(where, f"{keyword.name}.{item_name(item, position)}")
        provision = _read_provision(notes, where, inside, keyword, item)
        if provision is not None and _end(found.setdefault(provision, provision)) != _end(
            provision
        ):
            _report_other_end(notes, inside, item, provision)
    return tuple(found.values())


def is_provision(pairs: Pairs) -> bool:
    """Whether a key of a provision stands in it; else it is a text with a loose colon."""
    spelled = PROVISION.spelled
    return any(isinstance(key, Scalar) and key.text in spelled for key, _ in pairs.entries)


def _read_provision(
    notes: Notes, where: str, inside: str, keyword: Keyword, node: Node
) -> str | None:
    if not isinstance(node, Pairs) or not is_provision(node):
        return fields.read_text(notes, where, keyword, node)
    record = read_form(notes, inside, PROVISION, node)
    if record is None:
        return None
    values, keys = record.values, record.keys
    if "repealed_by" in keys and "until" not in keys:  # it would count as in force
        report_missing(notes, inside, PROVISION.keyword("until"), keys["repealed_by"])
    text: str | None = values.get("provision")
    if text is None:
        return None
    return Provision(text, values.get("until"), values.get("repealed_by"))


def _end(provision: str) -> tuple[datetime.date | None, str | None]:
    if isinstance(provision, Provision):
        return provision.until, provision.repealed_by
    return None, None


def _report_other_end(notes: Notes, subject: str, node: Node, provision: str) -> None:
    notes.report(
        "bad-value",
        subject,
        node,
        message='"{value}" stands twice, with different ends',
        remedy="keep one of them",
        value=str(provision),
    )


READ: dict[Shape, Read] = {
    Shape.ID: fields.read_id,
    Shape.TEXT: fields.read_text,
    Shape.TEXTS: fields.read_texts,
    Shape.PROVISIONS: read_provisions,
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
    Shape.ALTERNATIVES: alternatives.read_alternatives,
    Shape.FREE: extras.read_extra,
}
"""How a value of each shape is read. Shapes with rooms of their own stay nodes."""

_OF_WORDS = frozenset({Shape.REFS, Shape.ALTERNATIVES, Shape.WORDS, Shape.DATES})
"""Shapes of lists in whose items no comma can stand."""


def read_form(notes: Notes, where: str, form: Form, node: Node) -> Record | None:
    """The values of a mapping of that form; None where it is no mapping at all."""
    pairs = pairs_of(notes, where, node, form)
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
        losses = notes.losses
        if keyword.shape in _OF_WORDS:
            value = taken_apart(notes, where, keyword, value)
        record.nodes[attribute] = value
        read = READ.get(keyword.shape)
        if read is not None:
            found = read(notes, where, keyword, value)
            if found is not None:
                values[attribute] = found
            if notes.losses != losses:
                record.count_loss(attribute, notes.losses - losses)
    _report_missing(notes, where, form, pairs, record)
    return record


def _report_missing(notes: Notes, where: str, form: Form, pairs: Pairs, record: Record) -> None:
    for keyword in form.required:
        if keyword.attribute not in record.keys:
            report_missing(notes, where, keyword, pairs)
