"""What to begin with: each thing once, by each of the units for itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from govchain.drawing.chart.subject import Remedy
from govchain.model.figures import figure, rounded
from govchain.reporting.concerns import needs_amendment, with_called
from govchain.reporting.html.examples import is_example
from govchain.reporting.remedies import remedies_of_catalogue
from govchain.reporting.report import Report
from govchain.reporting.words import FIGURES, LEVERS, Words, noted

UNITS = {
    "visits": (noted("Fewer visits"), noted("Visits a year"), noted("Visits a case")),
    "materials": (noted("Fewer papers"), noted("Papers a year"), noted("Papers a case")),
    "days": (noted("Less waiting"), noted("Working days a year"), noted("Working days a case")),
}


def remedies_told(report: Report, spoken: Words) -> dict[str, Any]:
    """All remedies, and of each unit those that save of it, what saves most first."""
    remedies = remedies_of_catalogue(report, spoken.language)
    a_year = any(remedy.per_year for remedy in remedies)
    told = [_told(remedy, report, spoken, a_year=a_year) for remedy in remedies]
    return {
        "all": told,
        "units": [
            _unit(name, spoken.say(head), spoken.say(year if a_year else case), told)
            for name, (head, year, case) in UNITS.items()
        ],
    }


def _unit(name: str, head: str, unit: str, told: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The remedies that save of the unit; `example`: the figures of all of them stand for one."""
    order = _order(name, told)
    return {
        "name": name,
        "head": head,
        "unit": unit,
        "order": order,
        "whole": len(order),
        "example": bool(order) and all(name in told[n]["example"] for n in order),
    }


def _order(name: str, told: Sequence[dict[str, Any]]) -> list[int]:
    """The numbers of the remedies that save of the unit."""
    saving = [n for n, remedy in enumerate(told) if remedy["saves"].get(name)]
    return sorted(saving, key=lambda n: -told[n]["saves"][name])


def _told(remedy: Remedy, report: Report, spoken: Words, *, a_year: bool) -> dict[str, Any]:
    saves = dict(remedy.per_year if a_year else remedy.gains)
    matters = _matters(remedy, report)
    known = [report.catalogue.matters[id] for id in with_called(matters, report.catalogue)]
    return {
        "text": remedy.text,
        "lever": remedy.lever.value,
        "levers": spoken.word(LEVERS, remedy.lever),
        "findings": list(remedy.labels),
        "count": _counted(matters, remedy.findings, spoken),
        "saves": {name: rounded(amount) for name, amount in saves.items() if name in UNITS},
        "figures": {name: figure(amount) for name, amount in saves.items() if name in UNITS},
        "also": {
            name: spoken.count(*FIGURES[name], amount)
            for name, amount in saves.items()
            if name in UNITS and amount
        },
        "example": [
            name
            for name in UNITS
            if is_example(name, known) or (a_year and is_example("year", known))
        ],
        "amend": _amend(remedy, report),
    }


def _counted(matters: Sequence[str], findings: int, spoken: Words) -> str:
    counted = spoken.count("{n} finding", "{n} findings", findings)
    if not matters:
        return counted
    return spoken.say(
        "{matters}, {findings}",
        matters=spoken.count("{n} matter", "{n} matters", len(matters)),
        findings=counted,
    )


def _matters(remedy: Remedy, report: Report) -> list[str]:
    known = report.analysis.by_fingerprint
    found = (known[label].matter for label in remedy.labels)
    return [*dict.fromkeys(id for id in found if id is not None)]


def _amend(remedy: Remedy, report: Report) -> bool:
    """A law has to be amended first."""
    return any(needs_amendment(report.analysis.by_fingerprint[label]) for label in remedy.labels)
