"""Order (semantics 1.1): `after` gives the edges of a list of steps."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from .catalogue import Step

Steps = Sequence[Step]


def ancestors(steps: Steps) -> dict[str, frozenset[str]]:
    """*anc(s)* of every step: what must be done before it, directly or not."""
    before: dict[str, frozenset[str]] = {}
    for step in chain_order(steps):
        before[step.id] = step.after.union(*(before[earlier] for earlier in step.after))
    return before


def chain_order(steps: Steps) -> list[Step]:
    """Topological; among steps that are ready, the one that stands first in the list."""
    ordered: list[Step] = []
    waiting = list(steps)
    while waiting:
        done = {step.id for step in ordered}
        ready = next(step for step in waiting if step.after <= done)
        waiting.remove(ready)
        ordered.append(ready)
    return ordered


def without(steps: Steps, gone: str) -> list[Step]:
    """The step goes; what followed it follows what it followed."""
    followed = next(step.after for step in steps if step.id == gone)
    return [
        replace(step, after=step.after - {gone} | followed) if gone in step.after else step
        for step in steps
        if step.id != gone
    ]


def in_place_of(steps: Steps, call: Step, brought: Steps) -> list[Step]:
    """The call is replaced by what it brought.

    First steps follow the call's `after`; what follows the call follows all last steps. Where
    nothing was brought, order passes through.
    """
    followed = frozenset().union(*(step.after for step in brought))
    last = frozenset(step.id for step in brought if step.id not in followed)
    standing: list[Step] = []
    for step in steps:
        if step.id == call.id:
            standing += [s if s.after else replace(s, after=call.after) for s in brought]
        elif call.id in step.after:
            after = step.after - {call.id} | (last or call.after)
            standing.append(replace(step, after=after))
        else:
            standing.append(step)
    return standing


def in_parallel(steps: Steps, earlier: str, later: str) -> list[Step]:
    """v follows u's predecessors instead of u; what follows v also follows u.

    In a list without the two nothing changes.
    """
    by_id = {step.id: step for step in steps}
    mended: list[Step] = []
    for step in steps:
        after = step.after
        if step.id == later:
            after = after - {earlier} | by_id[earlier].after
        elif later in after:
            after = after | {earlier}
        mended.append(replace(step, after=after))
    return mended


def with_order_of(steps: Steps, ordered: Iterable[Step]) -> tuple[Step, ...]:
    """The same steps, with the edges that the other list gives them."""
    after: Mapping[str, frozenset[str]] = {step.id: step.after for step in ordered}
    return tuple(
        step if step.after == after[step.id] else replace(step, after=after[step.id])
        for step in steps
    )
