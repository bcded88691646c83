"""Where to begin: of each lever of reform the entry that is worth most."""

from __future__ import annotations

from collections.abc import Iterator

from govchain.analysis.running.entries import Entry, entries_of
from govchain.analysis.running.ranking import ranked, saved_a_year
from govchain.findings import Finding, Lever, Severity
from govchain.model.figures import figure
from govchain.reporting.blocks import Block, Column, Sentence, Table
from govchain.reporting.filling import texts_of
from govchain.reporting.report import Report
from govchain.reporting.sentences import benefit_in_words, title_of
from govchain.reporting.style import Style
from govchain.reporting.words import LEVERS, Words, noted, words

_SPEAKING = ("data", "criterion", "step", "link", "material", "first")
"""The facts that say what a finding speaks of, the most telling first."""


def beginnings(report: Report, style: Style) -> Iterator[Block]:
    """A line for each lever: how many errors and warnings it mends, and which to mend first; then
    what has no line there."""
    spoken = words(style.language)
    groups = by_lever(report)
    if not groups:
        return
    columns = (
        Column(spoken.say("lever")),
        Column(spoken.say("entries"), is_figure=True),
        Column(spoken.say("to begin with")),
        Column(spoken.say("what this one saves")),
    )
    rows = tuple(_row(lever, found, report, spoken) for lever, found in groups.items())
    yield Table(columns, rows)
    if left := _left_out(report, spoken):
        yield Sentence(left)


def _left_out(report: Report, spoken: Words) -> str:
    """How many of all entries are in the table, and what the others are; empty where all are."""
    others = [entry for entry in report.entries if not _has_line(entry)]
    if not others:
        return ""
    advice = sum(map(_is_advice, others))
    told = {
        noted("{n} of advice alone"): advice,
        noted("{n} of trouble in reading or judging"): len(others) - advice,
    }
    return spoken.say(
        "These are {n} of {whole} entries; left out: {others}.",
        n=figure(len(report.entries) - len(others)),
        whole=figure(len(report.entries)),
        others=spoken.listed([spoken.say(text, n=figure(n)) for text, n in told.items() if n]),
    )


def _row(lever: Lever, found: list[Entry], report: Report, spoken: Words) -> tuple[str, ...]:
    first = found[0]
    return (
        spoken.word(LEVERS, lever),
        figure(len(found)),
        what_and_where(first.head, report, spoken),
        benefit_in_words(first.benefit, spoken.language) if first.benefit else "",
    )


def by_lever(report: Report) -> dict[Lever, list[Entry]]:
    """Errors and warnings by their lever, those of reading aside; what saves most first."""
    groups: dict[Lever, list[Entry]] = {lever: [] for lever in Lever}
    entries = entries_of(ranked(report.findings))
    for entry in sorted(entries, key=lambda entry: saved_a_year(entry.benefit), reverse=True):
        if _has_line(entry):
            groups[entry.head.lever].append(entry)
    return {lever: found for lever, found in groups.items() if found}


def _has_line(entry: Entry) -> bool:
    return entry.head.is_judgement and not _is_advice(entry)


def _is_advice(entry: Entry) -> bool:
    return all(finding.severity is Severity.ADVICE for finding in entry.findings)


def what_and_where(finding: Finding, report: Report, spoken: Words) -> str:
    """What is wrong, where, and with what."""
    parts = [title_of(finding, spoken.language), *_where(finding, report)]
    return " · ".join(filter(None, [*parts, with_what(finding, spoken)]))


def with_what(finding: Finding, spoken: Words) -> str:
    """The most telling of its facts; empty where it has none that tells what it speaks of."""
    for name in _SPEAKING:
        if told := texts_of(name, finding.facts.get(name, ()), spoken):
            return spoken.listed(told)
    return ""


def _where(finding: Finding, report: Report) -> Iterator[str]:
    if finding.matter is not None:
        yield report.catalogue.matters[finding.matter].name
