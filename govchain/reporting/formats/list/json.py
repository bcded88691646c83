"""Lists for programs; their shape is `govchain/reporting/list.schema.json`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from govchain.model.characters import name_as_text
from govchain.reporting.json_text import json_pieces
from govchain.reporting.listing.cells import json_in
from govchain.reporting.listing.listing import Listing
from govchain.reporting.listing.row import Row
from govchain.reporting.style import Style
from govchain.reporting.words import Words, words

SCHEMA = "govchain.list/1"
SIGN = re.compile(r'\s*\{\s*"schema"\s*:\s*"govchain\.list/', re.DOTALL)


def pieces(listings: Sequence[Listing], style: Style) -> Iterator[str]:
    spoken = words(style.language)
    report = listings[0].report
    told = {
        "schema": SCHEMA,
        "version": report.version,
        "date": report.catalogue.date.isoformat(),
        "lists": [_listing(listing, spoken) for listing in listings],
    }
    return json_pieces(told, depth=4)


def _listing(listing: Listing, spoken: Words) -> dict[str, Any]:
    kind = listing.kind
    columns = [
        {"key": column.key, "head": spoken.say(column.head), "kind": column.kind.value}
        for column in kind.columns
    ]
    return {
        "list": kind.name,
        "title": spoken.say(kind.title),
        "columns": columns,
        "rows": [_row(row, listing) for row in listing.rows],
        "sums": {key: json_in(value) for key, value in listing.sums.items()},
    }


def _row(row: Row, listing: Listing) -> dict[str, Any]:
    place = row.place
    return {
        **{column.key: json_in(row.cells[column.key]) for column in listing.kind.columns},
        "findings": [finding.fingerprint for finding in row.findings],
        "file": name_as_text(place.file) if place else None,
        "line": place.line if place else None,
    }
