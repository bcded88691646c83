"""Third chapter: what was published, against what follows from the definitions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from govchain.model.characters import one_line
from govchain.model.figures import figure
from govchain.model.nouns import Published
from govchain.reporting.blocks import Block, Column, Sentence, Table
from govchain.reporting.bounds import shortened
from govchain.reporting.difference.difference import Difference
from govchain.reporting.difference.publications import Publication
from govchain.reporting.difference.words import ARROW, FIGURES, name_of_pair
from govchain.reporting.style import Style
from govchain.reporting.words import Words, noted, words

_NONE = "–"
_STANDING_FOR_AN_EXAMPLE = {
    "days": (
        noted("the times of {n} matter stand for an example"),
        noted("the times of {n} matters stand for an example"),
    ),
    "visits": (
        noted("the visits of {n} matter stand for an example"),
        noted("the visits of {n} matters stand for an example"),
    ),
}
"""What is said of figures that rest on examples, for one matter and for many."""


def published(difference: Difference, style: Style) -> Iterator[Block]:
    """Each figure that was published, and why the one that is counted is another."""
    spoken = words(style.language)
    found = difference.publications
    if not found:
        return
    columns = (
        Column(spoken.say("matter")),
        Column(spoken.say("figure")),
        Column(spoken.say("published"), is_figure=True),
        Column(spoken.say("worst case"), is_figure=True),
        Column(spoken.say("mean"), is_figure=True),
        Column(""),
    )
    yield Table(columns, tuple(_row(each, spoken) for each in found))
    differing = [each for each in found if not each.agrees]
    for _, group in groupby(differing, lambda each: each.pair.matter.id):
        yield Sentence(_why(list(group), spoken))


def _row(each: Publication, spoken: Words) -> tuple[str, ...]:
    sides = each.before, each.after
    return (
        name_of_pair(each.pair),
        spoken.say(FIGURES[each.name]),
        _in_turn(None if side is None else side.published for side in sides),
        _in_turn(None if side is None else side.worst for side in sides),
        _in_turn(None if side is None else side.mean for side in sides),
        _verdict(each, spoken),
    )


def _verdict(each: Publication, spoken: Words) -> str:
    if each.agrees:
        return spoken.say("the same")
    return spoken.say("within the promise") if each.is_kept else spoken.say("differs")


def _in_turn(numbers: Iterable[float | None]) -> str:
    """Before and after; once where that is the same."""
    told = [_NONE if number is None else figure(number) for number in numbers]
    return ARROW.join(dict.fromkeys(told))


def _why(differing: Sequence[Publication], spoken: Words) -> str:
    """Why other figures follow here: as far as it is known, and as whoever wrote them down says."""
    reasons = [_examples(each, spoken) for each in differing if each.examples]
    entries = {entry.place: entry for each in differing for entry in each.differing}
    said = [_said(entry, spoken) for entry in entries.values()]
    if not reasons and not any(entry.note for entry in entries.values()):
        reasons = [spoken.say("why is not written")]
    return spoken.say(
        "{matter}: {reasons}.",
        matter=name_of_pair(differing[0].pair),
        reasons=spoken.joined([*reasons, *said]),
    )


def _examples(each: Publication, spoken: Words) -> str:
    return spoken.count(*_STANDING_FOR_AN_EXAMPLE[each.name], each.examples)


def _said(entry: Published, spoken: Words) -> str:
    source, note = shortened(one_line(entry.source)), shortened(one_line(entry.note))
    return spoken.told_apart([note, source]) if note else source
