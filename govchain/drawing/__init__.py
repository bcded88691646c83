"""The drawing room: a chain and its findings become a picture.

A view (a file in `view/`) decides the columns in which the cards of the steps stand; a format (a
file in `format/`) writes the picture. Either is added by adding a file.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING

from govchain import __version__
from govchain.compiler.chain import Chain
from govchain.drawing import format as _format_files
from govchain.drawing import view as _view_files
from govchain.drawing.chart.chart import Chart, chart_of
from govchain.drawing.chart.columns import Columns
from govchain.drawing.chart.marks import Mark
from govchain.drawing.chart.words import Words

if TYPE_CHECKING:
    import graphviz

__all__ = ["Mark", "dot_source", "draw", "formats", "views"]


def draw(
    chain: Chain,
    marks: Sequence[Mark],
    *,
    view: str = "lanes",
    format: str = "svg",
    language: str = "en",
    version: str = __version__,
) -> str:
    """The picture of a chain with the findings on it, as text of the format.

    View and format are among `views()` and `formats()`; any other is a `KeyError`.
    """
    chart, columns = _arranged(chain, marks, view, language, version)
    write: Callable[[Chart, Columns], str] = _member(_format_files, format).write
    return write(chart, columns)


def dot_source(
    chain: Chain,
    marks: Sequence[Mark],
    *,
    view: str = "lanes",
    language: str = "en",
    version: str = __version__,
) -> graphviz.Digraph:
    """The chain as a graph of the `graphviz` package."""
    from govchain.drawing.layout.dotgraph import digraph_of

    return digraph_of(*_arranged(chain, marks, view, language, version))


def views() -> tuple[str, ...]:
    """The names of all views, sorted."""
    return _members(_view_files)


def formats() -> tuple[str, ...]:
    """The names of all formats, sorted."""
    return _members(_format_files)


def signs() -> Iterator[re.Pattern[str]]:
    """Patterns of how files of the formats begin, and where they say who drew them."""
    for format in formats():
        if sign := getattr(_member(_format_files, format), "SIGN", None):
            yield sign


def _arranged(
    chain: Chain,
    marks: Sequence[Mark],
    view: str,
    language: str,
    version: str,
) -> tuple[Chart, Columns]:
    chart = chart_of(chain, marks, Words(language), version)
    columns: Columns = _member(_view_files, view).arrange(chart)
    return chart, columns


@cache
def _members(package: ModuleType) -> tuple[str, ...]:
    return tuple(sorted(module.name for module in pkgutil.iter_modules(package.__path__)))


def _member(package: ModuleType, name: str) -> ModuleType:
    if name not in _members(package):
        raise KeyError(name)
    return importlib.import_module(f"{package.__name__}.{name}")
