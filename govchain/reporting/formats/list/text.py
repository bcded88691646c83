"""Lists for a terminal: the columns that fit its width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govchain.reporting.listing.blocks import blocks_of
from govchain.reporting.listing.listing import Listing
from govchain.reporting.page_as_text import as_text
from govchain.reporting.style import Style
from govchain.reporting.words import words

FOR_PEOPLE = True


def pieces(listings: Sequence[Listing], style: Style) -> Iterator[str]:
    spoken = words(style.language)
    for number, listing in enumerate(listings):
        between = "\n" if number else ""
        yield between + as_text(blocks_of(listing, spoken, style.width), style)
