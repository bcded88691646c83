"""The view `theme`: how the matters of a theme hang together, and how far it is with its goals."""

from __future__ import annotations

from govchain.drawing.chart.subject import CatalogueSubject, How, Of
from govchain.drawing.ink.scene import Scene
from govchain.drawing.theme.index import index_pages
from govchain.drawing.theme.page import theme_pages
from govchain.model.nouns import Theme

OF = Of.CATALOGUE
HEEDS = frozenset({"theme"})


def scenes(subject: CatalogueSubject, how: How) -> tuple[Scene, ...]:
    """A page for each theme; where there are several, first all of them in a table."""
    catalogue, source = subject.catalogue, subject.source
    themes = _wanted(subject)
    index = index_pages(themes, catalogue, source, how) if len(themes) != 1 else ()
    return (*index, *(p for t in themes for p in theme_pages(t, catalogue, source, how)))


def _wanted(subject: CatalogueSubject) -> list[Theme]:
    """The themes that are named, else all; of matters that are named those that have one."""
    known, only = subject.catalogue.registry.themes, subject.matters
    themes = [known[id] for id in subject.themes] if subject.themes else [*known.values()]
    return [t for t in themes if only is None or not only.isdisjoint(t.matters)]
