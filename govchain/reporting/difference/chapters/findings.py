"""Fourth chapter: what is found by which rule no more, or only now; then one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from govchain.compiler.catalogue import Catalogue
from govchain.findings import Finding, Severity
from govchain.model.figures import figure
from govchain.reporting.blocks import Block, Column, Sentence, Table, Told
from govchain.reporting.chapters.beginnings import with_what
from govchain.reporting.difference.difference import Difference
from govchain.reporting.difference.words import name_of
from govchain.reporting.places import place_in_words
from govchain.reporting.sentences import remedy, sentence, title_of, title_of_rule
from govchain.reporting.style import Style
from govchain.reporting.totals import COUNTED, more_in_words
from govchain.reporting.words import SEVERITIES, Words, noted, words

_STATES = (noted("gone"), noted("new"), noted("kept"))
"""The heads of what became of the findings of a rule."""


def findings(difference: Difference, style: Style) -> Iterator[Block]:
    """A line for each rule whose findings changed; the new findings, then those that are gone."""
    spoken, finds = words(style.language), difference.finds
    if not finds.gone and not finds.new:
        return
    yield _by_rule(difference, style)
    yield from map(Sentence, _notes(difference, spoken))
    if finds.new:
        yield Sentence(spoken.say("New: {found}.", found=_counted(finds.new, spoken)))
        yield from _told(finds.new, difference.new.catalogue, style)
    if finds.gone:
        yield Sentence(spoken.say("Gone: {found}.", found=_counted(finds.gone, spoken)))
        yield _gone(finds.gone, difference, style)


def _notes(difference: Difference, spoken: Words) -> Iterator[str]:
    """What was or is allowed by a comment, and what is graver now."""
    finds = difference.finds
    allowed = sum(finding.fingerprint in finds.allowed for finding in finds.gone)
    shown = sum(finding.fingerprint in finds.allowed for finding in finds.new)
    graver = sum(kept.is_graver for kept in finds.kept)
    if allowed:
        yield spoken.count(
            "{n} of those gone is still found, and allowed by a comment.",
            "{n} of those gone are still found, and allowed by comments.",
            allowed,
        )
    if shown:
        yield spoken.count(
            "{n} of the new ones was found before, and allowed by a comment.",
            "{n} of the new ones were found before, and allowed by comments.",
            shown,
        )
    if graver:
        yield spoken.count("{n} kept is graver now.", "{n} kept are graver now.", graver)


def _counted(findings: Sequence[Finding], spoken: Words) -> str:
    """How many of each severity."""
    by_severity = Counter(finding.severity for finding in findings)
    told = [spoken.count(*COUNTED[s], by_severity[s]) for s in Severity if by_severity[s]]
    return spoken.say(", ").join(told)


def _by_rule(difference: Difference, style: Style) -> Table:
    spoken, finds = words(style.language), difference.finds
    gone = Counter(finding.rule for finding in finds.gone)
    new = Counter(finding.rule for finding in finds.new)
    kept = Counter(kept.new.rule for kept in finds.kept)
    rules = sorted(gone.keys() | new.keys(), key=lambda rule: (-gone[rule] - new[rule], rule))
    columns = (
        Column(spoken.say("rule")),
        Column(""),
        *(Column(spoken.say(head), is_figure=True) for head in _STATES),
    )
    rows = tuple(
        (
            title_of_rule(rule, style.language),
            rule,
            *(figure(count[rule]) for count in (gone, new, kept)),
        )
        for rule in rules[: style.limit]
    )
    return Table(columns, rows, note=more_in_words(len(rules), style))


def _told(found: Sequence[Finding], catalogue: Catalogue, style: Style) -> Iterator[Block]:
    spoken = words(style.language)
    for number, finding in enumerate(found[: style.limit], 1):
        severity = spoken.word(SEVERITIES, finding.severity)
        title = title_of(finding, style.language)
        said = [sentence(finding, style.language), remedy(finding, style.language)]
        yield Told(
            number,
            (f"{severity} {title}", *_matter(finding, catalogue)),
            (severity, finding.severity),
            tuple(filter(None, said)),
            (place_in_words(finding.place), finding.rule, finding.known_by),
        )
    if more := more_in_words(len(found), style):
        yield Sentence(more)


def _gone(found: Sequence[Finding], difference: Difference, style: Style) -> Table:
    spoken = words(style.language)
    columns = (
        Column(spoken.say("gone")),
        Column(spoken.say("matter")),
        Column(spoken.say("with what")),
        Column(""),
    )
    rows = tuple(_row(finding, difference, spoken) for finding in found[: style.limit])
    return Table(columns, rows, note=more_in_words(len(found), style))


def _row(finding: Finding, difference: Difference, spoken: Words) -> tuple[str, ...]:
    is_allowed = finding.fingerprint in difference.finds.allowed
    title = title_of(finding, spoken.language)
    return (
        spoken.told_apart([title, spoken.say("allowed")]) if is_allowed else title,
        "".join(_matter(finding, difference.old.catalogue)),
        with_what(finding, spoken) if finding.is_judgement else place_in_words(finding.place),
        finding.known_by,
    )


def _matter(finding: Finding, catalogue: Catalogue) -> Iterator[str]:
    matter = catalogue.matters.get(finding.matter or "")
    if matter is not None:
        yield name_of(matter)
