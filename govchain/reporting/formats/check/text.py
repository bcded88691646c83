"""Each finding with its place, the line it stands at, what to do, and what that would bring."""

from __future__ import annotations

from collections.abc import Iterator

from govchain.analysis.running.entries import Entry, entries_of
from govchain.findings import Place
from govchain.reporting.bounds import (
    Rest,
    first_of,
    first_of_each_kind,
    kind_of,
    rest_in_words,
)
from govchain.reporting.excerpt import excerpt, line_at
from govchain.reporting.places import place_in_words
from govchain.reporting.reasons import alternatives_in_words, reasons_in_words
from govchain.reporting.report import Report
from govchain.reporting.sentences import benefit_in_words, remedy, sentence
from govchain.reporting.style import Style
from govchain.reporting.totals import totals_in_words
from govchain.reporting.words import SEVERITIES, Words, words

FOR_PEOPLE = True


def pieces(report: Report, style: Style) -> Iterator[str]:
    entries = [(entry, kind_of(entry.head)) for entry in entries_of(report.fresh)]
    for entry in first_of_each_kind(entries):
        yield _part(entry, report, style) + "\n"
    yield totals_in_words(report, style) + "\n"


def _part(entry: Entry | Rest, report: Report, style: Style) -> str:
    if isinstance(entry, Rest):
        rule = style.paint("strong", f"[{entry.kind.rule}]")
        return f"{rule} {rest_in_words(entry, words(style.language))}\n"
    return _told(entry, report, style)


def _told(entry: Entry, report: Report, style: Style) -> str:
    spoken = words(style.language)
    finding = entry.head
    severity = spoken.word(SEVERITIES, finding.severity)
    head = style.paint(finding.severity, f"{severity}[{finding.rule}]")
    lines = [f"{head}: {style.paint('strong', sentence(finding, style.language))}"]
    lines += _where(finding.place, report, style)
    lines += [f"   {style.paint('mark', '=')} {note}" for note in _notes(entry, report, spoken)]
    return "\n".join(lines) + "\n"


def _where(place: Place, report: Report, style: Style) -> list[str]:
    """The place and the line it names, with a caret under the spot."""
    if not place.file:
        return []
    number = str(place.line)
    gutter = " " * len(number)
    spot = f"{gutter}{style.paint('mark', '-->')} {place_in_words(place)}"
    line = line_at(place, report.catalogue.sources)
    if line is None:
        return [spot]
    bar = style.paint("mark", "|")
    lines = [spot, f"{gutter} {bar}"]
    margin = style.paint("mark", number)
    for shown, carets in excerpt(line, place.column, style.width - len(number) - 3):
        lines.append(f"{margin} {bar} {shown}".rstrip())
        margin = gutter
        if carets:
            lines.append(f"{gutter} {bar} {style.paint('mark', carets)}")
    return lines


def _notes(entry: Entry, report: Report, spoken: Words) -> Iterator[str]:
    """What to do, what that would bring and what else it mends, where else to look."""
    finding = entry.head
    if known := report.known_as(finding):
        severity = spoken.word(SEVERITIES, known)
        yield spoken.say("known so far as less grave: {severity}", severity=severity)
    if advice := remedy(finding, spoken.language):
        yield spoken.say("help: {text}", text=advice)
    if entry.benefit and (gain := benefit_in_words(entry.benefit, spoken.language)):
        yield spoken.say("benefit: {text}", text=gain)
    for reason in first_of(reasons_in_words(entry, report, spoken), spoken):
        yield spoken.say("also: {text}", text=reason)
    if others := alternatives_in_words(finding, report, spoken):
        yield others
    for related in first_of((place_in_words(place) for place in finding.related), spoken):
        yield spoken.say("see also: {text}", text=related)
    if finding.is_judgement:
        yield spoken.say("why: {text}", text=f"govchain explain {finding.known_by}")
