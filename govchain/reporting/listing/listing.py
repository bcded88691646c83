"""A list as it is declared, and as it is made of a report."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from govchain.analysis.running.bundles import Foreseen
from govchain.compiler.catalogue import Contribution
from govchain.findings import Finding, Named, Place
from govchain.reporting.listing.columns import PROOF, ListColumn, Value
from govchain.reporting.report import Report


@dataclass(frozen=True, slots=True)
class Row:
    """What a list says of one thing: a value for each column, and what proves it."""

    cells: Mapping[str, Value]
    place: Place | None = None
    """Where it stands in the files."""
    findings: tuple[Finding, ...] = ()
    """What was found there."""


RowsOf: TypeAlias = "Callable[[Report], Iterable[Row]]"
SumsOf: TypeAlias = "Callable[[Report, Sequence[Row]], Mapping[str, Value]]"


@dataclass(frozen=True, slots=True)
class ListKind:
    """One of the lists that departments negotiate over.

    `asks` is what it asks of the chain of each matter, `needs_sum` that it asks what mending all
    would bring. `sums` are those of columns whose rows do not simply add up.
    """

    name: str
    title: str
    about: str
    columns: tuple[ListColumn, ...]
    rows: RowsOf
    asks: Collection[Contribution[Any]] = ()
    needs_sum: bool = False
    sums: SumsOf | None = None
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
    rank: int,
) -> Callable[[RowsOf], ListKind]:
    """Declares a list: the function below it says the rows."""

    def declared(rows: RowsOf) -> ListKind:
        return ListKind(name, title, about, (*columns,), rows, asks, needs_sum, sums, rank)

    return declared


@dataclass(frozen=True, slots=True)
class Listing:
    """A list made of a report."""

    kind: ListKind
    report: Report
    rows: tuple[Row, ...]
    sums: Mapping[str, Value] = field(default_factory=dict)

    @property
    def columns(self) -> tuple[ListColumn, ...]:
        """All columns, those of the proof last."""
        return (*self.kind.columns, *PROOF)


def listing_of(kind: ListKind, report: Report) -> Listing:
    """The list made of the report; where it was asked for departments, their rows."""
    rows = tuple(row for row in kind.rows(report) if _is_meant(row, kind, report))
    own = kind.sums(report, rows) if kind.sums else {}
    summed = {column.key: _sum(column.key, rows) for column in kind.columns if column.is_summed}
    return Listing(kind, report, rows, {**summed, **own} if rows else {})


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
    return Foreseen(sum=any(kind.needs_sum for kind in kinds), questions=[*questions])
