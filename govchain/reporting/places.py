"""Places in words."""

from __future__ import annotations

import re

from govchain.findings import Place

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def place_in_words(place: Place) -> str:
    """A place as editors understand it: file:line:column; empty where there is no file."""
    if not place.file:
        return ""
    return f"{visible(place.file)}:{place.line}:{place.column}".replace("\n", "\\n")


def visible(text: str) -> str:
    """The text with what would steer a terminal, or turn its writing round, made visible."""
    return _UNSEEN.sub(lambda found: f"\\x{ord(found[0]):02x}", text)
