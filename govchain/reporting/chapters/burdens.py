"""The services that people go for most today, and what is found that would spare them the way."""

from __future__ import annotations

from collections.abc import Set

from govchain.analysis.running.entries import Entry
from govchain.compiler.chain import Chain
from govchain.findings import Benefit
from govchain.model.figures import figure
from govchain.reporting.report import Report
from govchain.reporting.style import Style
from govchain.reporting.terminal import Cell, drawn, table
from govchain.reporting.widths import wrapped
from govchain.reporting.words import Words, words

_SHOWN = 5
_NAMED = 3
"""How many findings a row names."""


def burdens(report: Report, style: Style) -> str:
    """The matters with most visits a year, in that order, and which findings spare visits.

    Where no volume is written, those with most visits of one case at worst.
    """
    spoken = words(style.language)
    chains = [report.catalogue.chains[matter.id] for matter in report.told_matters]
    a_year = any(chain.matter.volume for chain in chains)
    order = _a_year if a_year else _a_case
    heaviest = sorted((c for c in chains if any(order(c))), key=order, reverse=True)[:_SHOWN]
    if not heaviest:
        return ""
    title = (
        spoken.say("Where people go most, by visits a case × cases a year:")
        if a_year
        else spoken.say("Where people go most, by visits of one case:")
    )
    made = table(
        spoken.say("matter"),
        *([spoken.say("visits a year"), spoken.say("visits a case")] if a_year else []),
        spoken.say("visits at most"),
        spoken.say("papers at most"),
        spoken.say("working days at most"),
        spoken.say("cases a year"),
        spoken.say("findings that spare visits"),
        numbers=tuple(range(1, 7 if a_year else 5)),
    )
    entries = report.entries
    for chain in heaviest:
        worst, volume = chain.metrics().worst, chain.matter.volume
        mean = chain.metrics().mean.visits
        costs = [order(chain)[0], mean, worst.visits] if a_year else [worst.visits]
        made.add_row(
            Cell(chain.matter.name),
            *(figure(cost) for cost in (*costs, worst.materials, worst.days)),
            "" if volume is None else figure(volume),
            Cell(_sparing(chain, entries, spoken)),
        )
    return "\n".join([*wrapped(title, style.width), "", drawn(made, style)])


def _a_year(chain: Chain) -> tuple[float, ...]:
    """The visits, then the papers a year that its cases cost on average."""
    mean, volume = chain.metrics().mean, chain.matter.volume or 0
    return mean.visits * volume, mean.materials * volume


def _a_case(chain: Chain) -> tuple[float, ...]:
    """The visits, then the papers of one case at worst."""
    worst = chain.metrics().worst
    return worst.visits, worst.materials


def _sparing(chain: Chain, entries: list[Entry], spoken: Words) -> str:
    """The findings whose mend spares a visit of the matter, its own or of one that it calls."""
    concerned = {chain.matter.id, *chain.expansion.calls.values()}
    marks = [entry.head.fingerprint[:8] for entry in entries if _spares_visits(entry, concerned)]
    if not marks:
        return spoken.say("none")
    more = len(marks) - _NAMED
    told = spoken.listed(marks[:_NAMED])
    return told if more <= 0 else spoken.say("{marks} and {n} more", marks=told, n=figure(more))


def _spares_visits(entry: Entry, matters: Set[str]) -> bool:
    return any(
        finding.matter in matters and finding.benefit is not None and _visits(finding.benefit) > 0
        for finding in entry.findings
    )


def _visits(benefit: Benefit) -> float:
    """The visits spared in a case at worst or, where only some cases are, in a year."""
    return max(benefit.visits, (benefit.per_year or {}).get("visits", 0.0))
