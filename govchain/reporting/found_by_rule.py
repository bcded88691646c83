"""What the rules of a family found, in short: how often, and where it weighs most."""

from __future__ import annotations

from govchain.findings import Finding
from govchain.model.figures import figure
from govchain.reporting.blocks import Column, Table
from govchain.reporting.report import Report
from govchain.reporting.sentences import title_of_rule
from govchain.reporting.style import Style
from govchain.reporting.words import Words, words

SHOWN = 3
"""How many kinds of findings are named."""


def found_by_rule(report: Report, family: str, style: Style) -> Table | None:
    """A row a rule, what is gravest and most frequent first; None where nothing was found."""
    groups: dict[str, list[Finding]] = {}
    for finding in report.findings:
        if finding.family == family:
            groups.setdefault(finding.rule, []).append(finding)
    if not groups:
        return None
    spoken = words(style.language)
    ranked = sorted(groups.values(), key=lambda found: (found[0].severity.rank, -len(found)))
    heads = (
        Column(spoken.say("what was found")),
        Column(spoken.say("how often"), is_figure=True),
        Column(spoken.say("above all")),
    )
    rows = tuple(_row(found, report, spoken) for found in ranked[:SHOWN])
    more = [title_of_rule(found[0].rule, style.language) for found in ranked[SHOWN:]]
    note = spoken.say("Also: {titles}.", titles=spoken.listed(more)) if more else ""
    return Table(heads, rows, note=note)


def _row(found: list[Finding], report: Report, spoken: Words) -> tuple[str, ...]:
    first = max(found, key=_weight)
    matter = report.catalogue.matters.get(first.matter or "")
    where = matter.name if matter else _subject(first, report)
    named = title_of_rule(first.rule, spoken.language)
    return named, figure(len(found)), f"{where} ({report.mark_of(first)})"


def _weight(finding: Finding) -> tuple[float, ...]:
    """What people gain where it is mended, else how much of it there is."""
    benefit, count = finding.benefit, finding.facts.get("count")
    yearly = (benefit.per_year if benefit else None) or {}
    return (
        yearly.get("visits", 0.0),
        benefit.visits if benefit else 0,
        count if isinstance(count, int) else 0,
    )


def _subject(finding: Finding, report: Report) -> str:
    """What a finding of no matter speaks of: data, a department, a theme."""
    registry = report.catalogue.registry
    for known in (registry.data, registry.departments, registry.themes):
        if finding.subject in known:
            return known[finding.subject].name
    return finding.subject
