"""Pieces that are set one after another in lines, like words: the figures, the legend."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from govchain.drawing.ink.lettering import width_of
from govchain.drawing.ink.scene import Group, Item, Text


@dataclass(frozen=True, slots=True)
class Piece:
    """Items around a baseline at y = 0, and how wide they are together."""

    items: tuple[Item, ...]
    width: float


def signed(
    sign: tuple[Item, ...], indent: float, word: str, size: float, ink: str, *, bold: bool = False
) -> Piece:
    """A sign, and so far right of its beginning what it means."""
    width = width_of(word, size, bold)
    return Piece((*sign, Text(indent, 0, word, size, width, ink, bold)), indent + width)


def set_in_lines(
    pieces: Iterable[Piece], width: float, line: float, space: float
) -> tuple[tuple[Item, ...], float]:
    """The pieces in lines no wider than `width`, and their height; the first baseline at y = 0."""
    items: list[Item] = []
    x = y = 0.0
    for piece in pieces:
        if x and x + piece.width > width:
            x, y = 0.0, y + line
        items.append(Group(piece.items, x=x, y=y))
        x += piece.width + space
    return tuple(items), y + line if items else 0.0
