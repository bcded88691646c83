"""Where to begin: of each lever of reform the entry that is worth most."""

from __future__ import annotations

from collections.abc import Iterator

from govchain.analysis.running.entries import Entry, entries_of
from govchain.analysis.running.ranking import ranked, saved_a_year
from govchain.findings import Finding, Lever, Severity
from govchain.model.figures import figure
from govchain.reporting.filling import texts_of
from govchain.reporting.report import Report
from govchain.reporting.sentences import benefit_in_words, title_of
from govchain.reporting.style import Style
from govchain.reporting.terminal import Cell, drawn, table
from govchain.reporting.words import LEVERS, Words, words

_SPEAKING = ("data", "criterion", "step", "link", "material", "first")
"""The facts that say what a finding speaks of, the most telling first."""


def beginnings(report: Report, style: Style) -> str:
    """A line for each lever: how many errors and warnings it mends, and which to mend first."""
    spoken = words(style.language)
    groups = by_lever(report)
    if not groups:
        return ""
    made = table(
        spoken.say("lever"),
        spoken.say("entries"),
        spoken.say("to begin with"),
        spoken.say("what this one saves"),
        numbers=(1,),
    )
    for lever, found in groups.items():
        first = found[0]
        gain = benefit_in_words(first.benefit, style.language) if first.benefit else ""
        made.add_row(
            spoken.word(LEVERS, lever),
            figure(len(found)),
            Cell(what_and_where(first.head, report, spoken)),
            Cell(gain),
        )
    return drawn(made, style)


def by_lever(report: Report) -> dict[Lever, list[Entry]]:
    """Errors and warnings by their lever, those of reading aside; what saves most first."""
    groups: dict[Lever, list[Entry]] = {lever: [] for lever in Lever}
    entries = entries_of(ranked(report.findings))
    for entry in sorted(entries, key=lambda entry: saved_a_year(entry.benefit), reverse=True):
        is_advice = all(finding.severity is Severity.ADVICE for finding in entry.findings)
        if not is_advice and entry.head.is_judgement:
            groups[entry.head.lever].append(entry)
    return {lever: found for lever, found in groups.items() if found}


def what_and_where(finding: Finding, report: Report, spoken: Words) -> str:
    """What is wrong, where, and with what."""
    parts = [title_of(finding, spoken.language), *_where(finding, report)]
    for name in _SPEAKING:
        if told := texts_of(name, finding.facts.get(name, ()), spoken):
            parts.append(spoken.listed(told))
            break
    return " · ".join(parts)


def _where(finding: Finding, report: Report) -> Iterator[str]:
    if finding.matter is not None:
        yield report.catalogue.matters[finding.matter].name
