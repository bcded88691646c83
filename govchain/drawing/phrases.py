"""Conditions in the few words that a picture has room for."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from govchain.compiler.conditions import ALWAYS, Condition, Cube
from govchain.drawing.lettering import clean
from govchain.drawing.words import Words
from govchain.model.nouns import CaseFact
from govchain.model.vocabulary import YES_NO


class ConditionText:
    """Says conditions over these facts."""

    def __init__(self, facts: Mapping[str, CaseFact], words: Words) -> None:
        self._facts = facts
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
        return self._words.label(clean(fact), self.options(fact, allowed))

    def options(self, fact: str, allowed: Collection[str]) -> str:
        """The allowed options in the order they are defined."""
        known = self._facts.get(fact)
        listed = [o for o in known.options if o in allowed] if known else sorted(allowed)
        return "/".join(self._words.of(YES_NO, clean(option)) for option in listed)

    def question(self, fact: str) -> str:
        """What is asked of the case: the fact, with a question mark."""
        return clean(fact) + self._words("question")
