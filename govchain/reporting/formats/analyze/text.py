"""The page a planner reads in a terminal, and pastes into the minutes."""

from __future__ import annotations

from collections.abc import Iterator

from govchain.analysis.running.bundles import Foreseen
from govchain.reporting.listing.figures import metrics_of
from govchain.reporting.page import page
from govchain.reporting.page_as_text import as_text
from govchain.reporting.report import CONTRIBUTIONS, Report
from govchain.reporting.style import Style

FOR_PEOPLE = True
FORESEEN = Foreseen(sum=True, questions=(*CONTRIBUTIONS, metrics_of))


def pieces(report: Report, style: Style) -> Iterator[str]:
    yield as_text(page(report, style), style)
