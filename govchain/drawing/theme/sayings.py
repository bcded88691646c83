"""The sentences of themes, in the language of the picture."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from govchain.analysis.questions.goals import GoalStanding, GoalState
from govchain.analysis.questions.themes import ThemeNetwork
from govchain.compiler.catalogue import Catalogue
from govchain.drawing.chart.words import Words
from govchain.drawing.ink.lettering import named
from govchain.drawing.theme.table import Entry
from govchain.model.nouns import Theme

TOLD_FIRST = (GoalState.LATE, GoalState.REACHED, GoalState.AHEAD, GoalState.NOT_DUE)
"""The states in the order in which they are told; all others after them."""


def headline_of(
    theme: Theme, network: ThemeNetwork, standings: Sequence[GoalStanding], words: Words
) -> str:
    """What passes between its matters, and how far it is with its goals."""
    states = Counter(standing.state for standing in standings)
    is_by_matter = len(standings) > max(len(theme.goals), 1)
    of_goals = "goals-by-matter" if is_by_matter else "goals"
    goals = words.label(words(of_goals), words.enumeration(list(told(states, words))))
    told_of = [passing(network, words), *([goals] if states else [])]
    return words.label(named(theme.name), words.clauses(told_of))


def passing(network: ThemeNetwork, words: Words) -> str:
    """How many data pass between the matters, and how many of them lack."""
    count, matters = len(network.passages), len(network.members)
    if matters == 1:
        return words("theme-alone")
    if not count:
        return words("theme-no-data").format(matters=matters)
    key = "theme-between" if network.lacking else "theme-between-all"
    return words(key).format(n=count, matters=matters, lacking=network.lacking)


def told(states: Counter[GoalState], words: Words) -> Iterator[str]:
    """Each state with how often it is."""
    for state in ranked(states):
        yield f"{words(f'goal-{state}')} {states[state]}"


def ranked(states: Iterable[GoalState]) -> list[GoalState]:
    """What is late first, then what is reached, then what has time."""
    known = {*states}
    return [*(s for s in TOLD_FIRST if s in known), *sorted(known - {*TOLD_FIRST})]


def scope_of(theme: Theme, catalogue: Catalogue, words: Words) -> str:
    """How to read it, as of when, and where its goals are published."""
    date = words.label(words("date"), catalogue.date.isoformat())
    sources = [words.label(words("sources"), words.enumeration(theme.sources, named))]
    return " · ".join((words("theme-read"), date, *(sources if theme.sources else ())))


def counted(network: ThemeNetwork, words: Words) -> Entry:
    """Of the data between its matters how many flow and how many lack."""
    flowing = len(network.passages) - network.lacking
    parts = (("flows-short", flowing), ("lacks-short", network.lacking))
    said = " · ".join(f"{words(key)} {count}" for key, count in parts if count)
    return Entry(said or "–")
