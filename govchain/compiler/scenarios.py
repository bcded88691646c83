"""What is asked of conditions: possible, implied, in which cases (semantics.md 1.2).

Clauses are compared as whole numbers: a bit for every option of every fact, so that what two
clauses have in common is one operation however many facts they name. Questions of two conditions
are answered by splitting clauses along the facts they name, so facts that no guard concerned
speaks of cost nothing.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property

from govchain.compiler.cases import Cases, Options
from govchain.compiler.conditions import ALWAYS, NEVER, Condition, Cube, meet
from govchain.compiler.effort import Effort
from govchain.model.nouns import CaseFact, Guard

MAX_COMBINATIONS = 4096
"""Up to here figures are exact; beyond, every guard counts as true (semantics.md 1.12)."""

MAX_ABSORBED = 64
"""Above so many clauses none is dropped for lying inside another: it would only cost time."""


class Scenarios:
    """Every choice of one option for each fact of a chain, and the questions asked of them."""

    def __init__(self, facts: Mapping[str, CaseFact], effort: Effort | None = None) -> None:
        self._facts = facts
        self._effort = effort or Effort()
        self._options = {fact.id: frozenset(fact.options) for fact in facts.values()}
        self._coded: dict[Condition, tuple[int, ...]] = {}
        self._implied: dict[tuple[Condition, ...], bool] = {}
        self._possible: dict[frozenset[Condition], bool] = {}
        self._cases: dict[frozenset[Condition], Cases] = {}
        self._exact: list[tuple[frozenset[Condition], Cases]] = []
        self._labels: dict[tuple[Condition, str], Sequence[object]] = {}

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
        """first and second, written out: their clauses multiply."""
        if first is ALWAYS or first == second:
            return second
        if second is ALWAYS:
            return first
        pairs = itertools.product(first.cubes, second.cubes)
        return self._simplified(cube for a, b in pairs if (cube := meet(a, b)) is not None)

    def either(self, conditions: Iterable[Condition]) -> Condition:
        """Any of the conditions; never, where there is none."""
        return self._simplified(cube for condition in conditions for cube in condition.cubes)

    def is_possible(self, *conditions: Condition) -> bool:
        """Whether some scenario satisfies all the conditions; yes, where that is given up."""
        limiting = frozenset(c for c in conditions if c is not ALWAYS)
        if len(limiting) < 2:
            return NEVER not in limiting
        if (code := self._only_code(limiting)) is not None:
            return self._layout.is_some(code)
        if limiting not in self._possible:
            parts = sorted((self._codes(c) for c in limiting), key=len)
            self._possible[limiting] = (
                any(True for _ in self._meeting(parts)) or self._effort.is_spent
            )
        return self._possible[limiting]

    def implies(self, premise: Condition, conclusion: Condition) -> bool:
        """premise => conclusion, over all scenarios; no, where that is given up."""
        if premise is conclusion or conclusion is ALWAYS or premise is NEVER:
            return True
        if len(premise.cubes) == 1 == len(conclusion.cubes):
            return not self._codes(premise)[0] & ~self._codes(conclusion)[0]
        key = (premise, conclusion)
        if key not in self._implied:
            self._implied[key] = premise == conclusion or self._do_imply(key)
        return self._implied[key]

    def all_imply(self, premises: Sequence[Condition], conclusion: Condition) -> bool:
        """The premises together => conclusion; their clauses are not multiplied out."""
        limiting = dict.fromkeys(premise for premise in premises if premise is not ALWAYS)
        if len(limiting) < 2:
            return self.implies(next(iter(limiting), ALWAYS), conclusion)
        if conclusion is ALWAYS or conclusion in limiting or NEVER in limiting:
            return True
        if len(conclusion.cubes) == 1 and (code := self._only_code(limiting)) is not None:
            is_within = not code & ~self._codes(conclusion)[0]
            return is_within or not self._layout.is_some(code)
        key = (*limiting, conclusion)
        if key not in self._implied:
            self._implied[key] = self._do_imply(key)
        return self._implied[key]

    def _do_imply(self, conditions: Sequence[Condition]) -> bool:
        """All but the last imply the last."""
        *premises, conclusion = (self._codes(condition) for condition in conditions)
        is_covered = all(self._is_covered(cube, conclusion) for cube in self._meeting(premises))
        return is_covered and not self._effort.is_spent

    def cases(self, conditions: Iterable[Condition]) -> Cases:
        """The cases that the conditions tell apart.

        Beyond `MAX_COMBINATIONS` of the options that they tell apart there is one case, in which
        all of them hold. A condition that can never hold is false in every case.
        """
        key = frozenset(conditions)
        if key not in self._cases:
            self._cases[key] = self._find_cases(key)
        return self._cases[key]

    def are_shares_known(self, conditions: Iterable[Condition]) -> bool:
        """Of all alternatives that the conditions speak of it is known how many have which."""
        spoken_of = {fact for condition in conditions for fact in condition.facts}
        return all(
            self._facts[id].shares is not None
            for id in spoken_of
            if self._facts[id].is_of_alternatives
        )

    def fact(self, id: str) -> CaseFact:
        """The fact of that id."""
        return self._facts[id]

    # Cases

    def _find_cases(self, conditions: frozenset[Condition]) -> Cases:
        for known, cases in self._exact:
            if conditions <= known:
                return cases
        told_apart = self._told_apart(conditions)
        if math.prod(len(options) for options in told_apart.values()) > MAX_COMBINATIONS:
            return Cases({}, is_bound=True)
        cases = Cases(told_apart)
        self._exact.append((conditions, cases))
        return cases

    def _told_apart(self, conditions: frozenset[Condition]) -> dict[str, Options]:
        """Of each fact on which a condition depends: one option for all that are alike, and the
        share of these together."""
        speaking: dict[str, list[Sequence[object]]] = {}
        for condition in conditions:
            for fact in condition.facts:
                speaking.setdefault(fact, []).append(self._labels_of(condition, fact))
        found: dict[str, Options] = {}
        for fact in sorted(speaking):
            alike: dict[tuple[object, ...], tuple[str, Fraction]] = {}
            labels = zip(*speaking[fact], strict=True)
            for (option, share), label in zip(self._weighted(fact), labels, strict=True):
                first, known = alike.get(label, (option, Fraction(0)))
                alike[label] = first, known + share
            found[fact] = list(alike.values())
        return found

    def _weighted(self, fact: str) -> Iterator[tuple[str, Fraction]]:
        """The options of the fact with their shares, even ones where none are known."""
        known = self._facts[fact]
        even = Fraction(1, len(known.options))
        return zip(known.options, known.shares or (even,) * len(known.options), strict=True)

    def _labels_of(self, condition: Condition, fact: str) -> Sequence[object]:
        """A label for each option of the fact: options of one label may be exchanged without
        that the truth of the condition changes."""
        key = (condition, fact)
        if key not in self._labels:
            self._labels[key] = self._find_labels(condition, fact)
        return self._labels[key]

    def _find_labels(self, condition: Condition, fact: str) -> Sequence[object]:
        options = self._facts[fact].options
        written = self._as_written(condition, fact)
        self._effort.spend(4 * len(condition.cubes) * len(set(written.values())))
        if len(condition.cubes) == 1 or self._effort.is_spent:
            return [written[option] for option in options]
        firsts = {label: option for option, label in reversed(written.items())}
        left = {label: self._given(condition, fact, first) for label, first in firsts.items()}
        alike: dict[object, int] = {}
        known: list[Condition] = []
        for label, rest in left.items():
            same = (n for n, other in enumerate(known) if self._are_same(rest, other))
            number = next(same, len(known))
            if number == len(known):
                known.append(rest)
            alike[label] = number
        return [alike[written[option]] for option in options]

    def _as_written(self, condition: Condition, fact: str) -> dict[str, tuple[int, ...]]:
        """Of each option of the fact: the clauses that allow it."""
        naming: dict[str, list[int]] = {option: [] for option in self._facts[fact].options}
        for number, cube in enumerate(condition.cubes):
            for option in dict(cube).get(fact, naming):
                if option in naming:
                    naming[option].append(number)
        return {option: tuple(numbers) for option, numbers in naming.items()}

    def _are_same(self, one: Condition, other: Condition) -> bool:
        return one == other or (self.implies(one, other) and self.implies(other, one))

    def _given(self, condition: Condition, fact: str, option: str) -> Condition:
        """What is left of the condition where the fact has the option."""
        return self._simplified(
            tuple(part for part in cube if part[0] != fact)
            for cube in condition.cubes
            if all(option in allowed for named, allowed in cube if named == fact)
        )

    # Clauses

    def _simplified(self, cubes: Iterable[Cube]) -> Condition:
        """Free facts dropped, cubes inside another dropped, in a fixed order."""
        slim = {
            tuple((fact, allowed) for fact, allowed in cube if allowed != self._options.get(fact))
            for cube in cubes
        }
        if () in slim:
            return ALWAYS
        if 1 < len(slim) <= MAX_ABSORBED:
            codes = [(cube, self._code(cube)) for cube in slim]
            slim = {a for a, c in codes if not any(c & d == c and c != d for _, d in codes)}
        return Condition(tuple(sorted(slim, key=_sort_key))) if slim else NEVER

    def _codes(self, condition: Condition) -> tuple[int, ...]:
        """The clauses of the condition as numbers."""
        if condition not in self._coded:
            self._coded[condition] = tuple(self._code(cube) for cube in condition.cubes)
        return self._coded[condition]

    def _only_code(self, conditions: Iterable[Condition]) -> int | None:
        """What the conditions have in common where each has one clause: asked at once, and
        neither kept nor counted."""
        common = -1
        for condition in conditions:
            codes = self._codes(condition)
            if len(codes) != 1:
                return None
            common &= codes[0]
        return common

    def _code(self, cube: Cube) -> int:
        """A bit for each option that the clause allows, of free facts for all."""
        code = self._layout.free
        for fact, allowed in cube:
            code &= self._layout.without[fact]
            for option in allowed:
                code |= self._layout.bits[fact, option]
        return code

    @cached_property
    def _layout(self) -> _Layout:
        return _Layout(self._options)

    def _meeting(self, parts: Sequence[Sequence[int]]) -> Iterator[int]:
        """What a clause of each part have in common, where they have something."""
        first, *others = parts
        if not others:
            yield from first
            return
        layout = self._layout
        waiting = [(code, 0) for code in reversed(first)]
        while waiting and not self._effort.is_spent:
            code, position = waiting.pop()
            met = [m for other in others[position] if layout.is_some(m := code & other)]
            self._effort.spend(len(others[position]))
            if position + 1 == len(others):
                yield from met
            else:
                waiting.extend((m, position + 1) for m in reversed(met))

    def _is_covered(self, cube: int, cubes: Sequence[int]) -> bool:
        """Whether every scenario of the cube lies in one of the cubes.

        Each piece is met with the cubes one after another; what lies outside of one goes on as
        pieces of their own. The question is hard in general, so it may be given up.
        """
        is_some = self._layout.is_some
        pieces = [(cube, 0)]
        while pieces:
            piece, position = pieces.pop()
            if self._effort.is_spent:
                return False
            for number in range(position, len(cubes)):
                if is_some(piece & cubes[number]):
                    break
            else:
                self._effort.spend(max(1, len(cubes) - position))
                return False
            self._effort.spend(number + 1 - position)
            if beyond := piece & ~cubes[number]:
                parts = self._layout.outside(piece, beyond)
                pieces.extend((part, number + 1) for part in parts)
        return True


class _Layout:
    """Where the options of each fact stand among the bits; one bit of each fact stays free."""

    def __init__(self, options: Mapping[str, frozenset[str]]) -> None:
        self.bits: dict[tuple[str, str], int] = {}
        self._whole_at: list[int] = []
        """Of each bit: all options of its fact."""
        wholes: dict[str, int] = {}
        place = self._top = self.free = 0
        for fact, known in options.items():
            for number, option in enumerate(sorted(known)):
                self.bits[fact, option] = 1 << place + number
            whole = (1 << len(known)) - 1 << place
            self.free |= whole
            wholes[fact] = whole
            self._whole_at += [whole] * (len(known) + 1)
            place += len(known)
            self._top |= 1 << place if known else 0
            place += 1
        self.without = {fact: self.free & ~whole for fact, whole in wholes.items()}

    def is_some(self, code: int) -> bool:
        """Every fact has an option left: adding all options to it makes the free bit full."""
        return (code + self.free) & self._top == self._top

    def outside(self, piece: int, beyond: int) -> Iterator[int]:
        """The parts of the piece that lie beyond, fact by fact; what the fact before it shares
        with the other clause counts for the next."""
        while beyond:
            lowest = beyond & -beyond
            whole = self._whole_at[lowest.bit_length() - 1]
            out = beyond & whole
            yield piece & ~whole | out
            piece &= ~out
            beyond ^= out


def _sort_key(cube: Cube) -> list[tuple[str, list[str]]]:
    return [(fact, sorted(allowed)) for fact, allowed in cube]
