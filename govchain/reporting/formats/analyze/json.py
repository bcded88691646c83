"""The report for programs; its shape is `govchain/reporting/report.schema.json`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govchain.analysis.running.bundles import Foreseen
from govchain.reporting.json_text import json_pieces
from govchain.reporting.report import CONTRIBUTIONS, Report
from govchain.reporting.style import Style

SIGN = re.compile(r'\s*\{\s*"schema"\s*:\s*"govchain\.report/', re.DOTALL)

FORESEEN = Foreseen(sum=True, questions=CONTRIBUTIONS)


def pieces(report: Report, style: Style) -> Iterator[str]:
    return json_pieces(report.in_parts(style.language), depth=2)
