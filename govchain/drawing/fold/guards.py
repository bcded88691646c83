"""When alone a part takes place, in the few words of a row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from govchain.compiler.chain import Chain
from govchain.compiler.conditions import ALWAYS, Condition
from govchain.drawing.chart.phrases import ConditionText
from govchain.language.fixed_words import YES_NO

_LEAST_OPTION = 2
"""A shorter option says nothing without its fact: 有, 是."""


def shared_guard(guards: Iterable[Condition]) -> Condition:
    """What holds whenever any of the guards does, as far as it is one clause or the guards are one:
    of each fact that all of them name, the options that one of them allows."""
    known = dict.fromkeys(guards)
    if len(known) == 1:
        return next(iter(known))
    clauses = [dict(cube) for guard in known for cube in guard.cubes]
    if not clauses:
        return ALWAYS
    facts = sorted(set.intersection(*map(set, clauses)))
    options = ((f, frozenset().union(*(clause[f] for clause in clauses))) for f in facts)
    return Condition((tuple(options),))


def chosen(fact: str, option: str) -> Condition:
    """That the fact has this option."""
    return Condition((((fact, frozenset({option})),),))


def short_guard(guard: Condition, chain: Chain, conditions: ConditionText) -> str:
    """The condition; an option that says enough without its fact stands alone. Empty: always."""
    facts = chain.expansion.facts
    cubes = tuple(
        tuple(
            (fact, allowed)
            for fact, allowed in cube
            if fact not in facts or len(allowed) < len(facts[fact].options)
        )
        for cube in guard.cubes
    )
    if not all(cubes):
        return ""
    if len(cubes) == 1 and len(cubes[0]) == 1:
        [(fact, allowed)] = cubes[0]
        if len(allowed) == 1 and _says_enough(next(iter(allowed)), chain):
            return conditions.options(fact, allowed)
    return conditions.of(Condition(cubes))


def _says_enough(option: str, chain: Chain) -> bool:
    """No other fact has the option, and it is more than yes or no."""
    known = Counter(option for fact in chain.expansion.facts.values() for option in fact.options)
    return len(option) >= _LEAST_OPTION and option not in YES_NO and known[option] == 1
