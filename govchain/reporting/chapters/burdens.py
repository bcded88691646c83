"""The services that cost people most today: visits, papers and days, worst case of one case."""

from __future__ import annotations

from govchain.compiler.chain import Chain
from govchain.reporting.report import Report
from govchain.reporting.style import Style
from govchain.reporting.terminal import Cell, drawn, table
from govchain.reporting.words import figure, words

_SHOWN = 5


def burdens(report: Report, style: Style) -> str:
    """The matters for which most visits are made a year, and what one case of each costs."""
    chains = [report.catalogue.chains[matter.id] for matter in report.told_matters]
    heaviest = sorted(chains, key=_burden, reverse=True)[:_SHOWN]
    if not heaviest or not any(_burden(heaviest[0])):
        return ""
    spoken = words(style.language)
    made = table(
        spoken.say("where people go most"),
        spoken.say("visits"),
        spoken.say("papers"),
        spoken.say("working days"),
        spoken.say("cases a year"),
        numbers=(1, 2, 3, 4),
    )
    for chain in heaviest:
        worst, volume = chain.metrics().worst, chain.matter.volume
        costs = [figure(cost) for cost in (worst.visits, worst.materials, worst.days)]
        made.add_row(Cell(chain.matter.name), *costs, "" if volume is None else figure(volume))
    return drawn(made, style)


def _burden(chain: Chain) -> tuple[float, float]:
    """The visits, then the papers a year that its cases cost on average."""
    mean, volume = chain.metrics().mean, chain.matter.volume or 0
    return mean.visits * volume, mean.materials * volume
