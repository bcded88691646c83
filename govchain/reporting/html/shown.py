"""What the page is of: a report, and the version it is held against, where there is one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from govchain.compiler.catalogue import Catalogue
from govchain.drawing.chart.subject import CatalogueSubject
from govchain.drawing.matrix.board import Board, board_of
from govchain.reporting.difference.changes import Toll
from govchain.reporting.difference.difference import Difference, Held
from govchain.reporting.report import Report


@dataclass(frozen=True)  # without slots: what is asked again and again is kept
class Shown:
    """A report, and what it is held against, if anything."""

    report: Report
    difference: Difference | None = None

    @property
    def catalogue(self) -> Catalogue:
        return self.report.catalogue

    @property
    def whole(self) -> CatalogueSubject:
        """The matters that are told of, for pictures."""
        return CatalogueSubject(self.catalogue, matters=self.report.matters)

    @cached_property
    def board(self) -> Board:
        """Who owes whom how many data: for the picture, the table and the first screen."""
        return board_of(self.whole)

    @cached_property
    def tolls(self) -> Mapping[str, Toll]:
        """What a case of each matter that both have costs before and after, by its id before."""
        told = self.difference.tolls if self.difference else ()
        return {pair.old.id: toll for pair, toll in told if pair.old and pair.new}

    @cached_property
    def counterparts(self) -> Mapping[str, str]:
        """The matters of the other version, by the ids of those here."""
        pairs = self.difference.pairs if self.difference else ()
        return {pair.old.id: pair.new.id for pair in pairs if pair.old and pair.new}


def shown(told: Report | Held) -> Shown:
    return Shown(told.report, told.difference) if isinstance(told, Held) else Shown(told)
