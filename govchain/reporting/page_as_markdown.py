"""A page as Markdown, with the tables of GitHub: what is written in definitions stays text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from govchain.reporting.blocks import (
    Bars,
    Block,
    Column,
    Commands,
    Heading,
    Listed,
    Sentence,
    Table,
    Told,
)

COMMENT = "<!-- govchain -->"
"""What such a page begins with: a page of ours may be replaced by a new one."""

_BAR = 12
"""The characters of the longest bar."""
_MARKUP = re.compile(r"[\\`*_\[\]<>|~#&@$]")
NOTHING = "<!-- -->"
_LINKING = re.compile(
    r"(?<=www)(?=\.)|(?<=[a-z0-9+.-]:)(?=//)|(?<=mailto)(?=:)|(?<=xmpp)(?=:)|(?<=@)"
    r"|(?<=#)(?=\d)|(?<=gh)(?=-\d)|(?<=:)(?=(?:100|1234|(?!\d+:)[\w+\\-]+):)",
    re.IGNORECASE,
)
"""Within addresses, mentions, numbers of issues and signs that sites make links or pictures of: of
numbers between colons, as in places (`file:47:3`), :100: and :1234: alone are such signs."""


def as_markdown(blocks: Iterable[Block]) -> str:
    """The blocks one after another, a blank line between them."""
    return as_page([part for block in blocks for part in parts_of(block)])


def as_page(parts: Sequence[str]) -> str:
    """The parts under the comment that says whose page it is, a blank line between them."""
    return "\n\n".join([COMMENT, *parts]) + "\n"


def parts_of(block: Block) -> list[str]:
    """What stands between blank lines."""
    match block:
        case Heading(text):
            return [f"## {_text(text)}"]
        case Sentence(text):
            return [_line(text)]
        case Table(columns, rows, title, note):
            return [*_given(title), _table(columns, rows), *_given(note)]
        case Bars():
            return parts_of(block.as_table(_BAR))
        case Told():
            return _told(block)
        case Listed(items):
            return ["\n".join(map(_item, items))]
        case Commands(title, rows):
            told = (f"- `{command}` {_text(about)}" for command, about in rows)
            return [f"**{_text(title)}**", "\n".join(told)]


def _given(text: str) -> list[str]:
    return [_line(text)] if text else []


def _table(columns: Iterable[Column], rows: Iterable[tuple[str, ...]]) -> str:
    columns = list(columns)
    lines = ["---:" if column.is_figure else "---" for column in columns]
    cells = [[_text(c.head) for c in columns], lines, *([_text(t) for t in row] for row in rows)]
    return "\n".join(f"| {' | '.join(row)} |" for row in cells)


def _told(told: Told) -> list[str]:
    marks = _given(" · ".join(told.marks))
    said = [_line(text) for text in told.sentences]
    return [f"### {told.number}. {_head(told)}", *said, *marks, *map(_line, told.after)]


def _head(told: Told) -> str:
    return _text(" · ".join(told.head))


def _item(told: Told) -> str:
    """Each sentence on a line of its own."""
    lines = [_line(" · ".join(told.head)), *map(_line, told.sentences)]
    return f"{told.number}. " + "\\\n   ".join(lines)


def _line(text: str) -> str:
    """A text that begins a line."""
    return re.sub(r"^(\d*)([-+=.)])", r"\1\\\2", _text(text.lstrip()))


def _text(text: str) -> str:
    """The text as it stands: no character of it acts as markup, and nothing becomes a link.

    Sites look for addresses and names after Markdown has been read, where a backslash is gone; an
    empty comment still parts what stands on its sides.
    """
    return _LINKING.sub(NOTHING, _MARKUP.sub(r"\\\g<0>", text))
