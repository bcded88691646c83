"""The goals of a theme by stage and date, each held against its matters today."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

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
    shortfalls,
    state_of,
)
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.drawing.chart.words import Words
from govchain.drawing.ink import palette
from govchain.drawing.ink.lettering import named
from govchain.drawing.theme.table import Entry
from govchain.language.fixed_words import STAGES
from govchain.model.figures import figure, percent
from govchain.model.nouns import Goal, Theme

MOST_ROWS = 6
ICONS: Mapping[str, str] = {
    REACHED: "shared",
    LATE: "unshared",
    AHEAD: "time",
    NOT_DUE: "time",
    **dict.fromkeys((UNMEASURED, NO_DATE, NO_GOAL, EXAMPLE, ELSEWHERE, DOUBTFUL), "held"),
}
"""The sign of each state: what is reached and what is late stand out."""
INKS = {REACHED: palette.SHARED, LATE: palette.ALARM}


@dataclass(frozen=True, slots=True)
class Standing:
    """A goal, or none, held against a matter, or none."""

    goal: Goal | None
    matter: str
    chain: Chain | None
    state: str
    short: frozenset[str] = frozenset()
    """The figures that fall short of the goal."""

    @property
    def rank(self) -> tuple[bool, datetime.date]:
        by = self.goal.by if self.goal else None
        return by is None, by or datetime.date.max


def standings_of(theme: Theme, catalogue: Catalogue) -> tuple[Standing, ...]:
    """Each goal of the theme with each of its matters, the earliest first; as the list tells it."""
    known = catalogue.chains
    chains = [known[id] for id in dict.fromkeys(theme.matters) if id in known]
    if not theme.goals:
        return tuple(Standing(None, c.matter.name, c, NO_GOAL) for c in chains)
    found = [
        Standing(
            goal,
            chain.matter.name if chain else "",
            chain,
            state_of(theme, goal, chain, catalogue),
            _short(goal, chain, catalogue),
        )
        for goal in theme.goals
        for chain in chains or (None,)
    ]
    return tuple(sorted(found, key=lambda standing: standing.rank))


def _short(goal: Goal, chain: Chain | None, catalogue: Catalogue) -> frozenset[str]:
    found = shortfalls(goal, chain, catalogue) if chain else ()
    return frozenset(str(facts["figure"]) for facts in found)


def table_of(
    standings: Sequence[Standing], words: Words
) -> tuple[tuple[str, ...], list[tuple[Entry, ...]]]:
    """Heads and rows; satisfaction only where somebody has measured it or asks for it."""
    keys = ["goal", "goal-by", "matter", "days", "visits", "materials", "goal-satisfaction"]
    heads = [words(key) for key in (*keys, "goal-state")]
    rows = [_row(standing, words) for standing in standings]
    if not any(map(_knows_satisfaction, standings)):
        heads.pop(_SATISFACTION)
        rows = [(*row[:_SATISFACTION], *row[_SATISFACTION + 1 :]) for row in rows]
    return tuple(heads), rows


_SATISFACTION = 6


def _knows_satisfaction(standing: Standing) -> bool:
    chain, goal = standing.chain, standing.goal
    is_measured = chain is not None and chain.matter.satisfaction is not None
    return is_measured or (goal is not None and goal.satisfaction is not None)


def _row(standing: Standing, words: Words) -> tuple[Entry, ...]:
    """Stage and place, date, matter, each figure today and what the goal asks, how far it is."""
    goal = standing.goal
    stage = words.of(STAGES, goal.stage) if goal and goal.stage else ""
    said = " · ".join(part for part in (stage, named(goal.where or "") if goal else "") if part)
    by = goal.by.isoformat() if goal and goal.by else "–"
    return (
        Entry(said or "–"),
        Entry(by),
        Entry(named(standing.matter) or "–", bold=True),
        *_figures(standing, words),
        state_entry(standing.state, words),
    )


def state_entry(state: str, words: Words, count: int = 0) -> Entry:
    """How far it is, with its sign."""
    said = words(f"goal-{state}") + (f" {count}" if count else "")
    return Entry(said, INKS.get(state, palette.INK), state in INKS, ICONS[state])


def _figures(standing: Standing, words: Words) -> Iterator[Entry]:
    """The figures of the matter today, each beside what the goal asks."""
    chain, goal = standing.chain, standing.goal
    if chain is None:
        yield from (Entry("–") for _ in range(4))
        return
    worst, matter = chain.metrics().worst, chain.matter
    short = standing.short
    days = goal.days.days if goal and goal.days else None
    yield _figure(worst.days, days, "days" in short)
    yield _figure(worst.visits, goal.visits if goal else None, "visits" in short)
    yield _figure(worst.materials, goal.materials if goal else None, "materials" in short)
    today, wanted = matter.satisfaction, goal.satisfaction if goal else None
    said = f"{percent(float(today))}%" if today is not None else "–"
    muted = f"≥ {percent(float(wanted))}%" if wanted is not None else ""
    ink = palette.ALARM if "satisfaction" in short else palette.INK
    yield Entry(said, ink, bool(muted), muted=muted)


def _figure(today: float, wanted: float | None, is_more: bool) -> Entry:
    ink = palette.ALARM if is_more else palette.INK
    muted = "" if wanted is None else f"≤ {figure(wanted)}"
    return Entry(figure(today), ink, wanted is not None, muted=muted)
