"""Places in words."""

from __future__ import annotations

from govchain.findings import Place


def place_in_words(place: Place) -> str:
    """A place as editors understand it: file:line:column; empty where there is no file."""
    return f"{place.file}:{place.line}:{place.column}" if place.file else ""
