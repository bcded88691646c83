"""The file of a baseline: which one the settings name, and what it says."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govchain.model.settings import Settings

_LARGEST = 20 * 1024 * 1024
"""Bytes of a baseline that are read: some 60,000 findings."""


def baseline_of_settings(root: str, settings: Settings) -> str | None:
    """The baseline that the settings name, relative to the folder of the workspace."""
    if settings.baseline is None:
        return None
    return os.path.normpath(os.path.join(root, settings.baseline))


def baseline_content(file: str) -> bytes:
    """What it says. ValueError where it is a pipe, that could keep us waiting, or without end."""
    if not stat.S_ISREG(os.stat(file).st_mode):
        raise ValueError("no ordinary file")
    with open(file, "rb") as opened:
        content = opened.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        raise ValueError("too large")
    return content
