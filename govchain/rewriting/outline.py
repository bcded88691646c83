"""Lines and what they say → blocks of parts, each with the lines and comments that belong to it.

A part is a key or an item of a list that stands on a line of its own. Comments and blank lines
above it belong to it; what is set deeper below it belongs to what stands above.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from govchain.reader.ground.nodes import Items, Node, Pairs, Scalar
from govchain.reader.text.silencing import CALL_SIGN
from govchain.rewriting.known import Known

BLANKS = " \t"
"""What YAML takes for blank; others, such as the wide space of Chinese, are text to it."""


class NotTakenApartError(Exception):
    """It is written in a way in which it cannot be told what belongs to what."""


@dataclass(slots=True)
class Line:
    """A further line of a value; `is_kept` as it is, blanks at its end included."""

    text: str
    is_kept: bool


@dataclass(slots=True)
class Part:
    """A key or an item, from its column on.

    `rest` are further lines of a single value, or one in brackets; `inner` is a value of lines of
    its own, on the same line where it `is_compact` (`- id: a`).
    """

    column: int
    head: str
    lead: list[str] = field(default_factory=list)
    rest: list[Line] = field(default_factory=list)
    inner: Block | None = None
    is_compact: bool = False
    tail: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Block:
    """Parts one below the other, and the comments at their end; `order`: how they are to stand.

    `is_spoken_of`: a comment above the whole speaks to govchain of it.
    """

    parts: list[Part]
    tail: list[str]
    order: list[int] | None = None
    is_spoken_of: bool = False


def column_of(line: str) -> int:
    """The column at which the line begins."""
    return len(line) - len(line.lstrip(BLANKS))


def is_blank(line: str) -> bool:
    return not line.strip(BLANKS)


class Outliner:
    """Takes the blocks of a file apart; NotTakenApartError where it cannot."""

    def __init__(self, lines: Sequence[str], known: Known, roots: Sequence[Node]) -> None:
        self._lines = lines
        self._known = known
        self.kept = set(self._kept(roots))
        """Lines whose end stands inside a quoted text, where blanks may count."""

    def block(self, node: Pairs | Items, stop: int) -> Block:
        """The block, of which all lines up to `stop` are."""
        return self._mapping(node, stop) if isinstance(node, Pairs) else self._list(node, stop)

    def last_line(self, node: Node, at_least: int = 0) -> int:
        """The line on which the node ends; of nothing, the one that is known of it."""
        while not isinstance(node, Scalar):
            if isinstance(node, Pairs) and not node.in_flow and node.entries:
                key, node = node.entries[-1]
                at_least = max(at_least, key.end.line)
            elif isinstance(node, Items) and not node.in_flow and node.nodes:
                node = node.nodes[-1]
            else:
                return node.end.line
        if node.is_empty:
            return max(at_least, node.start.line)
        return self._last_of(node)

    def _last_of(self, scalar: Scalar) -> int:
        """Of a text in a block the mark stands below, at whatever comes next."""
        last = min(scalar.end.line, len(self._lines) - 1)
        if last > scalar.start.line and is_blank(self._lines[last][: scalar.end.column]):
            last -= 1
            while last > scalar.start.line and is_blank(self._lines[last]):
                last -= 1
        return last

    def _kept(self, roots: Sequence[Node]) -> set[int]:
        kept: set[int] = set()
        waiting = list(roots)
        while waiting:
            match waiting.pop():
                case Scalar(is_plain=False) as scalar if scalar.start.line < scalar.end.line:
                    last = self._last_of(scalar)
                    is_block = self._lines[scalar.start.line][scalar.start.column] in "|>"
                    first = scalar.start.line + 1 if is_block else scalar.start.line
                    kept.update(range(first, last + 1 if is_block else last))
                case Items(nodes):
                    waiting += nodes
                case Pairs(entries):
                    for entry in entries:
                        waiting += entry
        return kept

    def _mapping(self, pairs: Pairs, stop: int) -> Block:
        column = pairs.start.column
        parts: list[Part] = []
        lead: list[str] = []
        rows = [key.start.line for key, _ in pairs.entries]
        for number, (key, value) in enumerate(pairs.entries):
            self._expect_key(key, column)
            if number > 0:
                self.expect_alone(key)
            part = Part(column, self._from(key.start.line, column), lead)
            end = self.last_line(value, key.end.line) + 1
            until = rows[number + 1] if number + 1 < len(rows) else stop
            tail, lead = self._shared_out(end, until, column, is_last=number + 1 == len(rows))
            self._fill(part, value, key.start.line, end, tail)
            parts.append(part)
        return Block(parts, lead, self._known.order_of(pairs))

    def _list(self, items: Items, stop: int) -> Block:
        column, row = items.start.column, items.start.line
        parts: list[Part] = []
        lead: list[str] = []
        for number, item in enumerate(items.nodes):
            is_last = number + 1 == len(items.nodes)
            part = Part(column, self._from(row, column), lead)
            end = max(self.last_line(item, row), row) + 1
            until = stop if is_last else self._dash_below(end, column, stop)
            tail, lead = self._shared_out(end, until, column, is_last=is_last)
            self._fill(part, item, row, end, tail)
            if part.head != "-":
                part.head = f"- {part.head[1:].lstrip(BLANKS)}"
            parts.append(part)
            row = until
        return Block(parts, lead)

    def _dash_below(self, row: int, column: int, stop: int) -> int:
        """The line on which the next item of a list begins."""
        for number in range(row, stop):
            line = self._lines[number]
            if line[column : column + 1] == "-" and is_blank(line[:column]):
                return number
        raise NotTakenApartError

    def _expect_key(self, key: Node, column: int) -> None:
        """It is a word on one line that stands where its mapping begins."""
        is_word = isinstance(key, Scalar) and key.start.line == key.end.line
        if not is_word or key.start.column != column:
            raise NotTakenApartError

    def _fill(self, part: Part, value: Node, row: int, end: int, tail: list[str]) -> None:
        """Gives the part, which begins on the row, its value and what stands below."""
        if not isinstance(value, Pairs | Items) or value.in_flow:
            part.rest = [Line(self._lines[n], n in self.kept) for n in range(row + 1, end)]
            part.tail = tail
            if row in self.kept:
                part.head = self._lines[row][part.column :]
            return
        part.inner = self.block(value, end + len(tail))
        if value.start.line == row:
            self._expect_compact(part, value, row)
        else:
            self.expect_alone(value)
            part.inner.parts[0].lead = self._trivia(row + 1, value.start.line)

    def expect_alone(self, node: Node) -> None:
        """Nothing stands before it on its line."""
        if not is_blank(self._lines[node.start.line][: node.start.column]):
            raise NotTakenApartError

    def _expect_compact(self, part: Part, value: Node, row: int) -> None:
        """Nothing but a dash stands before what begins on its line."""
        before = self._lines[row][part.column : value.start.column]
        if before.rstrip(BLANKS) != "-":
            raise NotTakenApartError
        part.head, part.is_compact = "-", True

    def _from(self, row: int, column: int) -> str:
        return self._lines[row][column:].rstrip(BLANKS)

    def _shared_out(
        self, start: int, stop: int, column: int, *, is_last: bool
    ) -> tuple[list[str], list[str]]:
        """Comments and blank lines below a part: those that are of it, and those of what follows.

        What is set deeper is of the part, save comments right above the next that speak to
        govchain. Blank lines between the two go with what follows.
        """
        rows = range(start, stop)
        found = self._trivia(start, stop)
        split = 0
        for number, row in enumerate(rows):
            if found[number]:
                if column_of(self._lines[row]) <= column:
                    break
                split = number + 1
        if not is_last:
            split = min(split, _speaking_from(found))
        return found[:split], found[split:]

    def _trivia(self, start: int, stop: int) -> list[str]:
        """Comments, without what stands before them, and blank lines."""
        found = [self._lines[row].strip(BLANKS) for row in range(start, stop)]
        if not all(line.startswith("#") for line in found if line):
            raise NotTakenApartError
        return found


def _speaking_from(trivia: Sequence[str]) -> int:
    """Where the first comment stands that speaks to govchain of what follows right below."""
    start = first = len(trivia)
    while start > 0 and trivia[start - 1]:
        start -= 1
        if CALL_SIGN in trivia[start]:
            first = start
    return first
