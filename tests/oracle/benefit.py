"""Benefits (semantics 3): the metrics before less those after the mend alone."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from .chain import Chain, with_step
from .expand import is_of_alternatives
from .guards import Guard, Not, both, either
from .metrics import BENEFITS, mean, worst
from .superfluous import needless_visits, superfluous_parts, without_parts

Mend = Callable[[], Chain]
"""Makes the mended chain, when its benefit is asked for."""

Benefit = tuple[Fraction, int, int, int]
YearlyBenefit = dict[str, Fraction]


def without_superfluous(before: Chain, after: Chain) -> Chain:
    """After also drops what the mend made superfluous (nothing that was so before)."""
    dropped = without_parts(after, superfluous_parts(after) - superfluous_parts(before))
    gone = either(*cases_of_going(before, dropped))
    spared = needless_visits(after) - needless_visits(before)
    for step in after.steps:
        if step.id in spared and before.scenarios.implies(step.guard, gone):
            dropped = with_step(dropped, replace(step, visit=0))
    return dropped


def asking_for_superfluous(before: Chain, after: Chain) -> list[str]:
    """The `basis` of what the mend made superfluous, if only one alternative of it."""
    parts = superfluous_parts(after) - superfluous_parts(before)
    keys = {key for key, _ in parts}
    papers = [m for m in before.materials if m.key in keys and not m.is_waived]
    return [law for paper in papers for law in paper.basis]


def cases_of_going(before: Chain, after: Chain) -> list[Guard]:
    """For each material when it was asked for and no longer is."""
    left = {material.key: material.guard for material in after.materials}
    return [
        both(held.guard, Not(left[held.key])) if held.key in left else held.guard
        for held in before.materials
    ]


def benefit_of(before: Chain, after: Chain) -> tuple[Benefit, YearlyBenefit | None]:
    """What the worst case falls by, and what the mean falls by × volume.

    Where one of the two is a bound, both are counted as one. A year is None without volume, and
    where a guard depends on alternatives whose shares are unknown.
    """
    unknown = depends_on_unknown_shares(before) or depends_on_unknown_shares(after)
    if before.is_bound or after.is_bound:
        before, after = counted_as_bound(before), counted_as_bound(after)
    days, visits, materials, steps = (
        worst(before, measure) - worst(after, measure) for measure in BENEFITS.values()
    )
    volume = before.matter.volume
    a_year = {
        name: (mean(before, measure) - mean(after, measure)) * (volume or 0)
        for name, measure in BENEFITS.items()
    }
    figures = (Fraction(days), int(visits), int(materials), int(steps))
    return figures, None if volume is None or unknown else a_year


def counted_as_bound(chain: Chain) -> Chain:
    return replace(chain, counts_as_bound=True)


def depends_on_unknown_shares(chain: Chain) -> bool:
    """Does a guard of a step or material tell alternatives apart whose shares are unknown?"""
    return any(
        is_of_alternatives(fact) and None in chain.facts[fact].values() for fact in chain.told_apart
    )
