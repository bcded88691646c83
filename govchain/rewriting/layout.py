"""Blocks → lines: two spaces for each level, parts in their order, no two blank lines in a row."""

from __future__ import annotations

from collections.abc import Iterator

from govchain.reader.text.silencing import CALL_SIGN
from govchain.rewriting.outline import BLANKS, Block, Line, Part

STEP = 2
"""So many spaces deeper stands what is inside."""


class Page:
    """The lines of a file as they are to stand."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def set_apart(self) -> None:
        """A blank line, where there is something above and it ends in none."""
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def put(self, line: str) -> None:
        """A comment, a line between documents, or a blank line."""
        if line:
            self.lines.append(line)
        else:
            self.set_apart()

    def put_sections(self, block: Block) -> None:
        """The parts with one blank line before each but the first."""
        block.parts = _in_order(block, is_compact=False)
        block.order = None
        for part in block.parts[1:]:
            part.lead = ["", *_without_first_blanks(part.lead)]
        self.put_block(block)

    def put_block(self, block: Block, indent: int = 0, prefix: str | None = None) -> None:
        """The parts at that column; `prefix` is what stands before the first on its line."""
        for number, part in enumerate(_in_order(block, is_compact=prefix is not None)):
            is_first = number == 0
            for line in _without_first_blanks(part.lead) if is_first else part.lead:
                self.put(" " * indent + line if line else "")
            before = prefix if is_first and prefix is not None else " " * indent
            self._put_part(part, before, indent)
        for line in block.tail:
            self.put(" " * indent + line if line else "")

    def _put_part(self, part: Part, before: str, indent: int) -> None:
        if part.inner is not None and part.is_compact:
            self.put_block(part.inner, indent + STEP, f"{before}- ")
            return
        self.lines.append(before + part.head)
        self.lines += (_moved(line, indent - part.column) for line in part.rest)
        if part.inner is not None:
            self.put_block(part.inner, indent + STEP)
        depth = indent if _ends_in_block(part) else indent + STEP
        for line in part.tail:
            self.put(" " * depth + line if line else "")


def _ends_in_block(part: Part) -> bool:
    """Whether a comment that is set deeper would become a part of its text."""
    return bool(part.rest) and part.rest[-1].is_kept


def _moved(line: Line, columns: int) -> str:
    """A further line of a value, moved with it; one that stood in does not come to stand out."""
    text = line.text if line.is_kept else line.text.rstrip(BLANKS)
    if not text or columns == 0:
        return text
    if columns > 0:
        return " " * columns + text
    spaces = len(text) - len(text.lstrip(" "))
    return text[min(-columns, max(spaces - 1, 0)) :]


def _without_first_blanks(lead: list[str]) -> list[str]:
    start = next((number for number, line in enumerate(lead) if line), len(lead))
    return lead[start:]


def _in_order(block: Block, *, is_compact: bool) -> list[Part]:
    """The parts in their order; as written where a comment would come to speak of another."""
    if block.order is None:
        return block.parts
    parts = [block.parts[number] for number in block.order]
    if any(_speaks_below(part) for part in parts):
        return block.parts
    if parts[0] is not block.parts[0]:
        if (is_compact or block.is_spoken_of) and any(parts[0].lead):
            return block.parts
        if any(_speaks(part) for part in (parts[0], block.parts[0])):
            return block.parts
    return parts


def _speaks(part: Part) -> bool:
    """Whether a comment at the part itself speaks to govchain: on a first line, of the whole."""
    return any(CALL_SIGN in line for line in (part.head, *part.lead))


def _speaks_below(part: Part) -> bool:
    return any(CALL_SIGN in line for line in _end_of(part))


def _end_of(part: Part) -> Iterator[str]:
    """The comments at the end of the part, whatever is inside."""
    yield from part.tail
    if part.inner is not None:
        yield from part.inner.tail
        yield from _end_of(part.inner.parts[-1])
