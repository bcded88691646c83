"""List of joint services (一件事): what joining saves, and what it does not yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govchain.analysis.hits.naming import department_named, matter_named
from govchain.compiler.metrics import Figures
from govchain.findings import Benefit, Finding, Severity
from govchain.model.nouns import Call, Matter
from govchain.reporting.listing.columns import Kind, ListColumn, Value
from govchain.reporting.listing.figures import metrics_of
from govchain.reporting.listing.listing import Row, list_kind
from govchain.reporting.report import Report
from govchain.reporting.words import noted

COLUMNS = (
    ListColumn("matter", noted("joint service")),
    ListColumn("department", noted("lead"), is_detail=True, is_department=True),
    ListColumn("members", noted("matters in it"), is_detail=True),
    ListColumn("visits_alone", noted("visits one by one"), Kind.COUNT),
    ListColumn("visits", noted("visits joined"), Kind.COUNT),
    ListColumn("visits_left", noted("visits once mended"), Kind.COUNT),
    ListColumn("papers_alone", noted("papers one by one"), Kind.COUNT),
    ListColumn("papers", noted("papers joined"), Kind.COUNT),
    ListColumn("papers_left", noted("papers once mended"), Kind.COUNT),
    ListColumn("days_alone", noted("days one by one"), Kind.AMOUNT),
    ListColumn("days", noted("days joined"), Kind.AMOUNT),
    ListColumn("days_left", noted("days once mended"), Kind.AMOUNT),
    ListColumn("applications_alone", noted("forms one by one"), Kind.COUNT, is_detail=True),
    ListColumn("applications", noted("forms joined"), Kind.COUNT, is_detail=True),
    ListColumn("windows_alone", noted("windows one by one"), Kind.COUNT, is_detail=True),
    ListColumn("windows", noted("windows joined"), Kind.COUNT, is_detail=True),
    ListColumn("steps_alone", noted("steps one by one"), Kind.COUNT, is_detail=True),
    ListColumn("steps", noted("steps joined"), Kind.COUNT, is_detail=True),
    ListColumn("cases", noted("cases a year"), Kind.COUNT, is_detail=True),
)


@list_kind(
    "joint",
    title=noted("List of joint services"),
    about=noted(
        "Each joint service at worst against its matters handled one by one (a paper asked four "
        "times counts four, days add up; steps of the joint service itself are in none of them): "
        "what joining saves, and what mending all errors and warnings would leave."
    ),
    columns=COLUMNS,
    asks=(metrics_of,),
    needs_sum=True,
)
def joint(report: Report) -> Iterator[Row]:
    """A row for each matter that calls others, by id."""
    joined = [matter for matter in report.told_matters if _members(matter)]
    gains = report.analysis.total.gains_of(matter.id for matter in joined)
    return (_row(matter, gains.get(matter.id), report) for matter in joined)


def _members(matter: Matter) -> tuple[str, ...]:
    """The matters that it calls, as often as it calls them."""
    return tuple(step.matter for step in matter.steps if isinstance(step, Call))


def _row(matter: Matter, gain: Benefit | None, report: Report) -> Row:
    catalogue = report.catalogue
    members = _members(matter)
    alone = [
        catalogue.contribution(metrics_of, id).worst for id in members if id in catalogue.chains
    ]
    worst = catalogue.contribution(metrics_of, matter.id).worst
    lead = matter.department
    cells: dict[str, Value] = {
        "matter": matter_named(matter),
        "department": department_named(catalogue.registry, lead) if lead else None,
        "members": tuple(matter_named(catalogue.matters[id]) for id in dict.fromkeys(members)),
        "visits_left": None if gain is None else worst.visits - gain.visits,
        "papers_left": None if gain is None else worst.materials - gain.materials,
        "days_left": None if gain is None else worst.days - gain.days,
        "cases": matter.volume,
    }
    for key, name in _FIGURES.items():
        cells[key] = getattr(worst, name)
        cells[f"{key}_alone"] = _together(alone, name)
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


def _together(alone: Sequence[Figures], name: str) -> float:
    """What the matters cost one after another."""
    figures: list[float] = [getattr(each, name) for each in alone]
    return sum(figures)


def _left(matter: Matter, report: Report) -> Iterator[Finding]:
    """What joining does not save yet: what is found on the joint chain itself."""
    for finding in report.by_matter.get(matter.id, ()):
        if finding.matter == matter.id and finding.severity is not Severity.ADVICE:
            yield finding
