"""When something applies: conditions over the facts of a case, compared without enumeration.

A condition is a list of clauses, any of which suffices; a clause allows some options for some
facts (a cube). Questions of two conditions are answered by splitting clauses along the facts they
name, so facts that no guard concerned speaks of cost nothing (semantics.md 1.2).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from govchain.model.nouns import CaseFact, Guard

MAX_COMBINATIONS = 4096
"""Up to here figures are exact; beyond, every guard counts as true (semantics.md 1.12)."""

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
        self._cases: dict[tuple[Condition, ...], tuple[list[Case], bool]] = {}

    def condition(self, guard: Guard | None) -> Condition:
        """The condition that a guard as written states."""
        if guard is None:
            return ALWAYS
        return self._simplified(
            tuple(sorted((fact, frozenset(options)) for fact, options in clause.items()))
            for clause in guard.clauses
        )

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
            together = ALWAYS
            for condition in limiting:
                together = self.both(together, condition)
            self._possible[limiting] = bool(together.cubes)
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

        Beyond `MAX_COMBINATIONS` of the facts that occur in the conditions there is one case, in
        which all of them hold. A condition that can never hold is false in every case.
        """
        key = tuple(conditions)
        if key not in self._cases:
            self._cases[key] = self._group(conditions)
        return self._cases[key]

    def _group(self, conditions: Sequence[Condition]) -> tuple[list[Case], bool]:
        facts = sorted(set().union(*(condition.facts for condition in conditions)))
        size = 1
        for fact in facts:
            size *= len(self._facts[fact].options)
        if size > MAX_COMBINATIONS:
            return [Case(tuple(condition != NEVER for condition in conditions), 1.0)], True
        shares: dict[tuple[bool, ...], float] = {}
        for scenario, share in self._scenarios(facts):
            truths = tuple(_holds(condition, scenario) for condition in conditions)
            shares[truths] = shares.get(truths, 0.0) + share
        return [Case(truths, share) for truths, share in shares.items()], False

    def scenario_where(
        self, conditions: Sequence[Condition], truths: Sequence[bool]
    ) -> dict[str, str]:
        """The first scenario in which exactly these conditions hold, as fact -> option."""
        facts = sorted(set().union(*(condition.facts for condition in conditions)))
        for scenario, _ in self._scenarios(facts):
            if all(_holds(c, scenario) == t for c, t in zip(conditions, truths, strict=True)):
                return scenario
        return {}

    def _scenarios(self, facts: Sequence[str]) -> Iterable[tuple[dict[str, str], float]]:
        weighted = [_weighted_options(self._facts[fact]) for fact in facts]
        for choice in itertools.product(*weighted):
            share = 1.0
            for _, weight in choice:
                share *= weight
            options = (option for option, _ in choice)
            yield dict(zip(facts, options, strict=True)), share

    def _simplified(self, cubes: Iterable[Cube]) -> Condition:
        """Free facts dropped, cubes inside another dropped, in a fixed order."""
        slim = {
            tuple((fact, allowed) for fact, allowed in cube if allowed != self._options.get(fact))
            for cube in cubes
        }
        if () in slim:
            return ALWAYS
        kept = [a for a in slim if not any(a != b and _is_inside(a, b) for b in slim)]
        return Condition(tuple(sorted(kept, key=_sort_key))) if kept else NEVER

    def _is_covered(self, cube: Cube, cubes: Sequence[Cube]) -> bool:
        """Whether every scenario of the cube lies in one of the cubes."""
        for position, other in enumerate(cubes):
            if _meet(cube, other) is None:
                continue
            rest = dict(cube)
            for fact, allowed in other:
                own = rest.get(fact, self._options[fact])
                if outside := own - allowed:
                    part = tuple(sorted({**rest, fact: outside}.items()))
                    if not self._is_covered(part, cubes[position + 1 :]):
                        return False
                    rest[fact] = own & allowed
            return True
        return False


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
