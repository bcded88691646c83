"""List of joint services (一件事): what joining saves, and what it does not yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govchain.analysis.hits.naming import matter_named
from govchain.analysis.questions.one_by_one import one_by_one
from govchain.findings import Benefit, Finding, Severity
from govchain.model.figures import figure
from govchain.model.nouns import Matter
from govchain.reporting.listing.columns import Kind, ListColumn, Value
from govchain.reporting.listing.figures import metrics_of, office_named
from govchain.reporting.listing.listing import list_kind
from govchain.reporting.listing.row import Row
from govchain.reporting.report import Report
from govchain.reporting.totals import bound_in_words
from govchain.reporting.words import Words, noted

COLUMNS = (
    ListColumn("matter", noted("joint service")),
    ListColumn("department", noted("lead"), is_detail=True, is_department=True),
    ListColumn("members", noted("matters in it"), is_detail=True),
    ListColumn("visits_alone", noted("visits one by one"), Kind.COUNT),
    ListColumn("visits", noted("visits joined"), Kind.COUNT),
    ListColumn("visits_left", noted("visits once mended (reckoned)"), Kind.COUNT),
    ListColumn("papers_alone", noted("papers one by one"), Kind.COUNT),
    ListColumn("papers", noted("papers joined"), Kind.COUNT),
    ListColumn("papers_left", noted("papers once mended (reckoned)"), Kind.COUNT),
    ListColumn("days_alone", noted("days one by one"), Kind.AMOUNT, is_detail=True),
    ListColumn("days", noted("days joined"), Kind.AMOUNT, is_detail=True),
    ListColumn("days_left", noted("days once mended (reckoned)"), Kind.AMOUNT, is_detail=True),
    ListColumn("applications_alone", noted("forms one by one"), Kind.COUNT, is_detail=True),
    ListColumn("applications", noted("forms joined"), Kind.COUNT, is_detail=True),
    ListColumn("windows_alone", noted("windows one by one"), Kind.COUNT, is_detail=True),
    ListColumn("windows", noted("windows joined"), Kind.COUNT, is_detail=True),
    ListColumn("steps_alone", noted("steps one by one"), Kind.COUNT, is_detail=True),
    ListColumn("steps", noted("steps joined"), Kind.COUNT, is_detail=True),
    ListColumn("cases", noted("cases a year"), Kind.COUNT, is_detail=True),
)


def answers_of(report: Report, rows: Sequence[Row], spoken: Words) -> Iterator[str]:
    """What one case of each takes one by one, joined, and once mended, and behind how much a law
    stands."""
    told = []
    for key, unit in _TOLD.items():
        ways = (_sum(f"{key}_alone", rows), _sum(key, rows), _sum(f"{key}_left", rows))
        known = " → ".join(figure(sum_) for sum_ in ways if sum_ is not None)
        told.append(spoken.say(unit, ways=known))
    if rows:
        yield spoken.say(
            "One case of each, one by one → joined → once mended: {figures}.",
            figures=spoken.listed(told),
        )
    matters = [row.matter for row in rows if row.matter]
    if law := bound_in_words(report, matters, spoken):
        yield law


_TOLD = {
    "visits": noted("{ways} visits"),
    "papers": noted("{ways} papers"),
    "days": noted("{ways} working days"),
}


def _sum(key: str, rows: Sequence[Row]) -> float | None:
    """None where it is not known of each."""
    known = [value for row in rows if isinstance(value := row.cells[key], int | float)]
    return sum(known) if len(known) == len(rows) else None


@list_kind(
    "joint",
    rank=9,
    title=noted("List of joint services"),
    about=noted(
        "Each joint service at worst against its matters handled one by one in the same cases: "
        "those that take place together, each asking for all it asks (a paper asked four times "
        "counts four, days add up, a window of one department counts once). What the joint service "
        "asks itself on top of its application and acceptance counts on both sides. So it is told "
        "what joining saves, and what mending all errors and warnings would leave."
    ),
    columns=COLUMNS,
    answers=answers_of,
    empty=noted("None of these matters calls others."),
    rests_on=(
        "volume",
        "time",
        "visit",
    ),
    asks=(metrics_of, one_by_one),
    needs_sum=True,
)
def joint(report: Report) -> Iterator[Row]:
    """A row for each matter that calls others, by id."""
    joined = [matter for matter in report.told_matters if matter.is_joint]
    gains = report.gains_of(matter.id for matter in joined)
    return (_row(matter, gains.get(matter.id), report) for matter in joined)


def _row(matter: Matter, gain: Benefit | None, report: Report) -> Row:
    catalogue = report.catalogue
    members = matter.called
    worst = catalogue.contribution(metrics_of, matter.id).worst
    alone = catalogue.contribution(one_by_one, matter.id)
    lead = matter.department
    cells: dict[str, Value] = {
        "matter": matter_named(matter),
        "department": office_named(catalogue.registry, lead),
        "members": tuple(matter_named(catalogue.matters[id]) for id in dict.fromkeys(members)),
        "visits_left": None if gain is None else worst.visits - gain.visits,
        "papers_left": None if gain is None else worst.materials - gain.materials,
        "days_left": None if gain is None else worst.days - gain.days,
        "cases": matter.volume,
    }
    for key, name in _FIGURES.items():
        cells[key] = getattr(worst, name)
        cells[f"{key}_alone"] = None if alone is None else getattr(alone, name)
    return Row(cells, matter.place, tuple(_left(matter, report)))


_FIGURES = {
    "visits": "visits",
    "papers": "materials",
    "days": "days",
    "applications": "applications",
    "windows": "windows",
    "steps": "steps",
}
"""Column -> the figure of a chain."""


def _left(matter: Matter, report: Report) -> Iterator[Finding]:
    """What joining does not save yet: what is found on the joint chain itself."""
    for finding in report.by_matter.get(matter.id, ()):
        if finding.matter == matter.id and finding.severity is not Severity.ADVICE:
            yield finding
