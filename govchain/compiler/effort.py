"""How far the questions of a chain go before they are given up (semantics.md 1.13)."""

from __future__ import annotations

from collections.abc import Mapping

MOST_COMPARED = 200_000
"""So many comparisons are made for the questions of a chain whatever its size."""

MOST_COMPARED_FOR_EACH = 1_000
"""And so many more for each of its steps and materials."""

MOST_COMPARED_OF_ALL = 2_000_000
"""Nor more than its part, by steps and materials, of so many that all chains share."""

LEAST_COMPARED = 20_000
"""Beside that part each chain has so many of its own."""

LEAST_COMPARED_FOR_EACH = 500
"""And so many more for each step, call and material that is written in its matter: what calls
bring again and again, a few lines write."""


MOST_NEEDED = 50_000
"""So many needs may a chain have, each counted with all its alternatives."""

MOST_NEEDED_FOR_EACH = 20
"""Or so many for each of its steps and materials, where that is more."""


def shares_of_all(parts: Mapping[str, int], written: Mapping[str, int]) -> dict[str, int]:
    """How much of what all chains share may be compared for each: `parts` are the steps and
    materials of its chain, `written` the steps, calls and materials of its matter.

    It is shared out beforehand: no chain is left without answers because others came first.
    """
    all_parts = max(1, sum(parts.values()))
    return {
        id: LEAST_COMPARED
        + LEAST_COMPARED_FOR_EACH * written[id]
        + MOST_COMPARED_OF_ALL * own // all_parts
        for id, own in parts.items()
    }


class Effort:
    """What may still be compared for a chain: clauses of guards, or approvals of one criterion.

    Whether guards cover one another is hard in general, so no code answers it always and soon.
    Where this is spent, answers claim nothing, and nothing is said about the chain.
    """

    def __init__(self, parts: int = 0, needed: int = 0, share: int | None = None) -> None:
        """`parts`: how many steps and materials the chain has; `needed`: how many needs; `share`:
        its part of what may be compared for all chains together."""
        self.comparisons = 0
        self.is_asked_too_much = needed > max(MOST_NEEDED, MOST_NEEDED_FOR_EACH * parts)
        """It has more needs than are looked at: none of them is."""
        alone = MOST_COMPARED + MOST_COMPARED_FOR_EACH * parts
        self._most = alone if share is None else min(alone, share)

    def spend(self, comparisons: int) -> None:
        self.comparisons += comparisons

    @property
    def is_spent(self) -> bool:
        """A question was left without its answer."""
        return self.is_asked_too_much or self.comparisons > self._most
