"""Which approvals have no time of their own, though times are written in their matter.

semantics.md section 2, "Supervision and accountability": open-ended-step.
"""

from __future__ import annotations

from govchain.model.duration import Duration
from govchain.model.nouns import Matter, Step

_ASKING = frozenset({"consult", "countersign"})
"""Approvals whose open end is that of an answer, which another rule speaks of."""


def leaves_time_open(step: Step, matter: Matter) -> bool:
    """An approval without time, in a matter that gives others theirs and is not done at once."""
    return (
        step.is_approval
        and step.kind not in _ASKING
        and step.time is None
        and bool(timed_steps(matter))
        and not _is_done_at_once(matter)
    )


def timed_steps(matter: Matter) -> tuple[Step, ...]:
    """The steps written in the matter that have a time: where none has, times are not recorded."""
    return tuple(step for step in matter.own_steps if step.time is not None)


def _is_done_at_once(matter: Matter) -> bool:
    """A limit of nought leaves its steps no time (即办)."""
    limit = matter.time_limit
    return any(_is_nought(duration) for duration in (limit.statutory, limit.promised))


def _is_nought(duration: Duration | None) -> bool:
    return duration is not None and not duration.amount
