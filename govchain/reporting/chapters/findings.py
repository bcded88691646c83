"""Last chapter: the findings, what mending saves most a year first; what is alike is told once."""

from __future__ import annotations

from collections.abc import Iterator

from govchain.analysis.running.entries import Entry
from govchain.findings import Benefit, Finding
from govchain.reporting.bounds import first_of
from govchain.reporting.places import place_in_words
from govchain.reporting.reasons import alternatives_in_words, reasons_in_words
from govchain.reporting.report import Report
from govchain.reporting.sentences import benefit_in_words, remedy, sentence, title_of
from govchain.reporting.style import Style
from govchain.reporting.totals import more_in_words
from govchain.reporting.widths import wrapped
from govchain.reporting.words import SEVERITIES, Words, words

_INDENT = "    "
_ALIKE = (
    "data",
    "department",
    "receivers",
    "consumer",
    "banned",
    "waived_by",
    "link",
    "reason",
    "left_without",
)
"""The facts that are the same where one remedy for one department mends several findings."""


def findings(report: Report, style: Style) -> str:
    """The first entries, and how many more there are."""
    groups = list(_alike(report))
    told = [
        "\n".join(_told(n, group, report, style)) + "\n"
        for n, group in enumerate(groups[: style.limit], 1)
    ]
    if not told:
        return words(style.language).say("Nothing was found.") + "\n"
    return "\n".join([*told, more_in_words(len(groups), style)])


def _alike(report: Report) -> Iterator[list[Entry]]:
    """The entries in their order; with each those of other matters that its remedy mends too."""
    groups: dict[object, list[Entry]] = {}
    for entry in report.entries:
        likeness = _likeness(entry.head), frozenset(map(_likeness, entry.reasons))
        groups.setdefault(likeness, []).append(entry)
    for group in groups.values():
        by_matter = {entry.head.matter: entry for entry in reversed(group)}
        alike = [entry for entry in group if by_matter[entry.head.matter] is entry]
        yield alike
        yield from ([entry] for entry in group if by_matter[entry.head.matter] is not entry)


def _likeness(finding: Finding) -> object:
    """What findings have in common that differ by their matter alone; else it stands alone."""
    if finding.matter is None or not finding.facts.get("data"):
        return finding.fingerprint
    facts = [str(finding.facts.get(name)) for name in _ALIKE]
    kept = finding.facts.get("demanded_by"), finding.facts.get("within")
    return finding.rule, finding.variant, finding.severity, finding.amend, *kept, *facts


def _told(number: int, group: list[Entry], report: Report, style: Style) -> Iterator[str]:
    """What and in which matter; sentence, remedy and benefit; what else it mends; its place."""
    entry, *others = group
    finding = entry.head
    spoken = words(style.language)
    yield from _headed(number, finding, report, style)
    yield from _paragraph(sentence(finding, style.language), style)
    if advice := remedy(finding, style.language):
        yield from _paragraph(spoken.say("To do: {advice}", advice=advice), style)
    if entry.benefit and (gain := benefit_in_words(entry.benefit, style.language)):
        yield from _paragraph(spoken.say("Saves: {gain}", gain=gain), style)
    for reason in first_of(reasons_in_words(entry, report, spoken), spoken):
        yield from _paragraph(spoken.say("Mends as well: {reason}", reason=reason), style)
    if choice := alternatives_in_words(finding, report, spoken):
        yield from _paragraph(choice, style)
    marks = [place_in_words(finding.place), finding.rule, finding.fingerprint[:8]]
    yield _INDENT + style.paint("faint", "  ".join(filter(None, marks)))
    if others:
        yield from _paragraph(_elsewhere(others, report, spoken), style)


def _elsewhere(others: list[Entry], report: Report, spoken: Words) -> str:
    """Where the same is found, and what mending it there saves a year besides."""
    matters = report.catalogue.matters
    heads = [entry.head for entry in others]
    places = [f"{matters[f.matter or ''].name} {f.fingerprint[:8]}" for f in heads]
    told = spoken.say("The same in {places}", places=spoken.listed(places))
    gain = benefit_in_words(Benefit(per_year=_yearly(others)), spoken.language)
    return spoken.joined([told, spoken.say("saves besides {gain}", gain=gain) if gain else ""])


def _yearly(others: list[Entry]) -> dict[str, float]:
    """What mending them saves a year; they stand in different matters."""
    total: dict[str, float] = {}
    for entry in others:
        per_year = (entry.benefit and entry.benefit.per_year) or {}
        for name, saved in per_year.items():
            total[name] = total.get(name, 0.0) + saved
    return total


def _headed(number: int, finding: Finding, report: Report, style: Style) -> list[str]:
    """Its number, severity, title and matter; the severity in its colour."""
    severity = words(style.language).word(SEVERITIES, finding.severity)
    matter = report.catalogue.matters.get(finding.matter or "")
    name = matter.name if matter else ""
    parts = [f"{number:>2}. {severity}", title_of(finding, style.language), name]
    first, *rest = wrapped("  ".join(filter(None, parts)), style.width, _INDENT)
    return [first.replace(severity, style.paint(finding.severity, severity), 1), *rest]


def _paragraph(text: str, style: Style) -> list[str]:
    return wrapped(_INDENT + text, style.width, _INDENT)
