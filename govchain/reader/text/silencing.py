"""Comments that silence a finding where it stands: `# govchain: allow RULE -- reason`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from govchain.findings import Place
from govchain.model.characters import lines_of
from govchain.model.settings import Allow
from govchain.reader.ground.nodes import Items, Node, Pairs
from govchain.reader.ground.notes import Notes
from govchain.reader.text.comments import Span, Spot, comment_start, quoted_spans, spot_of
from govchain.reader.text.documents import Document

CALL_SIGN = "govchain:"

_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#[ \t]*+govchain:(?P<words>.*)\Z")
_ALLOW = re.compile(r"allow\s++(?P<rule>[^\s,]++)\s++--\s++(?P<reason>.+)\Z")
_ALLOW_BARE = re.compile(r"allow\s++(?P<rule>[^\s,]++)\s*+(--)?+\s*+\Z")


def find_allows(notes: Notes, text: str, documents: Sequence[Document]) -> list[Allow]:
    """The silencing comments of a file; one without a reason is reported and silences nothing."""
    if CALL_SIGN not in text:
        return []
    lines = lines_of(text)
    roots = [document.root for document in documents if document.root is not None]
    quoted = quoted_spans(roots)
    elements = _outermost(roots)
    spoken_for = _lines_spoken_for(lines)
    allows: list[Allow] = []
    for number, line in enumerate(lines):
        found = _comment_in(line, number, quoted)
        if found is not None:
            span = elements.get(spoken_for[number])
            allow = _allow(notes, (number, found.start()), found["words"], span)
            allows += [allow] if allow else []
    return allows


def _comment_in(line: str, number: int, quoted: Sequence[Span]) -> re.Match[str] | None:
    """The comment on the line that speaks to govchain."""
    if CALL_SIGN not in line:
        return None
    start = comment_start(line, number, quoted)
    return None if start is None else _COMMENT.match(line, start)


def _allow(notes: Notes, spot: Spot, words: str, span: Span | None) -> Allow | None:
    place = Place(notes.file, spot[0] + 1, spot[1] + 1)
    match = _ALLOW.match(words.strip())
    if match is None:
        _report_form(notes, place, words)
        return None
    first, last = (_place(notes, end) for end in span) if span else (None, None)
    return Allow(match["rule"], match["reason"], place, first, last)


def _place(notes: Notes, spot: Spot) -> Place:
    return Place(notes.file, spot[0] + 1, spot[1] + 1)


def _lines_spoken_for(lines: Sequence[str]) -> list[int]:
    """The line that a comment on each line speaks for: its own, or, where comments stand alone,
    the one below them."""
    found = list(range(len(lines)))
    for number in range(len(lines) - 2, -1, -1):
        if lines[number].lstrip().startswith("#"):
            found[number] = found[number + 1]
    return found


def _report_form(notes: Notes, place: Place, words: str) -> None:
    bare = _ALLOW_BARE.match(words.strip())
    if bare is None:
        notes.report(
            "bad-value",
            "allow",
            place,
            message="the comment speaks to govchain, but says nothing that it knows",
            remedy='write "# govchain: allow RULE -- reason"',
        )
    else:
        notes.report(
            "bad-value",
            f"allow.{bare['rule']}",
            place,
            message='the comment gives no reason for allowing "{rule}"',
            remedy='write "# govchain: allow {rule} -- reason"',
            rule=bare["rule"],
        )


def _outermost(roots: Sequence[Node]) -> dict[int, Span]:
    """For each line the outermost element that begins on it: a document, an item or an entry.

    Outer elements are met first, and the first one of a line stays.
    """
    elements: dict[int, Span] = {}
    waiting: list[Node] = list(reversed(roots))
    for root in roots:
        elements.setdefault(root.start.line, (spot_of(root.start), _end(root)))
    while waiting:
        match waiting.pop():
            case Items(nodes):
                for item in nodes:
                    elements.setdefault(item.start.line, (spot_of(item.start), _end(item)))
                waiting += reversed(nodes)
            case Pairs(entries):
                for key, value in entries:
                    elements.setdefault(key.start.line, (spot_of(key.start), _end(value)))
                waiting += [value for _, value in reversed(entries)]
    return elements


def _end(node: Node) -> Spot:
    """Where the last value of the node ends: a block runs on to whatever comes next otherwise."""
    while True:
        match node:
            case Items(nodes, in_flow=False) if nodes:
                node = nodes[-1]
            case Pairs(entries, in_flow=False) if entries:
                node = entries[-1][1]
            case _:
                return node.end.line, node.end.column - 1
