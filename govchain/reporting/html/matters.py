"""The matters: what a case costs, before and after, and what they are chosen by."""

from __future__ import annotations

from collections import Counter
from typing import Any

from govchain.compiler.metrics import Figures
from govchain.compiler.parts import parts_of
from govchain.findings import Severity
from govchain.model.characters import one_line
from govchain.model.figures import figure
from govchain.model.nouns import Matter
from govchain.reporting.html.examples import examples_of
from govchain.reporting.html.shown import Shown
from govchain.reporting.listing.figures import metrics_of

FIGURES = ("visits", "materials", "days")
MOST_HARD = 6
"""How many of the hardest matters the first screen names."""


def matters_told(shown: Shown) -> list[dict[str, Any]]:
    """Each matter that is told of, by id."""
    return [_told(matter, shown) for matter in shown.report.told_matters]


def _told(matter: Matter, shown: Shown) -> dict[str, Any]:
    report = shown.report
    chain = report.catalogue.chains[matter.id]
    found = Counter(f.severity for f in report.by_matter.get(matter.id, ()))
    worst = report.catalogue.contribution(metrics_of, matter.id).worst
    return {
        "id": matter.id,
        "name": matter.name or matter.id,
        "department": matter.department or "",
        "departments": sorted({matter.department or "", *chain.collaborators} - {""}),
        "steps": worst.steps,
        "calls": [
            [part.matter, one_line(part.name), part.call]
            for part in chain.once(parts_of)
            if part.call
        ],
        "volume": None if matter.volume is None else figure(matter.volume),
        "worst": _figures(worst),
        "after": _after(matter, shown),
        "found": {severity.value: found[severity] for severity in Severity},
        "example": examples_of(matter, shown.catalogue),
    }


def _figures(figures: Figures) -> dict[str, str]:
    return {name: figure(getattr(figures, name)) for name in FIGURES}


def _after(matter: Matter, shown: Shown) -> dict[str, str] | None:
    """What a case costs in the other version; nothing where it is not there."""
    toll = shown.tolls.get(matter.id)
    return {name: figure(toll.worst[name].after) for name in FIGURES} if toll else None


def hardest(shown: Shown) -> list[dict[str, Any]]:
    """The matters that cost people most visits at worst, then papers, then days."""
    costs = {matter.id: _costs(matter, shown) for matter in shown.report.told_matters}
    ranked = sorted(shown.report.told_matters, key=lambda m: (*(-n for n in costs[m.id]), m.id))
    return [_hard(matter, shown) for matter in ranked if any(costs[matter.id])][:MOST_HARD]


def _costs(matter: Matter, shown: Shown) -> list[float]:
    worst = shown.catalogue.contribution(metrics_of, matter.id).worst
    return [getattr(worst, name) for name in FIGURES]


def _hard(matter: Matter, shown: Shown) -> dict[str, Any]:
    worst = shown.catalogue.contribution(metrics_of, matter.id).worst
    toll = shown.tolls.get(matter.id)
    before = {name: figure(toll.worst[name].before) for name in FIGURES} if toll else None
    return {
        "id": matter.id,
        "name": matter.name or matter.id,
        "worst": before or _figures(worst),
        "after": _after(matter, shown),
        "example": examples_of(matter, shown.catalogue),
    }
