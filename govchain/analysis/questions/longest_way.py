"""The way through a chain that takes longest, by the times that its limits cover.

semantics.md section 2, "Supervision and accountability": chain-over-limit.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainStep

_OUTSIDE_OF_A_LICENCE = frozenset({"accept", "expert-review"})
"""What the limit of a licence does not cover: it runs from acceptance, experts aside."""


class LongestWay(NamedTuple):
    """The way through a chain that takes longest, in a case in which it does.

    `ticks` is the time it takes; `units` are those of all times that count in the chain.
    """

    ticks: int
    steps: tuple[ChainStep, ...]
    case: Mapping[str, str]
    units: frozenset[str]


def longest_way_within_limit(chain: Chain) -> LongestWay:
    """The longest way of the worst case, by the times that its limits cover."""
    covered = list(_covered_by_limits(chain))
    case, there = chain.measure.case_of_time(covered)
    steps = _longest_way(chain, {step.id for step in there})
    units = frozenset(step.time.unit for step in covered if step.time)
    return LongestWay(sum(step.ticks for step in steps), steps, case, units)


def _covered_by_limits(chain: Chain) -> Iterator[ChainStep]:
    """The steps whose time counts against its limits.

    What people take for their application does not; of a licence the limit runs from acceptance to
    the decision, without the time that experts take.
    """
    is_licence = chain.matter.type == "licence"
    until_decided = _until_decided(chain) if is_licence else None
    for step in chain.steps:
        if step.kind == "apply" or step.written.time_excluded or not step.ticks:
            continue
        if until_decided is None or (
            step.kind not in _OUTSIDE_OF_A_LICENCE and step.id in until_decided
        ):
            yield step


def _until_decided(chain: Chain) -> Collection[str]:
    """The decisions and all that stands before one; all steps where nothing is decided."""
    found = {step.id for step in chain.steps if step.is_decision}
    if not found:
        return chain.order.steps
    for id in reversed(chain.order.steps):
        if id in found:
            found.update(chain.order.predecessors(id))
    return found


def _longest_way(chain: Chain, taking_time: Collection[str]) -> tuple[ChainStep, ...]:
    """The way on which these steps take longest together: those of them that stand on it."""
    ends: dict[str, int] = {}
    before: dict[str, str | None] = {}
    for id in chain.order.steps:
        last = max(chain.order.predecessors(id), key=ends.__getitem__, default=None)
        before[id] = last
        own = chain.step(id).ticks if id in taking_time else 0
        ends[id] = own + (ends[last] if last is not None else 0)
    way = []
    reached = max(ends, key=ends.__getitem__, default=None)
    while reached is not None:
        way.append(reached)
        reached = before[reached]
    return tuple(chain.step(id) for id in reversed(way) if id in taking_time)
