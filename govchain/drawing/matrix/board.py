"""What the matrix says: departments that hold data, departments that need it, and how many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from govchain.analysis.hits.exchanges import Exchange, exchanges_of
from govchain.drawing.chart.subject import CatalogueSubject
from govchain.drawing.ink.lettering import named
from govchain.model.nouns import Registry

MOST_NAMED = 5
"""So many departments are named in the headline at most."""


class Look(StrEnum):
    """How a cell looks, by the worst of its data."""

    FLOWS = "flows"
    LINK_FAILS = "link-fails"
    NO_LINK = "no-link"


@dataclass(frozen=True, slots=True)
class Cell:
    """The data that one department holds and another needs."""

    holder: str
    consumer: str
    lacking: tuple[Exchange, ...]
    flowing: tuple[Exchange, ...]

    @property
    def number(self) -> int:
        """How many data lack; where none does, how many flow."""
        return len(self.lacking) or len(self.flowing)

    @property
    def look(self) -> Look:
        if not self.lacking:
            return Look.FLOWS
        is_linked = all(exchange.is_linked for exchange in self.lacking)
        return Look.LINK_FAILS if is_linked else Look.NO_LINK

    @property
    def flows_partly(self) -> bool:
        """Some of what should flow does."""
        some = bool(self.flowing) or any(e.flows_somewhere for e in self.lacking)
        return bool(self.lacking) and some


@dataclass(frozen=True, slots=True)
class Board:
    """The cells, their rows (holders) and columns (consumers), each by gap, the largest first."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: Mapping[tuple[str, str], Cell]
    gaps: Mapping[str, int]
    flows: Mapping[str, int]
    registry: Registry

    @property
    def lacking(self) -> int:
        return sum(self.gaps.values())

    @property
    def flowing(self) -> int:
        return sum(self.flows.values())

    def called(self, department: str) -> str:
        """Its short name."""
        known = self.registry.departments.get(department)
        return named(known.short_name if known else department)

    def in_full(self, department: str) -> str:
        known = self.registry.departments.get(department)
        return named(known.name if known else department)

    def data(self, exchanges: Iterable[Exchange]) -> list[str]:
        """The names of the data."""
        return [named(self.registry.data[exchange.data].name) for exchange in exchanges]

    @property
    def owing_most(self) -> tuple[str, ...]:
        """As few departments as owe more than half of what lacks; none where five do not."""
        found: list[str] = []
        owed = 0
        for row in self.rows[:MOST_NAMED]:
            if 2 * owed > self.lacking:
                break
            found.append(row)
            owed += self.gaps[row]
        return tuple(found) if 2 * owed > self.lacking else ()


def board_of(subject: CatalogueSubject) -> Board:
    """The board of the matters and data that the subject is of."""
    catalogue = subject.catalogue
    exchanges = exchanges_of(catalogue, subject.wanted_matters, subject.data)
    lacking = [exchange for exchange in exchanges if not exchange.flows]
    flowing = [exchange for exchange in exchanges if exchange.flows]
    return Board(
        rows=_ordered(lacking, flowing, lambda exchange: exchange.holder),
        columns=_ordered(lacking, flowing, lambda exchange: exchange.consumer),
        cells={(cell.holder, cell.consumer): cell for cell in _cells(lacking, flowing)},
        gaps=Counter(exchange.holder for exchange in lacking),
        flows=Counter(exchange.holder for exchange in flowing),
        registry=catalogue.registry,
    )


def _ordered(
    lacking: Iterable[Exchange], flowing: Iterable[Exchange], side: Callable[[Exchange], str]
) -> tuple[str, ...]:
    """The departments of one side: those with the largest gap first, then with the most flows."""
    gaps, flows = Counter(map(side, lacking)), Counter(map(side, flowing))
    return tuple(sorted({*gaps, *flows}, key=lambda id: (-gaps[id], -flows[id], id)))


def _cells(lacking: Iterable[Exchange], flowing: Iterable[Exchange]) -> Iterator[Cell]:
    found: dict[tuple[str, str], tuple[list[Exchange], list[Exchange]]] = {}
    for number, exchanges in enumerate((lacking, flowing)):
        for exchange in exchanges:
            pair = exchange.holder, exchange.consumer
            found.setdefault(pair, ([], []))[number].append(exchange)
    for (holder, consumer), (lacks, flows) in found.items():
        yield Cell(holder, consumer, tuple(lacks), tuple(flows))
