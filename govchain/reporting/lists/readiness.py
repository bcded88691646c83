"""List of readiness (一号一窗一网): how far each matter is, and what stands in the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from govchain.analysis.hits.naming import department_named, matter_named
from govchain.compiler.metrics import Figures
from govchain.findings import Finding, Topic
from govchain.model.nouns import Matter
from govchain.reporting.listing.cells import marks_of
from govchain.reporting.listing.columns import Kind, ListColumn, Value
from govchain.reporting.listing.figures import metrics_of
from govchain.reporting.listing.listing import Row, list_kind
from govchain.reporting.report import Report
from govchain.reporting.words import noted

TOPICS = {
    "number": (Topic.ONE_NUMBER, noted("one number")),
    "form": (Topic.ONE_FORM, noted("one form")),
    "window": (Topic.ONE_WINDOW, noted("one window")),
    "network": (Topic.ONE_NETWORK, noted("one network")),
    "visit": (Topic.ONE_VISIT, noted("one visit")),
    "instant": (Topic.AT_ONCE, noted("at once")),
    "proactive": (Topic.UNASKED, noted("without asking")),
}
"""Column -> what the findings that stand in its way are of, and its head."""

COLUMNS = (
    ListColumn("matter", noted("matter")),
    ListColumn("department", noted("lead"), is_detail=True, is_department=True),
    *(ListColumn(key, head, Kind.ANSWER, has_marks=True) for key, (_, head) in TOPICS.items()),
)


def counted(report: Report, rows: Sequence[Row]) -> Mapping[str, Value]:
    """In how many matters it is so."""
    return {key: sum(row.cells[key] is True for row in rows) for key in TOPICS}


@list_kind(
    "readiness",
    title=noted("List of readiness"),
    about=noted(
        "For each matter whether one number, one form, one window, one network and one visit are "
        "enough, and whether it is decided at once or given without asking: yes, no, or the "
        "finding that stands in the way; empty where that is not written. The last row counts "
        "where it is so."
    ),
    columns=COLUMNS,
    asks=(metrics_of,),
    sums=counted,
)
def readiness(report: Report) -> Iterator[Row]:
    """A row a matter, the one for which most stands in the way first."""
    rows = [_row(matter, report) for matter in report.told_matters]
    return iter(
        sorted(rows, key=lambda row: -sum(isinstance(c, tuple) for c in row.cells.values()))
    )


def _row(matter: Matter, report: Report) -> Row:
    registry, lead = report.catalogue.registry, matter.department
    worst = report.catalogue.contribution(metrics_of, matter.id).worst
    found = report.by_matter.get(matter.id, ())
    of_topic = {
        key: tuple(finding for finding in found if finding.topic is topic)
        for key, (topic, _) in TOPICS.items()
    }
    answers = {
        key: marks_of(of_topic[key]) or is_so(matter, worst, report)
        for key, is_so in _ANSWERS.items()
    }
    cells: dict[str, Value] = {
        "matter": matter_named(matter),
        "department": department_named(registry, lead) if lead else None,
        **answers,
    }
    findings: dict[Finding, None] = {each: None for group in of_topic.values() for each in group}
    return Row(cells, matter.place, tuple(findings))


def _has_one_number(matter: Matter, worst: Figures, report: Report) -> bool | None:
    """Where it names another, that is found."""
    return True if matter.identified_by and not matter.doubtful else None


def _has_one_form(matter: Matter, worst: Figures, report: Report) -> bool | None:
    return worst.applications <= 1 if matter.is_described else None


def _has_one_window(matter: Matter, worst: Figures, report: Report) -> bool | None:
    return worst.windows <= 1 if matter.is_described else None


def _is_online(matter: Matter, worst: Figures, report: Report) -> bool | None:
    return matter.online == "full" if matter.online else None


def _takes_one_visit(matter: Matter, worst: Figures, report: Report) -> bool | None:
    most = report.catalogue.settings.limits.max_visits
    return worst.visits <= most if matter.is_described else None


def _is_done_at_once(matter: Matter, worst: Figures, report: Report) -> bool | None:
    promised = matter.time_limit.promised
    return promised.ticks == 0 if promised else None


def _needs_no_asking(matter: Matter, worst: Figures, report: Report) -> bool | None:
    return worst.applications == 0 if matter.is_described else None


_ANSWERS: Mapping[str, Callable[[Matter, Figures, Report], bool | None]] = {
    "number": _has_one_number,
    "form": _has_one_form,
    "window": _has_one_window,
    "network": _is_online,
    "visit": _takes_one_visit,
    "instant": _is_done_at_once,
    "proactive": _needs_no_asking,
}
