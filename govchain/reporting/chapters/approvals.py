"""Third chapter: approvals and checks that somebody else makes already."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from govchain.findings import Fact, Finding, Topic
from govchain.reporting.blocks import Block, Column, Sentence, Table
from govchain.reporting.filling import texts_of
from govchain.reporting.report import Report
from govchain.reporting.style import Style
from govchain.reporting.totals import more_in_words
from govchain.reporting.words import Words, words

_TOPICS = (Topic.REDUNDANT_STEP, Topic.REPEATED_CHECK, Topic.ATTESTED_CHECK)


def approvals(report: Report, style: Style) -> Iterator[Block]:
    """Each superfluous approval and check, and who keeps it."""
    spoken = words(style.language)
    found = [f for topic in _TOPICS for f in report.findings if f.topic is topic]
    if not found:
        yield Sentence(spoken.say("No approval or check is made twice."))
        return
    heads = (
        spoken.say("matter"),
        spoken.say("step"),
        spoken.say("what can go"),
        spoken.say("already done by"),
    )
    rows = tuple(row for f in found[: style.limit] for row in _rows(f, report, spoken))
    yield Table(tuple(map(Column, heads)), rows, note=more_in_words(len(found), style))


def _rows(finding: Finding, report: Report, spoken: Words) -> Iterator[tuple[str, ...]]:
    """A row for each superfluous check; the first names matter and step."""
    matter = report.catalogue.matters[finding.matter or ""].name
    step = _with_office(finding.facts, "step", "department", spoken)
    for position, (criterion, keeper) in enumerate(_proofs(finding, spoken)):
        if position:
            yield "", "", criterion, keeper
        elif finding.topic is Topic.REDUNDANT_STEP:
            goes = spoken.say("the whole step: {criterion}", criterion=criterion)
            yield matter, step, goes, keeper
        else:
            yield matter, step, criterion, keeper


def _proofs(finding: Finding, spoken: Words) -> Iterator[tuple[str, str]]:
    """Each superfluous criterion, and what makes it so."""
    checks = finding.facts.get("checks", (finding.facts,))
    for check in checks if isinstance(checks, tuple) else ():
        if isinstance(check, Mapping):
            yield _said(check, "criterion", spoken), _keeper(check, spoken)


def _keeper(check: Mapping[str, Fact], spoken: Words) -> str:
    """The step that keeps the check, or the data that attests it."""
    if "keeper" in check:
        return _with_office(check, "keeper", "keeper_department", spoken)
    return _with_office(check, "data", "holder", spoken)


def _with_office(facts: Mapping[str, Fact], name: str, office: str, spoken: Words) -> str:
    """A step or data, and the department behind it."""
    return spoken.say(
        "{what} ({who})", what=_said(facts, name, spoken), who=_said(facts, office, spoken)
    )


def _said(facts: Mapping[str, Fact], name: str, spoken: Words) -> str:
    return spoken.listed(texts_of(name, facts.get(name), spoken))
