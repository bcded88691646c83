"""The page a planner reads, as blocks: numbers, picture, findings, what to begin with."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from govchain.analysis.running.bundles import Foreseen
from govchain.reporting.blocks import Block
from govchain.reporting.chapters.approvals import approvals
from govchain.reporting.chapters.closing import closing
from govchain.reporting.chapters.collaboration import collaboration
from govchain.reporting.chapters.findings import findings
from govchain.reporting.chapters.numbers import numbers
from govchain.reporting.chapters.resources import resources
from govchain.reporting.chapters.service import service
from govchain.reporting.chapters.sharing import sharing
from govchain.reporting.chapters.supervision import supervision
from govchain.reporting.headings import numbered
from govchain.reporting.listing.figures import metrics_of
from govchain.reporting.lists.readiness import readiness
from govchain.reporting.lists.themes import themes
from govchain.reporting.report import CONTRIBUTIONS, Report
from govchain.reporting.scope import is_scoped
from govchain.reporting.sharing_picture import worst_states
from govchain.reporting.style import Style
from govchain.reporting.words import noted, words

_Chapter: TypeAlias = tuple[str, Callable[[Report, Style], Iterator[Block]]]
_PICTURE: Sequence[_Chapter] = (
    (noted("The catalogue on {date}"), numbers),
    (noted("Data sharing"), sharing),
    (noted("Redundant approvals and repeated checks"), approvals),
    (noted("Collaborating departments"), collaboration),
    (noted("Time limits, and who answers for them"), supervision),
    (noted("One number, one window, one network"), service),
    (noted("Data resources and themes"), resources),
)
_CHAPTERS: Sequence[_Chapter] = (
    *_PICTURE,
    (noted("Findings: errors first, then by what mending saves a year"), findings),
    (noted("What to begin with"), closing),
)

FORESEEN = Foreseen(
    sum=True,
    lawful_sum=True,
    questions=tuple(
        dict.fromkeys((*CONTRIBUTIONS, metrics_of, worst_states, *readiness.asks, *themes.asks))
    ),
)
"""What the chapters ask of the chains."""


def page(report: Report, style: Style) -> Iterator[Block]:
    """All chapters that have something to tell, each under its head."""
    return _told(_CHAPTERS, report, style)


def picture(report: Report, style: Style) -> Iterator[Block]:
    """The chapters that tell of the catalogue as a whole, without the findings one by one."""
    return _told(_PICTURE, report, style)


def _told(chapters: Sequence[_Chapter], report: Report, style: Style) -> Iterator[Block]:
    spoken, date = words(style.language), report.catalogue.date.isoformat()
    said = {_PICTURE[0][0]: noted("What was chosen, on {date}")} if is_scoped(report) else {}
    told = (
        (spoken.say(said.get(title, title), date=date), [*make(report, style)])
        for title, make in chapters
    )
    return numbered(told, spoken)
