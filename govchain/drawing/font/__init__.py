"""The font that goes with the program: the letters of pictures that are no SVG.

Made by `tools/font.py` out of Noto Sans CJK SC, under the licence that lies beside it.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

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
