"""Which steps of a chain can take place in one case, answered for any number of them at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from govchain.compiler.chain import Chain
from govchain.compiler.conditions import Condition, Cube


class Coinciding:
    """The guards of a chain's steps, held against each other.

    The clauses of all guards are numbered; a set of them is a number whose bits they are. Two
    clauses meet where each fact has an option that both allow: so the clauses that one meets are
    found fact by fact, and no pair of them is looked at.
    """

    def __init__(self, chain: Chain) -> None:
        self._naming: dict[str, int] = defaultdict(int)
        """Fact -> the clauses that speak of it."""
        self._allowing: dict[tuple[str, str], int] = defaultdict(int)
        """Fact and option -> the clauses that speak of the fact and allow the option."""
        clauses: dict[Condition, int] = {}
        first = 1
        for guard in dict.fromkeys(step.guard for step in chain.steps):
            clauses[guard] = (first << len(guard.cubes)) - first
            for clause in guard.cubes:
                self._number(clause, first)
                first <<= 1
        met = {guard: self._met_by(guard) for guard in clauses}
        self._clauses = {step.id: clauses[step.guard] for step in chain.steps}
        self._met = {step.id: met[step.guard] for step in chain.steps}

    def can_coincide(self, one: str, other: str) -> bool:
        """Some case has both steps."""
        return bool(self._met[one] & self._clauses[other])

    def have_two_at_once(self, steps: Iterable[str]) -> bool:
        """Some case has two of the steps."""
        before = 0
        for step in steps:
            if self._met[step] & before:
                return True
            before |= self._clauses[step]
        return False

    def _number(self, clause: Cube, bit: int) -> None:
        for fact, allowed in clause:
            self._naming[fact] |= bit
            for option in allowed:
                self._allowing[fact, option] |= bit

    def _met_by(self, guard: Condition) -> int:
        """The clauses that one of the guard's clauses meets."""
        met = 0
        for clause in guard.cubes:
            found = -1
            for open_to in self._open_to_each_part(clause):
                found &= open_to
            met |= found
        return met

    def _open_to_each_part(self, clause: Cube) -> Iterator[int]:
        """For each fact that the clause speaks of: who does not, or allows one of its options."""
        for fact, allowed in clause:
            open_to = ~self._naming[fact]
            for option in allowed:
                open_to |= self._allowing[fact, option]
            yield open_to
