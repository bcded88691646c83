"""Metrics of a chain (semantics 1.12): worst case and share-weighted mean, exact."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import lru_cache

from .cases import Case
from .catalogue import Step
from .chain import Chain

Measure = Callable[[Chain, Case], Fraction | int]
KEPT = 256
"""Answers that are kept: what a chain costs before a mend is asked for each of its findings."""


@lru_cache(KEPT)
def worst(chain: Chain, measure: Measure) -> Fraction | int:
    """The highest value of any scenario."""
    return max(measure(chain, case) for case in chain.cases)


@lru_cache(KEPT)
def mean(chain: Chain, measure: Measure) -> Fraction:
    """The value of each scenario, weighted by its share."""
    return sum((share * measure(chain, case) for case, share in chain.cases.items()), Fraction(0))


def taking_place(chain: Chain, case: Case) -> Iterator[Step]:
    return (step for step in chain.steps if step.id in case.steps)


def longest(chain: Chain, case: Case, *, counted: bool) -> Fraction:
    """The longest path by `time`; counted: `time-excluded` steps at 0."""
    finished: dict[str, Fraction] = {}
    for step in chain.ordered:
        begins = max((finished[before] for before in step.after), default=Fraction(0))
        takes = step.id in case.steps and not (counted and step.is_excluded)
        finished[step.id] = begins + step.days if takes and step.days else begins
    return max(finished.values(), default=Fraction(0))


def days(chain: Chain, case: Case) -> Fraction:
    return longest(chain, case, counted=False)


def counted_days(chain: Chain, case: Case) -> Fraction:
    return longest(chain, case, counted=True)


def visits(chain: Chain, case: Case) -> int:
    return sum(step.visit for step in taking_place(chain, case))


def materials(chain: Chain, case: Case) -> int:
    """Asked for and not only shown."""
    return case.materials


def shown(chain: Chain, case: Case) -> int:
    return case.shown


def applications(chain: Chain, case: Case) -> int:
    """The `apply` steps that join none."""
    return len(list(opening(chain, case, "apply")))


def windows(chain: Chain, case: Case) -> int:
    """The departments of `accept` steps that join none."""
    return len({step.department for step in opening(chain, case, "accept")} - {None})


def opening(chain: Chain, case: Case, kind: str) -> Iterator[Step]:
    return (s for s in taking_place(chain, case) if s.kind == kind and not s.has_joined)


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
        count += sum(is_handover(step, later) for step in direct)
    return count


def is_handover(earlier: Step, later: Step) -> bool:
    """Both have departments, and they differ."""
    return None not in (earlier.department, later.department) and (
        earlier.department != later.department
    )


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
    "shown": shown,
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
        "bound": chain.is_bound,
    }
