"""Last chapter: the findings, what mending saves most a year first."""

from __future__ import annotations

from collections.abc import Iterator

from govchain.findings import Finding
from govchain.reporting.places import place_in_words
from govchain.reporting.report import Report
from govchain.reporting.sentences import benefit_in_words, remedy, sentence, title_of
from govchain.reporting.style import Style
from govchain.reporting.totals import more_in_words
from govchain.reporting.widths import wrapped
from govchain.reporting.words import SEVERITIES, words

_INDENT = "    "


def findings(report: Report, style: Style) -> str:
    """The first findings, and how many more there are."""
    listed = report.findings[: style.limit]
    told = ["\n".join(_told(n, f, report, style)) + "\n" for n, f in enumerate(listed, 1)]
    if not told:
        return words(style.language).say("Nothing was found.") + "\n"
    return "\n".join([*told, more_in_words(len(report.findings), style)])


def _told(number: int, finding: Finding, report: Report, style: Style) -> Iterator[str]:
    """What and in which matter; the sentence, the remedy and the benefit; where it stands."""
    spoken = words(style.language)
    yield from _headed(number, finding, report, style)
    yield from _paragraph(sentence(finding, style.language), style)
    if advice := remedy(finding, style.language):
        yield from _paragraph(spoken.say("To do: {advice}", advice=advice), style)
    if finding.benefit and (gain := benefit_in_words(finding.benefit, style.language)):
        yield from _paragraph(spoken.say("Saves: {gain}", gain=gain), style)
    marks = [place_in_words(finding.place), finding.rule, finding.fingerprint[:8]]
    yield _INDENT + style.paint("faint", "  ".join(filter(None, marks)))


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
