"""The goals of a theme by stage and date, each held against its matters today."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence

from govchain.analysis.questions.goals import GoalStanding, GoalState
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.drawing.chart.words import Words
from govchain.drawing.ink import palette
from govchain.drawing.ink.lettering import named
from govchain.drawing.theme.table import Entry
from govchain.language.fixed_words import STAGES
from govchain.model.figures import figure, percent
from govchain.model.nouns import Goal

MOST_ROWS, MOST_ROWS_ALONE = 6, 12
"""Of so many goals and matters it tells where cards take several pages, and where they take one."""
ICONS: Mapping[GoalState, str] = {
    **dict.fromkeys(GoalState, "held"),
    GoalState.REACHED: "shared",
    GoalState.LATE: "unshared",
    GoalState.AHEAD: "time",
    GoalState.NOT_DUE: "time",
}
"""The sign of each state: what is reached and what is late stand out."""
INKS = {GoalState.REACHED: palette.SHARED, GoalState.LATE: palette.ALARM}


def by_date(standings: Iterable[GoalStanding]) -> tuple[GoalStanding, ...]:
    """The earliest first, those without a date last."""
    return tuple(sorted(standings, key=_rank))


def _rank(standing: GoalStanding) -> tuple[bool, datetime.date]:
    by = standing.goal.by if standing.goal else None
    return by is None, by or datetime.date.max


def table_of(
    standings: Sequence[GoalStanding], catalogue: Catalogue, words: Words
) -> tuple[tuple[str, ...], list[tuple[Entry, ...]]]:
    """Heads and rows; satisfaction only where somebody has measured it or asks for it."""
    keys = ["goal", "goal-by", "matter", "days", "visits", "materials", "goal-satisfaction"]
    heads = [words(key) for key in (*keys, "goal-state")]
    told = [(standing, _chain_of(standing, catalogue)) for standing in standings]
    rows = [_row(standing, chain, words) for standing, chain in told]
    if not any(_knows_satisfaction(standing.goal, chain) for standing, chain in told):
        heads.pop(_SATISFACTION)
        rows = [(*row[:_SATISFACTION], *row[_SATISFACTION + 1 :]) for row in rows]
    return tuple(heads), rows


_SATISFACTION = 6


def _chain_of(standing: GoalStanding, catalogue: Catalogue) -> Chain | None:
    return None if standing.matter is None else catalogue.chains[standing.matter]


def _knows_satisfaction(goal: Goal | None, chain: Chain | None) -> bool:
    is_measured = chain is not None and chain.matter.satisfaction is not None
    return is_measured or (goal is not None and goal.satisfaction is not None)


def _row(standing: GoalStanding, chain: Chain | None, words: Words) -> tuple[Entry, ...]:
    """Stage and place, date, matter, each figure today and what the goal asks, how far it is."""
    goal = standing.goal
    stage = words.of(STAGES, goal.stage) if goal and goal.stage else ""
    said = " · ".join(part for part in (stage, named(goal.where or "") if goal else "") if part)
    by = goal.by.isoformat() if goal and goal.by else "–"
    return (
        Entry(said or "–"),
        Entry(by),
        Entry(named(chain.matter.name) if chain else "–", bold=True),
        *_figures(standing, chain, words),
        state_entry(standing.state, words),
    )


def state_entry(state: GoalState, words: Words, count: int = 0) -> Entry:
    """How far it is, with its sign."""
    said = words(f"goal-{state}") + (f" {count}" if count else "")
    return Entry(said, INKS.get(state, palette.INK), state in INKS, ICONS[state])


def _figures(standing: GoalStanding, chain: Chain | None, words: Words) -> Iterator[Entry]:
    """The figures of the matter today, each beside what the goal asks."""
    goal = standing.goal
    if chain is None:
        yield from (Entry("–") for _ in range(4))
        return
    worst, matter = chain.metrics().worst, chain.matter
    short = {facts["figure"] for facts in standing.shortfalls}
    days = goal.days.days if goal and goal.days else None
    for name, today, most in (
        ("days", worst.days, days),
        ("visits", worst.visits, goal.visits if goal else None),
        ("materials", worst.materials, goal.materials if goal else None),
    ):
        asked = "" if most is None else f"≤ {figure(most)}"
        yield _figure(figure(today), asked, name in short, words)
    satisfied, least = matter.satisfaction, goal.satisfaction if goal else None
    said = f"{percent(float(satisfied))}%" if satisfied is not None else "–"
    asked = f"≥ {percent(float(least))}%" if least is not None else ""
    yield _figure(said, asked, "satisfaction" in short, words)


def _figure(today: str, asked: str, is_short: bool, words: Words) -> Entry:
    """What it is now, and what the goal asks where it asks something."""
    if not asked:
        return Entry(today)
    ink = palette.ALARM if is_short else palette.INK
    wanted = words("goal-asked").format(asked=asked)
    return Entry(words("goal-now").format(today=today), ink, True, muted=wanted)
