"""Figures before and after: of a matter, and of all together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.metrics import FIGURE_NAMES, Figures, Metrics
from govchain.model.figures import rounded
from govchain.model.nouns import Matter
from govchain.reporting.difference.pairs import Pair


@dataclass(frozen=True, slots=True)
class Change:
    """A figure before and after."""

    before: float
    after: float

    @property
    def difference(self) -> float:
        return rounded(self.after - self.before)

    @property
    def percent(self) -> float | None:
        """The difference in hundredths of what was before; None of nothing."""
        return rounded(self.difference / self.before * 100) if self.before else None


Changes: TypeAlias = Mapping[str, Change]
"""By the names of the figures (`FIGURE_NAMES`)."""

NO_CHANGE: Changes = dict.fromkeys(FIGURE_NAMES, Change(0, 0))


@dataclass(frozen=True, slots=True)
class Toll:
    """What a case costs before and after, at worst and on average, and all cases of a year.

    `per_year` is None where it is not known how many cases there are, or have what. `is_bound`:
    there are too many cases to try, so every guard counts as true.
    """

    worst: Changes
    mean: Changes
    per_year: Changes | None
    is_bound: bool = False

    @property
    def is_changed(self) -> bool:
        parts = (self.worst, self.mean, self.per_year or {})
        return any(change.difference for part in parts for change in part.values())


class Measured(NamedTuple):
    """What is asked of a chain, once, while it has all at hand."""

    metrics: Metrics
    is_share_known: bool
    """Of alternatives that figures depend on it is known how many people have which."""


def measured(chain: Chain, catalogue: Catalogue) -> Measured:
    """The figures of the chain."""
    return Measured(chain.metrics(), chain.measure.is_share_known)


def toll_of(pair: Pair, old: Catalogue, new: Catalogue) -> Toll:
    """What a case of the matter costs before and after; what is not there costs nothing."""
    before, after = _measured(pair, old, new)
    worst = _changes(before and before.metrics.worst, after and after.metrics.worst)
    mean = _changes(before and before.metrics.mean, after and after.metrics.mean)
    is_bound = any(found.metrics.bound for found in (before, after) if found)
    return Toll(worst, mean, _per_year(pair, before, after), is_bound)


def _measured(
    pair: Pair, old: Catalogue, new: Catalogue
) -> tuple[Measured | None, Measured | None]:
    """The figures of both. Where those of one are only bounds, so are the other's: like is held
    against like."""
    before = old.contribution(measured, pair.old.id) if pair.old else None
    after = new.contribution(measured, pair.new.id) if pair.new else None
    if pair.old is None or pair.new is None or before is None or after is None:
        return before, after
    if before.metrics.bound == after.metrics.bound:
        return before, after
    one, other = old.chains[pair.old.id], new.chains[pair.new.id]
    return _measured_like(one, other), _measured_like(other, one)


def _measured_like(chain: Chain, other: Chain) -> Measured:
    measure = chain.measure_like(other)
    return Measured(measure.metrics(chain.order), measure.is_share_known)


def _changes(before: Figures | None, after: Figures | None) -> Changes:
    return {name: Change(_figure(before, name), _figure(after, name)) for name in FIGURE_NAMES}


def _figure(figures: Figures | None, name: str) -> float:
    return rounded(getattr(figures, name)) if figures else 0


def _per_year(pair: Pair, before: Measured | None, after: Measured | None) -> Changes | None:
    """The mean by the cases a year of each side; None where a side that is there does not know
    them."""
    first, second = _year(pair.old, before), _year(pair.new, after)
    if first is None or second is None:
        return None
    return {name: Change(first[name], second[name]) for name in FIGURE_NAMES}


def _year(matter: Matter | None, found: Measured | None) -> Mapping[str, float] | None:
    """What all cases of a year cost; those of a matter that is not there nothing."""
    if matter is None or found is None:
        return dict.fromkeys(FIGURE_NAMES, 0)
    if matter.volume is None or not found.is_share_known:
        return None
    mean = found.metrics.mean
    return {name: rounded(getattr(mean, name) * matter.volume) for name in FIGURE_NAMES}


def sum_of(tolls: Sequence[Toll]) -> Toll:
    """One case of each together; a year, of those of which that is known."""
    known = [toll.per_year for toll in tolls if toll.per_year is not None]
    return Toll(
        _added(toll.worst for toll in tolls),
        _added(toll.mean for toll in tolls),
        _added(known) if known else None,
        any(toll.is_bound for toll in tolls),
    )


def _added(parts: Iterable[Changes]) -> Changes:
    parts = list(parts)
    return {
        name: Change(
            rounded(sum(part[name].before for part in parts)),
            rounded(sum(part[name].after for part in parts)),
        )
        for name in FIGURE_NAMES
    }
