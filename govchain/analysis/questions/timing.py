"""What is said of time: approvals that have none of their own, chains that take longer than a goal.

semantics.md section 2: open-ended-step, open-consultation (what waits for an answer), theme-late.
"""

from __future__ import annotations

from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainStep
from govchain.model.duration import HALF_AN_HOUR, TICKS_PER_DAY, Duration
from govchain.model.nouns import APPROVAL_KINDS, Matter, Step, TimeLimit

_ASKING = frozenset({"consult", "countersign"})
"""Approvals whose open end is that of an answer."""

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


def law_has_ended(limit: TimeLimit) -> bool:
    """A law that the limits rested on has ended, and none is left: which is statutory is open."""
    return bool(limit.ended) and not limit.basis


def is_timed_throughout(chain: Chain) -> bool:
    """It is written of all steps how long they take, save of those that mostly take no time."""
    return all(step.time is not None for step in chain.steps if step.kind in _TAKING_TIME)


OF_WORKING_TIME = frozenset({"d", "w", "h", "min"})
"""Units of working time; what months and calendar days come to is but a mean."""


def is_longer(ticks: int, goal: Duration, chain: Chain) -> bool:
    """So long is longer than the goal by half an hour or more; by a working day, where the goal or
    a time of the chain is a mean."""
    times = (goal, *(step.time for step in chain.steps))
    is_exact = all(
        time is None or not time.amount or time.unit in OF_WORKING_TIME for time in times
    )
    return ticks - goal.ticks >= (HALF_AN_HOUR if is_exact else TICKS_PER_DAY)
