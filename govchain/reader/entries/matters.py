"""A document with the key `matter` → the draft of a matter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from govchain.findings import Place
from govchain.language.matter import MATTER, MISSED_NOWHERE, PUBLISHED, TIME_LIMIT
from govchain.language.near_words import near_keys
from govchain.language.registry import REGISTRY
from govchain.model.nouns import Published, TimeLimit
from govchain.reader.entries.forms import read_form
from govchain.reader.entries.joining import expect_calls, settle_joined
from govchain.reader.entries.keys import Record
from govchain.reader.entries.needs import read_materials
from govchain.reader.entries.order import settle_order
from govchain.reader.entries.steps import read_steps
from govchain.reader.ground.nodes import Node, Pairs, Scalar
from govchain.reader.ground.notes import Notes, Reference
from govchain.reader.values.facts import read_facts


@dataclass(slots=True)
class MatterDraft:
    """A matter before its references are resolved: what `Matter` takes, by name."""

    values: dict[str, Any]  # the table of words knows the type of each
    references: list[Reference]
    named_facts: set[str]
    """Facts that its guards name."""

    @property
    def id(self) -> str:
        return str(self.values["id"])

    @property
    def place(self) -> Place:
        place: Place = self.values["place"]
        return place


def is_matter(root: Pairs) -> bool:
    """Whether the document defines a matter, or would if its id were not forgotten or misnamed."""
    return id_of(root) is not None or any(
        isinstance(key, Scalar) and _tells_a_matter(key.text) for key, _ in root.entries
    )


def _tells_a_matter(key: str) -> bool:
    """Whether the key is of matters alone, as it stands or by its meaning."""
    keyword = MATTER.spelled.get(key)
    if keyword is not None:
        return keyword in _TELLING
    meant = near_keys(MATTER, key)
    return bool(meant) and meant[0][0] in _TELLING and not near_keys(REGISTRY, key)


_ID = MATTER.keyword("matter")
_TELLING = (_ID, MATTER.keyword("steps"), MATTER.keyword("materials"))
"""What no registry has."""


def id_of(root: Pairs) -> str | None:
    """The id of the matter that the document defines, None where it has none."""
    for key, value in root.entries:
        if isinstance(key, Scalar) and key.text in (_ID.name, _ID.chinese):
            return value.text if isinstance(value, Scalar) else ""
    return None


def read_matter(notes: Notes, root: Pairs) -> MatterDraft | None:
    """The draft of a matter; None where it has no id to be called by."""
    record = read_form(notes, "", MATTER, root)
    if record is None:
        return None
    values, nodes = record.values, record.nodes
    values["place"] = notes.place(root)
    values.setdefault("name", values.get("id"))
    values["declares_collaborators"] = "collaborators" in values
    values["time_limit"] = _read_time_limit(notes, record)
    if "published" in nodes:
        values["published"] = _read_published(notes, nodes["published"])
    if "facts" in nodes:
        notes.facts = read_facts(notes, nodes["facts"])
        values["facts"] = notes.facts or {}
    if "materials" in nodes:
        values["materials"] = read_materials(notes, nodes["materials"])
    losses = notes.losses
    drafts = read_steps(notes, nodes["steps"]) if "steps" in nodes else []
    are_whole = notes.losses == losses
    values["steps"] = settle_order(notes, drafts)
    if "joined" in values:
        values["joined"] = settle_joined(notes, values["joined"], nodes["joined"])
        if are_whole:
            expect_calls(notes, values["joined"], nodes["joined"], values["steps"])
    borne = sum(draft.borne for draft in drafts) + record.losses_among(MISSED_NOWHERE)
    values["doubtful"] = notes.losses > borne + notes.harmless
    return MatterDraft(values, notes.references, notes.named_facts) if "id" in values else None


def _read_time_limit(notes: Notes, record: Record) -> TimeLimit:
    """The limits; doubtful, too, where what is lost may have been they."""
    is_doubtful = record.losses_among(("time_limit",)) > 0
    node = record.nodes.get("time_limit")
    if node is None:
        return TimeLimit(doubtful=is_doubtful)
    losses = notes.losses
    if isinstance(node, Scalar) and node.text:
        _report_whose_limit(notes, node)
        inner = None
    else:
        inner = read_form(notes, TIME_LIMIT.name, TIME_LIMIT, node)
    lost = notes.losses - losses
    notes.harmless += lost
    values = inner.values if inner else {}
    place = notes.place(record.keys["time_limit"])
    return TimeLimit(**values, place=place, doubtful=is_doubtful or lost > 0)


def _read_published(notes: Notes, node: Node) -> Published | None:
    """What was published; no rule concludes anything from it."""
    losses = notes.losses
    record = read_form(notes, PUBLISHED.name, PUBLISHED, node)
    notes.harmless += notes.losses - losses
    return Published(notes.place(node), **record.values) if record else None


def _report_whose_limit(notes: Notes, node: Scalar) -> None:
    notes.report(
        "wrong-shape",
        TIME_LIMIT.name,
        node,
        message='"{key}" says whose limit it is, not a duration alone',
        remedy='write "{statutory}: {value}" or "{promised}: {value}" inside it',
        key=notes.spelled(MATTER.keyword(TIME_LIMIT.name)),
        statutory=notes.spelled(TIME_LIMIT.keyword("statutory")),
        promised=notes.spelled(TIME_LIMIT.keyword("promised")),
        value=node.text,
    )
