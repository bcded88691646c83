"""Loads what was made, for the tests of it."""

from __future__ import annotations

from pathlib import Path

from benchmarks.made.city import write_files
from benchmarks.stages import DATE
from govchain.compiler.catalogue import Catalogue
from govchain.pipeline import load

MATTERS = 80
"""Enough for two that join others."""


def load_files(folder: Path, files: list[tuple[str, str]]) -> Catalogue:
    write_files(folder, iter(files))
    return load(str(folder), date=DATE)
