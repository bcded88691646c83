"""Which part waits for which, and which of these waits are needless."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from govchain.compiler.chain import Chain
from govchain.drawing.chart.marks import Mark
from govchain.drawing.chart.succession import succession_of
from govchain.drawing.fold.parts import Wait
from govchain.mends import RunInParallel
from govchain.model.duration import TICKS_PER_DAY

Pair = tuple[str, str]


def needless_waits(marks: Iterable[Mark]) -> dict[Pair, Mark]:
    """The pairs of steps and calls of which the second need not wait for the first."""
    return {
        (spot.subject, spot.step): mark
        for mark in marks
        if isinstance(mark.finding.mend, RunInParallel)
        for spot in mark.spots
        if spot.step is not None
    }


def waits_of(
    pairs: Iterable[Pair], place_of: Mapping[str, int], marks: Sequence[Mark]
) -> tuple[Wait, ...]:
    """The waits between parts, told by their places: `place_of` knows those of items, of which
    `pairs` follow one another."""
    needless = needless_waits(marks)
    found: dict[tuple[int, int], Wait] = {}
    for first, second in pairs:
        if first not in place_of or second not in place_of:
            continue
        here = place_of[first], place_of[second]
        mark = needless.get((first, second))
        if here[0] != here[1] and (here not in found or mark is not None):
            found[here] = Wait(*here, mark, _saved(mark))
    return tuple(found[here] for here in sorted(found, key=lambda here: (here[1], here[0])))


def pairs_of_calls(chain: Chain) -> Iterator[Pair]:
    """What directly follows what on the first level of a joint chain: calls, and steps of its own;
    steps of which joining left nothing are passed through."""
    order = chain.schedule.order
    known = [id for id in order.steps if id in chain.schedule.inner or chain.has_step(id)]
    return order.reduced_edges(known)


def pairs_of_steps(chain: Chain) -> Iterator[Pair]:
    """What directly follows what among all steps."""
    return chain.once(succession_of).edges()


def _saved(mark: Mark | None) -> int:
    benefit = mark.finding.benefit if mark is not None else None
    return round(benefit.days * TICKS_PER_DAY) if benefit is not None else 0
