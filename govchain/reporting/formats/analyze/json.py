"""The report for programs; its shape is `govchain/reporting/report.schema.json`."""

from __future__ import annotations

import json

from govchain.reporting.report import Report
from govchain.reporting.style import Style


def write(report: Report, style: Style) -> str:
    return json.dumps(report.to_dict(style.language), ensure_ascii=False, indent=2) + "\n"
