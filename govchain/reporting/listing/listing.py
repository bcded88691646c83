"""A list as it is declared, and as it is made of a report."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias

from govchain.analysis.running.bundles import Foreseen
from govchain.compiler.catalogue import Contribution
from govchain.findings import Named
from govchain.reporting.listing.cells import json_in, value_in
from govchain.reporting.listing.columns import PROOF, ListColumn, Value
from govchain.reporting.listing.row import Row
from govchain.reporting.report import Report
from govchain.reporting.words import Words, noted

if TYPE_CHECKING:
    from pandas import DataFrame

RowsOf: TypeAlias = "Callable[[Report], Iterable[Row]]"
SumsOf: TypeAlias = "Callable[[Report, Sequence[Row]], Mapping[str, Value]]"
AnswersOf: TypeAlias = "Callable[[Report, Sequence[Row], Words], Iterable[str]]"


@dataclass(frozen=True, slots=True)
class ListKind:
    """One of the lists that departments negotiate over.

    `asks` is what it asks of the chain of each matter, `needs_sum` that it asks what mending all
    would bring. `sums` are those of columns whose rows do not simply add up. `answers` says in
    sentences what people ask the list for, be it that there is none; `empty` why it may have no
    rows. `rests_on` are the figures of definitions that it shows.
    """

    name: str
    title: str
    about: str
    columns: tuple[ListColumn, ...]
    rows: RowsOf
    asks: Collection[Contribution[Any]] = ()
    needs_sum: bool = False
    sums: SumsOf | None = None
    answers: AnswersOf | None = None
    empty: str = noted("There is nothing to list.")
    rests_on: tuple[str, ...] = ()
    rank: int = 0
    """Where it stands among the lists: who owes what comes first."""


def list_kind(
    name: str,
    *,
    title: str,
    about: str,
    columns: Sequence[ListColumn],
    asks: Collection[Contribution[Any]] = (),
    needs_sum: bool = False,
    sums: SumsOf | None = None,
    answers: AnswersOf | None = None,
    empty: str = noted("There is nothing to list."),
    rests_on: tuple[str, ...] = (),
    rank: int,
) -> Callable[[RowsOf], ListKind]:
    """Declares a list: the function below it says the rows."""

    def declared(rows: RowsOf) -> ListKind:
        return ListKind(
            name=name,
            title=title,
            about=about,
            columns=(*columns,),
            rows=rows,
            asks=asks,
            needs_sum=needs_sum,
            sums=sums,
            answers=answers,
            empty=empty,
            rests_on=rests_on,
            rank=rank,
        )

    return declared


@dataclass(frozen=True)
class Listing:
    """A list made of a report."""

    kind: ListKind
    report: Report
    rows: tuple[Row, ...]
    sums: Mapping[str, Value] = field(default_factory=dict)

    shown_by: ClassVar[Callable[[Listing], str] | None] = None
    """Who writes it for a notebook: the pipeline says so."""

    def _repr_html_(self) -> str | None:
        """What a notebook shows of it."""
        shown = type(self).shown_by
        return shown(self) if shown is not None else None

    def to_frame(self) -> DataFrame:
        """Its rows as a table of pandas, a column each, ids for what is named.

        ModuleNotFoundError where pandas is not installed: `pip install "govchain[frame]"`.
        """
        from pandas import DataFrame

        columns = self.columns
        rows = [[json_in(value_in(row, column)) for column in columns] for row in self.rows]
        return DataFrame(rows, columns=[column.key for column in columns])

    def marks_in(self, row: Row) -> Mapping[str, str]:
        """What the findings of the row are known by, with their numbers, by what programs know:
        where it is about one matter the numbers they have there."""
        mark_of, matter = self.report.mark_of, row.matter
        return {finding.known_by: mark_of(finding, matter) for finding in row.findings}

    def answers(self, spoken: Words) -> Iterable[str]:
        """What people ask the list for, in sentences."""
        answers = self.kind.answers
        return answers(self.report, self.rows, spoken) if answers else ()

    def about(self, spoken: Words) -> str:
        """What a row says, and the answers."""
        return spoken.sentences([spoken.say(self.kind.about), *self.answers(spoken)])

    @property
    def columns(self) -> tuple[ListColumn, ...]:
        """All columns, those of the proof last."""
        return (*self.kind.columns, *PROOF)


def listing_of(kind: ListKind, report: Report) -> Listing:
    """The list made of the report; where it was asked for departments, their rows."""
    rows = tuple(row for row in kind.rows(report) if _is_meant(row, kind, report))
    own = kind.sums(report, rows) if kind.sums else {}
    return Listing(kind, report, rows, {**added_up(kind.columns, rows), **own} if rows else {})


def added_up(columns: Iterable[ListColumn], rows: Sequence[Row]) -> dict[str, Value]:
    """What the rows add up to, column by column."""
    return {column.key: _sum(column.key, rows) for column in columns if column.is_summed}


def _sum(key: str, rows: Iterable[Row]) -> Value:
    """What the figures of a column add up to; nothing where none is known."""
    known = [value for row in rows if isinstance(value := row.cells[key], int | float)]
    return sum(known) if known else None


def _is_meant(row: Row, kind: ListKind, report: Report) -> bool:
    """It concerns a department that was asked for, or one below it."""
    if not report.departments:
        return True
    network = report.catalogue.network
    named = (value for c in kind.columns if c.is_department for value in _ids(row.cells[c.key]))
    return any(network.is_within_any(id, report.departments) for id in named)


def _ids(value: Value) -> Iterable[str]:
    if isinstance(value, Named):
        yield value.id
    elif isinstance(value, tuple):
        for part in value:
            yield from _ids(part)


def foreseen_by(kinds: Iterable[ListKind]) -> Foreseen:
    """What these lists will ask of the chains."""
    kinds = list(kinds)
    questions = dict.fromkeys(question for kind in kinds for question in kind.asks)
    needs_sum = any(kind.needs_sum for kind in kinds)
    return Foreseen(sum=needs_sum, lawful_sum=needs_sum, questions=[*questions])
