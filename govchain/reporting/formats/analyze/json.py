"""The report for programs; its shape is `govchain/reporting/report.schema.json`."""

from __future__ import annotations

import re

from govchain.reporting.json_text import json_text
from govchain.reporting.report import Report
from govchain.reporting.style import Style

SIGN = re.compile(r'\s*\{\s*"schema"\s*:\s*"govchain\.report/', re.DOTALL)


def write(report: Report, style: Style) -> str:
    return json_text(report.in_parts(style.language), depth=2)
