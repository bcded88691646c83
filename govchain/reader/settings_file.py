"""Where the settings of a workspace stand, and the one thing asked of them before all is read.

Help and wrong use are told in the language of the settings: nothing heavy is imported for that.
"""

from __future__ import annotations

import os
from typing import Any

SETTINGS_FILE = "govchain.toml"
PROJECT_FILE = "pyproject.toml"

_TABLE = "[tool.govchain"


def settings_file_in(folder: str) -> str | None:
    """The file in the folder that holds settings of a workspace, None if there is none."""
    own = os.path.join(folder, SETTINGS_FILE)
    if os.path.isfile(own):
        return own
    project = os.path.join(folder, PROJECT_FILE)
    if not os.path.isfile(project):  # a pipe would keep us waiting for ever
        return None
    try:
        with open(project, encoding="utf-8", errors="replace") as opened:
            return project if _TABLE in opened.read() else None
    except OSError:
        return None


def settings_file_above(path: str) -> str | None:
    """The nearest settings from the path upwards."""
    here = os.path.abspath(path if os.path.isdir(path) else os.path.dirname(path))
    while (file := settings_file_in(here)) is None:
        above = os.path.dirname(here)
        if above == here:
            return None
        here = above
    return file


def language_set_in(file: str) -> object:
    """What the settings say about the language; None where they cannot be read."""
    import tomllib

    try:
        with open(file, "rb") as opened:
            table: Any = tomllib.load(opened)  # TOML's values are of many types
    except (OSError, ValueError, RecursionError):
        return None
    if file.endswith(PROJECT_FILE):
        table = table.get("tool", {}).get("govchain", {})
    return table.get("language") if isinstance(table, dict) else None
