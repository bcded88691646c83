"""The heads of the columns, and what the signs in them mean, as far as they occur."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from govchain.drawing.chart.words import Words
from govchain.drawing.fold.parts import Asked, FoldedPart, Work
from govchain.drawing.ink import palette
from govchain.drawing.ink.hatching import hatching_of
from govchain.drawing.ink.lettering import clip, width_of
from govchain.drawing.ink.pieces import Piece
from govchain.drawing.ink.scene import Box, Group, Icon, Item, Rect, Strokes, Text
from govchain.drawing.ledger.bars import HEIGHTS
from govchain.drawing.ledger.measures import (
    AXIS,
    BASE,
    HEAD,
    LEAST,
    MARGIN,
    NAMES,
    PAPERS,
    RIGHT,
    TIME,
    VISITS,
    Column,
)

_SIZE = 15.0
_SPACE = 12.0
_SWATCH = 16.0


def column_heads(
    parts: Sequence[FoldedPart], words: Words, *, are_steps: bool, hint: str
) -> tuple[Item, ...]:
    """The heads of the columns of a ledger of these parts; `hint` tells where their steps are."""
    names = words("steps" if are_steps else "ledger-matters")
    return (
        Rect(Box(MARGIN, 0, RIGHT - MARGIN, HEAD), palette.LANE_HEAD),
        *head_of(names, [_said(hint)] if hint else [], Column(NAMES.left + 12, NAMES.right)),
        *head_of(words("ledger-time"), _works(parts, words), Column(AXIS.left, TIME.right)),
        *head_of(words("ledger-papers"), _papers(parts, words), PAPERS),
        *_centred(words("trips"), VISITS),
    )


def head_of(title: str, legend: Iterable[Piece], column: Column) -> Iterator[Item]:
    """A title and the pieces of its legend that there is room for."""
    width = width_of(title, _SIZE, True)
    base = HEAD / 2 + _SIZE * BASE
    yield Text(column.left, base, title, _SIZE, width, palette.WHITE, True)
    x = column.left + width + _SPACE
    for piece in legend:
        if x + piece.width <= column.right:
            yield Group(piece.items, x=x, y=HEAD / 2 + LEAST * BASE)
            x += piece.width + _SPACE


def _centred(title: str, column: Column) -> Iterator[Item]:
    middle = (column.left + column.right) / 2
    shown = clip(title, column.width, _SIZE, True)
    base = HEAD / 2 + _SIZE * BASE
    yield Text(middle, base, shown, _SIZE, column.width, palette.WHITE, True, "middle")


def _said(text: str, sign: tuple[Item, ...] = (), indent: float = 0) -> Piece:
    width = width_of(text, LEAST)
    told = Text(indent, 0, text, LEAST, width, palette.LANE_HEAD_MUTED)
    return Piece((*sign, told), indent + width)


def _works(parts: Sequence[FoldedPart], words: Words) -> Iterator[Piece]:
    segments = [segment for part in parts for segment in part.segments]
    for work in Work:
        if any(s.work is work and not s.is_redundant for s in segments):
            yield _said(words(f"work-{work.value}"), (_swatch(work),), _SWATCH + 6)
    if any(s.is_redundant for s in segments):
        yield _said(words("redundant"), _redundant_swatch(), _SWATCH + 6)


def _swatch(work: Work) -> Rect:
    height = 15 * HEIGHTS[work]
    box = Box(0, -4.5 - height / 2, _SWATCH, height)
    return Rect(box, palette.WORK_FILLS[work.value], palette.WHITE, 1)


def _redundant_swatch() -> tuple[Item, ...]:
    box = Box(0, -12, _SWATCH, 15)
    return (
        Rect(box, palette.REDUNDANT_WASH),
        Strokes(hatching_of(box, 6), palette.REDUNDANT, 1.1),
        Rect(box, "none", palette.REDUNDANT, 2),
    )


def _papers(parts: Sequence[FoldedPart], words: Words) -> Iterator[Piece]:
    papers = [paper for part in parts for paper in part.papers]
    for asked in (Asked.SHAREABLE, Asked.SPARED):
        if any(paper.asked is asked for paper in papers):
            name = f"paper-{asked.value}"
            yield _said(words(name), (Icon(name, 6, -4.5),), 16)
    if any(paper.asked is Asked.OWN for paper in papers):
        yield _said(words("forms-legend"))
    if any(paper.condition for paper in papers):
        yield _said(words("paper-at-times"), (Icon("when", 6, -4.5),), 16)
