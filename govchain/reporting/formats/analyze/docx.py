"""The page a planner reads as a document of Word: for minutes and annexes."""

from __future__ import annotations

from govchain.reporting.minutes import minutes
from govchain.reporting.office_files import is_made_by_us as is_ours
from govchain.reporting.page import FORESEEN
from govchain.reporting.page_as_docx import as_docx
from govchain.reporting.report import Report
from govchain.reporting.scope import title_of
from govchain.reporting.style import Style
from govchain.reporting.words import words

__all__ = ["EXTRA", "FORESEEN", "FOR_PEOPLE", "NEEDS", "content", "is_ours"]
FOR_PEOPLE = True
NEEDS = {"docx": "python-docx"}
EXTRA = "docx"
"""The module that it is written with, and what to install for it."""


def content(report: Report, style: Style) -> bytes:
    """The document."""
    title = title_of(report, words(style.language))
    return as_docx(minutes(report, style), title, report.catalogue.date, style.language)
