"""How changes are said: figures by name, before and after, more or less."""

from __future__ import annotations

from govchain.model.characters import one_line
from govchain.model.figures import figure
from govchain.model.nouns import Matter
from govchain.reporting.bounds import shortened
from govchain.reporting.difference.changes import Change, Toll
from govchain.reporting.difference.pairs import Pair
from govchain.reporting.words import Words, noted

FIGURES = {
    "steps": noted("steps"),
    "materials": noted("papers"),
    "days": noted("working days"),
    "visits": noted("visits"),
    "windows": noted("windows"),
    "approvals": noted("approvals"),
    "departments": noted("departments"),
    "handovers": noted("hand-overs"),
}
"""The figures that people are told, the four reductions (四减) first."""

REDUCTIONS = ("steps", "materials", "days", "visits")
"""The figures of 四减: 减环节、减材料、减时限、减跑动."""

ARROW = " → "
HERE = "."
"""The workspace as it lies there."""


def signed(number: float) -> str:
    """A difference: what is more with its sign, too."""
    return f"+{figure(number)}" if number > 0 else figure(number)


def percent_of(change: Change) -> str:
    """The difference in hundredths; empty where nothing was before."""
    return "" if change.percent is None else f"{signed(change.percent)}%"


def a_year(toll: Toll, name: str) -> str:
    """How much more or less in all cases of a year; empty where that is not known."""
    return "" if toll.per_year is None else signed(round(toll.per_year[name].difference))


def both(change: Change) -> str:
    """Before and after; once where that is the same."""
    before, after = figure(change.before), figure(change.after)
    return before if before == after else f"{before}{ARROW}{after}"


def name_of_side(name: str, spoken: Words) -> str:
    """What one of the two is called: the workspace as it is has no other name than `.`."""
    return spoken.say("working tree") if name == HERE else shortened(one_line(name))


def name_of(matter: Matter) -> str:
    return shortened(one_line(matter.name))


def name_of_pair(pair: Pair) -> str:
    """The name of the matter; both where it has another now."""
    if pair.old is None or pair.new is None or pair.old.name == pair.new.name:
        return name_of(pair.matter)
    return f"{name_of(pair.old)}{ARROW}{name_of(pair.new)}"


def named_with_id(matter: Matter, spoken: Words) -> str:
    """The name, and the id by which no other is meant."""
    name = name_of(matter)
    return name if name == matter.id else spoken.told_apart([name, matter.id])
