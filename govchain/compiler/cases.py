"""Many scenarios at once: a condition as one whole number, a figure as one row of lanes.

Scenarios that no condition at hand tells apart are one case. Cases are numbered; of a condition
bit n says whether it holds in case n, so that questions of all cases are one operation. A row
keeps one figure for every case in as many lanes of one whole number.
"""

from __future__ import annotations

import itertools
import math
import sys
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from typing import Literal, TypeAlias

from govchain.compiler.conditions import ALWAYS, Condition

Options: TypeAlias = Sequence[tuple[str, Fraction]]
"""Of one fact an option for each group that is alike, and the share of the group."""

Row: TypeAlias = int
"""A figure for every case, by lanes."""

Figure: TypeAlias = "tuple[int, Fraction]"
"""Worst case and mean of one figure of a chain, days in ticks."""


_CODES: Mapping[int, Literal["B", "H", "I", "Q"]] = {1: "B", 2: "H", 4: "I", 8: "Q"}
"""How many bytes a lane has, and by what letter `memoryview` knows whole numbers of that size."""


class Cases:
    """Every combination of these options of facts, with its share, and who holds where."""

    def __init__(self, facts: Mapping[str, Options], *, is_bound: bool = False) -> None:
        """`is_bound`: one case in which all conditions hold that can hold at all."""
        self.is_bound = is_bound
        self.size = math.prod(len(options) for options in facts.values())
        self.every = (1 << self.size) - 1
        self._facts = facts
        self._chosen = dict(self._choices())
        self._truths: dict[Condition, int] = {ALWAYS: self.every}
        self._weights_of: dict[Condition, int] = {}
        self._lanes: dict[int, Lanes] = {}
        self._sums: dict[frozenset[tuple[Condition, int]], Figure] = {}

    def when(self, condition: Condition) -> int:
        """The cases in which the condition holds, a bit for each."""
        if condition not in self._truths:
            self._truths[condition] = self._find(condition)
        return self._truths[condition]

    def weight(self, condition: Condition) -> int:
        """The share of the cases in which the condition holds, in parts of `whole`."""
        if condition not in self._weights_of:
            holding = map(int, reversed(f"{self.when(condition):0{self.size}b}"))
            self._weights_of[condition] = sum(itertools.compress(self.weights, holding))
        return self._weights_of[condition]

    def sum(self, amounts: Mapping[Condition, int]) -> Figure:
        """Worst case and mean of what adds up: so much wherever the condition holds."""
        key = frozenset(amounts.items())
        if key not in self._sums:
            weight = sum(self.weight(c) * n for c, n in amounts.items())
            self._sums[key] = max(self.added(amounts)), Fraction(weight, self.whole)
        return self._sums[key]

    def added(self, amounts: Mapping[Condition, int]) -> Sequence[int]:
        """Of each case what adds up in it."""
        lanes = self.lanes(sum(amounts.values()))
        rows = (lanes.row(self.when(c), n) for c, n in amounts.items())
        return lanes.figures(sum(rows))

    def lanes(self, most: int) -> Lanes:
        """Room for figures up to this one."""
        least = most.bit_length() // 8 + 1
        width = next((known for known in _CODES if known >= least), least)
        if width not in self._lanes:
            self._lanes[width] = Lanes(width, self.size)
        return self._lanes[width]

    def mean(self, figures: Sequence[int]) -> Fraction:
        """The share-weighted mean of a figure that is given for every case."""
        return Fraction(sum(map(int.__mul__, figures, self.weights)), self.whole)

    def example(self, case: int) -> Mapping[str, str]:
        """The case of that number: of each fact an option. Empty where all counts as one case."""
        chosen: dict[str, str] = {}
        for fact, options in reversed([*self._facts.items()]):
            case, place = divmod(case, len(options))
            chosen[fact] = options[place][0]
        return {fact: chosen[fact] for fact in self._facts}

    @cached_property
    def weights(self) -> Sequence[int]:
        """The share of each case, in parts of `whole`."""
        weights = [1]
        for options in self._facts.values():
            parts = _denominator(options)
            of_options = [int(share * parts) for _, share in options]
            weights = [weight * part for weight in weights for part in of_options]
        return weights

    @cached_property
    def whole(self) -> int:
        """What the weights add up to."""
        return math.prod(_denominator(options) for options in self._facts.values())

    def _find(self, condition: Condition) -> int:
        if self.is_bound:
            return self.every if condition.cubes else 0
        found = 0
        for cube in condition.cubes:
            held = self.every
            for fact, allowed in cube:
                held &= self._allowing(fact, allowed)
            found |= held
        return found

    def _allowing(self, fact: str, allowed: frozenset[str]) -> int:
        """The cases in which the fact has one of the options."""
        bits = 0
        for option, _ in self._facts[fact]:
            if option in allowed:
                bits |= self._chosen[fact, option]
        return bits

    def _choices(self) -> Iterator[tuple[tuple[str, str], int]]:
        """Of each fact and option the cases in which it is chosen; the last fact changes first."""
        apart = self.size
        for fact, options in self._facts.items():
            period, apart = apart, apart // len(options)
            again = self.every // ((1 << period) - 1)
            for place, (option, _) in enumerate(options):
                yield (fact, option), ((1 << apart) - 1 << place * apart) * again


class Lanes:
    """Arithmetic on rows of figures, each lane so many bytes wide; the highest bit stays free."""

    def __init__(self, width: int, size: int) -> None:
        self._width, self._size = width, size
        self._ones = self._spread((1 << size) - 1)
        self._free = self._ones << 8 * width - 1
        self._spreads: dict[int, Row] = {}

    def row(self, cases: int, figure: int = 1) -> Row:
        """The figure in each of these cases, nought in all others."""
        if cases not in self._spreads:
            self._spreads[cases] = self._spread(cases)
        return self._spreads[cases] * figure

    def larger(self, one: Row, other: Row) -> Row:
        """Case by case the larger of the two."""
        if one == other or not other:
            return one
        if not one:
            return other
        is_larger = ((one | self._free) - other) & self._free
        kept = is_larger - (is_larger >> 8 * self._width - 1)
        return other ^ ((one ^ other) & kept)

    def largest(self, row: Row) -> int:
        """The largest figure of all cases."""
        return max(self.figures(row))

    def figures(self, row: Row) -> Sequence[int]:
        """The figure of each case."""
        if self._size == 1:
            return (row,)
        length = self._size * self._width
        if code := _CODES.get(self._width):
            figures = memoryview(row.to_bytes(length, sys.byteorder)).cast(code)
            return figures if sys.byteorder == "little" else figures[::-1]
        written = row.to_bytes(length, "little")
        lanes = range(0, length, self._width)
        return [int.from_bytes(written[n : n + self._width], "little") for n in lanes]

    def _spread(self, cases: int) -> Row:
        """One in the lane of each of the cases."""
        lanes = bytearray(self._size * self._width)
        lanes[:: self._width] = bytes(map(int, reversed(f"{cases:0{self._size}b}")))
        return int.from_bytes(lanes, "little")


def _denominator(options: Options) -> int:
    return math.lcm(*(share.denominator for _, share in options))
