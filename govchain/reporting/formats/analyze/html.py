"""The report as a page: one file for everybody who has a browser and no terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govchain.reporting.difference.difference import Held
from govchain.reporting.html.report_page import FORESEEN, page_pieces
from govchain.reporting.html.shown import shown
from govchain.reporting.report import Report
from govchain.reporting.style import Style

__all__ = ["FORESEEN", "FOR_PEOPLE", "HOLDS_AGAINST", "SIGN", "pieces"]
FOR_PEOPLE = True
HOLDS_AGAINST = True
"""It tells how the report differs from another version, too."""
SIGN = re.compile(r"\s*<!doctype html>\s*<!-- govchain [\w.+-]+: report -->", re.DOTALL)


def pieces(told: Report | Held, style: Style) -> Iterator[str]:
    return page_pieces(shown(told), style.language, style.jobs)
