"""Lists written as one value: `a, b` without brackets, or with commas that are none in YAML."""

from __future__ import annotations

import re
from dataclasses import replace

from govchain.reader.ground.nodes import Items, Node, Scalar
from govchain.reader.ground.notes import Label, Notes, listed, path

_COMMA = re.compile("[,，、;；]")


def parts_of(text: str) -> list[str]:
    """What stands between the commas; the whole text where there is none."""
    return [part for part in map(str.strip, _COMMA.split(text)) if part]


def taken_apart(notes: Notes, where: str, label: Label, node: Node) -> Node:
    """The value of a key that takes ids or fixed words, in which no comma can stand.

    Where one does, that is reported and each part is read for itself: else it would be reported
    again as unknown.
    """
    nodes = node.nodes if isinstance(node, Items) else [node]
    if not any(isinstance(item, Scalar) and _COMMA.search(item.text) for item in nodes):
        return node
    apart = [part for item in nodes for part in _apart(notes, where, label, item)]
    return Items(apart, node.start, node.end, isinstance(node, Items) and node.in_flow)


def _apart(notes: Notes, where: str, label: Label, item: Node) -> list[Node]:
    parts = parts_of(item.text) if isinstance(item, Scalar) else []
    if not isinstance(item, Scalar) or len(parts) < 2:
        return [item]
    report_one_value(notes, path(where, label.name), item, parts)
    return [replace(item, text=part) for part in parts]


def report_one_value(notes: Notes, subject: str, item: Scalar, parts: list[str]) -> None:
    """Report a list that is one value."""
    notes.report(
        "bad-value",
        subject,
        item,
        message='"{value}" is one value here, not several',
        remedy='write each for itself, with "," and a space in between: [{known}]',
        value=item.text,
        known=listed(parts),
    )
