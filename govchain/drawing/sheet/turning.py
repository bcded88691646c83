"""Which of several pages one is, and the ways to the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govchain.drawing.chart.words import Words
from govchain.drawing.ink import palette
from govchain.drawing.ink.pieces import Piece, signed
from govchain.drawing.ink.scene import Group


def ways_to_others(number: int, keys: Sequence[str], size: float, words: Words) -> Iterator[Piece]:
    """The page of this number (from 1) and of how many it is, then the numbers of the others, each
    a way there; `keys` are those of all pages."""
    said = words("page-of").format(n=number, all=len(keys))
    yield signed((), 0, said, size, palette.MUTED)
    for other, key in enumerate(keys, 1):
        if other != number:
            piece = signed((), 0, f"{other}", size, palette.SHARED)
            yield Piece((Group(piece.items, page=key),), piece.width)
