"""List of burdens (四减): what each matter asks of people, and what mending all would leave."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from govchain.analysis.hits.naming import matter_named
from govchain.findings import Benefit, Finding, Severity
from govchain.model.nouns import Matter
from govchain.reporting.listing.columns import Kind, ListColumn, Value
from govchain.reporting.listing.figures import metrics_of, office_named
from govchain.reporting.listing.listing import added_up, list_kind
from govchain.reporting.listing.row import Row
from govchain.reporting.report import Report
from govchain.reporting.totals import bound_in_words
from govchain.reporting.words import Words, noted

COLUMNS = (
    ListColumn("matter", noted("matter")),
    ListColumn("department", noted("lead"), is_detail=True, is_department=True),
    ListColumn("cases", noted("cases a year"), Kind.COUNT, is_detail=True),
    ListColumn("visits", noted("visits"), Kind.COUNT, is_summed=True),
    ListColumn("visits_left", noted("visits once mended (reckoned)"), Kind.COUNT, is_summed=True),
    ListColumn("papers", noted("papers"), Kind.COUNT, is_summed=True),
    ListColumn("papers_left", noted("papers once mended (reckoned)"), Kind.COUNT, is_summed=True),
    ListColumn("days", noted("days"), Kind.AMOUNT, is_summed=True),
    ListColumn("days_left", noted("days once mended (reckoned)"), Kind.AMOUNT, is_summed=True),
    ListColumn("steps", noted("steps"), Kind.COUNT, is_summed=True),
    ListColumn("steps_left", noted("steps once mended (reckoned)"), Kind.COUNT, is_summed=True),
    ListColumn("windows", noted("windows"), Kind.COUNT, is_detail=True, is_summed=True),
    ListColumn("departments", noted("departments"), Kind.COUNT, is_detail=True),
    ListColumn("approvals", noted("approvals"), Kind.COUNT, is_detail=True, is_summed=True),
    ListColumn("mean_papers", noted("papers on average"), Kind.AMOUNT, is_detail=True),
    ListColumn("mean_days", noted("days on average"), Kind.AMOUNT, is_detail=True),
    ListColumn("mean_visits", noted("visits on average"), Kind.AMOUNT, is_detail=True),
)


def sums_of(report: Report, rows: Sequence[Row]) -> Mapping[str, Value]:
    """Of the rows but those included in another that was asked for."""
    return added_up(COLUMNS, _reckoned(report, rows))


def answers_of(report: Report, rows: Sequence[Row], spoken: Words) -> Iterator[str]:
    """Which cases the sum takes, where that is not one of each row, and what of what mending saves
    a law stands behind."""
    if len(_reckoned(report, rows)) < len(rows):
        yield spoken.say(
            "The sum takes one case of each matter that was asked for, which holds all that it "
            "includes."
        )
    matters = [row.matter for row in _reckoned(report, rows) if row.matter]
    if law := bound_in_words(report, matters, spoken):
        yield law


def _reckoned(report: Report, rows: Sequence[Row]) -> Sequence[Row]:
    """The rows that the sum takes: all where those that hold them are not told."""
    reckoned = {matter.id for matter in report.reckoned_matters}
    return [row for row in rows if row.matter in reckoned] or rows


@list_kind(
    "burdens",
    rank=8,
    title=noted("List of burdens"),
    about=noted(
        "Steps, papers, working days, visits, windows and departments of one case of each matter "
        "at worst, and what mending all errors and warnings would leave of them."
    ),
    columns=COLUMNS,
    sums=sums_of,
    answers=answers_of,
    rests_on=(
        "volume",
        "time",
        "visit",
    ),
    asks=(metrics_of,),
    needs_sum=True,
)
def burdens(report: Report) -> Iterator[Row]:
    """A row a matter, those with most visits a year first, then papers."""
    gains = report.gains_of(matter.id for matter in report.told_matters)
    rows = [_row(matter, gains.get(matter.id), report) for matter in report.told_matters]
    return iter(sorted(rows, key=_rank))


def _rank(row: Row) -> tuple[float, ...]:
    cases = row.cells["cases"]
    assert cases is None or isinstance(cases, int)
    means = row.cells["mean_visits"], row.cells["mean_papers"], row.cells["mean_days"]
    return tuple(-mean * (cases or 0) for mean in means if isinstance(mean, int | float))


def _row(matter: Matter, gain: Benefit | None, report: Report) -> Row:
    metrics = report.catalogue.contribution(metrics_of, matter.id)
    worst, mean = metrics.worst, metrics.mean
    registry = report.catalogue.registry
    cells: dict[str, Value] = {
        "matter": matter_named(matter),
        "department": office_named(registry, matter.department),
        "cases": matter.volume,
        "steps": worst.steps,
        "steps_left": None if gain is None else worst.steps - gain.steps,
        "papers": worst.materials,
        "papers_left": None if gain is None else worst.materials - gain.materials,
        "days": worst.days,
        "days_left": None if gain is None else worst.days - gain.days,
        "visits": worst.visits,
        "visits_left": None if gain is None else worst.visits - gain.visits,
        "windows": worst.windows,
        "departments": worst.departments,
        "approvals": worst.approvals,
        "mean_papers": mean.materials,
        "mean_days": mean.days,
        "mean_visits": mean.visits,
    }
    return Row(cells, matter.place, tuple(_sparing(matter, report)))


def _sparing(matter: Matter, report: Report) -> Iterator[Finding]:
    """What is found on its chain whose mend counts in what would be left."""
    for finding in report.by_matter.get(matter.id, ()):
        if finding.benefit is not None and finding.severity is not Severity.ADVICE:
            yield finding
