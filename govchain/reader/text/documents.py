"""YAML text → documents of nodes.

Built on the events of PyYAML's C parser; nothing is expanded, converted or executed. What the
definition language leaves out of YAML (anchors, aliases, merge keys, tags) is noted as an oddity
and read past. Works without recursion and with a cap on depth, so no input can exhaust it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

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

from govchain.model.characters import one_line, without_unseen
from govchain.reader.ground.nodes import MERGE, Items, Lost, Mark, Node, Pairs, Scalar

DEEPEST = 100
"""How many lists and mappings may stand inside one another."""


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


class UnreadableError(Exception):
    """The text is not YAML: the parser's own error, and what it had read by then.

    `brackets` are those that are open, the innermost last; `before` is the last value.
    """

    def __init__(self, error: yaml.YAMLError, brackets: list[Mark], before: Scalar | None) -> None:
        super().__init__(str(error))
        self.error = error
        self.brackets = brackets
        self.before = before


HAS_C_PARSER = yaml.__with_libyaml__


def _parser(text: str) -> Any:  # the C parser and the pure one share a method, not a type
    if HAS_C_PARSER:
        from yaml._yaml import CParser

        return CParser(text)
    return yaml.SafeLoader(text)


def read_documents(text: str) -> Iterator[Document]:
    """The documents of a text, one by one.

    Raises UnreadableError where the text is not YAML and TooDeepError where it nests too deeply;
    the documents before that spot have been given by then.
    """
    builder = _Builder(may_merge=MERGE in text)
    try:
        yield from _documents(text, builder)
    except yaml.YAMLError as error:
        raise UnreadableError(error, builder.open_brackets(), builder.last_value()) from error


def _documents(text: str, builder: _Builder) -> Iterator[Document]:
    next_event = _parser(text).get_event
    while True:
        event = next_event()
        kind = type(event)
        if kind is ScalarEvent:
            builder.take_scalar(event)
        elif kind is DocumentEndEvent:
            yield builder.finish()
        elif kind is StreamEndEvent:
            return
        elif kind in _TAKE:
            _TAKE[kind](builder, event)


class _Builder:
    """The document that is being built: what is open, and what has been gathered in it.

    Each open collection stands with the nodes gathered around it; `bag` holds those gathered in
    the innermost one, keys and values of a mapping in turn.
    """

    # Events come from two parsers that share no typed interface: hence Any for them.

    def __init__(self, *, may_merge: bool) -> None:
        self.document = Document(None)
        self.opened: list[tuple[Any, list[Node]]] = []
        self.bag: list[Node] = []
        self.may_merge = may_merge

    def take_scalar(self, event: Any) -> None:
        if event.anchor or event.tag:
            self.document.oddities += _marks_of(event)
        written = without_unseen(event.value.strip())
        text = one_line(written)
        self.bag.append(Scalar(text, event.start_mark, event.end_mark, not event.style, written))

    def begin(self, event: Any) -> None:
        """A list or mapping begins."""
        if event.anchor or event.tag:
            self.document.oddities += _marks_of(event)
        if len(self.opened) == DEEPEST:
            raise TooDeepError(event.start_mark)
        self.opened.append((event, self.bag))
        self.bag = []

    def end_list(self, event: Any) -> None:
        begun, outer = self.opened.pop()
        outer.append(Items(self.bag, begun.start_mark, event.end_mark, begun.flow_style))
        self.bag = outer

    def end_mapping(self, event: Any) -> None:
        begun, outer = self.opened.pop()
        entries = list(zip(self.bag[::2], self.bag[1::2], strict=True))
        if self.may_merge:
            entries = _without_merges(entries, self.document)
        outer.append(Pairs(entries, begun.start_mark, event.end_mark, begun.flow_style))
        self.bag = outer

    def take_alias(self, event: Any) -> None:
        if not self._is_merged():
            self.document.oddities.append(Oddity("alias", event.anchor, event.start_mark))
        self.bag.append(Lost(event.start_mark, event.end_mark))

    def _is_merged(self) -> bool:
        """Whether what comes now is what a merge key merges, alone or in a list: noted once."""
        if not self.may_merge or not self.opened:
            return False
        begun, outer = self.opened[-1]
        if type(begun) is MappingStartEvent:
            return _ends_with_merge(self.bag)
        is_in_mapping = len(self.opened) > 1 and type(self.opened[-2][0]) is MappingStartEvent
        return is_in_mapping and _ends_with_merge(outer)

    def open_brackets(self) -> list[Mark]:
        """Where the lists and mappings in brackets begin that have not ended, outermost first."""
        return [event.start_mark for event, _ in self.opened if event.flow_style]

    def last_value(self) -> Scalar | None:
        """The value or key that was read last, if it is a single one and nothing began since."""
        last = self.bag[-1] if self.bag else None
        return last if isinstance(last, Scalar) else None

    def finish(self) -> Document:
        """The document that ends here; a new one may begin."""
        root = self.bag.pop()
        document, self.document = self.document, Document(None)
        document.root = None if isinstance(root, Scalar) and root.is_empty else root
        return document


_TAKE: dict[type, Callable[[_Builder, Any], None]] = {
    MappingStartEvent: _Builder.begin,
    SequenceStartEvent: _Builder.begin,
    MappingEndEvent: _Builder.end_mapping,
    SequenceEndEvent: _Builder.end_list,
    AliasEvent: _Builder.take_alias,
}


def _marks_of(event: Any) -> Iterator[Oddity]:
    if event.anchor:
        yield Oddity("anchor", event.anchor, event.start_mark)
    if event.tag:
        yield Oddity("tag", event.tag, event.start_mark)


def _ends_with_merge(keys_and_values: list[Node]) -> bool:
    """Whether the value of a merge key comes next."""
    return len(keys_and_values) % 2 == 1 and _is_merge(keys_and_values[-1])


def _is_merge(key: Node) -> bool:
    return isinstance(key, Scalar) and key.is_plain and key.text == MERGE


def _without_merges(
    entries: list[tuple[Node, Node]], document: Document
) -> list[tuple[Node, Node]]:
    """The entries with each merge key noted and made a lost one."""
    kept: list[tuple[Node, Node]] = []
    for key, value in entries:
        if _is_merge(key):
            document.oddities.append(Oddity("merge", MERGE, key.start))
            lost = Lost(key.start, key.end)
            kept.append((lost, lost))
        else:
            kept.append((key, value))
    return kept
