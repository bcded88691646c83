"""Two reports against one another: matter by matter, and in sum."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from govchain.analysis.running.bundles import Foreseen
from govchain.compiler.catalogue import Catalogue
from govchain.reporting.concerns import Concerned, data_used
from govchain.reporting.difference.changes import Toll, measured, sum_of, toll_of
from govchain.reporting.difference.finds import Finds, finds_of
from govchain.reporting.difference.links import LinkChange, link_changes
from govchain.reporting.difference.pairs import Pair, pairs_of
from govchain.reporting.difference.publications import Publication, publications_of
from govchain.reporting.report import Report, held_by

FORESEEN = Foreseen(questions=(measured, data_used))
"""What will be asked of the chains of both."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: what it is called, and the report of it.

    `commit` is that of a revision, empty of a folder; `rules` are those that ran.
    """

    name: str
    report: Report
    rules: frozenset[str]
    commit: str = ""
    typed: str = ""
    """What a command is given to read the same workspace again; empty where none can."""

    @property
    def catalogue(self) -> Catalogue:
        return self.report.catalogue


@dataclass(frozen=True)  # without slots: what is asked again and again is kept
class Difference:
    """What is told of two catalogues. `asked` is how they were named on the command line."""

    old: Side
    new: Side
    asked: str = ""
    is_narrowed: bool = False
    """Not all matters were asked for."""
    named: frozenset[str] = frozenset()
    """The ids, before or after, of those asked for by name."""

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """The matters that are told of."""
        told = self.old.report.matters, self.new.report.matters
        pairs = pairs_of(self.old.catalogue.matters, self.new.catalogue.matters)
        return tuple(pair for pair in pairs if told == (None, None) or is_told(pair, *told))

    @cached_property
    def tolls(self) -> tuple[tuple[Pair, Toll], ...]:
        """What a case of each costs before and after."""
        old, new = self.old.catalogue, self.new.catalogue
        return tuple((pair, toll_of(pair, old, new)) for pair in self.pairs)

    def sum(self, wanted: Callable[[Pair], bool] = lambda pair: True) -> Toll:
        """The sum over the wanted of the matters reckoned with; a year over all their cases, of
        joint services too: a case of those is none of the matters that they call."""
        return sum_of([toll for pair, toll in self.reckoned if wanted(pair)])

    @property
    def holds_others(self) -> bool:
        """Of the matters that are told of, some are so only as parts of those that sums take."""
        return len(self.reckoned) < len(self.tolls)

    @cached_property
    def reckoned(self) -> Sequence[tuple[Pair, Toll]]:
        """The matters that sums take: but those that are included, wherever they stand, in one that
        was asked for by name."""
        before, after = (held_by(self.named, each.catalogue) for each in (self.old, self.new))
        return [each for each in self.tolls if not _is_held(each[0], before, after)]

    @cached_property
    def finds(self) -> Finds:
        """What was found of the matters that are told of, and in the registry: where not all were
        asked for, what concerns one of them before or after."""
        return finds_of(self.old.report, self.new.report, self.pairs, self._of_registry)

    @cached_property
    def links(self) -> tuple[LinkChange, ...]:
        """What changed of the links: all, or those that may bring data to a step of the matters
        asked for that needs it, before or after."""
        changes = link_changes(self.old.catalogue, self.new.catalogue)
        different = (link for link in changes if link.is_added or link.is_gone or link.changed)
        if not self.is_narrowed:
            return tuple(different)
        return tuple(
            link
            for link in different
            if any(each.by_data([link.way.data], [link.way.target]) for each in self._concerned)
        )

    @cached_property
    def _concerned(self) -> tuple[Concerned, Concerned]:
        """Which of the matters told of something of the registry concerns, before and after."""
        old = [pair.old.id for pair in self.pairs if pair.old is not None]
        new = [pair.new.id for pair in self.pairs if pair.new is not None]
        return Concerned(old, self.old.catalogue), Concerned(new, self.new.catalogue)

    @cached_property
    def _of_registry(self) -> frozenset[str] | None:
        """The fingerprints of what is told of the registry; None: all."""
        if not self.is_narrowed:
            return None
        sides = zip((self.old, self.new), self._concerned, strict=True)
        return frozenset(
            finding.fingerprint
            for side, concerned in sides
            for finding in side.report.findings
            if finding.matter is None and concerned.by(finding)
        )

    @property
    def is_empty(self) -> bool:
        """No figure, no finding and no link differs, and no matter stands on one side alone."""
        finds = self.finds
        return not (
            any(toll.is_changed or not pair.is_compared for pair, toll in self.tolls)
            or finds.gone
            or finds.new
            or any(kept.was is not kept.new.severity for kept in finds.kept)
            or self.links
        )

    @cached_property
    def publications(self) -> Sequence[Publication]:
        return list(publications_of(self.tolls, self.old.catalogue, self.new.catalogue))


@dataclass(frozen=True, slots=True)
class Held:
    """A report, and how what it is of differs from another version: that may tell of more."""

    report: Report
    difference: Difference


def _is_held(pair: Pair, before: frozenset[str], after: frozenset[str]) -> bool:
    """On each side where it stands it is among these."""
    sides = (pair.old, before), (pair.new, after)
    return all(matter is None or matter.id in held for matter, held in sides)


def is_told(pair: Pair, old: frozenset[str] | None, new: frozenset[str] | None) -> bool:
    """One of its matters is among those of its side; None: all are."""
    return (pair.old is not None and (old is None or pair.old.id in old)) or (
        pair.new is not None and (new is None or pair.new.id in new)
    )
