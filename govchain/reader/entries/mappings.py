"""Nodes that are to be mappings."""

from __future__ import annotations

from govchain.language.keywords import Form
from govchain.reader.ground.nodes import Items, Lost, Node, Pairs, Scalar
from govchain.reader.ground.notes import Notes
from govchain.reader.ground.wide_signs import brackets_at_ends


def pairs_of(notes: Notes, where: str, node: Node, form: Form | None = None) -> Pairs | None:
    """The node as a mapping, perhaps of that form; nothing at all is the empty mapping."""
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
        wide = brackets_at_ends(node.text)
        notes.report(
            "wrong-shape",
            where,
            node,
            message="a mapping is wanted here, not a text",
            remedy='use half-width {{ }} instead of {wide}, ":" and a space after each key, '
            'and "," and a space between the entries'
            if wide
            else 'write ":" and a space after the key, not "："'
            if "：" in node.text
            else "write it as a mapping, such as {{{key}: {value}}}"
            if form and ":" not in node.text
            else 'write "key: value" lines, with a space after the colon',
            key=notes.spelled(form.keywords[0]) if form else None,
            value=node.text,
            wide=wide,
        )
    return None
