"""The page a planner reads as Markdown: for the minutes, a document, a comment on a change."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govchain.analysis.running.bundles import Foreseen
from govchain.reporting.listing.figures import metrics_of
from govchain.reporting.page import page
from govchain.reporting.page_as_markdown import as_markdown
from govchain.reporting.report import CONTRIBUTIONS, Report
from govchain.reporting.style import Style

FOR_PEOPLE = True
FORESEEN = Foreseen(sum=True, questions=(*CONTRIBUTIONS, metrics_of))
SIGN = re.compile(r"\s*<!-- govchain -->\s*## ", re.DOTALL)


def pieces(report: Report, style: Style) -> Iterator[str]:
    yield as_markdown(page(report, style))
