"""Lists written as one value: `a, b` without brackets, or with commas that are none in YAML."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from govchain.reader.ground.nodes import Items, Node, Scalar
from govchain.reader.ground.notes import Label, Notes, listed, path
from govchain.reader.ground.wide_signs import bare, brackets_at_ends

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
    texts = [item.text for item in nodes if isinstance(item, Scalar)]
    wide = next(filter(None, map(brackets_at_ends, texts)), "")
    if wide:
        return _without_brackets(notes, where, label, node, nodes, wide)
    if not any(map(_COMMA.search, texts)):
        return node
    apart = [part for item in nodes for part in _apart(notes, where, label, item)]
    return Items(apart, node.start, node.end, isinstance(node, Items) and node.in_flow)


def _without_brackets(
    notes: Notes, where: str, label: Label, node: Node, nodes: Sequence[Node], wide: str
) -> Node:
    """The list in wide brackets, which are reported: YAML takes them for letters of a word."""
    parts = [
        replace(item, text=bare(part))
        for item in nodes
        if isinstance(item, Scalar)
        for part in parts_of(item.text)
        if bare(part)
    ]
    texts = "".join(item.text for item in nodes if isinstance(item, Scalar))
    is_whole = all(bracket in texts for bracket in wide)
    notes.report(
        "bad-value",
        path(where, label.name),
        node,
        message='"{wide}" encloses no list: it is read as part of a word',
        remedy="use half-width [ ] instead of {wide}: [{known}]",
        wide=wide,
        known=listed([*(part.text for part in parts), *([] if is_whole else ["…"])]),
    )
    others = [item for item in nodes if not isinstance(item, Scalar)]
    return Items([*parts, *others], node.start, node.end)


def _apart(notes: Notes, where: str, label: Label, item: Node) -> list[Node]:
    parts = [bare(part) for part in parts_of(item.text)] if isinstance(item, Scalar) else []
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
