"""List of themes (应用主题): their goals by stage and date, held against today."""

from __future__ import annotations

from collections.abc import Iterator

from govchain.analysis.hits.naming import department_named, matter_named
from govchain.compiler.metrics import Figures
from govchain.findings import Finding, Named
from govchain.language.fixed_words import STAGES
from govchain.model.nouns import Goal, Matter, Theme
from govchain.reporting.listing.columns import Kind, ListColumn, Value
from govchain.reporting.listing.figures import metrics_of
from govchain.reporting.listing.listing import Row, list_kind
from govchain.reporting.report import Report
from govchain.reporting.words import noted

REACHED, AHEAD, LATE, UNMEASURED = "reached", "ahead", "late", "unmeasured"
NO_DATE, NO_GOAL, EXAMPLE, ELSEWHERE = "no-date", "no-goal", "example", "pilot-places"
STATES = {
    REACHED: noted("reached"),
    AHEAD: noted("not yet, and in time"),
    LATE: noted("late"),
    UNMEASURED: noted("no figure to hold it against"),
    NO_DATE: noted("no date"),
    NO_GOAL: noted("no goal"),
    EXAMPLE: noted("the goal is an example"),
    ELSEWHERE: noted("for the places of the pilot"),
}

COLUMNS = (
    ListColumn("theme", noted("theme")),
    ListColumn("stage", noted("stage"), Kind.WORD, twins=STAGES),
    ListColumn("where", noted("where"), is_detail=True),
    ListColumn("by", noted("by"), Kind.DATE),
    ListColumn("matter", noted("matter")),
    ListColumn("department", noted("lead"), is_detail=True, is_department=True),
    ListColumn("state", noted("how far it is"), Kind.WORD, STATES),
    ListColumn("days_goal", noted("days: goal"), Kind.AMOUNT),
    ListColumn("days", noted("days today"), Kind.AMOUNT),
    ListColumn("visits_goal", noted("visits: goal"), Kind.COUNT),
    ListColumn("visits", noted("visits today"), Kind.COUNT),
    ListColumn("papers_goal", noted("papers: goal"), Kind.COUNT),
    ListColumn("papers", noted("papers today"), Kind.COUNT),
    ListColumn("satisfaction_goal", noted("satisfaction: goal"), Kind.SHARE, is_detail=True),
    ListColumn("satisfaction", noted("satisfaction today"), Kind.SHARE, is_detail=True),
    ListColumn("path", noted("path"), is_detail=True),
)


@list_kind(
    "themes",
    title=noted("List of themes"),
    about=noted(
        "The goals of each theme by stage and date, held against each of its matters today (at "
        "worst): what is reached, what is in time, what is late, what has no goal or no date."
    ),
    columns=COLUMNS,
    asks=(metrics_of,),
)
def themes(report: Report) -> Iterator[Row]:
    """A row for each goal and matter; one for a theme without goals or matters."""
    told = {matter.id: matter for matter in report.told_matters}
    for theme in report.catalogue.registry.themes.values():
        matters = [told[id] for id in theme.matters if id in told]
        if not matters and report.matters is not None:
            continue
        for goal in theme.goals or (None,):
            for matter in matters or (None,):
                yield _row(theme, goal, matter, report)


def _row(theme: Theme, goal: Goal | None, matter: Matter | None, report: Report) -> Row:
    worst = report.catalogue.contribution(metrics_of, matter.id).worst if matter else None
    cells: dict[str, Value] = {
        "theme": Named(theme.id, theme.name),
        "state": _state(theme, goal, matter, worst, report),
        "path": theme.path,
        **_wanted(goal),
        **_today(matter, worst, report),
    }
    place = goal.place if goal else theme.place
    late = matter if cells["state"] == LATE else None
    return Row(cells, place, tuple(_found(theme, late, report)))


def _wanted(goal: Goal | None) -> dict[str, Value]:
    """What the goal asks for; nothing where there is none."""
    if goal is None:
        return dict.fromkeys(_OF_GOALS)
    satisfaction = goal.satisfaction
    return {
        "stage": goal.stage,
        "where": goal.where,
        "by": goal.by,
        "visits_goal": goal.visits,
        "papers_goal": goal.materials,
        "days_goal": goal.days.days if goal.days else None,
        "satisfaction_goal": None if satisfaction is None else float(satisfaction),
    }


_OF_GOALS = (
    "stage", "where", "by", "visits_goal", "papers_goal", "days_goal", "satisfaction_goal",
)  # fmt: skip
_OF_MATTERS = ("matter", "department", "visits", "papers", "days", "satisfaction")


def _today(matter: Matter | None, worst: Figures | None, report: Report) -> dict[str, Value]:
    """What the matter costs today; nothing where the theme has none."""
    if matter is None or worst is None:
        return dict.fromkeys(_OF_MATTERS)
    registry, lead, satisfaction = report.catalogue.registry, matter.department, matter.satisfaction
    return {
        "matter": matter_named(matter),
        "department": department_named(registry, lead) if lead else None,
        "visits": worst.visits,
        "papers": worst.materials,
        "days": worst.days,
        "satisfaction": None if satisfaction is None else float(satisfaction),
    }


def _state(
    theme: Theme,
    goal: Goal | None,
    matter: Matter | None,
    worst: Figures | None,
    report: Report,
) -> str:
    if goal is None:
        return NO_GOAL
    if not theme.is_held_to_its_goals:
        return EXAMPLE
    if goal.is_of_some_places:
        return ELSEWHERE
    reached = _is_reached(goal, matter, worst)
    if reached is None:
        return UNMEASURED
    if reached:
        return REACHED
    if goal.by is None:
        return NO_DATE
    return LATE if goal.by < report.catalogue.date else AHEAD


def _is_reached(goal: Goal, matter: Matter | None, worst: Figures | None) -> bool | None:
    """All figures that the goal names are as good today; None where there is none to compare."""
    if matter is None or worst is None:
        return None
    held = [
        today <= wanted
        for today, wanted in (
            (worst.visits, goal.visits),
            (worst.materials, goal.materials),
            (worst.days, goal.days.days if goal.days else None),
        )
        if wanted is not None
    ]
    if goal.satisfaction is not None and matter.satisfaction is not None:
        held.append(matter.satisfaction >= goal.satisfaction)
    return all(held) if held else None


def _found(theme: Theme, matter: Matter | None, report: Report) -> Iterator[Finding]:
    """What was found of the theme and, where a matter is late, of that."""
    for finding in report.findings:
        of_matter = finding.matter is None or (matter and finding.matter == matter.id)
        if finding.family == "resources" and finding.subject == theme.id and of_matter:
            yield finding
