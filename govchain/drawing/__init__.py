"""The drawing room: a matter, or a catalogue, and what was found become a picture.

A view (a file in `view/`) makes pages of its subject: `OF` says of what, `scenes(subject, how)`
draws them, `HEEDS` are the options that change them, `NEEDS_AFTER` whether it takes two versions;
one of a chain, whose cards stand in columns, also has `arrange(chart)`.

A format (a file in `format/`) writes pages, each as a file of its own (`write(scene, links)`) or
all into one (`bind(scenes)`); or it writes the chart of a chain, which it lays out itself
(`write_chart(chart, columns)`). Its files are known again by `SIGN`, or by `is_ours(content)` where
it is no text (`IS_TEXT = False`); `NEEDS` are its libraries, `OWN_FONT` says that it draws in ours.

Either is added by adding a file.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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
from govchain.drawing.chart.subject import How, Of, Subject
from govchain.drawing.chart.words import Words
from govchain.drawing.ink.extents import texts_in
from govchain.drawing.ink.glyphs import lacking, left_out
from govchain.drawing.ink.printed import bound
from govchain.drawing.ink.scene import Scene

if TYPE_CHECKING:
    import graphviz

__all__ = [
    "EXTRA",
    "OVERVIEW",
    "STEPS",
    "How",
    "Mark",
    "chart_views",
    "dot_source",
    "draw",
    "formats",
    "heeds",
    "holds_all_pages",
    "lays_out",
    "needs",
    "needs_after",
    "of",
    "pages",
    "recognisers",
    "signs",
    "text_formats",
    "usual_view",
    "views",
    "without_glyph",
    "without_mark",
    "written",
]

EXTRA = "pictures"
"""What brings the libraries that formats need, among the extras of the project."""
OVERVIEW, STEPS = "overview", "lanes"
"""The views of a matter with calls and of one without, where none is named."""


def pages(subject: Subject, view: str, how: How) -> tuple[Scene, ...]:
    """The pages of a view, at least one; where there are several, each has its number, and the
    first leads to the others.

    KeyError where there is no such view.
    """
    made: tuple[Scene, ...] = _member(_view_files, view).scenes(subject, how)
    return bound(made, has_numbers=how.has_numbers)


def load(views: Iterable[str], format: str) -> None:
    """Loads what draws and writes these, which else is done when it is first asked for."""
    for view in views:
        _member(_view_files, view)
    _member(_format_files, format)


def written(scenes: Sequence[Scene], format: str, links: Mapping[str, str]) -> list[bytes]:
    """The pages as files of a format: one each, or one that holds all.

    `links` are the addresses of pages by their keys, where each is a file of its own.
    """
    module = _member(_format_files, format)
    if hasattr(module, "bind"):
        return [module.bind(scenes)]
    return [_in_bytes(module.write(scene, links)) for scene in scenes]


def needs(format: str) -> Mapping[str, str]:
    """The modules that the format is written with and that need not be there, each with the
    library that brings it."""
    wanted: Mapping[str, str] = getattr(_member(_format_files, format), "NEEDS", {})
    return wanted


def without_glyph(scenes: Sequence[Scene], format: str) -> list[str]:
    """The characters of the pages that the format draws as empty boxes, sorted."""
    return lacking(_in_own_font(scenes, format))


def without_mark(scenes: Sequence[Scene], format: str) -> list[str]:
    """The marks of the pages that the format leaves out, its letters standing alone, sorted."""
    return left_out(_in_own_font(scenes, format))


def _in_own_font(scenes: Sequence[Scene], format: str) -> Iterator[str]:
    """What the format writes in our font."""
    if getattr(_member(_format_files, format), "OWN_FONT", False):
        yield from (text.text for scene in scenes for text in texts_in(scene.items))


def holds_all_pages(format: str) -> bool:
    """The format writes all pages into one file."""
    return hasattr(_member(_format_files, format), "bind")


def lays_out(format: str) -> bool:
    """The format writes the chart of a chain, and whoever reads it lays it out."""
    return hasattr(_member(_format_files, format), "write_chart")


def text_formats() -> tuple[str, ...]:
    """The formats that are text."""
    return tuple(f for f in formats() if getattr(_member(_format_files, f), "IS_TEXT", True))


def of(view: str) -> Of:
    """What the view is of."""
    kind: Of = _member(_view_files, view).OF
    return kind


def usual_view(chain: Chain) -> str:
    """The view that suits a matter where none is named: by the matters that it calls; where it
    calls none, by its steps."""
    return OVERVIEW if chain.expansion.calls else STEPS


def needs_after(view: str) -> bool:
    """The view holds two versions against one another."""
    return getattr(_member(_view_files, view), "NEEDS_AFTER", False)


def heeds(view: str) -> frozenset[str]:
    """The options that change what the view shows, as they are typed, besides its paper and, of a
    matter, its case."""
    options: frozenset[str] = _member(_view_files, view).HEEDS
    return options


def chart_views() -> tuple[str, ...]:
    """The views of a chain whose steps stand in columns."""
    return tuple(view for view in views() if hasattr(_member(_view_files, view), "arrange"))


def draw(
    chain: Chain,
    marks: Sequence[Mark],
    *,
    view: str = "lanes",
    format: str = "svg",
    language: str = "en",
    version: str = __version__,
) -> str:
    """The steps of a chain with the findings on them in one picture, as text of the format.

    View and format are among `chart_views()` and `text_formats()`.
    """
    chart, columns = _arranged(chain, marks, view, language, version)
    module = _member(_format_files, format)
    if hasattr(module, "write_chart"):
        laid_out: str = module.write_chart(chart, columns)
        return laid_out
    from govchain.drawing.sheet.picture import picture_of

    drawn: str = module.write(picture_of(chart, columns), {})
    return drawn


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


def recognisers() -> Iterator[Callable[[bytes], bool]]:
    """How files of the formats that are no text are told from others."""
    for format in formats():
        if is_ours := getattr(_member(_format_files, format), "is_ours", None):
            yield is_ours


def _in_bytes(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode(errors="replace")


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
    """The names of its files, as people type them."""
    files = pkgutil.iter_modules(package.__path__)
    return tuple(sorted(module.name.replace("_", "-") for module in files))


def _member(package: ModuleType, name: str) -> ModuleType:
    if name not in _members(package):
        raise KeyError(name)
    return importlib.import_module(f"{package.__name__}.{name.replace('-', '_')}")
