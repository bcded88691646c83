"""That a text says what another says: a rewriting is believed only where that is proven."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from itertools import accumulate

from govchain.findings import Place
from govchain.model.characters import lines_of
from govchain.reader.ground.nodes import Items, Lost, Node, Pairs, Scalar
from govchain.reader.ground.notes import Notes
from govchain.reader.text.comments import comments_in
from govchain.reader.text.documents import Document
from govchain.reader.text.silencing import find_allows
from govchain.rewriting.known import Known, known_words


def is_same(before: str, old: Sequence[Document], after: str, new: Sequence[Document]) -> bool:
    """Whether both say the same: the values, in their order save that of keywords, the comments,
    and what each comment that speaks to govchain speaks of."""
    return _said(before, old) == _said(after, new)


def _said(text: str, documents: Sequence[Document]) -> tuple[object, ...]:
    roots = [document.root for document in documents if document.root is not None]
    known = known_words(roots)
    lines = lines_of(text)
    comments = (lines[row][column:].rstrip(" \t") for row, column in comments_in(lines, roots))
    return (
        [_meaning(root, known) for root in roots],
        Counter(comments),
        Counter(_allowed(text, documents, roots, known)),
    )


def _meaning(node: Node, known: Known) -> Hashable:
    """What the node says, in whatever spelling; the order of keywords says nothing."""
    match node:
        case Scalar():
            return _word(node, known)
        case Items(nodes):
            return tuple(_meaning(item, known) for item in nodes)
        case Pairs(entries):
            said = [(_meaning(key, known), _meaning(value, known)) for key, value in entries]
            return frozenset(Counter(said).items()) if id(node) in known.forms else ("=", *said)
        case Lost():
            return None


def _word(scalar: Scalar, known: Known) -> Hashable:
    twin = known.twins.get(id(scalar))
    return (twin.english, "") if twin else (scalar.written, scalar.is_empty)


def _allowed(
    text: str, documents: Sequence[Document], roots: Sequence[Node], known: Known
) -> Iterator[tuple[object, ...]]:
    """The comments that allow, each with what stands in the element that it speaks of."""
    allows = find_allows(Notes(""), text, documents)
    if not allows:
        return
    scalars = (scalar for root in roots for scalar in _scalars(root) if not scalar.is_empty)
    words = sorted((_spot(scalar), hash(_word(scalar, known))) for scalar in scalars)
    spots = [spot for spot, _ in words]
    sums = [0, *accumulate(number for _, number in words)]
    for allow in allows:
        if allow.first is None or allow.last is None:
            yield allow.rule, allow.reason
        else:
            first = bisect_left(spots, _of(allow.first))
            last = bisect_left(spots, (allow.last.line - 1, allow.last.column))
            yield allow.rule, allow.reason, last - first, sums[last] - sums[first]


def _scalars(root: Node) -> Iterator[Scalar]:
    waiting = [root]
    while waiting:
        match waiting.pop():
            case Scalar() as scalar:
                yield scalar
            case Items(nodes):
                waiting += nodes
            case Pairs(entries):
                for entry in entries:
                    waiting += entry


def _spot(scalar: Scalar) -> tuple[int, int]:
    return scalar.start.line, scalar.start.column


def _of(place: Place) -> tuple[int, int]:
    return place.line - 1, place.column - 1
