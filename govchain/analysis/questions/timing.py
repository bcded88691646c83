"""How long a matter takes, held against limits and goals, and which approvals leave that open.

semantics.md section 2: open-ended-step, open-consultation (what waits for an answer),
chain-over-limit, loose-promise, theme-late.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainStep
from govchain.model.duration import HALF_AN_HOUR, TICKS_PER_DAY, Duration
from govchain.model.nouns import APPROVAL_KINDS, Matter, Step, TimeLimit

_ASKING = frozenset({"consult", "countersign"})
"""Approvals whose open end is that of an answer."""

_OUTSIDE_OF_A_LICENCE = frozenset({"accept", "expert-review"})
"""What the limit of a licence does not cover: it runs from acceptance, experts aside."""

_TAKING_TIME = APPROVAL_KINDS | {"publicise", "issue", "other"}
"""Kinds that take time unless it is written that they take none."""


def leaves_time_open(step: Step, matter: Matter) -> bool:
    """An approval without time, in a matter that gives others theirs and is not done at once."""
    return step.is_approval and step.kind not in _ASKING and _lacks_time(step, matter)


def leaves_answer_open(step: Step, matter: Matter) -> bool:
    """The same of a step that asks another office."""
    return step.kind in _ASKING and _lacks_time(step, matter)


def is_time_doubtful(step: ChainStep) -> bool:
    """Its time, or the limit of its matter, may be what could not be read."""
    matter = step.matter
    return step.written.doubtful or matter.doubtful or matter.time_limit.doubtful


def _lacks_time(step: Step, matter: Matter) -> bool:
    return step.time is None and bool(timed_steps(matter)) and not is_done_at_once(matter)


def timed_steps(matter: Matter) -> tuple[Step, ...]:
    """The steps written in the matter that have a time: where none has, times are not recorded."""
    return tuple(step for step in matter.own_steps if step.time is not None)


def is_done_at_once(matter: Matter) -> bool:
    """A limit of nought leaves its steps no time (即办)."""
    limit = matter.time_limit
    return any(_is_nought(duration) for duration in (limit.statutory, limit.promised))


def _is_nought(duration: Duration | None) -> bool:
    return duration is not None and not duration.amount


_EXACT = frozenset({"d", "w", "h", "min"})
"""Units of working time; what months and calendar days come to is but a mean."""


def is_longer(ticks: int, goal: Duration, chain: Chain) -> bool:
    """So long is longer than the goal by half an hour or more; by a working day, where the goal or
    a time of the chain is a mean."""
    times = (goal, *(step.time for step in chain.steps))
    is_exact = all(time is None or not time.amount or time.unit in _EXACT for time in times)
    return ticks - goal.ticks >= (HALF_AN_HOUR if is_exact else TICKS_PER_DAY)


def law_has_ended(limit: TimeLimit) -> bool:
    """A law that the limits rested on has ended, and none is left: which is statutory is open."""
    return bool(limit.ended) and not limit.basis


def is_timed_throughout(chain: Chain) -> bool:
    """It is written of all steps how long they take, save of those that mostly take no time."""
    return all(step.time is not None for step in chain.steps if step.kind in _TAKING_TIME)


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
