"""The scenarios of a chain, one by one, with what takes place in each (semantics 1.2, 1.12)."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import prod
from typing import TYPE_CHECKING

from .guards import Scenario, facts_of, holds

if TYPE_CHECKING:
    from .chain import Chain

BOUND = 4096


@dataclass(frozen=True, slots=True)
class Case:
    """What happens in a scenario: the steps that take place, how many materials are asked for."""

    steps: frozenset[str]
    materials: int


def facts_in_guards(chain: Chain) -> list[str]:
    """The facts that occur in guards: of steps, of their needs, of materials."""
    guards = [step.guard for step in chain.steps]
    guards += [material.guard for material in chain.materials]
    guards += [need.guard for need in chain.all_needs()]
    return sorted({fact for guard in guards for fact in facts_of(guard)})


def is_bound(chain: Chain) -> bool:
    """More than 4,096 combinations: every guard is then taken as true."""
    return prod(len(chain.facts[fact]) for fact in facts_in_guards(chain)) > BOUND


def cases_of(chain: Chain) -> dict[Case, Fraction]:
    """What can happen, with the share of the scenarios in which it does."""
    if is_bound(chain):
        everything = frozenset(step.id for step in chain.steps)
        return {Case(everything, len(chain.materials)): Fraction(1)}
    shares: dict[Case, Fraction] = {}
    for scenario in chain.scenarios.over(facts_in_guards(chain)):
        case = case_of(chain, scenario)
        shares[case] = shares.get(case, Fraction(0)) + share_of(chain, scenario)
    return shares


def case_of(chain: Chain, scenario: Scenario) -> Case:
    """Exactly what takes place in this scenario."""
    return Case(
        frozenset(step.id for step in chain.steps if holds(step.guard, scenario)),
        sum(holds(material.guard, scenario) for material in chain.materials),
    )


def share_of(chain: Chain, scenario: Scenario) -> Fraction:
    """The product of the shares of its options (no shares: uniform; facts independent)."""
    return prod(
        (option_share(chain, fact, option) for fact, option in scenario.items()),
        start=Fraction(1),
    )


def option_share(chain: Chain, fact: str, option: str) -> Fraction:
    share = chain.facts[fact][option]
    return Fraction(1, len(chain.facts[fact])) if share is None else share
