"""What the language has no word for (`extra`): kept as written, judged by no rule."""

from __future__ import annotations

from collections.abc import Mapping

from govchain.language.keywords import Keyword
from govchain.model.nouns import Extra
from govchain.reader.entries.keys import report_no_key, report_twice
from govchain.reader.entries.mappings import pairs_of
from govchain.reader.ground.nodes import Items, Node, Pairs, Scalar
from govchain.reader.ground.notes import Notes, path


def read_extra(
    notes: Notes, where: str, keyword: Keyword, node: Node
) -> Mapping[str, Extra] | None:
    """A mapping as written, single values as text. What is lost of it is missed by no rule."""
    losses = notes.losses
    subject = path(where, keyword.name)
    pairs = pairs_of(notes, subject, node)
    found = None if pairs is None else _mapping(notes, subject, pairs)
    notes.losses = losses
    return found


def _mapping(notes: Notes, subject: str, pairs: Pairs) -> dict[str, Extra]:
    found: dict[str, Extra] = {}
    first: dict[str, Node] = {}
    for key, value in pairs.entries:
        if not isinstance(key, Scalar) or not key.text:
            report_no_key(notes, subject, key)
        elif key.text in found:
            report_twice(notes, path(subject, key.text), first[key.text], key)
        else:
            first[key.text] = key
            found[key.text] = _value(notes, path(subject, key.text), value)
    return found


def _value(notes: Notes, subject: str, node: Node) -> Extra:
    if isinstance(node, Pairs):
        return _mapping(notes, subject, node)
    if isinstance(node, Items):
        return tuple(
            _value(notes, path(subject, str(position)), item)
            for position, item in enumerate(node.nodes, 1)
        )
    return node.written if isinstance(node, Scalar) else ""
