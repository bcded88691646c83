"""Lists as Markdown, all their columns: for the minutes, a document, a comment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govchain.reporting.formats.analyze.markdown import SIGN
from govchain.reporting.listing.blocks import blocks_of
from govchain.reporting.listing.listing import Listing
from govchain.reporting.page_as_markdown import as_markdown
from govchain.reporting.style import Style
from govchain.reporting.words import words

__all__ = ["FOR_PEOPLE", "SIGN", "pieces"]
FOR_PEOPLE = True


def pieces(listings: Sequence[Listing], style: Style) -> Iterator[str]:
    spoken = words(style.language)
    yield as_markdown(block for listing in listings for block in blocks_of(listing, spoken))
