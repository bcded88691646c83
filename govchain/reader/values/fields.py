"""Texts and ids, alone or in lists → values of the model.

Each function answers None where it lost the value, and has then noted why.
"""

from __future__ import annotations

from sys import intern

from govchain.language.fixed_words import LONGEST_ID, RESERVED_IDS
from govchain.language.keywords import Keyword
from govchain.model.ids import composed, is_id
from govchain.reader.ground.nodes import Items, Lost, Node, Scalar
from govchain.reader.ground.notes import Label, Notes, Reference, path

_RESERVED = frozenset(RESERVED_IDS) | frozenset(RESERVED_IDS.values())


def read_text(notes: Notes, where: str, label: Label, node: Node) -> str | None:
    """One value, as written."""
    if isinstance(node, Scalar):
        if node.text:
            return node.text
        report_empty(notes, where, label, node)
    elif isinstance(node, Lost):
        notes.loss()
    else:
        _report_no_single_value(notes, where, label, node)
    return None


def report_empty(notes: Notes, where: str, label: Label, node: Node) -> None:
    notes.report(
        "bad-value",
        path(where, label.name),
        node,
        message='"{key}" has no value',
        remedy='write ":" and a space after the key, not "："'
        if "：" in label.name
        else "write a value, or leave the key out",
        key=notes.spelled(label),
    )


def _report_no_single_value(notes: Notes, where: str, label: Label, node: Node) -> None:
    subject = path(where, label.name)
    if isinstance(node, Items):
        notes.report(
            "wrong-shape",
            subject,
            node,
            message='"{key}" takes one value, not a list',
            remedy="write one value; quote a text that begins with a bracket",
            key=notes.spelled(label),
        )
    else:
        notes.report(
            "wrong-shape",
            subject,
            node,
            message='"{key}" takes one value, not a mapping',
            remedy='write one value; quote a text in which ": " stands',
            key=notes.spelled(label),
        )


def items_of(notes: Notes, where: str, label: Label, node: Node) -> list[Node] | None:
    """The items of a list; one value may stand alone for a list of one."""
    if isinstance(node, Items):
        return node.nodes
    if isinstance(node, Scalar):
        if node.text:
            return [node]
        report_empty(notes, where, label, node)
    elif isinstance(node, Lost):
        notes.loss()
    else:
        notes.report(
            "wrong-shape",
            path(where, label.name),
            node,
            message='"{key}" takes a list, not a mapping',
            remedy='write "- " before each item, or [one, two]',
            key=notes.spelled(label),
        )
    return None


def scalars_of(notes: Notes, where: str, label: Label, node: Node) -> dict[str, Scalar] | None:
    """The single values of a list, each once, in order; what is none is reported and left out."""
    nodes = items_of(notes, where, label, node)
    if nodes is None:
        return None
    found: dict[str, Scalar] = {}
    for item in nodes:
        if isinstance(item, Scalar) and item.text:
            found.setdefault(item.text, item)
        else:
            read_text(notes, where, label, item)
    return found


def read_texts(notes: Notes, where: str, keyword: Keyword, node: Node) -> tuple[str, ...] | None:
    """A list of texts."""
    scalars = scalars_of(notes, where, keyword, node)
    return None if scalars is None else tuple(scalars)


def in_one(texts: tuple[str, ...] | None) -> str | None:
    """Several texts as one, where the model keeps one; None of none."""
    return "；".join(texts) if texts else None


def read_id(notes: Notes, where: str, keyword: Keyword, node: Node) -> str | None:
    """A new id. One of bad form is reported and kept, so that what refers to it is not lost."""
    text = read_text(notes, where, keyword, node)
    if text is not None:
        check_id(notes, path(where, keyword.name), node, text)
    return text


def check_id(notes: Notes, subject: str, node: Node, text: str) -> None:
    """Report an id that the language does not allow."""
    if text in _RESERVED:
        notes.report(
            "bad-value",
            subject,
            node,
            message='"{id}" is a reserved word and cannot be an id',
            remedy="choose another id",
            id=text,
        )
    elif not is_id(text):
        notes.report(
            "bad-value",
            subject,
            node,
            message='"{id}" is not an id',
            remedy='write the letters and their marks as one: "{composed}"'
            if is_id(composed(text))
            else 'an id begins with a letter or digit, goes on with these, "-", "_" or ".", '
            "and has no spaces and at most {longest} characters",
            id=text,
            composed=composed(text),
            longest=LONGEST_ID,
        )


def read_reference(notes: Notes, where: str, keyword: Keyword, node: Node) -> str | None:
    """The id of something defined elsewhere, noted down to be resolved."""
    text = read_text(notes, where, keyword, node)
    return None if text is None else refer(notes, where, keyword, node, text)


def refer(notes: Notes, where: str, keyword: Keyword, node: Node, text: str) -> str:
    """The id that the text names, noted down to be resolved."""
    if keyword.words:
        reserved = keyword.meaning(text)
        if reserved is not None:
            return reserved
    if keyword.section:  # what stays within a matter or a step: see order.py and steps.py
        mark = node.start
        text = intern(text)
        notes.references.append(
            Reference(keyword.section, text, mark.line + 1, mark.column + 1, where, keyword.name)
        )
    return text


def read_references(
    notes: Notes, where: str, keyword: Keyword, node: Node
) -> tuple[str, ...] | None:
    """Ids of things defined elsewhere, each noted down to be resolved."""
    scalars = scalars_of(notes, where, keyword, node)
    if scalars is None:
        return None
    return tuple([refer(notes, where, keyword, scalar, text) for text, scalar in scalars.items()])
