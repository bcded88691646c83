"""When a part takes place, and which of its steps its time is made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainStep
from govchain.compiler.parts import call_of
from govchain.compiler.times import Schedule
from govchain.compiler.timetable import Span, timetable_alone, timetable_of

Way = Sequence[tuple[str, Span]]
"""Steps that follow one another, and when."""


def way_of_call(chain: Chain, call: str, whole: Chain) -> tuple[Span, Way, bool]:
    """When the call takes place, the longest way through it, and whether it is there at all in the
    case that takes longest; where not, it stands where it would. The `whole` chain knows what
    takes place in cases that are not drawn."""
    table = chain.once(timetable_of)
    level, _ = chain.schedule.way_to(call)[-1]
    span, inner = table.spans[call], level.inner[call]
    if any(call_of(step, chain) == call for step in table.there):
        return span, tuple(_longest_way(inner, table.spans, span.ends)), True
    alone = timetable_alone(chain, call)
    moved = {id: Span(span.begins + s.begins, span.begins + s.ends) for id, s in alone.items()}
    there = not any(id in whole.expansion.steps for id in alone)
    return moved[call], tuple(_longest_way(inner, moved, moved[call].ends)), there


def way_of_steps(chain: Chain, steps: Sequence[ChainStep]) -> tuple[Span, Way, bool]:
    """The same for steps that are told as one, of which some may run beside each other."""
    table = chain.once(timetable_of)
    is_there = any(step.id in table.there for step in steps)
    timed = [step for step in steps if not is_there or step.id in table.there]
    spans = {step.id: _span(step, table.spans[step.id]) for step in timed}
    way: list[tuple[str, Span]] = []
    for id, span in sorted(spans.items(), key=lambda known: (known[1].begins, -known[1].ends)):
        if span.ticks and (not way or span.begins >= way[-1][1].ends):
            way.append((id, span))
    ends = max((span.ends for span in spans.values()), default=0)
    return Span(min((span.begins for span in spans.values()), default=0), ends), way, is_there


def _span(step: ChainStep, span: Span) -> Span:
    """As long as it takes, where it does not take place too."""
    return Span(span.begins, span.begins + step.ticks)


def _longest_way(
    level: Schedule, spans: Mapping[str, Span], ends: int
) -> Iterator[tuple[str, Span]]:
    """The steps of the way that ends at this time, the first one first; those that take time."""
    found: list[tuple[Schedule, str]] = []
    last = _last(level.order.steps, spans, ends)
    while last is not None:
        found.append((level, last))
        last = _last(level.order.predecessors(last), spans, spans[last].begins)
    for above, id in reversed(found):
        span, inner = spans[id], above.inner.get(id)
        if inner is not None:
            yield from _longest_way(inner, spans, span.ends)
        elif span.ticks:
            yield id, span


def _last(items: Sequence[str], spans: Mapping[str, Span], ends: int) -> str | None:
    """The one among them that ends then."""
    return next((id for id in items if spans[id].ends == ends), None)
