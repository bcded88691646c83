"""Each finding with its place, the line it stands at, what to do, and what that would bring."""

from __future__ import annotations

from collections.abc import Iterator

from govchain.findings import Finding, Place
from govchain.reporting.excerpt import excerpt, line_at
from govchain.reporting.places import place_in_words
from govchain.reporting.report import Report
from govchain.reporting.sentences import benefit_in_words, remedy, sentence
from govchain.reporting.style import Style
from govchain.reporting.totals import totals_in_words
from govchain.reporting.words import SEVERITIES, Words, words


def write(report: Report, style: Style) -> str:
    fresh = [finding for finding in report.findings if not report.is_known(finding)]
    parts = [_told(finding, report, style) for finding in fresh]
    return "\n".join([*parts, totals_in_words(report, style) + "\n"])


def _told(finding: Finding, report: Report, style: Style) -> str:
    spoken = words(style.language)
    severity = spoken.word(SEVERITIES, finding.severity)
    head = style.paint(finding.severity, f"{severity}[{finding.rule}]")
    lines = [f"{head}: {style.paint('strong', sentence(finding, style.language))}"]
    lines += _where(finding.place, report, style)
    lines += [f"   {style.paint('mark', '=')} {note}" for note in _notes(finding, spoken)]
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
    room = style.width - len(number) - 3 if style.width is not None else None
    shown, carets = excerpt(line, place.column, room)
    bar = style.paint("mark", "|")
    return [
        spot,
        f"{gutter} {bar}",
        f"{style.paint('mark', number)} {bar} {shown}".rstrip(),
        f"{gutter} {bar} {style.paint('mark', carets)}",
    ]


def _notes(finding: Finding, spoken: Words) -> Iterator[str]:
    """What to do, what that would bring, where else to look."""
    if advice := remedy(finding, spoken.language):
        yield spoken.say("help: {text}", text=advice)
    if finding.benefit and (gain := benefit_in_words(finding.benefit, spoken.language)):
        yield spoken.say("benefit: {text}", text=gain)
    for place in finding.related:
        yield spoken.say("see also: {text}", text=place_in_words(place))
    if finding.family not in ("definition", "internal"):
        yield spoken.say("why: {text}", text=f"govchain explain {finding.fingerprint[:8]}")
