"""How wide a text stands in a terminal, where a Chinese character takes two cells."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

TAB = "    "
_WIDE = frozenset("WF")


def width_of(text: str) -> int:
    """The cells the text takes; marks that combine with a letter, and colours, take none."""
    if "\x1b" in text:
        text = _COLOUR.sub("", text)
    if text.isascii():
        return len(text)
    return sum(map(_cells, text))


def cut_to(text: str, cells: int) -> str:
    """The longest beginning that fits the cells."""
    taken = 0
    for position, character in enumerate(text):
        taken += _cells(character)
        if taken > cells:
            return text[:position]
    return text


def _cut_to(text: str, cells: int) -> str:
    """The same of a text with colours, with those at the end of what fits."""
    taken = position = 0
    for token in _TOKEN.findall(text):
        taken += 0 if token[0] == "\x1b" else _cells(token)
        if taken > cells:
            break
        position += len(token)
    return text[:position]


def padded(text: str, cells: int) -> str:
    """The text with spaces up to the cells."""
    return text + " " * (cells - width_of(text))


@cache
def _cells(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) == "Cf":
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1


_COLOUR = re.compile(r"\x1b\[[0-9;]*+m")
_TOKEN = re.compile(r"\x1b\[[0-9;]*+m|.", re.DOTALL)
_RUN = re.compile(r"\x1b\[[0-9;]*+m|[!-~]++|.", re.DOTALL)
"""A colour, a run of characters between which no line breaks, or any other character."""
_BEGIN = re.compile(r" *+(?:(?:=|-|\d++\.) ++)?+")
"""What a line begins with before its words: spaces, and a mark of a list or a note."""
_NUMBER = re.compile(r"[(]?[0-9][0-9,.]*+")
_MAY_NOT_BEGIN = frozenset("，。；：、？！”’）】》」』…,.;:?!)]}%")
_MAY_NOT_END = frozenset("“‘（【《「『([{")


def wrapped(text: str, width: int, indent: str = "") -> list[str]:
    """The text in lines that fit the width, later lines indented.

    Lines break at spaces and between Chinese characters, never before a closing mark or after an
    opening one. What cannot be broken so, such as a path, breaks where the line is full.
    """
    if width_of(text) <= width:
        return [text.rstrip()]
    lines: list[str] = []
    line, taken = "", 0
    for piece in _pieces(text):
        needed = _width_of_piece(piece.rstrip())
        if taken + needed > width and line.strip():
            lines.append(line.rstrip())
            line, taken, piece = indent, width_of(indent), piece.lstrip()
        line, taken = line + piece, taken + _width_of_piece(piece)
        while taken > width > width_of(indent) and width_of(line.rstrip()) > width:
            full = _cut_to(line, width)
            if len(full) <= len(indent):
                break  # not even one wide character fits beside the indent
            lines.append(full)
            line = indent + line[len(full) :]
            taken = width_of(line)
    return [*lines, line.rstrip()]


def fitted(text: str, width: int) -> str:
    """The text with every line that is too wide wrapped, its later lines under its words."""
    return "\n".join([row for line in text.split("\n") for row in _fitted(line, width)])


def _fitted(line: str, width: int) -> list[str]:
    if width_of(line) <= width:
        return [line]
    begin = _BEGIN.match(_COLOUR.sub("", line))
    indent = begin[0] if begin else ""
    return wrapped(line, width, " " * min(width_of(indent) or len(TAB), width // 3))


@lru_cache(maxsize=10_000)
def _width_of_piece(piece: str) -> int:
    """The cells of a word or a Chinese character: the same ones come again and again."""
    return width_of(piece)


def widest_piece(text: str) -> int:
    """The cells of the widest part that no line break may tear apart."""
    return max((width_of(piece.rstrip()) for piece in _pieces(text)), default=0)


def _pieces(text: str) -> list[str]:
    """What may not be torn apart, spaces kept at the end; a colour stays with what it is before."""
    pieces: list[str] = []
    last = colour = ""
    for run in _RUN.findall(text):
        if run[0] == "\x1b":
            colour += run
        elif last and not (_may_break(last, run[0]) and not _is_unit(pieces[-1], run[0])):
            pieces[-1] += colour + run
            last, colour = run[-1], ""
        else:
            pieces.append(colour + run)
            last, colour = run[-1], ""
    return [*pieces[:-1], pieces[-1] + colour] if pieces else [colour]


def _is_unit(before: str, after: str) -> bool:
    """A unit begins here, and the number that it is of stands before it: 35.4 个, 7次, 9 visits."""
    number = before.rstrip(" ")
    if not (number[-1:].isdigit() and after.isalpha()):
        return False
    return _cells(after) == 2 or _NUMBER.fullmatch(number) is not None


def _may_break(before: str, after: str) -> bool:
    if after == " " or after in _MAY_NOT_BEGIN or before in _MAY_NOT_END:
        return False
    return before == " " or _cells(before) == 2 or _cells(after) == 2
