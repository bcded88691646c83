"""List of joint services (一件事): what joining saves, and what it does not yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from govchain.analysis.hits.naming import matter_named
from govchain.compiler.metrics import Figures
from govchain.findings import Benefit, Finding, Severity
from govchain.model.nouns import Matter, Step
from govchain.reporting.listing.columns import Kind, ListColumn, Value
from govchain.reporting.listing.figures import metrics_of, office_named
from govchain.reporting.listing.listing import list_kind
from govchain.reporting.listing.row import Row
from govchain.reporting.report import Report
from govchain.reporting.words import noted

COLUMNS = (
    ListColumn("matter", noted("joint service")),
    ListColumn("department", noted("lead"), is_detail=True, is_department=True),
    ListColumn("members", noted("matters in it"), is_detail=True),
    ListColumn("visits_alone", noted("visits one by one"), Kind.COUNT),
    ListColumn("visits", noted("visits joined"), Kind.COUNT),
    ListColumn("visits_left", noted("visits once mended (reckoned)"), Kind.COUNT, is_detail=True),
    ListColumn("papers_alone", noted("papers one by one"), Kind.COUNT),
    ListColumn("papers", noted("papers joined"), Kind.COUNT),
    ListColumn("papers_left", noted("papers once mended (reckoned)"), Kind.COUNT, is_detail=True),
    ListColumn("days_alone", noted("days one by one"), Kind.AMOUNT),
    ListColumn("days", noted("days joined"), Kind.AMOUNT),
    ListColumn("days_left", noted("days once mended (reckoned)"), Kind.AMOUNT, is_detail=True),
    ListColumn("applications_alone", noted("forms one by one"), Kind.COUNT),
    ListColumn("applications", noted("forms joined"), Kind.COUNT),
    ListColumn("windows_alone", noted("windows one by one"), Kind.COUNT),
    ListColumn("windows", noted("windows joined"), Kind.COUNT),
    ListColumn("steps_alone", noted("steps one by one"), Kind.COUNT, is_detail=True),
    ListColumn("steps", noted("steps joined"), Kind.COUNT, is_detail=True),
    ListColumn("cases", noted("cases a year"), Kind.COUNT, is_detail=True),
)


@list_kind(
    "joint",
    rank=9,
    title=noted("List of joint services"),
    about=noted(
        "Each joint service at worst against its matters handled one by one (a paper asked four "
        "times counts four, days add up; what the joint service asks itself on top of its "
        "application and acceptance counts on both sides): what joining saves, and what mending "
        "all errors and warnings would leave."
    ),
    columns=COLUMNS,
    asks=(metrics_of,),
    needs_sum=True,
)
def joint(report: Report) -> Iterator[Row]:
    """A row for each matter that calls others, by id."""
    joined = [matter for matter in report.told_matters if matter.is_joint]
    gains = report.analysis.total.gains_of(matter.id for matter in joined)
    return (_row(matter, gains.get(matter.id), report) for matter in joined)


def _row(matter: Matter, gain: Benefit | None, report: Report) -> Row:
    catalogue = report.catalogue
    members = matter.called
    alone = [
        catalogue.contribution(metrics_of, id).worst for id in members if id in catalogue.chains
    ]
    worst = catalogue.contribution(metrics_of, matter.id).worst
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
        cells[f"{key}_alone"] = _together(matter, alone, name)
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


def _together(matter: Matter, alone: Sequence[Figures], name: str) -> float:
    """What the matters cost one after another, and what the joint one asks for itself."""
    figures: list[float] = [getattr(each, name) for each in alone]
    return sum(figures) + _OWN[name](matter)


def _own_steps(matter: Matter) -> list[Step]:
    """Steps of its own that would be there without joining, in every case."""
    joining = ("apply", "accept")
    return [step for step in matter.own_steps if step.kind not in joining and step.when is None]


def _own_papers(matter: Matter) -> int:
    """Papers of its own that everybody hands in."""
    return sum(
        not paper.is_optional and paper.handling != "shown" and paper.when is None
        for paper in matter.materials
    )


_OWN: Mapping[str, Callable[[Matter], float]] = {
    "visits": lambda matter: sum(step.visit for step in _own_steps(matter)),
    "materials": _own_papers,
    "days": lambda matter: sum(step.time.days for step in _own_steps(matter) if step.time),
    "applications": lambda matter: 0,
    "windows": lambda matter: 0,
    "steps": lambda matter: len(_own_steps(matter)),
}


def _left(matter: Matter, report: Report) -> Iterator[Finding]:
    """What joining does not save yet: what is found on the joint chain itself."""
    for finding in report.by_matter.get(matter.id, ()):
        if finding.matter == matter.id and finding.severity is not Severity.ADVICE:
            yield finding
