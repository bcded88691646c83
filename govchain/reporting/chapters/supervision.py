"""Fifth chapter: whether matters are done in time, and who answers for it (监察问责)."""

from __future__ import annotations

from collections.abc import Iterator

from govchain.findings import Severity, Topic
from govchain.model.figures import figure
from govchain.reporting.blocks import Block, Commands, Sentence
from govchain.reporting.found_by_rule import found_by_rule
from govchain.reporting.report import Report
from govchain.reporting.style import Style
from govchain.reporting.words import Words, words


def supervision(report: Report, style: Style) -> Iterator[Block]:
    """How many matters keep their limits, what else was found, and the lists that say all."""
    spoken = words(style.language)
    limited = sum(matter.time_limit.place is not None for matter in report.told_matters)
    table = found_by_rule(report, "supervision", style)
    is_counted = bool(limited) and report.is_whole
    if not is_counted and table is None:
        return
    if is_counted:
        yield Sentence(_kept(limited, report, spoken))
    if table is not None:
        yield table
    yield Commands(
        spoken.say("To see all"),
        (
            ("govchain list deadlines", spoken.say("who has how long for what, and who watches")),
            ("govchain list powers", spoken.say("who decides, carries out and supervises what")),
        ),
    )


def _kept(limited: int, report: Report, spoken: Words) -> str:
    over = [finding for finding in report.findings if finding.topic is Topic.OVER_LIMIT]
    law = sum(finding.severity is Severity.ERROR for finding in over)
    return spoken.say(
        "Of {n} matters with a limit, {law} can take longer than the law allows, and {promise} "
        "longer than is promised.",
        n=figure(limited),
        law=figure(law),
        promise=figure(len(over) - law),
    )
