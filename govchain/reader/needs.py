"""Needs of steps and materials of applicants: what names data, or alternatives of it."""

from __future__ import annotations

from dataclasses import replace

from govchain.model.nouns import DataNeed, Material
from govchain.model.vocabulary import MATERIAL, MATTER, NEED, STEP, Form
from govchain.reader.fields import in_one, items_of, read_reference
from govchain.reader.forms import read_form
from govchain.reader.keys import Record, report_missing
from govchain.reader.nodes import Items, Node, Pairs, Scalar
from govchain.reader.notes import Notes, path

_NAMING = ("id", "name", "data", "any", "matter")
_SPELLINGS = {
    form.spelled[word].chinese: word
    for form in (STEP, NEED)
    for word in _NAMING
    if word in form.spelled
}
_RANKS = {word: rank for rank, word in enumerate(_NAMING)}
_RANKS |= {chinese: _RANKS[word] for chinese, word in _SPELLINGS.items()}


_NEEDS = replace(STEP.keyword("needs"), of="data")
"""`needs` as a list of ids of data, which it may be."""


def item_name(node: Node, position: int) -> str:
    """What a key path calls an item of a list: its id, else its name or data, else its number."""
    best, name = len(_NAMING), str(position)
    for key, value in node.entries if isinstance(node, Pairs) else ():
        rank = _RANKS.get(key.text, best) if isinstance(key, Scalar) else best
        if rank < best:
            single = value.nodes[0] if isinstance(value, Items) and value.nodes else value
            if isinstance(single, Scalar) and single.text:
                best, name = rank, single.text
                if best == 0:
                    break
    return name


def read_needs(notes: Notes, where: str, node: Node) -> tuple[DataNeed, ...]:
    """The entries of `needs` of a step; one that lost anything is left out."""
    nodes = [node] if isinstance(node, Pairs) else items_of(notes, where, _NEEDS, node) or ()
    needs = [_read_need(notes, where, item, n) for n, item in enumerate(nodes, 1)]
    return tuple(need for need in needs if need is not None)


def _read_need(notes: Notes, where: str, node: Node, position: int) -> DataNeed | None:
    if isinstance(node, Scalar) and node.text:
        id_ = read_reference(notes, where, _NEEDS, node)
        return None if id_ is None else DataNeed((id_,), notes.place(node))
    losses = notes.losses
    inside = path(where, f"{_NEEDS.name}.{item_name(node, position)}")
    record = read_form(notes, inside, NEED, node)
    if record is None:
        return None
    alternatives = _alternatives(notes, inside, NEED, record)
    if "data" not in record.keys and "any" not in record.keys:
        report_missing(notes, inside, NEED.keyword("data"), node)
    if notes.losses != losses or not alternatives:
        return None
    return DataNeed(alternatives, notes.place(node), **record.values)


def _alternatives(notes: Notes, where: str, form: Form, record: Record) -> tuple[str, ...]:
    """The data that a need or material names, taken out of its values."""
    data, alternatives = record.values.pop("data", None), record.values.pop("any", ())
    if "data" in record.keys and "any" in record.keys:
        notes.report(
            "wrong-shape",
            path(where, "any"),
            record.keys["any"],
            message='"{data}" and "{any}" cannot stand together',
            remedy='name all of them under "{any}" if one is enough, else write an entry for each',
            data=notes.spelled(form.keyword("data")),
            any=notes.spelled(form.keyword("any")),
        )
    return tuple(alternatives) if data is None else (data,)


def read_materials(notes: Notes, node: Node) -> tuple[Material, ...]:
    """The materials of a matter. A name that is absent stays empty until the data are known."""
    keyword = MATTER.keyword("materials")
    if isinstance(node, Scalar) and not node.text:
        return ()
    nodes = [node] if isinstance(node, Pairs) else items_of(notes, "", keyword, node) or ()
    materials = [_read_material(notes, item, n) for n, item in enumerate(nodes, 1)]
    return tuple(material for material in materials if material is not None)


def _read_material(notes: Notes, node: Node, position: int) -> Material | None:
    where = path("materials", item_name(node, position))
    record = read_form(notes, where, MATERIAL, node)
    if record is None:
        return None
    notes.harmless += record.losses_among(("form", "copies"))
    alternatives = _alternatives(notes, where, MATERIAL, record)
    if not {"name", "data", "any"} & record.keys.keys():
        report_missing(notes, where, MATERIAL.keyword("name"), node)
    name = record.values.pop("name", "")
    if not alternatives and (not name or {"data", "any"} & record.keys.keys()):
        return None
    waived_by = in_one(record.values.pop("waived_by", None))
    return Material(name, notes.place(node), alternatives, waived_by=waived_by, **record.values)
