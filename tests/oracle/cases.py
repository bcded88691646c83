"""The scenarios of a chain, one by one, with what takes place in each (semantics 1.2, 1.12)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from math import lcm, prod
from typing import TYPE_CHECKING

from .guards import Guard, Scenario, facts_of, holds

if TYPE_CHECKING:
    from .chain import Chain

BOUND = 4096


@dataclass(frozen=True, slots=True)
class Case:
    """What happens in a scenario: the steps that take place, what is asked for, what is shown."""

    steps: frozenset[str]
    materials: int
    shown: int


def guards_of(chain: Chain) -> list[Guard]:
    """The guards of steps and materials."""
    guards = [step.guard for step in chain.steps] + [held.guard for held in chain.materials]
    return list(dict.fromkeys(guards))


def options_told_apart(chain: Chain) -> dict[str, list[list[str]]]:
    """The options of every fact on which such a guard depends, those not told apart in one list."""
    guards = guards_of(chain)
    facts = sorted({fact for guard in guards for fact in facts_of(guard)})
    found = {fact: alike(chain, guards, fact) for fact in facts}
    return {fact: options for fact, options in found.items() if len(options) > 1}


def alike(chain: Chain, guards: list[Guard], fact: str) -> list[list[str]]:
    """Options of a fact that exchanging changes the truth of no guard, together."""
    concerned = [guard for guard in guards if fact in facts_of(guard)]
    groups: list[list[str]] = []
    for option in chain.scenarios.options[fact]:
        group = next((g for g in groups if not tell(chain, concerned, fact, g[0], option)), None)
        if group is None:
            groups.append([option])
        else:
            group.append(option)
    return groups


def tell(chain: Chain, guards: list[Guard], fact: str, one: str, other: str) -> bool:
    """Does one of the guards tell the two options apart?"""
    return any(tells(chain, guard, fact, one, other) for guard in guards)


def tells(chain: Chain, guard: Guard, fact: str, one: str, other: str) -> bool:
    """Is there a scenario in which the guard is true of the one option and not of the other?"""
    return any(
        holds(guard, {**scenario, fact: one}) != holds(guard, {**scenario, fact: other})
        for scenario in chain.scenarios.over(facts_of(guard) - {fact})
    )


def is_bound(chain: Chain) -> bool:
    """More than 4,096 combinations: every guard that can hold at all is then taken as true."""
    return prod(len(options) for options in chain.told_apart.values()) > BOUND


def cases_of(chain: Chain) -> dict[Case, Fraction]:
    """What can happen, with the share of the scenarios in which it does."""
    if chain.is_bound:
        return {everything_that_can_hold(chain): Fraction(1)}
    weights: Counter[Case] = Counter()
    facts = {fact: weighed(chain, fact) for fact in chain.told_apart}
    for choice in product(*(groups for groups, _ in facts.values())):
        firsts = {fact: group[0] for fact, (group, _) in zip(facts, choice, strict=True)}
        case = case_of(chain, standing_for(chain, firsts))
        weights[case] += prod(weight for _, weight in choice)
    whole = prod(whole for _, whole in facts.values())
    return {case: Fraction(weight, whole) for case, weight in weights.items()}


def everything_that_can_hold(chain: Chain) -> Case:
    asked = [m.handling for m in chain.materials if chain.scenarios.satisfiable(m.guard)]
    steps = (step.id for step in chain.steps if chain.scenarios.satisfiable(step.guard))
    return Case(frozenset(steps), len(asked) - asked.count("shown"), asked.count("shown"))


def standing_for(chain: Chain, firsts: dict[str, str]) -> Scenario:
    """One of the scenarios that no guard tells apart; of other facts any option."""
    return {fact: choices[0] for fact, choices in chain.scenarios.options.items()} | firsts


def case_of(chain: Chain, scenario: Scenario) -> Case:
    """Exactly what takes place in this scenario."""
    asked = [m.handling for m in chain.materials if holds(m.guard, scenario)]
    return Case(
        frozenset(step.id for step in chain.steps if holds(step.guard, scenario)),
        len(asked) - asked.count("shown"),
        asked.count("shown"),
    )


def weighed(chain: Chain, fact: str) -> tuple[list[tuple[list[str], int]], int]:
    """The options of a fact told apart, with their share as a whole number of so many parts.

    The share of a scenario is the product of those of its options.
    """
    shares = {option: option_share(chain, fact, option) for option in chain.facts[fact]}
    whole = lcm(*(share.denominator for share in shares.values()))
    groups = chain.told_apart[fact]
    return [(group, int(sum(shares[o] * whole for o in group))) for group in groups], whole


def option_share(chain: Chain, fact: str, option: str) -> Fraction:
    """As written; where none is, uniform."""
    share = chain.facts[fact][option]
    return Fraction(1, len(chain.facts[fact])) if share is None else share
