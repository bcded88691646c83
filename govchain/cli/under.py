"""Whether a file is one that a path on the command line means."""

from __future__ import annotations

import os


def is_under(file: str, path: str) -> bool:
    """The file is the path or lies under it."""
    place, above = os.path.abspath(file), os.path.abspath(path)
    return place == above or place.startswith(above.rstrip(os.sep) + os.sep)
