"""List of deadlines (时限监察清单): who has how long for what, and who watches it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from govchain.analysis.hits.naming import matter_named
from govchain.findings import Finding, Named
from govchain.model.nouns import Matter, Step
from govchain.reporting.listing.columns import Kind, ListColumn, Value
from govchain.reporting.listing.figures import metrics_of, office_named
from govchain.reporting.listing.listing import list_kind
from govchain.reporting.listing.row import Row
from govchain.reporting.report import Report
from govchain.reporting.words import noted

COLUMNS = (
    ListColumn("matter", noted("matter")),
    ListColumn("step", noted("step")),
    ListColumn("department", noted("department"), is_department=True),
    ListColumn("post", noted("post")),
    ListColumn("limit", noted("time of the step")),
    ListColumn("promised", noted("promised limit of the matter"), gives_way=True),
    ListColumn("statutory", noted("statutory limit of the matter"), gives_way=True),
    ListColumn("share", noted("share of the whole"), Kind.SHARE, gives_way=True),
    ListColumn("days", noted("counted days"), Kind.AMOUNT, is_detail=True),
    ListColumn("supervisor", noted("supervisor"), is_department=True),
    ListColumn("refers_to", noted("who takes over a breach"), is_detail=True, is_department=True),
)


@list_kind(
    "deadlines",
    rank=10,
    title=noted("List of deadlines"),
    about=noted(
        "For each step with a time of its own, and each that judges the case: whose post has how "
        "long, what part of the whole that is at most, what limits its matter has, who supervises "
        "it and who takes over a breach."
    ),
    columns=COLUMNS,
    empty=noted("No step here has a time of its own or judges the case."),
    rests_on=(
        "promised",
        "time",
        "post",
    ),
    asks=(metrics_of,),
)
def deadlines(report: Report) -> Iterator[Row]:
    """The steps written in each matter, in the order written."""
    for matter in report.told_matters:
        found = report.by_matter.get(matter.id, ())
        for step in matter.own_steps:
            if step.time is not None or step.is_approval:
                yield _row(matter, step, tuple(_of_step(step, matter, found)), report)


def _of_step(step: Step, matter: Matter, found: Iterable[Finding]) -> Iterator[Finding]:
    """What was found at the step of its time, its post, and who watches."""
    for finding in found:
        is_here = (finding.matter, finding.step) == (matter.id, step.id)
        if is_here and finding.family == "supervision":
            yield finding


def _row(matter: Matter, step: Step, found: tuple[Finding, ...], report: Report) -> Row:
    registry = report.catalogue.registry
    whole = report.catalogue.contribution(metrics_of, matter.id).worst.counted_days
    counted = None if step.time is None else 0.0 if step.time_excluded else step.time.days
    department, watches = step.department or matter.department, step.supervised_by
    supervisor = watches or matter.supervised_by
    cells: dict[str, Value] = {
        "matter": matter_named(matter),
        "step": Named(step.id, step.name, step.kind),
        "department": office_named(registry, department),
        "post": step.post,
        "limit": step.time,
        "days": counted,
        "share": counted / whole if counted and whole else None,
        "statutory": matter.time_limit.statutory,
        "promised": matter.time_limit.promised,
        "supervisor": office_named(registry, supervisor),
        "refers_to": office_named(registry, matter.refers_to),
    }
    return Row(cells, step.place, found)
