"""Where the YAML parser stumbled, and what it had read by then."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from govchain.findings import Place
from govchain.model.characters import lines_of
from govchain.reader.ground.nodes import Mark, Scalar
from govchain.reader.ground.notes import Notes
from govchain.reader.text.documents import UnreadableError

_MARK_OF_DOCUMENTS = re.compile(r"(---|\.\.\.)(\s|\Z)")


@dataclass(frozen=True, slots=True)
class Stumble:
    """Where the parser stumbled in which text, the line there, and the error."""

    notes: Notes
    place: Place
    text: str
    line: str
    error: UnreadableError

    @property
    def problem(self) -> str:
        """What the parser says of it."""
        return str(getattr(self.error.error, "problem", None) or "")

    @property
    def doing(self) -> str:
        """What the parser was about."""
        return str(getattr(self.error.error, "context", None) or "")

    @property
    def before(self) -> Scalar | None:
        """The single value that was read last, if nothing began since."""
        return self.error.before

    @property
    def bracket(self) -> Place | None:
        """The innermost bracket that is open."""
        brackets = self.error.brackets
        return self.notes.place_of(brackets[-1]) if brackets else None

    @property
    def opened(self) -> Place:
        """Where what could not be finished began."""
        mark = getattr(self.error.error, "context_mark", None)
        return self.notes.place_of(mark) if mark else self.place

    @property
    def is_at_tab(self) -> bool:
        """Whether a tab stands at the place or before the first word of its line."""
        return self.line[: self.place.column].lstrip(" ").startswith("\t")

    @property
    def is_at_end(self) -> bool:
        """Whether nothing more comes in the text, or in the document."""
        rest = [self.line[self.place.column - 1 :], *lines_of(self.text)[self.place.line :]]
        return _is_nothing(rest) or bool(_MARK_OF_DOCUMENTS.match(self.line))

    def character_at(self, place: Place) -> str:
        """What stands there; empty at the end of a line."""
        return line_of(self.text, place.line)[place.column - 1 : place.column]


def stumble_of(notes: Notes, text: str, error: UnreadableError) -> Stumble:
    """The stumble, at a place in the text: of what lacks its end the parser tells one after it."""
    told: Any = error.error  # its kinds have marks that no type declares
    mark = getattr(told, "problem_mark", None) or getattr(told, "context_mark", None)
    place = _inside(notes, text, mark) if mark else Place(notes.file, 1, 1)
    return Stumble(notes, place, text, line_of(text, place.line), error)


def _inside(notes: Notes, text: str, mark: Mark) -> Place:
    lines = lines_of(text)
    if mark.line < len(lines):
        return notes.place_of(mark)
    return Place(notes.file, len(lines), len(lines[-1]) + 1)


def line_of(text: str, number: int) -> str:
    """The line of that number; empty where there is none."""
    lines = lines_of(text)
    return lines[number - 1] if 0 < number <= len(lines) else ""


def _is_nothing(lines: list[str]) -> bool:
    """Whether nothing but blanks and comments stands there."""
    return all(not line.strip() or line.lstrip().startswith("#") for line in lines)
