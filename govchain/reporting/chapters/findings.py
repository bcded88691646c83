"""Last chapter: the findings, what mending saves most a year first; what is alike is told once."""

from __future__ import annotations

from collections.abc import Iterator

from govchain.findings import Benefit, Finding
from govchain.reporting.places import place_in_words
from govchain.reporting.report import Report
from govchain.reporting.sentences import benefit_in_words, remedy, sentence, title_of
from govchain.reporting.style import Style
from govchain.reporting.totals import more_in_words
from govchain.reporting.widths import wrapped
from govchain.reporting.words import SEVERITIES, Words, words

_INDENT = "    "
_ALIKE = ("data", "department", "consumer", "banned", "waived_by", "link", "reason", "left_without")
"""The facts that are the same where one remedy for one department mends several findings."""


def findings(report: Report, style: Style) -> str:
    """The first findings, and how many more there are."""
    groups = list(_alike(report))
    told = [
        "\n".join(_told(n, group, report, style)) + "\n"
        for n, group in enumerate(groups[: style.limit], 1)
    ]
    if not told:
        return words(style.language).say("Nothing was found.") + "\n"
    return "\n".join([*told, more_in_words(len(groups), style)])


def _alike(report: Report) -> Iterator[list[Finding]]:
    """The findings in their order; with each those of other matters that its remedy mends too."""
    groups: dict[object, list[Finding]] = {}
    for finding in report.findings:
        groups.setdefault(_likeness(finding), []).append(finding)
    for group in groups.values():
        by_matter = {finding.matter: finding for finding in reversed(group)}
        alike = [finding for finding in group if by_matter[finding.matter] is finding]
        yield alike
        yield from ([finding] for finding in group if finding not in alike)


def _likeness(finding: Finding) -> object:
    """What findings have in common that differ by their matter alone; else it stands alone."""
    if finding.matter is None or not finding.facts.get("data"):
        return finding.fingerprint
    facts = [str(finding.facts.get(name)) for name in _ALIKE]
    demanded = finding.facts.get("demanded_by")
    return finding.rule, finding.variant, finding.severity, finding.amend, demanded, *facts


def _told(number: int, group: list[Finding], report: Report, style: Style) -> Iterator[str]:
    """What and in which matter; the sentence, the remedy and the benefit; where it stands."""
    finding, *others = group
    spoken = words(style.language)
    yield from _headed(number, finding, report, style)
    yield from _paragraph(sentence(finding, style.language), style)
    if advice := remedy(finding, style.language):
        yield from _paragraph(spoken.say("To do: {advice}", advice=advice), style)
    if finding.benefit and (gain := benefit_in_words(finding.benefit, style.language)):
        yield from _paragraph(spoken.say("Saves: {gain}", gain=gain), style)
    marks = [place_in_words(finding.place), finding.rule, finding.fingerprint[:8]]
    yield _INDENT + style.paint("faint", "  ".join(filter(None, marks)))
    if others:
        yield from _paragraph(_elsewhere(others, report, spoken), style)


def _elsewhere(others: list[Finding], report: Report, spoken: Words) -> str:
    """Where the same is found, and what mending it there saves a year besides."""
    matters = report.catalogue.matters
    places = [f"{matters[f.matter or ''].name} {f.fingerprint[:8]}" for f in others]
    told = spoken.say("The same in {places}", places=spoken.listed(places))
    gain = benefit_in_words(Benefit(per_year=_yearly(others)), spoken.language)
    return spoken.joined([told, spoken.say("saves besides {gain}", gain=gain) if gain else ""])


def _yearly(others: list[Finding]) -> dict[str, float]:
    """What mending them saves a year; they stand in different matters."""
    total: dict[str, float] = {}
    for finding in others:
        per_year = (finding.benefit and finding.benefit.per_year) or {}
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
