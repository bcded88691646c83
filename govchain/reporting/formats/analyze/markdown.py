"""The page a planner reads as Markdown: for the minutes, a document, a comment on a change."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govchain.reporting.minutes import minutes
from govchain.reporting.page import FORESEEN
from govchain.reporting.page_as_markdown import as_markdown
from govchain.reporting.report import Report
from govchain.reporting.style import Style

__all__ = ["FORESEEN", "FOR_PEOPLE", "SIGN", "pieces"]
FOR_PEOPLE = True
SIGN = re.compile(r"\s*<!-- govchain -->\s*## ", re.DOTALL)


def pieces(report: Report, style: Style) -> Iterator[str]:
    yield as_markdown(minutes(report, style))
