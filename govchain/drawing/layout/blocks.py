"""Where a chain runs in parallel: the nodes between a bar that forks and the bar that joins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from govchain.drawing.chart.flow import Flow, Shape

NONE = -1
"""No node."""


@dataclass(frozen=True, slots=True)
class Parallel:
    """A block whose branches run at once: its two bars, the nodes between, and the last of them."""

    fork: int
    join: int
    inside: tuple[int, ...]
    ends: tuple[int, ...]


def parallels_of(flow: Flow) -> tuple[Parallel, ...]:
    """Every block that has one way in, by a bar, and one way out, by a bar; outer ones first.

    It is the smallest that its bar opens: of the bars that every way on from there comes by, the
    first closes it.
    """
    before, after = flow.predecessors(), flow.followers()
    passed, joins = _last_passed(before), _next_bars(flow, after)
    found = (
        _block(fork, joins[fork], before, passed)
        for fork, node in enumerate(flow.nodes)
        if node.shape is Shape.BAR and len(after[fork]) > 1 and joins[fork] != NONE
    )
    return tuple(block for block in found if block is not None)


def _block(
    fork: int, join: int, before: Sequence[Sequence[int]], passed: Sequence[int]
) -> Parallel | None:
    """What is reached by the fork alone, up to the join; None where that has another way in."""
    reached = {fork}
    reached.update(n for n in range(fork + 1, join + 1) if passed[n] in reached)
    if join not in reached:
        return None
    return Parallel(fork, join, tuple(sorted(reached - {fork, join})), tuple(before[join]))


def _next_bars(flow: Flow, after: Sequence[Sequence[int]]) -> list[int]:
    """For each node the first bar that every way on from it comes by."""
    last = len(after) - 1
    turned_round = [[last - follower for follower in after[last - n]] for n in range(last + 1)]
    found = [NONE] * len(after)
    for node, passed in zip(range(last, -1, -1), _last_passed(turned_round), strict=True):
        if passed != NONE:
            next_one = last - passed
            is_bar = flow.nodes[next_one].shape is Shape.BAR
            found[node] = next_one if is_bar else found[next_one]
    return found


def _last_passed(before: Sequence[Sequence[int]]) -> list[int]:
    """For each node the last one that every way to it comes by; each stands after those before."""
    passed: list[int] = []
    for sources in before:
        last, *others = sources or [NONE]
        for other in others:
            while last != other:
                last, other = min(last, other), max(last, other)
                other = passed[other]
        passed.append(last)
    return passed
