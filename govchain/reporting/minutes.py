"""The page a planner reads as minutes: nothing is typed on paper, findings are looked up later."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from govchain.reporting.blocks import Block, Commands, Sentence
from govchain.reporting.page import page
from govchain.reporting.report import Report
from govchain.reporting.style import Style
from govchain.reporting.words import words


def minutes(report: Report, style: Style) -> Iterator[Block]:
    """All chapters without commands; last, once, how a finding is looked up by its fingerprint."""
    for block in page(report, replace(style, is_on_paper=True)):
        if not isinstance(block, Commands):
            yield block
    if report.findings:
        yield Sentence(_looked_up(report, style))


def _looked_up(report: Report, style: Style) -> str:
    first = report.entries[0].head
    return words(style.language).say(
        "Eight characters such as {fingerprint} are the fingerprint of a finding. What proves it "
        "is told by `govchain explain {fingerprint}` in the folder of this catalogue, and by the "
        "report as a page (`govchain analyze --format html`), where it can be searched for.",
        fingerprint=first.known_by,
    )
