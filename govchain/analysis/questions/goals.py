"""How far matters are from the goals of their themes (应用主题), and how far with each goal.

semantics.md section 2, "Resources and themes": theme-late.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from govchain.analysis.questions.timing import is_longer
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.findings import Facts
from govchain.language.matter import MATTER, STEP
from govchain.model.duration import TICKS_PER_DAY
from govchain.model.figures import in_full
from govchain.model.nouns import Goal, Theme


class GoalState(StrEnum):
    """How far a matter is with a goal."""

    REACHED = "reached"
    AHEAD = "ahead"
    LATE = "late"
    UNMEASURED = "unmeasured"
    EXAMPLES = "examples"
    NO_DATE = "no-date"
    NOT_DUE = "not-due"
    NO_GOAL = "no-goal"
    EXAMPLE = "example"
    ELSEWHERE = "pilot-places"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True)
class GoalStanding:
    """A goal of a theme, or none, held against a matter, or none.

    `shortfalls` are the figures that fall short of it: today's, and what the goal asks.
    """

    goal: Goal | None
    matter: str | None
    state: GoalState
    shortfalls: tuple[Facts, ...] = ()

    @property
    def is_late(self) -> bool:
        return self.state is GoalState.LATE


_RESTING_ON = {
    "visits": STEP.keyword("visit"),
    "materials": MATTER.keyword("materials"),
    "days": STEP.keyword("time"),
    "satisfaction": MATTER.keyword("satisfaction"),
}
"""What the figures of a matter rest on that goals speak of."""


def themes_of(matter: str, catalogue: Catalogue) -> Sequence[Theme]:
    """The themes that name the matter."""
    return catalogue.once(_themes_by_matter).get(matter, ())


def _themes_by_matter(catalogue: Catalogue) -> Mapping[str, Sequence[Theme]]:
    found: dict[str, list[Theme]] = {}
    for theme in catalogue.registry.themes.values():
        for matter in dict.fromkeys(theme.matters):
            found.setdefault(matter, []).append(theme)
    return found


def shortfalls(goal: Goal, chain: Chain, catalogue: Catalogue) -> Iterator[Facts]:
    """What is more than the goal, or less satisfaction: the figure today, and the goal. What rests
    on examples is held against nothing."""
    for short in _shortfalls(goal, chain):
        if not _is_example(str(short["figure"]), chain, catalogue):
            yield short


def _is_example(figure: str, chain: Chain, catalogue: Catalogue) -> bool:
    """What the figure rests on stands for an example, in one of the matters of the chain."""
    keyword = _RESTING_ON[figure]
    return any(keyword.is_among(catalogue.matters[id].illustrative) for id in chain.matters)


def _shortfalls(goal: Goal, chain: Chain) -> Iterator[Facts]:
    ticks, visits, materials, _ = chain.measure.gains[0]
    by = goal.by.isoformat() if goal.by else None
    if goal.visits is not None and visits > goal.visits:
        yield {"figure": "visits", "today": visits, "goal": goal.visits, "by": by}
    if goal.materials is not None and materials > goal.materials:
        yield {"figure": "materials", "today": materials, "goal": goal.materials, "by": by}
    if goal.days is not None and is_longer(ticks, goal.days, chain):
        taken = ticks / TICKS_PER_DAY
        yield {"figure": "days", "today": taken, "goal": goal.days.days, "by": by}
    satisfied = chain.matter.satisfaction
    if goal.satisfaction is not None and satisfied is not None and satisfied < goal.satisfaction:
        today, wanted = in_full(satisfied), in_full(goal.satisfaction)
        yield {"figure": "satisfaction", "today": today, "goal": wanted, "by": by}


def _why_unheld(goal: Goal, chain: Chain | None, catalogue: Catalogue) -> GoalState:
    """Why a goal is held against nothing: today's figures are examples, or there are none."""
    are_examples = chain and any(_is_example(f, chain, catalogue) for f in _named_by(goal))
    return GoalState.EXAMPLES if are_examples else GoalState.UNMEASURED


def _named_by(goal: Goal) -> list[str]:
    """The figures that the goal names."""
    return [figure for figure in _RESTING_ON if getattr(goal, figure) is not None]


def is_reached(goal: Goal, chain: Chain, catalogue: Catalogue) -> bool | None:
    """Today's figures are as good as the goal; None where one that it names is not known, or stands
    for an example."""
    if any(shortfalls(goal, chain, catalogue)):
        return False
    named = _named_by(goal)
    is_known = goal.satisfaction is None or chain.matter.satisfaction is not None
    is_said = not any(_is_example(figure, chain, catalogue) for figure in named)
    return True if named and is_known and is_said else None


def standings_in(chain: Chain, catalogue: Catalogue) -> Mapping[str, tuple[GoalStanding, ...]]:
    """By each theme that names the matter of the chain, how far it is with each goal; one standing
    where there is no goal."""
    return {
        theme.id: tuple(_standing(theme, goal, chain, catalogue) for goal in _goals_of(theme))
        for theme in themes_of(chain.matter.id, catalogue)
    }


def standings_of(
    theme: Theme, catalogue: Catalogue, matters: Collection[str] | None = None
) -> Iterator[GoalStanding]:
    """Each goal of the theme with each of its matters, or with those alone that are asked for; one
    for each goal where it has no matter, one for each matter where it has no goal."""
    known = [
        id
        for id in dict.fromkeys(theme.matters)
        if id in catalogue.chains and (matters is None or id in matters)
    ]
    for number, goal in enumerate(_goals_of(theme)):
        for id in known:
            yield catalogue.contribution(standings_in, id)[theme.id][number]
        if not known:
            yield _standing(theme, goal, None, catalogue)


def _goals_of(theme: Theme) -> tuple[Goal | None, ...]:
    return theme.goals or (None,)


def _standing(
    theme: Theme, goal: Goal | None, chain: Chain | None, catalogue: Catalogue
) -> GoalStanding:
    matter = chain.matter.id if chain else None
    if goal is None:
        return GoalStanding(None, matter, GoalState.NO_GOAL)
    short = tuple(shortfalls(goal, chain, catalogue)) if chain else ()
    return GoalStanding(goal, matter, _state_of(theme, goal, chain, catalogue), short)


def _state_of(theme: Theme, goal: Goal, chain: Chain | None, catalogue: Catalogue) -> GoalState:
    """How far a matter of the theme is with the goal; of none (None) only what dates say."""
    if not theme.is_held_to_its_goals:
        return GoalState.EXAMPLE
    if goal.is_of_some_places:
        return GoalState.ELSEWHERE
    if theme.doubtful or (chain and chain.is_doubtful):
        return GoalState.DOUBTFUL
    is_ahead = goal.by is not None and goal.by >= catalogue.date
    reached = is_reached(goal, chain, catalogue) if chain else None
    if reached is None:
        return GoalState.NOT_DUE if is_ahead else _why_unheld(goal, chain, catalogue)
    if reached:
        return GoalState.REACHED
    if goal.by is None:
        return GoalState.NO_DATE
    return GoalState.AHEAD if is_ahead else GoalState.LATE
