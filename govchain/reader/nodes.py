"""YAML text → documents of nodes that know where they stand.

Built on the events of PyYAML's C parser; nothing is expanded, converted or executed. What the
definition language leaves out of YAML (anchors, aliases, merge keys, tags) is noted as an oddity
and read past. Works without recursion and with a cap on depth, so no input can exhaust it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeAlias

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

DEEPEST = 100
"""How many lists and mappings may stand inside one another."""

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
    """One value, always text, without the blanks around it.

    `is_plain`: it stands without quotes or block marks.
    """

    text: str
    start: Mark
    end: Mark
    is_plain: bool

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


@dataclass(slots=True)
class Oddity:
    """A piece of YAML that is not part of the language: what it is, as written, and where."""

    kind: str
    text: str
    start: Mark


@dataclass(slots=True)
class Document:
    """One YAML document of a file. `root` None: it is empty."""

    root: Node | None
    oddities: list[Oddity] = field(default_factory=list)


class TooDeepError(Exception):
    """Lists and mappings stand inside one another deeper than any definition needs."""

    def __init__(self, mark: Mark) -> None:
        super().__init__(f"deeper than {DEEPEST}")
        self.mark = mark


HAS_C_PARSER = yaml.__with_libyaml__


def _parser(text: str) -> Any:  # the C parser and the pure one share a method, not a type
    if HAS_C_PARSER:
        from yaml._yaml import CParser

        return CParser(text)
    return yaml.SafeLoader(text)


def read_documents(text: str) -> Iterator[Document]:
    """The documents of a text, one by one.

    Raises yaml.YAMLError where the text is not YAML and TooDeepError where it nests too deeply;
    the documents before that spot have been given by then.
    """
    next_event = _parser(text).get_event
    document = Document(None)
    opened: list[tuple[Any, list[Node]]] = []
    bag: list[Node] = []
    may_merge = MERGE in text
    while True:
        event = next_event()
        kind = type(event)
        if kind is ScalarEvent:
            if event.anchor or event.tag:
                document.oddities += _marks_of(event)
            is_plain = not event.style
            bag.append(Scalar(event.value.strip(), event.start_mark, event.end_mark, is_plain))
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            if event.anchor or event.tag:
                document.oddities += _marks_of(event)
            if len(opened) == DEEPEST:
                raise TooDeepError(event.start_mark)
            opened.append((event, bag))
            bag = []
        elif kind is MappingEndEvent:
            begun, outer = opened.pop()
            entries = list(zip(bag[::2], bag[1::2], strict=True))
            if may_merge:
                entries = _without_merges(entries, document)
            outer.append(Pairs(entries, begun.start_mark, event.end_mark, begun.flow_style))
            bag = outer
        elif kind is SequenceEndEvent:
            begun, outer = opened.pop()
            outer.append(Items(bag, begun.start_mark, event.end_mark, begun.flow_style))
            bag = outer
        elif kind is AliasEvent:
            if not _is_merged(bag, opened):
                document.oddities.append(Oddity("alias", event.anchor, event.start_mark))
            bag.append(Lost(event.start_mark, event.end_mark))
        elif kind is DocumentEndEvent:
            root = bag.pop()
            empty = isinstance(root, Scalar) and root.is_empty
            document.root = None if empty else root
            yield document
            document = Document(None)
        elif kind is StreamEndEvent:
            return


def _marks_of(event: Any) -> Iterator[Oddity]:  # any event that begins a node
    if event.anchor:
        yield Oddity("anchor", event.anchor, event.start_mark)
    if event.tag:
        yield Oddity("tag", event.tag, event.start_mark)


def _without_merges(
    entries: list[tuple[Node, Node]], document: Document
) -> list[tuple[Node, Node]]:
    """The entries with each merge key noted and made a lost one."""
    kept: list[tuple[Node, Node]] = []
    for key, value in entries:
        if isinstance(key, Scalar) and key.is_plain and key.text == MERGE:
            document.oddities.append(Oddity("merge", MERGE, key.start))
            lost = Lost(key.start, key.end)
            kept.append((lost, lost))
        else:
            kept.append((key, value))
    return kept


def _is_merged(bag: list[Node], opened: list[tuple[Any, list[Node]]]) -> bool:
    """Whether an alias that comes now is what a merge key merges, which is noted once."""
    before = (bag[-1:], opened[-1][1][-1:] if opened else [])
    return any(isinstance(node, Scalar) and node.text == MERGE for (node,) in filter(None, before))
