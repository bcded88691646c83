"""Needs of steps and materials of applicants: what names data, or alternatives of it."""

from __future__ import annotations

from dataclasses import replace

from govchain.language.keywords import Form, Shape
from govchain.language.matter import MATERIAL, MATTER, NEED, STEP
from govchain.model.nouns import DataNeed, Material
from govchain.reader.entries.forms import read_form
from govchain.reader.entries.keys import Record, report_missing
from govchain.reader.ground.items import item_name
from govchain.reader.ground.nodes import Node, Pairs, Scalar
from govchain.reader.ground.notes import Notes, path
from govchain.reader.values.alternatives import Alternatives, settle_shares
from govchain.reader.values.fields import in_one, items_of, read_reference
from govchain.reader.values.lists import taken_apart

_SILENT = "surrendered"
"""How a paper is handled of which no rule says that it need not be asked for."""

_NEEDS = replace(STEP.keyword("needs"), shape=Shape.REFS, of="data")
"""`needs` as a list of ids of data, which it may be."""


def read_needs(notes: Notes, where: str, node: Node) -> tuple[DataNeed, ...]:
    """The entries of `needs` of a step; one that lost anything is left out."""
    node = taken_apart(notes, where, _NEEDS, node)
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
    if notes.losses != losses or not alternatives.ids:
        return None
    _settle_shares(notes, inside, alternatives, record)
    shares = alternatives.shares
    return DataNeed(alternatives.ids, notes.place(node), shares=shares, **record.values)


def _settle_shares(notes: Notes, where: str, alternatives: Alternatives, record: Record) -> None:
    if "any" in record.nodes:
        settle_shares(notes, where, alternatives, record.nodes["any"])


def _alternatives(notes: Notes, where: str, form: Form, record: Record) -> Alternatives:
    """The data that a need or material names, taken out of its values."""
    data, several = record.values.pop("data", None), record.values.pop("any", Alternatives())
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
    alternatives: Alternatives = several if data is None else Alternatives((data,))
    return alternatives


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
    if not alternatives.ids and (not name or {"data", "any"} & record.keys.keys()):
        return None
    _settle_shares(notes, where, alternatives, record)
    if "handling" in record.losses:
        record.values["handling"] = _SILENT
    return Material(
        name,
        notes.place(node),
        alternatives.ids,
        waived_by=in_one(record.values.pop("waived_by", None)),
        shares=alternatives.shares,
        **record.values,
    )
