"""When each step of a chain begins and ends in the case that takes longest (semantics.md 1.12)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from govchain.compiler.chain import Chain
from govchain.compiler.times import Schedule


@dataclass(frozen=True, slots=True)
class Span:
    """From when to when something takes, in ticks after the chain has begun."""

    begins: int
    ends: int

    @property
    def ticks(self) -> int:
        return self.ends - self.begins


@dataclass(frozen=True, slots=True)
class Timetable:
    """The spans of all steps and calls by their ids, where everything begins as soon as it can.

    `case` are the facts of the case, empty where all cases are alike or too many to try: then
    everything is taken to take place. `there` are the steps that take place in it.
    """

    spans: Mapping[str, Span]
    ends: int
    case: Mapping[str, str]
    there: frozenset[str]


def timetable_of(chain: Chain) -> Timetable:
    """The timetable of the case that takes longest. Ask by `chain.once`."""
    case, there = chain.measure.case_of_time(chain.steps)
    ids = frozenset(step.id for step in there)
    spans: dict[str, Span] = {}
    ends = _place(chain.schedule, 0, _ticks(chain, ids), spans)
    return Timetable(spans, ends, case, ids)


def timetable_alone(chain: Chain, call: str) -> Mapping[str, Span]:
    """The spans of the steps behind a call, were all of them to take place, from 0 on."""
    level, _ = chain.schedule.way_to(call)[-1]
    spans: dict[str, Span] = {}
    if (inner := level.inner.get(call)) is not None:
        spans[call] = Span(0, _place(inner, 0, _ticks(chain, None), spans))
    return spans


def _ticks(chain: Chain, there: Collection[str] | None) -> dict[str, int]:
    return {step.id: step.ticks for step in chain.steps if there is None or step.id in there}


def _place(schedule: Schedule, begin: int, ticks: Mapping[str, int], spans: dict[str, Span]) -> int:
    """Puts the items of a level into `spans`; when the last of them ends."""
    last = begin
    for id in schedule.order.steps:
        before = (spans[earlier].ends for earlier in schedule.order.predecessors(id))
        begins = max(before, default=begin)
        inner = schedule.inner.get(id)
        ends = begins + ticks.get(id, 0)
        if inner is not None:
            ends = _place(inner, begins, ticks, spans)
        spans[id] = Span(begins, ends)
        last = max(last, ends)
    return last
