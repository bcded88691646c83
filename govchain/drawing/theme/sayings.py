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
    told_of = [passing(network, words), *([goals_said(standings, words)] if standings else [])]
    return words.label(named(theme.name), words.clauses(told_of))


def goals_said(standings: Sequence[GoalStanding], words: Words) -> str:
    """How many goals are held against how many matters, and how it stands."""
    states = Counter(standing.state for standing in standings)
    if {*states} == {GoalState.NO_GOAL}:
        return words("theme-no-goals")
    goals = len({standing.goal for standing in standings})
    if {*states} == {GoalState.EXAMPLE}:
        return words.counted("goals-are-examples", goals)
    matters = len({standing.matter for standing in standings})
    said = words.counted("goals-counted", goals)
    if matters > 1:
        said += words("goals-against").format(n=matters)
        said += words("goals-in-all").format(n=len(standings)) if goals > 1 else ""
    alone = words(f"goal-{next(iter(states))}")
    parts = words.enumeration(list(told(states, words))) if len(states) > 1 else alone
    return words.label(said, parts)


def matters_said(network: ThemeNetwork, words: Words) -> str:
    """How many matters the theme names, and how many they are with those that they call."""
    said = words.counted("n-matters", network.named)
    if network.included == network.named:
        return said
    return said + words("theme-included").format(n=network.included)


def passing(network: ThemeNetwork, words: Words) -> str:
    """How many data pass between the matters, and how many of them lack."""
    count, matters = len(network.passages), matters_said(network, words)
    if network.included == 1:
        return words("theme-alone")
    if not count:
        return words("theme-no-data").format(matters=matters)
    key = "theme-between" if network.lacking else "theme-between-all"
    key += "-one" if count == 1 else ""
    return words(key).format(n=count, matters=matters, lacking=network.lacking)


def told(states: Counter[GoalState], words: Words) -> Iterator[str]:
    """Each state with how often it is."""
    for state in ranked(states):
        yield f"{words(f'goal-{state}')} {states[state]}"


def ranked(states: Iterable[GoalState]) -> list[GoalState]:
    """What is late first, then what is reached, then what has time."""
    known = {*states}
    return [*(s for s in TOLD_FIRST if s in known), *sorted(known - {*TOLD_FIRST})]


def scope_of(theme: Theme, network: ThemeNetwork, catalogue: Catalogue, words: Words) -> str:
    """How to read it, as of when, and where its goals are published."""
    read = [words("theme-read")]
    if (joint := network.included - len(network.members)) > 0:
        read.append(words.counted("theme-told-by-parts", joint))
    date = words.label(words("date"), catalogue.date.isoformat())
    sources = [words.label(words("sources"), words.enumeration(theme.sources, named))]
    return " · ".join((words.clauses(read), date, *(sources if theme.sources else ())))


def counted(network: ThemeNetwork, words: Words) -> Entry:
    """Of the data between its matters how many flow and how many lack."""
    flowing = len(network.passages) - network.lacking
    parts = (("flows-short", flowing), ("lacks-short", network.lacking))
    said = " · ".join(f"{words(key)} {count}" for key, count in parts if count)
    return Entry(said or "–")
