"""The report for programs; its shape is `govchain/reporting/report.schema.json`."""

from __future__ import annotations

import re

from govchain.analysis.running.bundles import Foreseen
from govchain.reporting.json_text import json_text
from govchain.reporting.report import CONTRIBUTIONS, Report
from govchain.reporting.style import Style

SIGN = re.compile(r'\s*\{\s*"schema"\s*:\s*"govchain\.report/', re.DOTALL)

FORESEEN = Foreseen(sum=True, questions=CONTRIBUTIONS)


def write(report: Report, style: Style) -> str:
    return json_text(report.in_parts(style.language), depth=2)
