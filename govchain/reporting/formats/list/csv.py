"""One list as comma-separated values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from govchain.reporting import lists
from govchain.reporting.listing.columns import PROOF
from govchain.reporting.listing.comma_separated import FILE_MARK, cell, heads, lines_of
from govchain.reporting.listing.listing import Listing
from govchain.reporting.style import Style
from govchain.reporting.words import words

__all__ = ["FILE_MARK", "IS_OF_ONE", "cell", "pieces"]
IS_OF_ONE = True
"""It holds one list."""


def pieces(listings: Sequence[Listing], style: Style) -> Iterator[str]:
    [listing] = listings
    return lines_of(listing, words(style.language))


@cache
def _sign() -> re.Pattern[str]:
    kinds = [lists.list_named(name) for name in lists.names()]
    known = {
        heads((*kind.columns, *PROOF), words(language))
        for kind in kinds
        for language in ("en", "zh")
    }
    return re.compile(f"{FILE_MARK}?(?:{'|'.join(map(re.escape, sorted(known)))})")


def __getattr__(name: str) -> re.Pattern[str]:
    """`SIGN`, the heads of all lists: all of them are opened, once somebody asks."""
    if name == "SIGN":
        return _sign()
    raise AttributeError(name)
