"""What a YAML document is made of: single values, lists and mappings that know where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol, TypeAlias

MERGE = "<<"


class Mark(Protocol):
    """A spot in the text: line, column and index in code points, all from 0."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...
    @property
    def index(self) -> int: ...


# Nodes are not frozen: freezing triples the cost of making one, and every word of every file is
# a node. Nothing changes them once they are built.


@dataclass(slots=True)
class Scalar:
    """One value, always text of one line, without the blanks around it.

    `is_plain`: it stands without quotes or block marks. `written`: with its line ends.
    """

    text: str
    start: Mark
    end: Mark
    is_plain: bool
    written: str = ""

    @property
    def is_empty(self) -> bool:
        return self.is_plain and not self.text


@dataclass(slots=True)
class Items:
    """A list."""

    nodes: list[Node]
    start: Mark
    end: Mark
    in_flow: bool = False


@dataclass(slots=True)
class Pairs:
    """A mapping: its keys and values as they stand, duplicates included."""

    entries: list[tuple[Node, Node]]
    start: Mark
    end: Mark
    in_flow: bool = False


@dataclass(slots=True)
class Lost:
    """What stood here could not be taken over (an alias, a merge); that has been reported."""

    start: Mark
    end: Mark


Node: TypeAlias = Scalar | Items | Pairs | Lost


def is_bare(node: Node) -> bool:
    """Whether nothing stands there: no value, or a list without items."""
    return (isinstance(node, Scalar) and not node.text) or (
        isinstance(node, Items) and not node.nodes
    )


def words_of(node: Node) -> Iterator[str]:
    """Every key and value at or inside the node."""
    waiting = [node]
    while waiting:
        match waiting.pop():
            case Scalar(text):
                yield text
            case Items(nodes):
                waiting += nodes
            case Pairs(entries):
                for entry in entries:
                    waiting += entry


def scalars_in(node: Node) -> dict[str, Scalar]:
    """The single values of a list (one may stand alone), each once, in order."""
    nodes = node.nodes if isinstance(node, Items) else [node]
    first: dict[str, Scalar] = {}
    for item in nodes:
        if isinstance(item, Scalar) and item.text:
            first.setdefault(item.text, item)
    return first
