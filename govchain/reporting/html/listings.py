"""The lists (清单): each as a table, and as the very bytes that the command line writes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from govchain.reporting import lists
from govchain.reporting.html.shown import Shown
from govchain.reporting.listing.cells import in_one_breath, text_in, texts_in, value_in
from govchain.reporting.listing.columns import FINDINGS
from govchain.reporting.listing.comma_separated import cell_of, heads, line
from govchain.reporting.listing.listing import Listing, listing_of
from govchain.reporting.words import Words

Listings = Sequence[Listing]


def listings(shown: Shown) -> Listings:
    """All lists that have rows."""
    kinds = (lists.list_named(name) for name in lists.names())
    made = (listing_of(kind, shown.report) for kind in kinds)
    return [listing for listing in made if listing.rows]


def listings_in_words(made: Listings, spoken: Words) -> tuple[list[dict[str, Any]], dict[str, str]]:
    """Each list with its columns and rows; and each as comma-separated values, by its name (the
    page sets the mark of a file before)."""
    told = [_told(listing, spoken) for listing in made]
    return [table for table, _ in told], {table["name"]: file for table, file in told}


def _told(listing: Listing, spoken: Words) -> tuple[dict[str, Any], str]:
    """A list as a table and as a file, of the same words."""
    rows: list[list[str]] = []
    lines = [heads(listing.columns, spoken)]
    for row in listing.rows:
        shown, written, marks = [], [], listing.marks_in(row)
        for column in listing.columns:
            value = value_in(row, column)
            texts = texts_in(value, column, spoken)
            written.append(cell_of(value, texts, spoken))
            if column is not FINDINGS:
                shown.append(in_one_breath(texts, column, spoken, marks))
        rows.append(shown)
        lines.append(line(written))
    columns = [column for column in listing.columns if column is not FINDINGS]
    table = {
        "name": listing.kind.name,
        "title": spoken.say(listing.kind.title),
        "about": listing.about(spoken),
        "columns": [[spoken.say(c.head), int(c.kind.is_figure)] for c in columns],
        "rows": rows,
        "found": [[finding.fingerprint for finding in row.findings] for row in listing.rows],
        "sums": _sums(listing, spoken),
    }
    return table, "".join(lines)


def _sums(listing: Listing, spoken: Words) -> list[str]:
    """What columns add up to; nothing where none does."""
    if not listing.sums:
        return []
    columns = [column for column in listing.columns[1:] if column is not FINDINGS]
    told = [text_in(listing.sums.get(column.key), column, spoken) for column in columns]
    return [spoken.say("sum"), *told]
