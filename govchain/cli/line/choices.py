"""What may stand in the place of a value: what help shows, and what commands take.

Where the files of a room say it, their names are read: to open the room takes longer than all of
help.
"""

from __future__ import annotations

import os
import pkgutil
from collections.abc import Iterable

import govchain
from govchain.reporting.words import SEVERITIES

ENGINES = ("own", "dot")
"""Who may lay a picture out."""
FOLDS = ("auto", "all", "none")
"""Whether called matters are told as one each."""
ONLY = ("findings",)
"""What a picture may be narrowed to."""
PAPERS = ("a4", "a3", "slide")
"""What it may be made to be printed on."""

NEVER = "never"
THRESHOLDS = (*SEVERITIES, NEVER)
"""The severities at which a check fails, and none."""


def names_in(*room: str) -> list[str]:
    """The names of the modules in a room of the package, as people type them, sorted; the room
    stays unopened."""
    folder = os.path.join(os.path.dirname(govchain.__file__), *room)
    return sorted(module.name.replace("_", "-") for module in pkgutil.iter_modules([folder]))


def one_of(names: Iterable[str], usual: str = "") -> str:
    """One of the names, as help shows it: the usual one first, where there is one."""
    return "|".join(sorted(names, key=lambda name: name != usual))
