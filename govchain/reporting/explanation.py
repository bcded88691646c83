"""A finding explained fact by fact."""

from __future__ import annotations

from collections.abc import Iterator

from govchain.analysis.running.entries import entry_of
from govchain.analysis.running.silencing import Silencing
from govchain.findings import Finding
from govchain.reporting.excerpt import excerpt, line_at
from govchain.reporting.places import place_in_words
from govchain.reporting.reasons import (
    alternatives_in_words,
    laws_in_words,
    marked,
    reasons_in_words,
)
from govchain.reporting.report import Report
from govchain.reporting.sentences import remedy, sentence, title_of
from govchain.reporting.style import Style
from govchain.reporting.widths import fitted, wrapped
from govchain.reporting.witness import facts_in_words, saving_in_words
from govchain.reporting.words import SEVERITIES, Words, words


def finding_explained(finding: Finding, report: Report, style: Style) -> str:
    """Why the finding holds: what was found, the facts that prove it, what its mend would save."""
    spoken = words(style.language)
    severity = style.paint(finding.severity, spoken.word(SEVERITIES, finding.severity))
    lines = [
        f"{severity} {title_of(finding, style.language)}  {finding.rule}",
        style.paint("faint", f"{place_in_words(finding.place)}  {finding.fingerprint}"),
        *_allowed(finding, report, style),
        *_quoted(finding, report, style),
        "",
        *wrapped(sentence(finding, style.language), style.width),
        "",
        style.paint("strong", spoken.say("What proves it")),
        *_proof(finding, spoken, style),
        "",
        *_to_do(finding, spoken, style),
        *_savings(finding, report, style),
        *_relations(finding, report, style),
        *wrapped(
            spoken.say(
                "The rule, its law and when it stays silent: {command}",
                command=f"govchain explain {finding.rule}",
            ),
            style.width,
        ),
    ]
    return fitted("\n".join(lines) + "\n", style.width)


def _allowed(finding: Finding, report: Report, style: Style) -> list[str]:
    """That a comment allows it, and why, so that no list shows it."""
    if finding not in report.analysis.silenced:
        return []
    spoken = words(style.language)
    allow, *_ = Silencing(report.catalogue.allows).allowing(finding)
    told = spoken.say("allowed by a comment at {place}", place=place_in_words(allow.place))
    return wrapped(spoken.joined([told, allow.reason]), style.width)


def _quoted(finding: Finding, report: Report, style: Style) -> list[str]:
    line = line_at(finding.place, report.catalogue.sources)
    if line is None:
        return []
    rows = excerpt(line, finding.place.column, style.width)
    marked = (part for shown, carets in rows for part in (shown, style.paint("mark", carets)))
    return ["", *filter(None, marked)]


def _proof(finding: Finding, spoken: Words, style: Style) -> Iterator[str]:
    """Each fact on a line with its label; what has parts goes one deeper."""
    for fact in facts_in_words(finding, spoken):
        yield from _indented("  ", fact.text, style)
        for part in fact.parts:
            yield from _indented("    - ", part, style)


def _indented(indent: str, text: str, style: Style) -> Iterator[str]:
    deeper = " " * (len(indent) // 2 * 2 + 2)
    yield from wrapped(indent + text, style.width, deeper)


def _relations(finding: Finding, report: Report, style: Style) -> Iterator[str]:
    """What its remedy mends as well, whose remedy mends it too, and what it excludes."""
    spoken = words(style.language)
    entry = entry_of(finding, report.findings)
    told = [*reasons_in_words(entry, report, spoken), *filter(None, [laws_in_words(entry, spoken)])]
    heads = [other for other in report.findings if finding.fingerprint in other.with_]
    choice = alternatives_in_words(finding, report, spoken)
    if told:
        yield style.paint("strong", spoken.say("What the same remedy mends"))
        for reason in told:
            yield from wrapped(f"  - {reason}", style.width, "    ")
        yield ""
    if heads:
        yield style.paint("strong", spoken.say("Whose remedy mends it too"))
        for head in heads:
            yield from wrapped(f"  - {marked(head, report, spoken)}", style.width, "    ")
        yield ""
    if choice:
        yield style.paint("strong", spoken.say("What it excludes"))
        yield from wrapped(f"  {choice}", style.width, "  ")
        yield ""


def _to_do(finding: Finding, spoken: Words, style: Style) -> Iterator[str]:
    """What to do, and what must be amended."""
    if advice := remedy(finding, style.language):
        yield style.paint("strong", spoken.say("What to do"))
        yield from wrapped(f"  {advice}", style.width, "  ")
        yield ""


def _savings(finding: Finding, report: Report, style: Style) -> Iterator[str]:
    """What mending it saves, as every list says it."""
    spoken = words(style.language)
    yield style.paint("strong", spoken.say("What mending saves"))
    told = saving_in_words(finding, entry_of(finding, report.findings).benefit, spoken)
    yield from wrapped(f"  {told}", style.width, "  ")
    yield ""
