"""Where comments stand in a file: a mark inside a quoted text is none."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from govchain.reader.ground.nodes import Items, Mark, Node, Pairs, Scalar

Spot: TypeAlias = "tuple[int, int]"
"""Line and column, both from 0."""
Span: TypeAlias = "tuple[Spot, Spot]"


def comments_in(lines: Sequence[str], roots: Sequence[Node]) -> Iterator[tuple[int, int]]:
    """The line and column of the mark of each comment; `roots` are what the lines say."""
    quoted = quoted_spans(roots)
    for number, line in enumerate(lines):
        start = comment_start(line, number, quoted)
        if start is not None:
            yield number, start


def comment_start(line: str, number: int, quoted: Sequence[Span]) -> int | None:
    """The column at which the comment on the line begins; None where it has none."""
    start = line.find("#")
    while start >= 0:
        if (start == 0 or line[start - 1] in " \t") and not _is_quoted((number, start), quoted):
            return start
        start = line.find("#", start + 1)
    return None


def _is_quoted(spot: Spot, quoted: Sequence[Span]) -> bool:
    before = bisect_right(quoted, (spot, (1 << 60, 0)))
    return before > 0 and spot < quoted[before - 1][1]


def quoted_spans(roots: Sequence[Node]) -> list[Span]:
    """The spans of all texts that stand in quotes or in a block, in their order."""
    return sorted(_spans(roots))


def _spans(roots: Sequence[Node]) -> Iterator[Span]:
    waiting = list(roots)
    while waiting:
        match waiting.pop():
            case Scalar(is_plain=False) as scalar:
                yield spot_of(scalar.start), spot_of(scalar.end)
            case Items(nodes):
                waiting += nodes
            case Pairs(entries):
                for entry in entries:
                    waiting += entry


def spot_of(mark: Mark) -> Spot:
    """The line and column of a mark."""
    return mark.line, mark.column
