"""Last chapter: the findings, what mending saves most a year first; what is alike is told once."""

from __future__ import annotations

from collections.abc import Iterator

from govchain.analysis.running.entries import Entry
from govchain.findings import Benefit, Finding
from govchain.model.figures import figure
from govchain.reporting.blocks import Block, Sentence, Told
from govchain.reporting.bounds import first_of
from govchain.reporting.gaps import summed_gaps_in_words
from govchain.reporting.places import place_in_words
from govchain.reporting.reasons import alternatives_in_words, laws_in_words, reasons_in_words
from govchain.reporting.report import Report
from govchain.reporting.sentences import benefit_in_words, remedy, sentence, title_of, what_to_do
from govchain.reporting.style import Style
from govchain.reporting.words import SEVERITIES, Words, words

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


def findings(report: Report, style: Style) -> Iterator[Block]:
    """The first entries, and how many more there are."""
    spoken = words(style.language)
    groups = list(_alike(report))
    if not groups:
        yield Sentence(spoken.say("Nothing was found."))
        if gaps := summed_gaps_in_words(report, spoken):
            yield Sentence(gaps)
    number = 1
    for group in groups[: style.limit]:
        yield _told(number, group, report, style)
        number += len(group)
    if more := _more_in_words(groups, style, spoken):
        yield Sentence(more)


def _more_in_words(groups: list[list[Entry]], style: Style, spoken: Words) -> str:
    """How many entries are not told, counted as above; empty where all are told."""
    told = len(groups) if style.limit is None else style.limit
    if not (more := sum(map(len, groups[told:]))):
        return ""
    if style.is_on_paper:
        return spoken.count(
            "{n} more entry is not listed here", "{n} more entries are not listed here", more
        )
    return spoken.count(
        "{n} more entry; --limit 0 lists all", "{n} more entries; --limit 0 lists all", more
    )


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


def _told(number: int, group: list[Entry], report: Report, style: Style) -> Told:
    """What and in which matter; sentence, remedy and benefit; what else it mends; its place."""
    entry, *others = group
    finding, spoken = entry.head, words(style.language)
    severity = spoken.word(SEVERITIES, finding.severity)
    matter = report.catalogue.matters.get(finding.matter or "")
    parts = [severity, title_of(finding, spoken.language), matter.name if matter else ""]
    return Told(
        number,
        tuple(filter(None, parts)),
        (severity, finding.severity),
        tuple(_sentences(entry, report, style)),
        tuple(filter(None, (place_in_words(finding.place), finding.rule, report.mark_of(finding)))),
        (_elsewhere(number + 1, others, report, spoken),) if others else (),
    )


def _sentences(entry: Entry, report: Report, style: Style) -> Iterator[str]:
    finding, spoken = entry.head, words(style.language)
    yield sentence(finding, spoken.language)
    to_do = what_to_do if style.is_on_paper else remedy
    if advice := to_do(finding, spoken.language):
        yield spoken.say("To do: {advice}", advice=advice)
    if entry.benefit and (gain := benefit_in_words(entry.benefit, spoken.language)):
        yield spoken.say("Saves: {gain}", gain=gain)
    for reason in first_of(reasons_in_words(entry, report, spoken), spoken):
        yield spoken.say("Mends as well: {reason}", reason=reason)
    if laws := laws_in_words(entry, spoken):
        yield laws
    if choice := alternatives_in_words(finding, report, spoken):
        yield choice


def _elsewhere(number: int, others: list[Entry], report: Report, spoken: Words) -> str:
    """Where the same is found, as which entries of all from this number on, and what mending it
    there saves a year besides."""
    last = number + len(others) - 1
    numbers = figure(number) if number == last else f"{figure(number)}–{figure(last)}"
    matters = report.catalogue.matters
    heads = [entry.head for entry in others]
    places = [f"{matters[f.matter or ''].name} {report.mark_of(f)}" for f in heads]
    told = spoken.say(
        "The same in {places} (no. {numbers})", numbers=numbers, places=spoken.listed(places)
    )
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
