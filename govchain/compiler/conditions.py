"""When something applies: conditions over the facts of a case, as values.

A condition is a list of clauses, any of which suffices; a clause allows some options for some
facts (a cube). What is asked of conditions is answered by `scenarios`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

Cube: TypeAlias = tuple[tuple[str, frozenset[str]], ...]
"""fact -> allowed options, sorted by fact; a fact not named is free."""


@dataclass(frozen=True, slots=True)
class Condition:
    """Any of its cubes; none: never. One empty cube: always."""

    cubes: tuple[Cube, ...]
    _hash: int = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_hash", hash(self.cubes))  # asked for again and again

    def __hash__(self) -> int:
        return self._hash

    @property
    def facts(self) -> frozenset[str]:
        """The facts it speaks of."""
        return frozenset(fact for cube in self.cubes for fact, _ in cube)


ALWAYS = Condition(((),))
NEVER = Condition(())


def meet(first: Cube, second: Cube) -> Cube | None:
    """What lies in both cubes; None where nothing does."""
    met = dict(first)
    for fact, allowed in second:
        met[fact] = met[fact] & allowed if fact in met else allowed
        if not met[fact]:
            return None
    return tuple(sorted(met.items()))
