"""Metrics of a chain (semantics 1.12): worst case and share-weighted mean, exact."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import prod

from .catalogue import Step
from .chain import Chain
from .guards import Scenario, facts_of, holds

BOUND = 4096


@dataclass(frozen=True, slots=True)
class Case:
    """What happens in a scenario: the steps that take place, how many materials are asked for."""

    steps: frozenset[str]
    materials: int


Measure = Callable[[Chain, Case], Fraction | int]


def facts_in_guards(chain: Chain) -> list[str]:
    """The facts that occur in guards: of steps, of their needs, of materials."""
    guards = [held.guard for held in (*chain.steps, *chain.materials, *chain.all_needs())]
    return sorted(frozenset().union(*(facts_of(guard) for guard in guards)))


def is_bound(chain: Chain) -> bool:
    """More than 4,096 combinations: every guard is then taken as true."""
    return prod(len(chain.facts[fact]) for fact in facts_in_guards(chain)) > BOUND


def cases(chain: Chain) -> dict[Case, Fraction]:
    """What can happen, with the share of the scenarios in which it does."""
    if is_bound(chain):
        everything = frozenset(step.id for step in chain.steps)
        return {Case(everything, len(chain.materials)): Fraction(1)}
    shares: Counter[Case] = Counter()
    for scenario in chain.scenarios.over(facts_in_guards(chain)):
        shares[case_of(chain, scenario)] += share_of(chain, scenario)  # type: ignore[assignment]
    return dict(shares)  # type: ignore[arg-type]


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


def worst(chain: Chain, measure: Measure) -> Fraction | int:
    """The highest value of any scenario."""
    return max(measure(chain, case) for case in chain_cases(chain))


def mean(chain: Chain, measure: Measure) -> Fraction:
    """The value of each scenario, weighted by its share."""
    return sum(
        (share * measure(chain, case) for case, share in chain_cases(chain).items()), Fraction(0)
    )


def chain_cases(chain: Chain) -> dict[Case, Fraction]:
    """`cases`, remembered with the chain."""
    if "cases" not in chain.__dict__:
        chain.__dict__["cases"] = cases(chain)
    held: dict[Case, Fraction] = chain.__dict__["cases"]
    return held


def taking_place(chain: Chain, case: Case) -> Iterator[Step]:
    return (step for step in chain.steps if step.id in case.steps)


def longest(chain: Chain, case: Case, *, counted: bool) -> Fraction:
    """The longest path by `time`; counted: `time-excluded` steps at 0."""
    finished: dict[str, Fraction] = {}
    for step in chain.ordered:
        begins = max((finished[before] for before in step.after), default=Fraction(0))
        takes = step.id in case.steps and not (counted and step.is_excluded)
        finished[step.id] = begins + (step.days if takes else 0)
    return max(finished.values(), default=Fraction(0))


def days(chain: Chain, case: Case) -> Fraction:
    return longest(chain, case, counted=False)


def counted_days(chain: Chain, case: Case) -> Fraction:
    return longest(chain, case, counted=True)


def visits(chain: Chain, case: Case) -> int:
    return sum(step.visit for step in taking_place(chain, case))


def materials(chain: Chain, case: Case) -> int:
    return case.materials


def applications(chain: Chain, case: Case) -> int:
    return sum(step.kind == "apply" for step in taking_place(chain, case))


def windows(chain: Chain, case: Case) -> int:
    """The departments of `accept` steps."""
    accepting = {s.department for s in taking_place(chain, case) if s.kind == "accept"}
    return len(accepting - {None})


def count_steps(chain: Chain, case: Case) -> int:
    return len(case.steps)


def approvals(chain: Chain, case: Case) -> int:
    return sum(step.is_approval_like for step in taking_place(chain, case))


def departments(chain: Chain, case: Case) -> int:
    return len({step.department for step in taking_place(chain, case)} - {None})


def handovers(chain: Chain, case: Case) -> int:
    """Contract skipped and `apply` steps, take the transitive reduction, count the changes."""
    kept = [step for step in taking_place(chain, case) if step.kind != "apply"]
    count = 0
    for later in kept:
        before = [step for step in kept if chain.is_ancestor(step, later)]
        direct = [b for b in before if not any(chain.is_ancestor(b, m) for m in before)]
        count += sum(step.department != later.department for step in direct)
    return count


BENEFITS: dict[str, Measure] = {
    "days": days,
    "visits": visits,
    "materials": materials,
    "steps": count_steps,
}
MEASURES: dict[str, Measure] = {
    "days": days,
    "counted_days": counted_days,
    "visits": visits,
    "materials": materials,
    "applications": applications,
    "windows": windows,
    "steps": count_steps,
    "approvals": approvals,
    "departments": departments,
    "handovers": handovers,
}


def metrics_of(chain: Chain) -> dict[str, object]:
    """The metrics as `analyze --format json` names them."""
    return {
        "worst": {name: worst(chain, measure) for name, measure in MEASURES.items()},
        "mean": {name: mean(chain, measure) for name, measure in MEASURES.items()},
        "bound": is_bound(chain),
    }
