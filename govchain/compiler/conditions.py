"""When something applies: conditions over the facts of a case, compared without enumeration.

A condition is a list of clauses, any of which suffices; a clause allows some options for some
facts (a cube). Questions of two conditions are answered by splitting clauses along the facts they
name, so facts that no guard concerned speaks of cost nothing (semantics.md 1.2).
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from govchain.model.nouns import CaseFact, Guard

MAX_COMBINATIONS = 4096
"""Up to here figures are exact; beyond, every guard counts as true (semantics.md 1.12)."""

MAX_ABSORBED = 64
"""Above so many clauses none is dropped for lying inside another: it would only cost time."""

MAX_SPLITS = 20_000
"""How many pieces a clause is split into before `implies` gives up and says no."""

Cube = tuple[tuple[str, frozenset[str]], ...]
"""fact -> allowed options, sorted by fact; a fact not named is free."""


@dataclass(frozen=True, slots=True)
class Condition:
    """Any of its cubes; none: never. One empty cube: always."""

    cubes: tuple[Cube, ...]

    @property
    def facts(self) -> frozenset[str]:
        """The facts it speaks of."""
        return frozenset(fact for cube in self.cubes for fact, _ in cube)


ALWAYS = Condition(((),))
NEVER = Condition(())


@dataclass(frozen=True, slots=True)
class Case:
    """A group of scenarios that agree on every condition asked about, with their share."""

    truths: tuple[bool, ...]
    share: float


class Scenarios:
    """Every choice of one option for each fact of a chain, and the questions asked of them."""

    def __init__(self, facts: Mapping[str, CaseFact]) -> None:
        self._facts = facts
        self._options = {fact.id: frozenset(fact.options) for fact in facts.values()}
        self._implied: dict[tuple[Condition, Condition], bool] = {}
        self._possible: dict[frozenset[Condition], bool] = {}
        self._grouped: dict[tuple[Condition, ...], tuple[list[Case], bool]] = {}

    def condition(self, guard: Guard | None) -> Condition:
        """The condition that a guard as written states."""
        if guard is None:
            return ALWAYS
        return self.restricted(
            Condition(
                tuple(
                    tuple(sorted((fact, frozenset(options)) for fact, options in clause.items()))
                    for clause in guard.clauses
                )
            )
        )

    def chosen(self, fact: str, option: str) -> Condition:
        """The case in which the fact has this option."""
        return self.restricted(Condition((((fact, frozenset({option})),),)))

    def not_chosen(self, fact: str, option: str) -> Condition:
        """The cases in which the fact has another option."""
        others = self._options[fact] - {option}
        return self._simplified([((fact, others),)]) if others else NEVER

    def restricted(self, condition: Condition) -> Condition:
        """What is left of the condition where facts have only the options known here."""
        if condition == ALWAYS:
            return ALWAYS
        cubes = (
            tuple((fact, allowed & self._options.get(fact, allowed)) for fact, allowed in cube)
            for cube in condition.cubes
        )
        return self._simplified(cube for cube in cubes if all(allowed for _, allowed in cube))

    def both(self, first: Condition, second: Condition) -> Condition:
        """first and second."""
        if first is ALWAYS or first == second:
            return second
        if second is ALWAYS:
            return first
        pairs = itertools.product(first.cubes, second.cubes)
        return self._simplified(cube for a, b in pairs if (cube := _meet(a, b)) is not None)

    def either(self, conditions: Iterable[Condition]) -> Condition:
        """Any of the conditions; never, where there is none."""
        return self._simplified(cube for condition in conditions for cube in condition.cubes)

    def is_possible(self, *conditions: Condition) -> bool:
        """Whether some scenario satisfies all the conditions."""
        limiting = frozenset(c for c in conditions if c is not ALWAYS)
        if not limiting:
            return True
        if limiting not in self._possible:
            self._possible[limiting] = _have_common_case((), list(limiting))
        return self._possible[limiting]

    def implies(self, premise: Condition, conclusion: Condition) -> bool:
        """premise => conclusion, over all scenarios."""
        if conclusion == ALWAYS or premise in (conclusion, NEVER):
            return True
        key = (premise, conclusion)
        if key not in self._implied:
            self._implied[key] = all(
                self._is_covered(cube, conclusion.cubes) for cube in premise.cubes
            )
        return self._implied[key]

    def cases(self, conditions: Sequence[Condition]) -> tuple[list[Case], bool]:
        """The scenarios grouped by which conditions hold, and whether they are only a bound.

        Beyond `MAX_COMBINATIONS` of the options that the conditions tell apart there is one case,
        in which all of them hold. A condition that can never hold is false in every case.
        """
        key = tuple(conditions)
        if key not in self._grouped:
            self._grouped[key] = self._group(key)
        return self._grouped[key]

    def _group(self, conditions: Sequence[Condition]) -> tuple[list[Case], bool]:
        told_apart = self._told_apart(conditions)
        if math.prod(len(options) for options in told_apart.values()) > MAX_COMBINATIONS:
            return [bound_case(conditions)], True
        shares: dict[tuple[bool, ...], float] = {}
        for choice in itertools.product(*told_apart.values()):
            scenario = dict(zip(told_apart, (option for option, _ in choice), strict=True))
            truths = tuple(_holds(condition, scenario) for condition in conditions)
            share = math.prod(weight for _, weight in choice)
            shares[truths] = shares.get(truths, 0.0) + share
        return [Case(truths, share) for truths, share in shares.items()], False

    def facts_of(self, conditions: Iterable[Condition]) -> frozenset[str]:
        """The facts that the conditions speak of."""
        return frozenset[str]().union(*(condition.facts for condition in conditions))

    def fact(self, id: str) -> CaseFact:
        """The fact of that id."""
        return self._facts[id]

    def _told_apart(self, conditions: Sequence[Condition]) -> dict[str, list[tuple[str, float]]]:
        """Of each fact on which a condition depends: one option for all that are alike, and the
        share of these together."""
        found = {}
        for fact in sorted(self.facts_of(conditions)):
            speaking = [condition for condition in conditions if fact in condition.facts]
            alike: dict[str, float] = {}
            for option, share in _weighted_options(self._facts[fact]):
                same = (o for o in alike if self._are_alike(fact, o, option, speaking))
                first = next(same, option)
                alike[first] = alike.get(first, 0.0) + share
            found[fact] = list(alike.items())
        return found

    def _are_alike(self, fact: str, one: str, other: str, conditions: list[Condition]) -> bool:
        """Exchanging the two options of the fact changes the truth of no condition."""
        return all(
            self._are_same(self._given(c, fact, one), self._given(c, fact, other))
            for c in conditions
        )

    def _are_same(self, one: Condition, other: Condition) -> bool:
        return one == other or (self.implies(one, other) and self.implies(other, one))

    def _given(self, condition: Condition, fact: str, option: str) -> Condition:
        """What is left of the condition where the fact has the option."""
        return self._simplified(
            tuple(part for part in cube if part[0] != fact)
            for cube in condition.cubes
            if all(option in allowed for named, allowed in cube if named == fact)
        )

    def _simplified(self, cubes: Iterable[Cube]) -> Condition:
        """Free facts dropped, cubes inside another dropped, in a fixed order."""
        slim = {
            tuple((fact, allowed) for fact, allowed in cube if allowed != self._options.get(fact))
            for cube in cubes
        }
        if () in slim:
            return ALWAYS
        kept = list(slim)
        if len(slim) <= MAX_ABSORBED:
            kept = [a for a in slim if not any(a != b and _is_inside(a, b) for b in slim)]
        return Condition(tuple(sorted(kept, key=_sort_key))) if kept else NEVER

    def _is_covered(self, cube: Cube, cubes: Sequence[Cube]) -> bool:
        """Whether every scenario of the cube lies in one of the cubes.

        Each piece is met with the cubes one after another; what lies outside of one goes on as
        pieces of their own. The question is hard in general, so it is given up at `MAX_SPLITS`.
        """
        pieces = [(cube, 0)]
        for _ in range(MAX_SPLITS):
            if not pieces:
                return True
            piece, position = pieces.pop()
            meeting = (n for n in range(position, len(cubes)) if _meet(piece, cubes[n]) is not None)
            found = next(meeting, None)
            if found is None:
                return False
            pieces.extend((part, found + 1) for part in self._outside(piece, cubes[found]))
        return False

    def _outside(self, cube: Cube, other: Cube) -> Iterator[Cube]:
        """The parts of the cube that lie outside the other, which it meets."""
        rest = dict(cube)
        for fact, allowed in other:
            own = rest.get(fact, self._options[fact])
            if outside := own - allowed:
                yield tuple(sorted({**rest, fact: outside}.items()))
                rest[fact] = own & allowed


def bound_case(conditions: Sequence[Condition]) -> Case:
    """The case in which all conditions hold that can hold at all."""
    return Case(tuple(condition != NEVER for condition in conditions), 1.0)


def _have_common_case(cube: Cube, conditions: Sequence[Condition]) -> bool:
    """Whether a scenario of the cube satisfies all the conditions."""
    if not conditions:
        return True
    first, *others = conditions
    return any(
        (met := _meet(cube, other)) is not None and _have_common_case(met, others)
        for other in first.cubes
    )


def _meet(first: Cube, second: Cube) -> Cube | None:
    """What lies in both cubes; None where nothing does."""
    met = dict(first)
    for fact, allowed in second:
        met[fact] = met[fact] & allowed if fact in met else allowed
        if not met[fact]:
            return None
    return tuple(sorted(met.items()))


def _is_inside(inner: Cube, outer: Cube) -> bool:
    allowed = dict(inner)
    return all(fact in allowed and allowed[fact] <= options for fact, options in outer)


def _holds(condition: Condition, scenario: Mapping[str, str]) -> bool:
    return any(all(scenario[fact] in allowed for fact, allowed in c) for c in condition.cubes)


def _sort_key(cube: Cube) -> list[tuple[str, list[str]]]:
    return [(fact, sorted(allowed)) for fact, allowed in cube]


def _weighted_options(fact: CaseFact) -> list[tuple[str, float]]:
    even = Fraction(1, len(fact.options))
    shares = fact.shares or (even,) * len(fact.options)
    return [(option, float(share)) for option, share in zip(fact.options, shares, strict=True)]
