"""Anchors, aliases, merge keys and tags: what the definition language leaves out of YAML."""

from __future__ import annotations

from bisect import bisect_right

from govchain.language.forms import FORMS
from govchain.reader.ground.items import item_name
from govchain.reader.ground.nodes import MERGE, Items, Mark, Node, Pairs, Scalar
from govchain.reader.ground.notes import Notes
from govchain.reader.text.documents import Document, Oddity

_ENGLISH = {keyword.chinese: keyword.name for form in FORMS.values() for keyword in form.keywords}


def report_oddities(notes: Notes, document: Document) -> None:
    """Report each piece of YAML that the language does not have."""
    for oddity in document.oddities:
        where = _path_to(document.root, oddity.start) if document.root else ""
        _report(notes, where, oddity)


def _report(notes: Notes, where: str, oddity: Oddity) -> None:
    losses = notes.losses
    place = notes.place_of(oddity.start)
    match oddity.kind:
        case "anchor":
            notes.report(
                "unsupported-yaml",
                where,
                place,
                message='the anchor "&{name}" is no part of the language',
                remedy="leave it out; what stands behind it is read",
                name=oddity.text,
            )
        case "alias":
            notes.report(
                "unsupported-yaml",
                where,
                place,
                message='the alias "*{name}" is no part of the language',
                remedy="write out what it stands for; quote a text that begins with *",
                name=oddity.text,
            )
        case "merge":
            notes.report(
                "unsupported-yaml",
                where,
                place,
                message='the merge key "<<" is no part of the language',
                remedy="write out the keys that it would bring",
            )
        case _:
            notes.report(
                "unsupported-yaml",
                where,
                place,
                message='the tag "{name}" is no part of the language',
                remedy="leave it out; quote a text that begins with !",
                name=oddity.text.replace("tag:yaml.org,2002:", "!!"),
            )
    notes.losses = losses  # what an alias or a merge loses is counted where it is missed


def _path_to(root: Node, mark: Mark) -> str:
    """The key path of what stands at the mark."""
    parts: list[str] = []
    node: Node | None = root
    while node is not None:
        match node:
            case Items(nodes):
                node = _enter_item(nodes, mark, parts)
            case Pairs(entries):
                node = _enter_pair(entries, mark, parts)
            case _:
                node = None
    return ".".join(parts)


def _enter_item(nodes: list[Node], mark: Mark, parts: list[str]) -> Node | None:
    position = bisect_right(nodes, _spot(mark), key=lambda item: _spot(item.start))
    if position == 0:
        return None
    item = nodes[position - 1]
    parts.append(item_name(item, position))
    return item


def _enter_pair(entries: list[tuple[Node, Node]], mark: Mark, parts: list[str]) -> Node | None:
    position = bisect_right(entries, _spot(mark), key=lambda entry: _spot(entry[0].start))
    if position == 0:
        return None
    key, value = entries[position - 1]
    written = key.text if isinstance(key, Scalar) else MERGE
    parts.append(_ENGLISH.get(written, written))
    return value


def _spot(mark: Mark) -> tuple[int, int]:
    return mark.line, mark.column
