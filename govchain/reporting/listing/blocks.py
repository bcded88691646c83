"""A list as blocks of a page: a heading, a sentence, a table whose columns fit."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from govchain.reporting.blocks import Block, Column, Heading, Sentence, Table
from govchain.reporting.examples import examples_in_words
from govchain.reporting.listing.cells import in_full, text_in, value_in
from govchain.reporting.listing.columns import FINDINGS, Kind, ListColumn
from govchain.reporting.listing.listing import Listing
from govchain.reporting.listing.notes import legend_of
from govchain.reporting.listing.row import Row
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
    yield from map(Sentence, listing.answers(spoken))
    if not listing.rows:
        return
    if examples := examples_in_words(report.told_matters, spoken, kind.rests_on):
        yield Sentence(examples)
    columns = listing.columns
    rows = [_texts(row, listing, spoken, width) for row in listing.rows]
    empty = {n for n in range(len(columns)) if not any(row[n] for row in rows)}
    if listing.sums:
        rows.append(_sums(listing, spoken))
    shown = _fitting(columns, rows, empty, spoken, width)
    heads = tuple(_head(columns[n], spoken) for n in shown)
    yield Table(heads, tuple(tuple(row[n] for n in shown) for row in rows))
    if any(columns[n].has_marks for n in shown) and (legend := legend_of(listing, spoken)):
        yield Sentence(legend)
    yield from map(Sentence, _left_out(columns, shown, empty, spoken))


def _texts(row: Row, listing: Listing, spoken: Words, width: int | None) -> list[str]:
    """What its cells say; where there is no bound to the width, with all its findings."""
    told, marks = text_in if width is not None else in_full, listing.marks_in(row)
    return [told(value_in(row, column), column, spoken, marks) for column in listing.columns]


def _left_out(
    columns: Sequence[ListColumn], shown: Sequence[int], empty: Collection[int], spoken: Words
) -> Iterator[str]:
    """Which columns are not shown, those without a value apart."""
    missing = [n for n in range(len(columns)) if n not in shown]
    if not missing:
        return
    valued = [spoken.say(columns[n].head) for n in missing if n not in empty]
    bare = [spoken.say(columns[n].head) for n in missing if n in empty]
    if valued:
        yield spoken.say(
            "Not shown at this width: {heads}; the other formats have all columns.",
            heads=spoken.listed(valued),
        )
    if bare:
        yield spoken.say("Empty in all rows, and not shown: {heads}.", heads=spoken.listed(bare))


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
    rows: Sequence[Sequence[str]],
    empty: Collection[int],
    spoken: Words,
    width: int | None,
) -> list[int]:
    """The positions of the columns that are shown: all where they fit; else those that are not
    empty, details only where there is room for them, and of the others the first, with the
    findings and without what gives way."""
    everything = [*range(len(columns))]
    if width is None:
        return everything
    needed = [_room(n, column, rows, spoken) for n, column in enumerate(columns)]
    if sum(needed) <= width:
        return everything
    valued = [n for n in everything if n not in empty]
    shown = [n for n in valued if not columns[n].is_detail] or valued[:1]
    least = [_least(needed[n], column) for n, column in enumerate(columns)]
    while len(shown) > 1 and sum(least[n] for n in shown) > width:
        shown.remove(_least_wanted(shown, columns))
    left = width - sum(needed[n] for n in shown)
    for n in valued:
        if columns[n].is_detail and needed[n] <= left:
            shown.append(n)
            left -= needed[n]
    return sorted(shown)


def _least_wanted(shown: Sequence[int], columns: Sequence[ListColumn]) -> int:
    """Of the columns shown the one that goes first: the last that gives way, else the last but the
    findings."""
    giving_way = [n for n in shown if columns[n].gives_way]
    others = [n for n in shown[1:] if columns[n] is not FINDINGS]
    return (giving_way or others or shown)[-1]


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
