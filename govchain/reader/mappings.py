"""Nodes that are to be mappings."""

from __future__ import annotations

from govchain.reader.nodes import Items, Lost, Node, Pairs, Scalar
from govchain.reader.notes import Notes


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
            remedy='write ":" and a space after the key, not "："'
            if isinstance(node, Scalar) and "：" in node.text
            else 'write "key: value" lines, with a space after the colon',
        )
    return None
