"""A row of a list: what it says, and what proves it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from govchain.findings import Finding, Named, Place
from govchain.reporting.listing.columns import Value


@dataclass(frozen=True, slots=True)
class Row:
    """What a list says of one thing: a value for each column, and what proves it."""

    cells: Mapping[str, Value]
    place: Place | None = None
    """Where it stands in the files."""
    findings: tuple[Finding, ...] = ()
    """What was found there."""

    @property
    def matter(self) -> str:
        """The one matter that it is about; empty where it is about none, or several."""
        named = self.cells.get("matter")
        return named.id if isinstance(named, Named) else ""
