"""The font that goes with the program: the letters of pictures that are no SVG.

Made by `tools/font.py` out of Noto Sans CJK SC, under the licence that lies beside it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from unicodedata import category, normalize

FAMILY = "Govchain Sans"
FONT_FILES = ("GovchainSans-Regular.ttf", "GovchainSans-Bold.ttf")
CHARACTERS_FILE = "characters.txt"


def path_of(*, bold: bool) -> str:
    """Where the file of a weight lies."""
    return str(files(__name__) / FONT_FILES[bold])


@cache
def characters() -> frozenset[str]:
    """What the font has a glyph for."""
    return frozenset((files(__name__) / CHARACTERS_FILE).read_text(encoding="utf-8"))


def lacking(texts: Iterable[str]) -> list[str]:
    """The characters of the texts that come out as an empty box, sorted.

    What has no width of its own, such as a joiner, leaves none.
    """
    said = set().union(*(normalize("NFC", text) for text in texts))
    return sorted(c for c in said - characters() if category(c) not in ("Mn", "Me", "Cf"))
