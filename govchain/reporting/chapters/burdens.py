"""The services that people go for most today, and what is found that would spare them the way."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import NamedTuple

from govchain.analysis.running.entries import Entry
from govchain.compiler.metrics import Metrics
from govchain.findings import Benefit
from govchain.model.figures import figure
from govchain.model.nouns import Matter
from govchain.reporting.blocks import Column, Table
from govchain.reporting.listing.figures import metrics_of
from govchain.reporting.report import Report
from govchain.reporting.style import Style
from govchain.reporting.words import Words, words

_SHOWN = 5
_NAMED = 3
"""How many findings a row names."""


def burdens(report: Report, style: Style) -> Iterator[Table]:
    """The matters with most visits a year, in that order, and which findings spare visits.

    Where no volume is written, those with most visits of one case at worst.
    """
    spoken = words(style.language)
    loads = [_load_of(matter, report) for matter in report.told_matters]
    a_year = any(load.matter.volume for load in loads)
    order = _a_year if a_year else _a_case
    heaviest = sorted((d for d in loads if any(order(d))), key=order, reverse=True)[:_SHOWN]
    if not heaviest:
        return
    title = (
        spoken.say("Where people go most, by visits a case × cases a year:")
        if a_year
        else spoken.say("Where people go most, by visits of one case:")
    )
    figures = (
        *([spoken.say("visits a year"), spoken.say("visits a case")] if a_year else []),
        spoken.say("visits at most"),
        spoken.say("papers at most"),
        spoken.say("working days at most"),
        spoken.say("cases a year"),
    )
    columns = (
        Column(spoken.say("matter")),
        *(Column(head, is_figure=True) for head in figures),
        Column(spoken.say("findings that spare visits")),
    )
    rows = tuple(_row(load, report, spoken, a_year=a_year) for load in heaviest)
    yield Table(columns, rows, title)


class _Load(NamedTuple):
    """A matter, and what its cases cost."""

    matter: Matter
    metrics: Metrics


def _load_of(matter: Matter, report: Report) -> _Load:
    return _Load(matter, report.catalogue.contribution(metrics_of, matter.id))


def _row(load: _Load, report: Report, spoken: Words, *, a_year: bool) -> tuple[str, ...]:
    worst, mean, volume = load.metrics.worst, load.metrics.mean, load.matter.volume
    costs = [_a_year(load)[0], mean.visits, worst.visits] if a_year else [worst.visits]
    return (
        load.matter.name,
        *(figure(cost) for cost in (*costs, worst.materials, worst.days)),
        "" if volume is None else figure(volume),
        _sparing(load.matter, report, spoken),
    )


def _a_year(load: _Load) -> tuple[float, ...]:
    """The visits, then the papers a year that its cases cost on average."""
    mean, volume = load.metrics.mean, load.matter.volume or 0
    return mean.visits * volume, mean.materials * volume


def _a_case(load: _Load) -> tuple[float, ...]:
    """The visits, then the papers of one case at worst."""
    worst = load.metrics.worst
    return worst.visits, worst.materials


def _sparing(matter: Matter, report: Report, spoken: Words) -> str:
    """The findings whose mend spares a visit of the matter, its own or of one that it calls."""
    concerned = {matter.id, *report.catalogue.chains[matter.id].expansion.calls.values()}
    sparing = [entry.head for entry in report.entries if _spares_visits(entry, concerned)]
    if not sparing:
        return spoken.say("none")
    more = len(sparing) - _NAMED
    told = spoken.listed([report.mark_of(head, matter.id) for head in sparing[:_NAMED]])
    return told if more <= 0 else spoken.say("{marks} and {n} more", marks=told, n=figure(more))


def _spares_visits(entry: Entry, matters: Set[str]) -> bool:
    return any(
        finding.matter in matters and finding.benefit is not None and _visits(finding.benefit) > 0
        for finding in entry.findings
    )


def _visits(benefit: Benefit) -> float:
    """The visits spared in a case at worst or, where only some cases are, in a year."""
    return max(benefit.visits, (benefit.per_year or {}).get("visits", 0.0))
