"""List of deadlines (时限监察清单): who has how long for what, and who watches it."""

from __future__ import annotations

from collections.abc import Iterator

from govchain.analysis.hits.naming import department_named, matter_named
from govchain.findings import Finding, Named
from govchain.model.nouns import Matter, Step
from govchain.reporting.listing.columns import Kind, ListColumn, Value
from govchain.reporting.listing.figures import metrics_of
from govchain.reporting.listing.listing import Row, list_kind
from govchain.reporting.report import Report
from govchain.reporting.words import noted

COLUMNS = (
    ListColumn("matter", noted("matter")),
    ListColumn("step", noted("step")),
    ListColumn("department", noted("department"), is_department=True),
    ListColumn("post", noted("post")),
    ListColumn("limit", noted("time limit")),
    ListColumn("days", noted("counted days"), Kind.AMOUNT),
    ListColumn("share", noted("share of the whole"), Kind.SHARE),
    ListColumn("statutory", noted("statutory limit of the matter"), is_detail=True),
    ListColumn("promised", noted("promised limit of the matter"), is_detail=True),
    ListColumn("supervisor", noted("supervisor"), is_department=True),
    ListColumn("refers_to", noted("who takes over a breach"), is_detail=True, is_department=True),
)


@list_kind(
    "deadlines",
    title=noted("List of deadlines"),
    about=noted(
        "For each step with a time limit, and each that judges the case: whose post has how long, "
        "what part of the whole that is at most, who supervises it and who takes over a breach."
    ),
    columns=COLUMNS,
    asks=(metrics_of,),
)
def deadlines(report: Report) -> Iterator[Row]:
    """The steps written in each matter, in the order written."""
    for matter in report.told_matters:
        found = report.by_matter.get(matter.id, ())
        for step in matter.own_steps:
            if step.time is not None or step.is_approval:
                of_step = (f for f in found if (f.matter, f.step) == (matter.id, step.id))
                yield _row(matter, step, tuple(f for f in of_step if _is_of_time(f)), report)


def _is_of_time(finding: Finding) -> bool:
    return finding.family == "supervision"


def _row(matter: Matter, step: Step, found: tuple[Finding, ...], report: Report) -> Row:
    registry = report.catalogue.registry
    whole = report.catalogue.contribution(metrics_of, matter.id).worst.counted_days
    counted = None if step.time is None else 0.0 if step.time_excluded else step.time.days
    department, watches = step.department or matter.department, step.supervised_by
    supervisor = watches or matter.supervised_by
    cells: dict[str, Value] = {
        "matter": matter_named(matter),
        "step": Named(step.id, step.name, step.kind),
        "department": department_named(registry, department) if department else None,
        "post": step.post,
        "limit": step.time,
        "days": counted,
        "share": counted / whole if counted and whole else None,
        "statutory": matter.time_limit.statutory,
        "promised": matter.time_limit.promised,
        "supervisor": department_named(registry, supervisor) if supervisor else None,
        "refers_to": department_named(registry, matter.refers_to) if matter.refers_to else None,
    }
    return Row(cells, step.place, found)
