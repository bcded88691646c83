"""What a joint service (一件事) would take were its matters handled one by one.

Compared is one case: what its calls bring before anything is `joined` (semantics.md 1.11), in each
scenario of the joint service, at worst. Its own application and acceptance stand for theirs and are
left out; what else it asks itself is asked either way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from govchain.compiler.calls import expand
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainStep, Expansion
from govchain.compiler.metrics import Measure
from govchain.compiler.scenarios import Scenarios
from govchain.compiler.times import Schedule, Times
from govchain.model.duration import TICKS_PER_DAY


@dataclass(frozen=True, slots=True)
class OneByOne:
    """The figures of the worst case; days are working days."""

    visits: int
    materials: int
    days: float
    applications: int
    windows: int
    steps: int


def one_by_one(chain: Chain, catalogue: Catalogue) -> OneByOne | None:
    """The figures of the matters that the chain calls; None where it calls none, and where of one
    side alone there are too many cases to try: then they are not of one case."""
    if not chain.matter.is_joint:
        return None
    called = {id: catalogue.chains[id].expansion for id in chain.matter.called}
    expansion = expand(replace(chain.matter, joined=()), called)
    scenarios, schedule = Scenarios(expansion.facts), Schedule(expansion.items)
    steps = [s for s in expansion.steps.values() if s.reach or s.kind not in _OF_JOINING]
    measure = Measure(steps, expansion.materials, scenarios, schedule)
    if measure.is_bound != chain.measure.is_bound:
        return None
    (_, visits, papers, number), _ = measure.gains
    return OneByOne(
        visits=visits,
        materials=papers,
        days=_ticks(steps, expansion, scenarios) / TICKS_PER_DAY,
        applications=measure.applications[0],
        windows=measure.windows[0],
        steps=number,
    )


_OF_JOINING = ("apply", "accept")
"""Steps of a joint service that stand for those of the matters in it."""


def _ticks(steps: Sequence[ChainStep], expansion: Expansion, scenarios: Scenarios) -> int:
    """The longest ways through the called matters, one after another, and the time of its own
    steps, in the case in which that is most."""
    guards = [*(step.guard for step in steps), *(paper.guard for paper in expansion.materials)]
    cases = scenarios.cases(guards)
    lanes = cases.lanes(sum(step.ticks for step in steps))
    taken = {s.id: lanes.row(cases.when(s.guard), s.ticks) for s in steps if s.ticks}
    ways = [
        Times(Schedule(item.inner), taken, lanes).longest
        for item in expansion.items
        if item.inner is not None
    ]
    own = (taken[step.id] for step in steps if step.ticks and not step.reach)
    return lanes.largest(sum(ways) + sum(own))
