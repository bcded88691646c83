"""A page of Markdown that a comment has room for, and what it leaves out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from govchain.model.figures import figure
from govchain.reporting.blocks import Block, Commands, Listed, Sentence, Table
from govchain.reporting.page_as_markdown import as_page, parts_of
from govchain.reporting.words import words

ROOM = 65_536
"""The characters of a comment on GitHub."""
_KEPT_FREE = 1_000
"""For the words that say what is left out."""


def fitting(blocks: Iterable[Block], language: str, asked: str, room: int = ROOM) -> str:
    """The page; where it is too long as much of it as there is room for, and how much more there
    is."""
    blocks = list(blocks)
    whole = as_page([part for block in blocks for part in parts_of(block)])
    if _length(whole) <= room:
        return whole
    parts: list[str] = []
    left = room - _KEPT_FREE - _length(as_page([]))
    cut = 0
    for block in blocks:
        shown = block if cut == 0 else None
        if shown is not None and _needs(shown) > left:
            shown = _beginning(block, left)
            cut += _size(block) - (_size(shown) if shown else 0)
        elif shown is None:
            cut += _size(block)
        if shown is not None:
            parts += parts_of(shown)
            left -= _needs(shown)
    return as_page([*parts, *parts_of(_left_out(cut, language, asked))])


def _left_out(number: int, language: str, asked: str) -> Block:
    spoken = words(language)
    told = spoken.say(
        "A comment holds {room} characters: {n} rows and entries are left out here.",
        room=figure(ROOM),
        n=figure(number),
    )
    if not asked:
        return Sentence(told)
    return Commands(told, ((f"govchain diff {asked} --limit 0", spoken.say("tells all")),))


def _beginning(block: Block, left: int) -> Table | None:
    """As many rows of a table as there is room for; of what else there is, nothing."""
    if not isinstance(block, Table):
        return None
    few, many = 0, len(block.rows)
    while few < many:
        middle = (few + many + 1) // 2
        if _needs(replace(block, rows=block.rows[:middle], note="")) <= left:
            few = middle
        else:
            many = middle - 1
    return replace(block, rows=block.rows[:few], note="") if few else None


def _size(block: Block) -> int:
    """How many rows or entries it has."""
    match block:
        case Table() | Commands():
            return len(block.rows)
        case Listed(items):
            return len(items)
        case _:
            return 1


def _needs(block: Block) -> int:
    """The characters it takes, the blank lines too."""
    return sum(_length(part) + 2 for part in parts_of(block))


def _length(text: str) -> int:
    """As those count who count in UTF-16: a character beyond it is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
