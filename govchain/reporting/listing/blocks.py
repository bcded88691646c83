"""A list as blocks of a page: a heading, a sentence, a table whose columns fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from govchain.reporting.blocks import Block, Column, Heading, Sentence, Table
from govchain.reporting.examples import examples_in_words
from govchain.reporting.listing.cells import text_in, value_in
from govchain.reporting.listing.columns import FINDINGS, Kind, ListColumn
from govchain.reporting.listing.listing import Listing
from govchain.reporting.marks import marks_in_words
from govchain.reporting.widths import width_of
from govchain.reporting.words import Words

_BETWEEN = 3
"""The cells between two columns."""
_ROOMY = 24
"""So wide a column of texts is taken to be at most: what is longer wraps."""
_NARROW = 13
"""With so little a column of texts can do."""
_HEAD = 9
"""So wide the head of a column of figures is taken to be: its words stand below one another."""


def blocks_of(listing: Listing, spoken: Words, width: int | None = None) -> Iterator[Block]:
    """The list; at most so wide, with the details for which there is room."""
    kind, report = listing.kind, listing.report
    date = report.catalogue.date.isoformat()
    yield Heading(spoken.say("{title}, {date}", title=spoken.say(kind.title), date=date))
    yield Sentence(spoken.say(kind.about))
    if not listing.rows:
        yield Sentence(_why_empty(listing, spoken))
    for answer in kind.answers(report, listing.rows, spoken) if kind.answers else ():
        yield Sentence(answer)
    if not listing.rows:
        return
    if examples := examples_in_words(report.told_matters, spoken, kind.rests_on):
        yield Sentence(examples)
    columns = listing.columns
    marks = listing.marks
    rows = [[text_in(value_in(row, c), c, spoken, marks) for c in columns] for row in listing.rows]
    if listing.sums:
        rows.append(_sums(listing, spoken))
    shown = _fitting(columns, rows, spoken, width)
    heads = tuple(_head(columns[n], spoken) for n in shown)
    yield Table(heads, tuple(tuple(row[n] for n in shown) for row in rows))
    if any(columns[n].has_marks for n in shown) and (
        told := marks_in_words(marks.values(), spoken)
    ):
        yield Sentence(told)
    left_out = [spoken.say(c.head) for n, c in enumerate(columns) if n not in shown]
    if left_out:
        yield Sentence(
            spoken.say(
                "Not shown at this width: {heads}; the other formats have all columns.",
                heads=spoken.listed(left_out),
            )
        )


def _why_empty(listing: Listing, spoken: Words) -> str:
    if listing.report.departments:
        return spoken.say("There is nothing to list for the departments that were asked for.")
    return spoken.say(listing.kind.empty)


def _head(column: ListColumn, spoken: Words) -> Column:
    return Column(spoken.say(column.head), column.kind.is_figure, is_whole=_is_whole(column))


def _is_whole(column: ListColumn) -> bool:
    """It stays in one line."""
    return column.has_marks or column.kind in (Kind.DATE, Kind.ANSWER)


def _sums(listing: Listing, spoken: Words) -> list[str]:
    """The last row: what columns add up to."""
    others = listing.columns[1:]
    sums = (text_in(listing.sums.get(column.key), column, spoken) for column in others)
    return [spoken.say("sum"), *sums]


def _fitting(
    columns: Sequence[ListColumn],
    rows: Iterable[Sequence[str]],
    spoken: Words,
    width: int | None,
) -> list[int]:
    """The positions of the columns that are shown: details only where there is room for them, and
    of the others the first, with the findings."""
    if width is None:
        return [*range(len(columns))]
    rows = list(rows)
    needed = [_room(n, column, rows, spoken) for n, column in enumerate(columns)]
    shown = [n for n, column in enumerate(columns) if not column.is_detail]
    least = [_least(needed[n], column) for n, column in enumerate(columns)]
    while len(shown) > 1 and sum(least[n] for n in shown) > width:
        del shown[-2 if columns[shown[-1]] is FINDINGS and len(shown) > 2 else -1]
    left = width - sum(needed[n] for n in shown)
    for n, column in enumerate(columns):
        if column.is_detail and needed[n] <= left:
            shown.append(n)
            left -= needed[n]
    return sorted(shown)


def _least(room: int, column: ListColumn) -> int:
    """With how few cells it can do: what wraps may be narrow."""
    return room if column.kind.is_figure or _is_whole(column) else min(room, _NARROW)


def _room(position: int, column: ListColumn, rows: Iterable[Sequence[str]], spoken: Words) -> int:
    """About how many cells the column takes, with what stands between it and the next."""
    widest = max(width_of(row[position]) for row in rows)
    head = width_of(spoken.say(column.head))
    if column.kind.is_figure:
        return max(widest, min(head, _HEAD)) + _BETWEEN
    return min(max(widest, head), _ROOMY) + _BETWEEN
