"""Sixth chapter: one number, one form, one window, one network, one visit (一号一窗一网)."""

from __future__ import annotations

from collections.abc import Iterator

from govchain.model.figures import figure
from govchain.reporting.blocks import Bars, Block, Commands
from govchain.reporting.found_by_rule import found_by_rule
from govchain.reporting.listing.listing import Listing, listing_of
from govchain.reporting.lists.readiness import TOPICS, readiness
from govchain.reporting.report import Report
from govchain.reporting.style import Style
from govchain.reporting.words import Words, words


def service(report: Report, style: Style) -> Iterator[Block]:
    """In how many matters each is so, of those that say it; then what stands in the way."""
    spoken = words(style.language)
    table = found_by_rule(report, "service", style)
    is_counted = bool(report.told_matters) and report.is_whole
    if not is_counted and table is None:
        return
    if is_counted:
        yield _answers(listing_of(readiness, report), spoken)
    if table is not None:
        yield table
    yield Commands(
        spoken.say("To see all"),
        (
            ("govchain list readiness", spoken.say("what stands in the way of each matter")),
            ("govchain list joint", spoken.say("what joining matters saves")),
        ),
    )


def _answers(listing: Listing, spoken: Words) -> Bars:
    rows = []
    for key, (_, head) in TOPICS.items():
        n, whole = _counted(key, listing)
        told = spoken.say("{n} of {whole}", n=figure(n), whole=figure(whole))
        rows.append((spoken.say(head), told, n / whole if whole else 0.0))
    return Bars((spoken.say("what is enough"), spoken.say("matters")), tuple(rows))


def _counted(key: str, listing: Listing) -> tuple[int, int]:
    """In how many matters it is so, and of how many it is known."""
    answers = [row.cells[key] for row in listing.rows]
    known = [answer for answer in answers if answer is not None]
    return sum(answer is True for answer in known), len(known)
