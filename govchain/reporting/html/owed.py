"""Whose data is not open yet: who holds it, and who waits for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from govchain.findings import Severity
from govchain.reporting.html.shown import Shown
from govchain.reporting.listing.needs import Wanting, wanting_in
from govchain.reporting.report import Report


def owed(shown: Shown) -> list[dict[str, Any]]:
    """Each holder with how many data it owes to how many departments, those of most first."""
    counted: Counter[str] = Counter()
    for wanting in _owing(shown.report):
        counted.update(holder.id for holder in wanting.holders)
    names = shown.catalogue.registry.departments
    ranked = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return [{"id": id, "name": names[id].name, "count": n} for id, n in ranked if id in names]


def ways_owed(shown: Shown) -> list[dict[str, Any]]:
    """Each data that should flow, from whom to whom, with the findings that say so."""
    return [
        {
            "holders": [holder.id for holder in wanting.holders],
            "to": wanting.consumer.id,
            "data": wanting.data.name,
            "findings": [finding.fingerprint for finding in wanting.findings],
        }
        for wanting in _owing(shown.report)
    ]


def _owing(report: Report) -> Iterator[Wanting]:
    """What would help if it flowed; not what goes before that."""
    for wanting in wanting_in(report):
        if any(finding.severity is not Severity.ADVICE for finding in wanting.findings):
            yield wanting
