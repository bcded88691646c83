"""Scenarios and guards (semantics 1.2): every question tries the scenarios one by one."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product

Scenario = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class OneOf:
    """The fact has one of these options."""

    fact: str
    options: frozenset[str]


@dataclass(frozen=True, slots=True)
class And:
    """All parts hold; with no part: always."""

    parts: tuple["Guard", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """One of the parts holds."""

    parts: tuple["Guard", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: "Guard"


Guard = OneOf | And | Or | Not

ALWAYS = And(())


def both(*guards: Guard) -> Guard:
    """All of these; what always holds is not written down."""
    parts = tuple(guard for guard in guards if guard != ALWAYS)
    return parts[0] if len(parts) == 1 else And(parts)


def either(*guards: Guard) -> Guard:
    """Any of these."""
    return guards[0] if len(guards) == 1 else Or(guards)


def holds(guard: Guard, scenario: Scenario) -> bool:
    """Is the guard true in this scenario?"""
    match guard:
        case OneOf(fact, options):
            return scenario[fact] in options
        case And(parts):
            return all(holds(part, scenario) for part in parts)
        case Or(parts):
            return any(holds(part, scenario) for part in parts)
        case Not(part):
            return not holds(part, scenario)


@cache
def facts_of(guard: Guard) -> frozenset[str]:
    """The facts that occur in the guard."""
    match guard:
        case OneOf(fact, _):
            return frozenset({fact})
        case And(parts) | Or(parts):
            return frozenset().union(*(facts_of(part) for part in parts))
        case Not(part):
            return facts_of(part)


class Scenarios:
    """All choices of one option for each fact.

    A guard sees only its own facts ("only the facts in the guards concerned matter"), so a
    question walks through the choices of those; answers are remembered.
    """

    def __init__(self, options: Mapping[str, tuple[str, ...]]) -> None:
        self.options = options
        self._satisfiable: dict[tuple[Guard, ...], bool] = {}
        self._implies: dict[tuple[Guard, Guard], bool] = {}

    def over(self, facts: Iterable[str]) -> Iterator[Scenario]:
        """Every scenario of these facts."""
        names = sorted(facts)
        for choice in product(*(self.options[name] for name in names)):
            yield dict(zip(names, choice, strict=True))

    def satisfiable(self, *guards: Guard) -> bool:
        """Is there a scenario in which all these guards hold?"""
        if guards not in self._satisfiable:
            concerned = facts_of(And(guards))
            self._satisfiable[guards] = any(
                all(holds(guard, scenario) for guard in guards) for scenario in self.over(concerned)
            )
        return self._satisfiable[guards]

    def implies(self, condition: Guard, consequence: Guard) -> bool:
        """condition ⇒ consequence: no scenario has the first without the second."""
        question = (condition, consequence)
        if question not in self._implies:
            concerned = facts_of(condition) | facts_of(consequence)
            self._implies[question] = all(
                holds(consequence, scenario)
                for scenario in self.over(concerned)
                if holds(condition, scenario)
            )
        return self._implies[question]
