"""Places in words."""

from __future__ import annotations

import posixpath

from govchain.findings import Place
from govchain.model.characters import UNSEEN, without_commands


def place_in_words(place: Place) -> str:
    """A place as editors understand it: file:line:column; empty where there is no file."""
    if not place.file:
        return ""
    return f"{visible(place.file)}:{place.line}:{place.column}".replace("\n", "\\n")


def in_repository(file: str, folder: str) -> str:
    """The file of a workspace as seen from the root of the repository that holds its folder."""
    return posixpath.normpath(posixpath.join(folder, file)) if file else ""


def visible(text: str) -> str:
    """The text with what would steer a terminal, turn its writing round or command a log shown."""
    shown = UNSEEN.sub(lambda found: f"\\x{ord(found[0]):02x}", text)
    return without_commands(shown)
