"""What of a text is drawn in the font that goes with the program, and what it lacks."""

from __future__ import annotations

from collections.abc import Iterable
from unicodedata import normalize

from govchain.drawing.font import characters
from govchain.drawing.ink.lettering import clean, width_of


def drawable(text: str) -> str:
    """The text as it is drawn: letters and marks as one where they are one in Unicode, and without
    the marks that the font lacks. They have no room of their own, so a box would stand on the
    letter."""
    known = characters()
    return "".join(c for c in _composed(text) if c in known or width_of(c, 1))


def lacking(texts: Iterable[str]) -> list[str]:
    """The characters of the texts that come out as an empty box, sorted."""
    return [c for c in _unknown(texts) if width_of(c, 1)]


def left_out(texts: Iterable[str]) -> list[str]:
    """The marks of the texts that are not drawn, sorted; what nobody sees, such as a joiner, is
    none."""
    return [c for c in _unknown(texts) if not width_of(c, 1) and clean(c)]


def _unknown(texts: Iterable[str]) -> list[str]:
    return sorted(set().union(*map(_composed, texts)) - characters())


def _composed(text: str) -> str:
    return normalize("NFC", clean(text))
