"""The formats a report can be told in: one folder a command, one file a format.

A format is a module with `write(report, style) -> str`; it is found by its file, so a new format
is a new file and nothing else. What is written ends with a line break.
"""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path

from govchain.reporting.report import Report
from govchain.reporting.style import Style
from govchain.reporting.widths import fitted

_ROOM = Path(__file__).parent
FOR_PEOPLE = "text"
"""The one format that is made for people: it speaks their language and may have colours."""


def formats_of(command: str) -> list[str]:
    """The formats of a command (`check`, `analyze`), the one for people first."""
    names = sorted(module.name for module in pkgutil.iter_modules([str(_ROOM / command)]))
    return sorted(names, key=lambda name: name != FOR_PEOPLE)


def write(report: Report, command: str, format: str, style: Style) -> str:
    """The report as the command tells it in that format."""
    module = importlib.import_module(f"govchain.reporting.formats.{command}.{format}")
    told: str = module.write(report, style)
    return fitted(told, style.width) if format == FOR_PEOPLE else told
