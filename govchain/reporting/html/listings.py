"""The lists (清单): each as a table, and as the very bytes that the command line writes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from govchain.reporting import lists
from govchain.reporting.html.shown import Shown
from govchain.reporting.listing.cells import text_in, value_in
from govchain.reporting.listing.columns import FINDINGS
from govchain.reporting.listing.comma_separated import lines_of
from govchain.reporting.listing.listing import Listing, listing_of
from govchain.reporting.words import Words

Listings = Sequence[Listing]


def listings(shown: Shown) -> Listings:
    """All lists that have rows."""
    kinds = (lists.list_named(name) for name in lists.names())
    made = (listing_of(kind, shown.report) for kind in kinds)
    return [listing for listing in made if listing.rows]


def listings_in_words(made: Listings, spoken: Words) -> list[dict[str, Any]]:
    """Each list with its columns and rows."""
    return [_told(listing, spoken) for listing in made]


def _told(listing: Listing, spoken: Words) -> dict[str, Any]:
    columns = [column for column in listing.columns if column is not FINDINGS]
    marks = listing.marks
    return {
        "name": listing.kind.name,
        "title": spoken.say(listing.kind.title),
        "about": spoken.say(listing.kind.about),
        "columns": [[spoken.say(c.head), int(c.kind.is_figure)] for c in columns],
        "rows": [
            [text_in(value_in(row, c), c, spoken, marks) for c in columns] for row in listing.rows
        ],
        "found": [[finding.fingerprint for finding in row.findings] for row in listing.rows],
        "sums": _sums(listing, spoken),
    }


def _sums(listing: Listing, spoken: Words) -> list[str]:
    """What columns add up to; nothing where none does."""
    if not listing.sums:
        return []
    columns = [column for column in listing.columns[1:] if column is not FINDINGS]
    told = [text_in(listing.sums.get(column.key), column, spoken) for column in columns]
    return [spoken.say("sum"), *told]


def listings_as_files(made: Listings, spoken: Words) -> dict[str, str]:
    """Each list as comma-separated values, by its name; the page sets the mark of a file before."""
    return {listing.kind.name: "".join(lines_of(listing, spoken)) for listing in made}
