"""Places in words."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from govchain.model.characters import name_as_text, unseen_as, without_commands

if TYPE_CHECKING:
    from govchain.findings import Place


def place_in_words(place: Place) -> str:
    """A place as editors understand it: file:line:column; empty where there is no file."""
    if not place.file:
        return ""
    return f"{name_in_words(place.file)}:{place.line}:{place.column}"


def name_in_words(file: str) -> str:
    """The name of a file as one line of text."""
    return visible(file).replace("\n", "\\n")


def in_repository(file: str, folder: str) -> str:
    """The file of a workspace as seen from the root of the repository that holds its folder."""
    return posixpath.normpath(posixpath.join(folder, file)) if file else ""


def visible(text: str) -> str:
    """The text with what would steer a terminal, turn its writing round, stand there unseen or
    command a log shown."""
    return without_commands(unseen_as(_shown, text))


def _shown(character: str) -> str:
    """The byte that half a character of a file name stands for, else the character's number."""
    text = name_as_text(character)
    if text != character:
        return text
    number = ord(character)
    if number < 0x100:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"
