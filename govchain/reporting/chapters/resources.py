"""Seventh chapter: data resources, what is built twice, and how far the themes are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from govchain.analysis.questions.goals import GoalState
from govchain.model.figures import figure
from govchain.reporting.blocks import Block, Commands, Sentence
from govchain.reporting.found_by_rule import found_by_rule
from govchain.reporting.listing.listing import listing_of
from govchain.reporting.lists.themes import themes
from govchain.reporting.report import Report
from govchain.reporting.style import Style
from govchain.reporting.words import Words, words


def resources(report: Report, style: Style) -> Iterator[Block]:
    """How many goals are reached, in time and late; what is kept, collected or built twice."""
    spoken = words(style.language)
    goals = _goals(report, spoken) if report.is_whole else ""
    table = found_by_rule(report, "resources", style)
    if goals:
        yield Sentence(goals)
    if table is not None:
        yield table
    if goals or table is not None:
        yield Commands(
            spoken.say("To see all"),
            (
                ("govchain list resources", spoken.say("which data to build first")),
                ("govchain list systems", spoken.say("what is built twice")),
                ("govchain list themes", spoken.say("how far each theme is")),
            ),
        )


def _goals(report: Report, spoken: Words) -> str:
    """How far the goals are that can be held against figures; empty where there is none."""
    states = Counter(row.cells["state"] for row in listing_of(themes, report).rows)
    reached, ahead, late = (
        states[state] for state in (GoalState.REACHED, GoalState.AHEAD, GoalState.LATE)
    )
    held = reached + ahead + late
    if not held:
        return ""
    return spoken.say(
        "Of {n} goals that can be held against figures, each for one matter, {reached} are "
        "reached, {ahead} are not due yet and {late} are late.",
        n=figure(held),
        reached=figure(reached),
        ahead=figure(ahead),
        late=figure(late),
    )
