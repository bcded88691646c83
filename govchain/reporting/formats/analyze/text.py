"""The page a planner reads in a terminal, and pastes into the minutes."""

from __future__ import annotations

from collections.abc import Iterator

from govchain.reporting.page import FORESEEN, page
from govchain.reporting.page_as_text import as_text
from govchain.reporting.report import Report
from govchain.reporting.style import Style

__all__ = ["FORESEEN", "FOR_PEOPLE", "pieces"]
FOR_PEOPLE = True


def pieces(report: Report, style: Style) -> Iterator[str]:
    yield as_text(page(report, style), style)
