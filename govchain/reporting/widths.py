"""How wide a text stands in a terminal, where a Chinese character takes two cells."""

from __future__ import annotations

import unicodedata

TAB = "    "
_WIDE = frozenset("WF")


def width_of(text: str) -> int:
    """The cells the text takes; marks that combine with a letter take none."""
    if text.isascii():
        return len(text)
    return sum(_cells(character) for character in text)


def cut_to(text: str, cells: int) -> str:
    """The longest beginning that fits the cells."""
    taken = 0
    for position, character in enumerate(text):
        taken += _cells(character)
        if taken > cells:
            return text[:position]
    return text


def padded(text: str, cells: int) -> str:
    """The text with spaces up to the cells."""
    return text + " " * (cells - width_of(text))


def _cells(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) == "Cf":
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1


_MAY_NOT_BEGIN = frozenset("，。；：、？！”’）】》」』…,.;:?!)]}%")
_MAY_NOT_END = frozenset("“‘（【《「『([{")


def wrapped(text: str, width: int | None, indent: str = "") -> list[str]:
    """The text in lines that fit the width, later lines indented; None: one line.

    Lines break at spaces and between Chinese characters, never before a closing mark or after an
    opening one. What cannot be broken, such as a path, is left whole.
    """
    if width is None:
        return [text]
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        if line.strip() and width_of(line) + width_of(piece.rstrip()) > width:
            lines.append(line.rstrip())
            line = indent
            piece = piece.lstrip()
        line += piece
    return [*lines, line.rstrip()]


def widest_piece(text: str) -> int:
    """The cells of the widest part that no line break may tear apart."""
    return max((width_of(piece.rstrip()) for piece in _pieces(text)), default=0)


def _pieces(text: str) -> list[str]:
    """What may not be torn apart, spaces kept at the end."""
    pieces: list[str] = []
    for character in text:
        if pieces and not _may_break(pieces[-1][-1], character):
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces


def _may_break(before: str, after: str) -> bool:
    if after == " " or after in _MAY_NOT_BEGIN or before in _MAY_NOT_END:
        return False
    return before == " " or _cells(before) == 2 or _cells(after) == 2
