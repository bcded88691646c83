"""How a text is to look: its language, its colours, and the width it has to fit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

_CODES = {
    "error": "1;31",
    "warning": "1;33",
    "advice": "1;36",
    "strong": "1",
    "faint": "2",
    "mark": "1;34",
}


PIPED = 120
"""How wide a text is that no terminal shows, where nobody says how wide it is to be."""


@dataclass(frozen=True, slots=True)
class Style:
    """`width` is what every line keeps to: texts wrap inside their columns, nothing is cut.

    `limit` is how many findings a page lists; None: all. `jobs` is how many processes may write.
    `is_on_paper`: nobody can type there what shows more.
    """

    language: str
    colour: bool = False
    width: int = PIPED
    limit: int | None = None
    jobs: int = 1
    is_on_paper: bool = False

    def paint(self, name: str, text: str) -> str:
        """The text in one of the colours, where colours are wanted."""
        return f"\x1b[{_CODES[name]}m{text}\x1b[0m" if self.colour and text else text

    def in_tones(self, text: str, tones: Iterable[tuple[str, str]]) -> str:
        """The text with the first of each of these pieces in its colour."""
        for piece, name in tones:
            text = text.replace(piece, self.paint(name, piece), 1)
        return text
