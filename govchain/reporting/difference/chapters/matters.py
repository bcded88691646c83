"""Second chapter: each matter that changed, and what stands on one side alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from govchain.model.figures import figure
from govchain.model.nouns import Matter
from govchain.reporting.blocks import Block, Column, Sentence, Table
from govchain.reporting.difference.changes import NO_CHANGE, Toll
from govchain.reporting.difference.difference import Difference
from govchain.reporting.difference.pairs import Pair
from govchain.reporting.difference.words import (
    ARROW,
    FIGURES,
    REDUCTIONS,
    a_year,
    both,
    name_of_pair,
    named_with_id,
    percent_of,
    signed,
)
from govchain.reporting.examples import examples_in_words
from govchain.reporting.style import Style
from govchain.reporting.totals import more_in_words
from govchain.reporting.words import Words, noted, words

SHOWN_FIGURES = (
    noted("steps"),
    noted("papers"),
    noted("working days"),
    noted("visits"),
    noted("visits a year"),
    noted("papers a year"),
)
"""The heads of what a row tells of a matter."""

_BY_WEIGHT = ("visits", "materials", "days", "steps")
Row: TypeAlias = "tuple[Pair, Toll]"


def matters(difference: Difference, style: Style) -> Iterator[Block]:
    """All sums; the matters of both that changed, what changed most first; what ended or began."""
    spoken = words(style.language)
    toll = difference.sum()
    yield _sums(toll, spoken)
    if weighed := _weighed(toll, spoken):
        yield Sentence(weighed)
    changed = most_changed(difference)
    if changed:
        yield _table(changed, spoken.say("Worst case, before → after:"), style)
    alone = [row for row in difference.tolls if not row[0].is_compared]
    for title, wanted in (
        (noted("Only before: ended, split or taken up by others:"), _is_ended),
        (noted("Only after: begun, or split off:"), _is_begun),
    ):
        if rows := sorted(filter(wanted, alone), key=_weight, reverse=True):
            yield _table(rows, spoken.say(title), style)
    yield from map(Sentence, filter(None, _notes(difference, spoken)))


def _is_ended(row: Row) -> bool:
    return row[0].new is None


def _is_begun(row: Row) -> bool:
    return row[0].old is None


def most_changed(difference: Difference) -> Sequence[Row]:
    """The matters of both whose figures changed: by visits a year, then papers, days, steps; of
    those of which no year is known, by the same of one case."""
    changed = (row for row in difference.tolls if row[0].is_compared and row[1].is_changed)
    return sorted(changed, key=_weight, reverse=True)


def _weight(row: Row) -> tuple[float, ...]:
    """How much it changed: of visits, papers, days and steps, first of a year, then of a case."""
    toll = row[1]
    parts = (toll.per_year or NO_CHANGE, toll.worst)
    return tuple(abs(part[name].difference) for part in parts for name in _BY_WEIGHT)


def _table(rows: Sequence[Row], title: str, style: Style) -> Table:
    spoken = words(style.language)
    columns = (
        Column(spoken.say("matter")),
        *(Column(spoken.say(head), is_figure=True) for head in SHOWN_FIGURES),
    )
    shown = tuple(row_of(pair, toll) for pair, toll in rows[: style.limit])
    return Table(columns, shown, title, more_in_words(len(rows), style))


def row_of(pair: Pair, toll: Toll) -> tuple[str, ...]:
    """The name of the matter, 四减 at worst, and visits and papers a year more or less."""
    yearly = (a_year(toll, name) for name in ("visits", "materials"))
    return (name_of_pair(pair), *(both(toll.worst[name]) for name in REDUCTIONS), *yearly)


def _sums(toll: Toll, spoken: Words) -> Table:
    """All figures of one case of each matter, at worst and on average, and of all cases a year."""
    heads = (
        spoken.say("before"),
        spoken.say("after"),
        spoken.say("change"),
        "%",
        spoken.say("mean before"),
        spoken.say("mean after"),
        spoken.say("change a year"),
    )
    columns = (
        Column(spoken.say("one case of each")),
        *(Column(head, is_figure=True) for head in heads),
    )
    return Table(columns, tuple(_sum(name, toll, spoken) for name in FIGURES))


def _sum(name: str, toll: Toll, spoken: Words) -> tuple[str, ...]:
    worst, mean = toll.worst[name], toll.mean[name]
    return (
        spoken.say(FIGURES[name]),
        figure(worst.before),
        figure(worst.after),
        signed(worst.difference),
        percent_of(worst),
        figure(mean.before),
        figure(mean.after),
        a_year(toll, name),
    )


def _weighed(toll: Toll, spoken: Words) -> str:
    """Which figures rise in sum and fall a year, or the other way round, and why; may be empty."""
    told = [
        spoken.say(FIGURES[name])
        for name in FIGURES
        if toll.per_year and toll.mean[name].difference * toll.per_year[name].difference < 0
    ]
    if not told:
        return ""
    return spoken.say(
        "{figures}: one case of each matter and all cases of a year change in opposite ways, for "
        "matters of many cases change another way than those of few, or of unknown number.",
        figures=spoken.listed(told),
    )


def _notes(difference: Difference, spoken: Words) -> Iterator[str]:
    """Which were known by their codes, and what to know of the figures."""
    renamed = [pair for pair in difference.pairs if pair.is_renamed]
    if renamed:
        told = [
            f"{named_with_id(pair.old, spoken)}{ARROW}{named_with_id(pair.new, spoken)}"
            for pair in renamed
            if pair.old and pair.new
        ]
        yield spoken.say("Known by its code: {matters}.", matters=spoken.listed(told))
    yield _of_others(difference, spoken)
    yield from _volumes(difference, spoken)
    yield examples_in_words(map(_with_examples_of_both, difference.pairs), spoken)
    yield sums_in_words(difference, spoken)


def _with_examples_of_both(pair: Pair) -> Matter:
    """The matter with what stands for an example in either version."""
    sides = [matter for matter in (pair.old, pair.new) if matter is not None]
    examples = dict.fromkeys(name for matter in sides for name in matter.illustrative)
    return replace(pair.matter, illustrative=tuple(examples))


def sums_in_words(difference: Difference, spoken: Words) -> str:
    """Which cases the sums take."""
    if difference.holds_others:
        return spoken.say(
            "Sums take one case, and those of a year, of each matter that was asked for, which "
            "holds all that it includes."
        )
    return spoken.say(
        "Sums take one case of each matter: what a joint service calls counts in both. Sums a year "
        "take the cases of each: one of a joint service is none of the matters in it."
    )


def _of_others(difference: Difference, spoken: Words) -> str:
    """How much of the sums is of matters that stand on one side alone."""
    if difference.holds_others or all(pair.is_compared for pair in difference.pairs):
        return ""
    compared = difference.sum(lambda pair: pair.is_compared)
    told = (
        spoken.say(
            "{figure} {both}", figure=spoken.say(FIGURES[name]), both=both(compared.worst[name])
        )
        for name in REDUCTIONS
    )
    return spoken.say(
        "Of those compared alone, in sum: {figures}.", figures=spoken.say(", ").join(told)
    )


def _volumes(difference: Difference, spoken: Words) -> Iterator[str]:
    """Of how many matters the cases a year are not known, or others now."""
    unknown = sum(toll.per_year is None for _, toll in difference.reckoned)
    other = sum(
        toll.per_year is not None and pair.is_of_other_volume for pair, toll in difference.reckoned
    )
    if unknown:
        yield spoken.count(
            "Figures a year leave out {n} matter whose cases a year are not known.",
            "Figures a year leave out {n} matters whose cases a year are not known.",
            unknown,
        )
    if other:
        yield spoken.count(
            "{n} matter has other cases a year now, and is counted with them.",
            "{n} matters have other cases a year now, and are counted with them.",
            other,
        )
