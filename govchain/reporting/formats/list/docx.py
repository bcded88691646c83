"""Lists as a document of Word: an annex to a decision, a heading and a table a list."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from govchain.reporting.listing.blocks import blocks_of
from govchain.reporting.listing.listing import Listing
from govchain.reporting.office_files import is_made_by_us as is_ours
from govchain.reporting.page_as_docx import as_docx
from govchain.reporting.style import Style
from govchain.reporting.words import words

__all__ = ["EXTRA", "FOR_PEOPLE", "NEEDS", "content", "is_ours"]
FOR_PEOPLE = True
NEEDS = {"docx": "python-docx"}
EXTRA = "docx"
"""The module that it is written with, and what to install for it."""
_WIDTH = 96
"""As many columns as stand side by side in so many cells of a terminal fit an upright A4."""


def content(listings: Sequence[Listing], style: Style) -> bytes:
    """The document."""
    spoken = words(style.language)
    blocks = chain.from_iterable(blocks_of(listing, spoken, _WIDTH) for listing in listings)
    date = listings[0].report.catalogue.date
    title = spoken.say(listings[0].kind.title) if len(listings) == 1 else spoken.say("lists")
    return as_docx(blocks, title, date, style.language)
