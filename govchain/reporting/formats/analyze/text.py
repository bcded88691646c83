"""The page a planner reads, and pastes into the minutes: numbers, picture, findings."""

from __future__ import annotations

from govchain.reporting.chapters.approvals import approvals
from govchain.reporting.chapters.closing import closing
from govchain.reporting.chapters.collaboration import collaboration
from govchain.reporting.chapters.findings import findings
from govchain.reporting.chapters.numbers import numbers
from govchain.reporting.chapters.sharing import sharing
from govchain.reporting.report import Report
from govchain.reporting.style import Style
from govchain.reporting.words import noted, words

_CHAPTERS = (
    (noted("1. The catalogue on {date}"), numbers),
    (noted("2. Data sharing"), sharing),
    (noted("3. Redundant approvals and repeated checks"), approvals),
    (noted("4. Collaborating departments"), collaboration),
    (noted("5. Findings: errors first, then by what mending saves a year"), findings),
    (noted("6. What to begin with"), closing),
)


def write(report: Report, style: Style) -> str:
    spoken = words(style.language)
    date = report.catalogue.date.isoformat()
    parts = [
        style.paint("strong", spoken.say(title, date=date)) + "\n\n" + told
        for title, chapter in _CHAPTERS
        if (told := chapter(report, style))
    ]
    return "\n".join(part.rstrip("\n") + "\n" for part in parts)
