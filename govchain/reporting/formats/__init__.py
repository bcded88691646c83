"""The formats a report, lists or a difference can be told in: a folder a command, a file a format.

A format is a module with `pieces(told, style) -> Iterator[str]`: what is to be written, piece by
piece, each of whole lines where the format is `text`; its last one ends with a line break. It is
found by its file, so a new format is a new file and nothing else. With `FOR_PEOPLE = True` it
speaks the language of the reader; others speak English unless a language is asked for. `SIGN` is a
regular expression for how its files begin: only such a file is replaced without being asked.
`FORESEEN` says what it will ask of the chains, so that this is worked out while they are judged.
With `HOLDS_AGAINST = True` it tells two versions too, with `IS_OF_ONE = True` a single list alone;
`FILE_MARK` is what its files begin with, and stdout does not.

What is no text has `content(told, style) -> bytes` instead, and `is_ours(content)` for its sign.
`NEEDS` names the modules that are not part of every installation, each with the library that brings
it, `EXTRA` the extra of the project that brings them all.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, TypeAlias

from govchain.analysis.running.bundles import FORESEEN_NOTHING, Foreseen
from govchain.reporting.report import Report
from govchain.reporting.style import Style
from govchain.reporting.widths import fitted

if TYPE_CHECKING:
    from govchain.reporting.difference.difference import Difference, Held
    from govchain.reporting.listing.listing import Listing

Told: TypeAlias = "Report | Sequence[Listing] | Difference | Held"
"""What a command tells: `list` lists, `diff` a difference, the others a report, which may be held
against another version."""

_ROOM = Path(__file__).parent
TEXT = "text"
"""The format for a terminal: it fits its width and may have colours."""


def commands() -> list[str]:
    """The commands that have formats here."""
    return sorted(room.name for room in pkgutil.iter_modules([str(_ROOM)]) if room.ispkg)


def formats_of(command: str) -> list[str]:
    """The formats of a command, the one for people first."""
    names = sorted(module.name for module in pkgutil.iter_modules([str(_ROOM / command)]))
    return sorted(names, key=lambda name: name != TEXT)


def write(report: Told, command: str, format: str, style: Style) -> str:
    """The report as the command tells it in that format."""
    return "".join(pieces(report, command, format, style))


def pieces(report: Told, command: str, format: str, style: Style) -> Iterator[str]:
    """The same piece by piece: a report can be long, and nobody need have it whole."""
    told: Iterator[str] = _module(command, format).pieces(report, style)
    return (fitted(piece, style.width) for piece in told) if format == TEXT else told


def foreseen(command: str, format: str) -> Foreseen:
    """What it will ask of the chains: `FORESEEN` of its module."""
    asked: Foreseen = getattr(_module(command, format), "FORESEEN", FORESEEN_NOTHING)
    return asked


def signs() -> Iterator[re.Pattern[str]]:
    """Patterns of how files of the formats begin, of those that can be told by it."""
    for command in commands():
        for format in formats_of(command):
            if sign := getattr(_module(command, format), "SIGN", None):
                yield sign


def content(told: Told, command: str, format: str, style: Style) -> bytes:
    """What is told in a format that is no text."""
    made: bytes = _module(command, format).content(told, style)
    return made


def needs(command: str, format: str) -> Mapping[str, str]:
    """The modules that it is written with and that need not be there, each with its library."""
    wanted: Mapping[str, str] = getattr(_module(command, format), "NEEDS", {})
    return wanted


def extra(command: str, format: str) -> str:
    """What brings these libraries, among the extras of the project."""
    return getattr(_module(command, format), "EXTRA", "")


def is_text(command: str, format: str) -> bool:
    """The format is written as text, piece by piece."""
    return hasattr(_module(command, format), "pieces")


def is_of_one(command: str, format: str) -> bool:
    """The format can hold one list alone."""
    return getattr(_module(command, format), "IS_OF_ONE", False)


def file_mark(command: str, format: str) -> str:
    """What files of the format begin with, which stdout does not need."""
    return getattr(_module(command, format), "FILE_MARK", "")


def recognisers() -> Iterator[Callable[[bytes], bool]]:
    """How files of the formats that are no text are told from others."""
    for command in commands():
        for format in formats_of(command):
            if not is_text(command, format):
                yield _module(command, format).is_ours


def is_for_people(command: str, format: str) -> bool:
    """The format is read by people, and so in their language."""
    return getattr(_module(command, format), "FOR_PEOPLE", False)


def holds_against(command: str, format: str) -> bool:
    """The format tells two versions, too: `HOLDS_AGAINST` of its module."""
    return getattr(_module(command, format), "HOLDS_AGAINST", False)


def _module(command: str, format: str) -> ModuleType:
    return importlib.import_module(f"govchain.reporting.formats.{command}.{format}")
