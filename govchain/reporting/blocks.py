"""What a page for planners is made of: blocks, as values.

Chapters say what is told, in the words of the reader's language; how it looks is told by who
writes them: a terminal, Markdown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from govchain.model.figures import percent


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of a chapter."""

    text: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or several; `tones` are pieces of it in the colour of their severity."""

    text: str
    tones: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its head, and whether figures stand below, which keep to the right.

    What is whole, as figures are, is never wrapped.
    """

    head: str
    is_figure: bool = False
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of texts below their columns; `title` says what of, `note` what is left out."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    title: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Bars:
    """Counted things with their part of the whole: name, figure, share from 0 to 1."""

    heads: tuple[str, str]
    rows: tuple[tuple[str, str, float], ...]

    def as_table(self, longest: int) -> Table:
        """The same as a table for whoever draws no bars: shares in per cent, and as a row of
        blocks, at most so many."""
        name, count = self.heads
        heads = Column(name), Column(count, is_figure=True), Column("%", is_figure=True)
        drawn = ((n, c, percent(share), "█" * round(share * longest)) for n, c, share in self.rows)
        return Table((*heads, Column("")), tuple(drawn))


@dataclass(frozen=True, slots=True)
class Told:
    """A finding, or what to begin with: its number, the parts of its head, what is said of it, its
    marks.

    `tone` is a word of the head and the severity whose colour it has. `marks` (place, rule,
    fingerprint) are there to be copied; what stands `after` them is said of others like it.
    """

    number: int
    head: tuple[str, ...]
    tone: tuple[str, str] | None = None
    sentences: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """Several told in short, one below the other."""

    items: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Commands:
    """Commands to type, under a title, and what each shows."""

    title: str
    rows: tuple[tuple[str, str], ...]


Block: TypeAlias = Heading | Sentence | Table | Bars | Told | Listed | Commands
