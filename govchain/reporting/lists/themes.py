"""List of themes (应用主题): their goals by stage and date, held against today."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from govchain.analysis.hits.naming import matter_named
from govchain.analysis.questions.goals import (
    GoalStanding,
    GoalState,
    standings_in,
    standings_of,
)
from govchain.findings import Finding, Named
from govchain.language.fixed_words import STAGES
from govchain.model.nouns import Goal, Matter, Theme
from govchain.reporting.listing.columns import Kind, ListColumn, Value
from govchain.reporting.listing.figures import metrics_of, office_named
from govchain.reporting.listing.listing import list_kind
from govchain.reporting.listing.row import Row
from govchain.reporting.report import Report
from govchain.reporting.words import noted

STATES: Mapping[str, str] = {
    GoalState.REACHED: noted("reached"),
    GoalState.AHEAD: noted("still in time"),
    GoalState.LATE: noted("late"),
    GoalState.UNMEASURED: noted("no figure to hold it against"),
    GoalState.EXAMPLES: noted("today's figures are only examples"),
    GoalState.NO_DATE: noted("no date"),
    GoalState.NOT_DUE: noted("not due yet"),
    GoalState.NO_GOAL: noted("no goal"),
    GoalState.EXAMPLE: noted("the goal is an example"),
    GoalState.ELSEWHERE: noted("for the places of the pilot"),
    GoalState.DOUBTFUL: noted("not all of it could be read"),
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
    rank=12,
    title=noted("List of themes"),
    about=noted(
        "The goals of each theme by stage and date, held against each of its matters today (at "
        "worst): what is reached, what is in time, what is late, what has no goal or no date."
    ),
    columns=COLUMNS,
    empty=noted("No theme names these matters."),
    rests_on=(
        "time",
        "visit",
    ),
    asks=(metrics_of, standings_in),
)
def themes(report: Report) -> Iterator[Row]:
    """A row for each goal and matter; one for a theme without goals or matters."""
    catalogue, found = report.catalogue, _found_by_theme(report)
    for theme in report.told_themes:
        for standing in standings_of(theme, catalogue, report.matters):
            behind = tuple(_of(found.get(theme.id, ()), standing))
            yield replace(_row(theme, standing, report), findings=behind)


def _row(theme: Theme, standing: GoalStanding, report: Report) -> Row:
    goal, known = standing.goal, report.catalogue.matters
    cells: dict[str, Value] = {
        "theme": Named(theme.id, theme.name),
        "state": standing.state.value,
        "path": theme.path,
        **_wanted(goal),
        **_today(None if standing.matter is None else known[standing.matter], report),
    }
    return Row(cells, goal.place if goal else theme.place)


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


def _today(matter: Matter | None, report: Report) -> dict[str, Value]:
    """What the matter costs today; nothing where the theme has none."""
    if matter is None:
        return dict.fromkeys(_OF_MATTERS)
    worst = report.catalogue.contribution(metrics_of, matter.id).worst
    registry, lead, satisfaction = report.catalogue.registry, matter.department, matter.satisfaction
    return {
        "matter": matter_named(matter),
        "department": office_named(registry, lead),
        "visits": worst.visits,
        "papers": worst.materials,
        "days": worst.days,
        "satisfaction": None if satisfaction is None else float(satisfaction),
    }


def _found_by_theme(report: Report) -> Mapping[str, Sequence[Finding]]:
    """What was found of each theme."""
    found: dict[str, list[Finding]] = {}
    for finding in report.findings:
        if finding.family == "resources" and finding.subject in report.catalogue.registry.themes:
            found.setdefault(finding.subject, []).append(finding)
    return found


def _of(found: Iterable[Finding], standing: GoalStanding) -> Iterator[Finding]:
    """What is of the theme alone and, where the matter is late, of that."""
    late = standing.matter if standing.is_late else None
    return (finding for finding in found if finding.matter in (None, late))
