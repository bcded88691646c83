"""Third chapter: approvals and checks that somebody else makes already."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from govchain.findings import Fact, Finding
from govchain.reporting.filling import texts_of
from govchain.reporting.report import Report
from govchain.reporting.style import Style
from govchain.reporting.terminal import Cell, drawn, table
from govchain.reporting.totals import more_in_words
from govchain.reporting.words import Words, words

_RULES = ("redundant-approval", "repeated-check", "attested-check")


def approvals(report: Report, style: Style) -> str:
    """Each superfluous approval and check, and who keeps it."""
    spoken = words(style.language)
    found = [f for rule in _RULES for f in report.findings if f.rule == rule]
    if not found:
        return spoken.say("No approval or check is made twice.") + "\n"
    made = table(
        spoken.say("matter"),
        spoken.say("step"),
        spoken.say("what can go"),
        spoken.say("already done by"),
    )
    for finding in found[: style.limit]:
        matter = report.catalogue.matters[finding.matter or ""]
        whole = finding.rule == "redundant-approval"
        for position, (criterion, keeper) in enumerate(_proofs(finding, spoken)):
            goes = spoken.say("the whole step: {criterion}", criterion=criterion)
            made.add_row(
                Cell(matter.name if position == 0 else ""),
                Cell(
                    _with_office(finding.facts, "step", "department", spoken)
                    if position == 0
                    else ""
                ),
                Cell(goes if whole and position == 0 else criterion),
                Cell(keeper),
            )
    return drawn(made, style) + more_in_words(len(found), style)


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
