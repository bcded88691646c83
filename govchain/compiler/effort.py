"""How far the questions of a chain go before they are given up (semantics.md 1.13)."""

from __future__ import annotations

MOST_COMPARED = 200_000
"""So many comparisons are made for the questions of a chain whatever its size."""

MOST_COMPARED_FOR_EACH = 1_000
"""And so many more for each of its steps and materials."""


MOST_NEEDED = 50_000
"""So many needs may a chain have, each counted with all its alternatives."""

MOST_NEEDED_FOR_EACH = 20
"""Or so many for each of its steps and materials, where that is more."""


class Effort:
    """What may still be compared for a chain: clauses of guards, or approvals of one criterion.

    Whether guards cover one another is hard in general, so no code answers it always and soon.
    Where this is spent, answers claim nothing, and nothing is said about the chain.
    """

    def __init__(self, parts: int = 0, needed: int = 0) -> None:
        """`parts`: how many steps and materials the chain has; `needed`: how many needs."""
        self.comparisons = 0
        self.is_asked_too_much = needed > max(MOST_NEEDED, MOST_NEEDED_FOR_EACH * parts)
        """It has more needs than are looked at: none of them is."""
        self._most = MOST_COMPARED + MOST_COMPARED_FOR_EACH * parts

    def spend(self, comparisons: int) -> None:
        self.comparisons += comparisons

    @property
    def is_spent(self) -> bool:
        """A question was left without its answer."""
        return self.is_asked_too_much or self.comparisons > self._most
