"""What to know of lists: what they tell of, which figures are examples, how to read numbers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from govchain.reporting.examples import examples_in_words
from govchain.reporting.listing.coverage import coverage_in_words
from govchain.reporting.listing.listing import Listing
from govchain.reporting.marks import marks_in_words
from govchain.reporting.words import Words


def notes_on(listings: Sequence[Listing], spoken: Words) -> list[str]:
    """For all of these lists together."""
    report = listings[0].report
    shown = {figure for listing in listings for figure in listing.kind.rests_on}
    legends = (legend_of(listing, spoken) for listing in listings)
    notes = (
        coverage_in_words(report, spoken),
        examples_in_words(report.told_matters, spoken, shown),
        next(filter(None, legends), ""),
    )
    return [*filter(None, notes)]


def legend_of(listing: Listing, spoken: Words) -> str:
    """How to read the numbers of its findings; empty where there are none."""
    marks = chain.from_iterable(listing.marks_in(row).values() for row in listing.rows)
    return marks_in_words(marks, spoken)
