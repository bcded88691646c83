"""Where the settings of a workspace stand, and the one thing asked of them before all is read.

Help and wrong use are told in the language of the settings: nothing heavy is imported for that.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from typing import Any

SETTINGS_FILE = "govchain.toml"
PROJECT_FILE = "pyproject.toml"

_TABLE = re.compile(r"\btool[ \t]*\.[ \t]*govchain\b|^[ \t]*govchain[ \t]*\.", re.MULTILINE)
"""How a project names our table, also where the rest of it is no TOML."""
_LARGEST = 5 * 1024 * 1024


def settings_file_in(folder: str) -> str | None:
    """The file in the folder that holds settings of a workspace, None if there is none."""
    own = os.path.join(folder, SETTINGS_FILE)
    if os.path.lexists(own):  # what is no file there is told as one that cannot be read
        return own
    project = os.path.join(folder, PROJECT_FILE)
    if not os.path.exists(project) or os.path.isdir(project):
        return None
    if not os.path.isfile(project):  # a pipe would keep us waiting for ever
        return project  # it may hold settings, so it is not passed by
    try:
        with open(project, encoding="utf-8", errors="replace") as opened:
            text = opened.read(_LARGEST + 1)
    except OSError:
        return project
    return project if len(text) > _LARGEST or _holds_settings(text) else None


def _holds_settings(text: str) -> bool:
    """A project has a table for us, however it is written; what is no TOML may have one."""
    import tomllib

    if "govchain" not in text:
        return False
    try:
        table: Any = tomllib.loads(text)  # TOML's values are of many types
    except (ValueError, RecursionError):
        return _TABLE.search(text) is not None
    return settings_table(table) is not None


def settings_table(project: Mapping[str, Any]) -> object:
    """What a project says under `tool.govchain`; None where it says nothing."""
    tool = project.get("tool")
    return tool.get("govchain") if isinstance(tool, Mapping) else None


def settings_file_above(path: str) -> str | None:
    """The nearest settings from the path upwards."""
    try:
        here = os.path.abspath(path if os.path.isdir(path) else os.path.dirname(path))
    except OSError:  # the working folder is gone
        return None
    while (file := settings_file_in(here)) is None:
        above = os.path.dirname(here)
        if above == here:
            return None
        here = above
    return file


def language_set_in(file: str) -> object:
    """What the settings say about the language; None where they cannot be read."""
    import tomllib

    if not os.path.isfile(file):  # a pipe would keep us waiting for ever
        return None
    try:
        with open(file, "rb") as opened:
            text = opened.read(_LARGEST).decode()
        table: Any = tomllib.loads(text)  # TOML's values are of many types
    except (OSError, ValueError, RecursionError):
        return None
    found = settings_table(table) if file.endswith(PROJECT_FILE) else table
    return found.get("language") if isinstance(found, Mapping) else None
