"""Keys that a mapping has twice, that are none, or that it lacks: what is said of them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from govchain.language.keywords import Keyword, Shape
from govchain.reader.ground.nodes import Items, Lost, Node, Pairs, Scalar
from govchain.reader.ground.notes import Notes, path, spot

GATHERED = frozenset({Shape.MANY, Shape.SECTION})
"""Shapes of which several stand for one, one after another."""


@dataclass(slots=True)
class Record:
    """What a mapping says: the value of each attribute, and where its key and value stand."""

    values: dict[str, Any] = field(default_factory=dict)  # of the types that forms.READ makes
    keys: dict[str, Node] = field(default_factory=dict)
    nodes: dict[str, Node] = field(default_factory=dict)
    present: set[str] | None = None
    """The keywords that it has, looked up once a key is met that it cannot have."""
    losses: dict[str, int] = field(default_factory=dict)
    """How much was lost of each attribute; of what no keyword resembles, under no name."""

    def count_loss(self, attribute: str, losses: int = 1) -> None:
        """Something of the attribute was lost."""
        self.losses[attribute] = self.losses.get(attribute, 0) + losses

    def losses_among(self, attributes: Collection[str]) -> int:
        """How much of these attributes was lost."""
        return sum(count for name, count in self.losses.items() if name in attributes)


def read_again(
    notes: Notes, where: str, keyword: Keyword, record: Record, key: Node, value: Node
) -> None:
    """Report a key that stands twice. The first counts; of lists and sections, both."""
    report_twice(notes, path(where, keyword.name), record.keys[keyword.attribute], key)
    record.count_loss(keyword.attribute)
    if keyword.shape in GATHERED:
        known = record.nodes[keyword.attribute]
        record.nodes[keyword.attribute] = _joined(known, value)


def report_twice(notes: Notes, subject: str, first: Node, key: Node) -> None:
    """Report a key that the mapping has already."""
    place = notes.place(first)
    notes.report(
        "duplicate-key",
        subject,
        key,
        message='"{key}" stands twice in one mapping: also at {place}',
        remedy="keep one of them",
        related=(place,),
        key=_written(key),
        place=spot(place),
    )


def _joined(first: Node, second: Node) -> Node:
    """The first with what is in the second: added in place, as there may be thousands of them."""
    if isinstance(first, Items) and isinstance(second, Items):
        first.nodes += second.nodes
    elif isinstance(first, Pairs) and isinstance(second, Pairs):
        first.entries += second.entries
    return first


def _written(key: Node) -> str:
    return key.text if isinstance(key, Scalar) else ""


def report_no_key(notes: Notes, where: str, key: Node) -> None:
    """Report what stands for a key and is none."""
    if isinstance(key, Lost):
        notes.loss()
        return
    notes.report(
        "wrong-shape",
        where,
        key,
        message="a key must be one word, not empty"
        if isinstance(key, Scalar)
        else "a key must be one word, not a list or a mapping",
        remedy="write the key, or delete the line"
        if isinstance(key, Scalar)
        else "quote the text where it begins with a bracket",
    )


def report_missing(notes: Notes, where: str, keyword: Keyword, at: Node) -> None:
    """Report a key that must be there and is not."""
    notes.report(
        "missing-key",
        path(where, keyword.name),
        at,
        message='the key "{key}" is missing',
        remedy='add "{key}"',
        key=notes.spelled(keyword),
    )
