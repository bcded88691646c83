"""Conditions in the few words that a picture has room for."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Protocol

from govchain.compiler.chain import Chain
from govchain.compiler.conditions import ALWAYS, Condition, Cube
from govchain.compiler.parts import Part
from govchain.drawing.chart.words import Words
from govchain.drawing.ink.lettering import MOST_LISTED, in_a_row, listed, named
from govchain.language.fixed_words import YES_NO
from govchain.model.nouns import Department


class Named(Protocol):
    """What is defined in a registry under an id."""

    @property
    def name(self) -> str: ...


def name_of(id: str, known: Mapping[str, Named]) -> str:
    """What is defined under the id is called so; the id itself where nothing is."""
    return named(known[id].name if id in known else id)


def short_name_of(id: str, known: Mapping[str, Department]) -> str:
    """The same of a department where room is scarce: by its short name (简称), if it has one."""
    return named(known[id].short_name if id in known else id)


MOST_OWN = 3
"""So many of a joint matter's own steps name what they make together."""


def part_name(part: Part, words: Words) -> str:
    """What people call a part of a joint chain; steps of its own by their names."""
    if part.call:
        return named(part.name)
    names = [*dict.fromkeys(named(step.called(words.language)) for step in part.steps)]
    rest = len(names) - MOST_OWN
    more = words("and-more").format(rest=rest, all=len(names)) if rest > 0 else ""
    return words.enumeration(names[:MOST_OWN]) + more or words("own-steps")


class ConditionText:
    """Says conditions over the facts of a chain.

    A fact of alternatives is said by the names of its data: which of them the applicant has.
    """

    def __init__(self, chain: Chain, words: Words) -> None:
        self._facts = chain.expansion.facts
        self._registry = chain.registry
        self._words = words

    def of(self, condition: Condition) -> str:
        """`married: yes and age: 0–6 or …`; empty where it always holds."""
        if condition == ALWAYS:
            return ""
        clauses = map(self._clause, condition.cubes[:MOST_LISTED])
        more = len(condition.cubes) - MOST_LISTED
        return in_a_row(dict.fromkeys(clauses), self._words("or"), more)

    def _clause(self, cube: Cube) -> str:
        return listed(cube, lambda part: self.choice(*part), self._words("and"))

    def scenario(self, chosen: Mapping[str, str]) -> str:
        """The options that are chosen for a picture; empty where it is of all cases."""
        return self._words("and").join(self.choice(fact, [chosen[fact]]) for fact in chosen)

    def choice(self, fact: str, allowed: Collection[str]) -> str:
        """A fact with the options allowed for it."""
        name = self._words("has") if self._is_of_alternatives(fact) else named(fact)
        return self._words.label(name, self.options(fact, allowed))

    def options(self, fact: str, allowed: Collection[str]) -> str:
        """The allowed options in the order they are defined."""
        known = self._facts.get(fact)
        options = [o for o in known.options if o in allowed] if known else sorted(allowed)
        say = self._data if self._is_of_alternatives(fact) else self._option
        return listed(options, say, "/")

    def _option(self, option: str) -> str:
        return self._words.of(YES_NO, named(option))

    def question(self, fact: str) -> str:
        """What is asked of the case: the fact, with a question mark."""
        name = self._words("which") if self._is_of_alternatives(fact) else named(fact)
        return name + self._words("question")

    def _is_of_alternatives(self, fact: str) -> bool:
        return fact in self._facts and self._facts[fact].is_of_alternatives

    def _data(self, data: str) -> str:
        return name_of(data, self._registry.data)
