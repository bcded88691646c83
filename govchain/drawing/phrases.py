"""Conditions in the few words that a picture has room for."""

from __future__ import annotations

from collections.abc import Collection

from govchain.compiler.chain import Chain
from govchain.compiler.conditions import ALWAYS, Condition, Cube
from govchain.drawing.lettering import clean
from govchain.drawing.words import Words
from govchain.model.vocabulary import YES_NO


class ConditionText:
    """Says conditions over the facts of a chain.

    A fact of alternatives is said by the names of its data: which of them the applicant has.
    """

    def __init__(self, chain: Chain, words: Words) -> None:
        self._facts = chain.expansion.facts
        self._data = chain.registry.data
        self._words = words

    def of(self, condition: Condition) -> str:
        """`married: yes and age: 0–6 or …`; empty where it always holds."""
        clauses = [self._clause(cube) for cube in condition.cubes]
        if condition == ALWAYS or not all(clauses):
            return ""
        return self._words("or").join(dict.fromkeys(clauses))

    def _clause(self, cube: Cube) -> str:
        return self._words("and").join(self.choice(fact, *allowed) for fact, allowed in cube)

    def choice(self, fact: str, *allowed: str) -> str:
        """A fact with the options allowed for it."""
        name = self._words("has") if self._is_of_alternatives(fact) else clean(fact)
        return self._words.label(name, self.options(fact, allowed))

    def options(self, fact: str, allowed: Collection[str]) -> str:
        """The allowed options in the order they are defined."""
        known = self._facts.get(fact)
        listed = [o for o in known.options if o in allowed] if known else sorted(allowed)
        if self._is_of_alternatives(fact):
            return "/".join(self._data_name(option) for option in listed)
        return "/".join(self._words.of(YES_NO, clean(option)) for option in listed)

    def question(self, fact: str) -> str:
        """What is asked of the case: the fact, with a question mark."""
        name = self._words("which") if self._is_of_alternatives(fact) else clean(fact)
        return name + self._words("question")

    def _is_of_alternatives(self, fact: str) -> bool:
        return fact in self._facts and self._facts[fact].is_of_alternatives

    def _data_name(self, data: str) -> str:
        return clean(self._data[data].name if data in self._data else data)
