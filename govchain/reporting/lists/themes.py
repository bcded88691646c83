"""List of themes (应用主题): their goals by stage and date, held against today."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from govchain.analysis.hits.naming import matter_named
from govchain.analysis.questions.goals import (
    AHEAD,
    DOUBTFUL,
    ELSEWHERE,
    EXAMPLE,
    LATE,
    NO_DATE,
    NO_GOAL,
    NOT_DUE,
    REACHED,
    UNMEASURED,
    state_of,
    themes_of,
)
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.findings import Finding, Named
from govchain.language.fixed_words import STAGES
from govchain.model.nouns import Goal, Matter, Theme
from govchain.reporting.listing.columns import Kind, ListColumn, Value
from govchain.reporting.listing.figures import metrics_of, office_named
from govchain.reporting.listing.listing import list_kind
from govchain.reporting.listing.row import Row
from govchain.reporting.report import Report
from govchain.reporting.words import noted

STATES = {
    REACHED: noted("reached"),
    AHEAD: noted("not yet, and in time"),
    LATE: noted("late"),
    UNMEASURED: noted("no figure to hold it against"),
    NO_DATE: noted("no date"),
    NOT_DUE: noted("not due yet"),
    NO_GOAL: noted("no goal"),
    EXAMPLE: noted("the goal is an example"),
    ELSEWHERE: noted("for the places of the pilot"),
    DOUBTFUL: noted("not all of it could be read"),
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


def states_of(chain: Chain, catalogue: Catalogue) -> Mapping[str, tuple[str, ...]]:
    """Of each theme that names the matter, how far it is with each goal."""
    return {
        theme.id: tuple(state_of(theme, goal, chain, catalogue) for goal in theme.goals)
        for theme in themes_of(chain.matter.id, catalogue)
    }


@list_kind(
    "themes",
    rank=12,
    title=noted("List of themes"),
    about=noted(
        "The goals of each theme by stage and date, held against each of its matters today (at "
        "worst): what is reached, what is in time, what is late, what has no goal or no date."
    ),
    columns=COLUMNS,
    asks=(metrics_of, states_of),
)
def themes(report: Report) -> Iterator[Row]:
    """A row for each goal and matter; one for a theme without goals or matters."""
    told = {matter.id: matter for matter in report.told_matters}
    found = _found_by_theme(report)
    for theme in report.catalogue.registry.themes.values():
        matters = [told[id] for id in dict.fromkeys(theme.matters) if id in told]
        if not matters and report.matters is not None:
            continue
        for number, goal in enumerate(theme.goals or (None,)):
            for matter in matters or (None,):
                state = _state_of(theme, number, matter, report)
                row = _row(theme, goal, matter, state, report)
                yield replace(row, findings=tuple(_of(found.get(theme.id, ()), matter, state)))


def _state_of(theme: Theme, number: int, matter: Matter | None, report: Report) -> str:
    """How far the matter is with the goal of that number."""
    if not theme.goals:
        return NO_GOAL
    if matter is None:
        return state_of(theme, theme.goals[number], None, report.catalogue)
    return report.catalogue.contribution(states_of, matter.id)[theme.id][number]


def _row(theme: Theme, goal: Goal | None, matter: Matter | None, state: str, report: Report) -> Row:
    cells: dict[str, Value] = {
        "theme": Named(theme.id, theme.name),
        "state": state,
        "path": theme.path,
        **_wanted(goal),
        **_today(matter, report),
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


def _of(found: Iterable[Finding], matter: Matter | None, state: str) -> Iterator[Finding]:
    """What is of the theme alone and, where the matter is late, of that."""
    late = matter.id if matter and state == LATE else None
    return (finding for finding in found if finding.matter in (None, late))
