"""What a supply is: held, declared, shared, carried or missing (semantics.md 1.8)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from govchain.compiler.sharing import Flow
from govchain.model.nouns import Link


class SupplyState(StrEnum):
    """Where the data of a need comes from, the best first."""

    HELD = "held"
    DECLARED = "declared"
    SHARED = "shared"
    CARRIED = "carried"
    MISSING = "missing"

    @property
    def rank(self) -> int:
        return _RANKS[self]

    @property
    def is_without_applicant(self) -> bool:
        """The office has it or gets it by itself: held or shared."""
        return self in (SupplyState.HELD, SupplyState.SHARED)

    @property
    def burdens_applicant(self) -> bool:
        """The applicant carries it, or nobody brings it."""
        return self in (SupplyState.CARRIED, SupplyState.MISSING)


_RANKS = {state: rank for rank, state in enumerate(SupplyState)}


@dataclass(frozen=True, slots=True)
class TriedLink:
    """A link that serves a need, and why it is not usable for it."""

    link: Link
    shortcomings: tuple[str, ...]


MOST_TRIED = 20
"""Of how many links that serve one need it is told why they fail; the others are counted."""


def first_tried(tried: Sequence[TriedLink]) -> tuple[Sequence[TriedLink], int]:
    """The links that are told of, and how many more there are."""
    return tried[:MOST_TRIED], max(0, len(tried) - MOST_TRIED)


@dataclass(frozen=True, slots=True)
class Supply:
    """The supply of one need.

    `holders` are all holders, sorted (`applicant` where only the applicant
    knows the data); `sources` those of them that have to take part: for shared data the ones a
    usable path leads from, for carried and missing data all departments among them.
    """

    state: SupplyState
    holders: tuple[str, ...]
    sources: tuple[str, ...] = ()
    path: tuple[Flow, ...] = ()
