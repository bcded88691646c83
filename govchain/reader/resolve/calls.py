"""Calls of matters: without circles, and with facts that agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from graphlib import CycleError, TopologicalSorter

from govchain.findings import Trouble
from govchain.model.nouns import Call, CaseFact, Matter, Step
from govchain.reader.entries.order import without_steps
from govchain.reader.ground.cycles import shown_way
from govchain.reader.ground.notes import Notes, spot
from govchain.reader.resolve.sizes import calls_of, limit_sizes, report_left_out


def settle_calls(
    matters: Mapping[str, Matter], named_facts: Mapping[str, AbstractSet[str]]
) -> tuple[dict[str, Matter], list[Trouble]]:
    """The matters without calls that lead back to themselves, and what is wrong with their facts.

    `named_facts` are the facts that the guards of each matter name.
    """
    troubles: list[Trouble] = []
    settled = dict(matters)
    callees_first = _callees_first(settled, troubles)
    limit_sizes(settled, callees_first, troubles)
    for matter, knowledge, agree in _knowledge(settled, callees_first, named_facts, troubles):
        if not agree:
            settled[matter.id] = replace(matter, doubtful=True)
        elif _is_whole(matter):
            _report_unused_facts(matter, knowledge, troubles)
    return settled, troubles


def _is_whole(matter: Matter) -> bool:
    """Whether none of its guards can have been lost."""
    return not matter.doubtful and not any(
        isinstance(step, Step) and step.doubtful for step in matter.steps
    )


def _callees_first(matters: dict[str, Matter], troubles: list[Trouble]) -> list[str]:
    """All matters, each after those it calls; a call that closes a circle is taken out."""
    for circle in _circles(matters):
        _open(circle, matters, troubles)
    done: dict[str, None] = {}
    for root in sorted(matters):
        if root not in done:
            _walk_down(root, matters, done)
    return list(done)


def _circles(matters: Mapping[str, Matter]) -> list[set[str]]:
    """The matters that lead back to themselves, together those that lead to one another."""
    called = {id_: {call.matter for call in calls_of(matter)} for id_, matter in matters.items()}
    try:
        TopologicalSorter(called).prepare()
    except CycleError:
        import networkx

        graph: networkx.DiGraph[str] = networkx.DiGraph(called)
        found = networkx.strongly_connected_components(graph)
        circles = (ids for ids in found if len(ids) > 1 or ids <= called[min(ids)])
        return sorted(circles, key=min)  # found in the order of sets, which is another in each run
    return []


def _open(circle: AbstractSet[str], matters: dict[str, Matter], troubles: list[Trouble]) -> None:
    """Go round, depth first, from the least id, so that no name of a file decides which call it
    is that leads back: a matter met again on the way there."""
    root = min(circle)
    way, done = {root: calls_of(matters[root])}, set()
    circular: dict[str, set[str]] = {}
    while way:
        caller, calls = next(reversed(way.items()))
        for call in calls:
            if call.matter in way:
                _report_circle(matters[caller], call, list(way), troubles)
                circular.setdefault(caller, set()).add(call.id)
            elif call.matter in circle and call.matter not in done:
                way[call.matter] = calls_of(matters[call.matter])
                break
        else:
            way.popitem()
            done.add(caller)
    for caller, closing in circular.items():
        steps = without_steps(matters[caller].steps, closing)
        matters[caller] = replace(matters[caller], steps=steps, doubtful=True)


def _walk_down(root: str, matters: Mapping[str, Matter], done: dict[str, None]) -> None:
    """Go down the calls, depth first."""
    way = {root: calls_of(matters[root])}
    while way:
        caller, calls = next(reversed(way.items()))
        for call in calls:
            if call.matter not in done:
                way[call.matter] = calls_of(matters[call.matter])
                break
        else:
            way.popitem()
            done[caller] = None


def _report_circle(caller: Matter, call: Call, way: list[str], troubles: list[Trouble]) -> None:
    circle = shown_way(way, way.index(call.matter))
    report_left_out(
        caller,
        call,
        troubles,
        rule="call-cycle",
        message="the call leads back to its own matter: {cycle}",
        remedy="leave this call out, or the one by which the circle begins",
        cycle=" → ".join([*circle, call.matter]),
    )


@dataclass(slots=True)
class Knowledge:
    """What a matter and all that it calls, at any depth, know of facts."""

    facts: dict[str, CaseFact]
    named: set[str]
    """Those that a guard names."""


def _knowledge(
    matters: Mapping[str, Matter],
    callees_first: Sequence[str],
    named_facts: Mapping[str, AbstractSet[str]],
    troubles: list[Trouble],
) -> Iterator[tuple[Matter, Knowledge, bool]]:
    """Each matter with what is known of facts there, and whether the facts agree.

    Knowledge is handed on to the last caller instead of copied, so that long chains of calls
    stay cheap; it must be used before the next one is asked for.
    """
    callers = Counter(call.matter for matter in matters.values() for call in calls_of(matter))
    known: dict[str, Knowledge] = {}
    for id_ in callees_first:
        matter, agreed = matters[id_], len(troubles)
        own = Knowledge(dict(matter.facts), set(named_facts[id_]))
        for call in calls_of(matter):
            callers[call.matter] -= 1
            below = known[call.matter]
            if callers[call.matter] == 0:
                del known[call.matter]
            else:
                below = Knowledge(dict(below.facts), set(below.named))
            _report_all_rivals(matter, call, own, below, troubles)
            own = _joined(own, below)
        known[id_] = own
        yield matter, own, len(troubles) == agreed


def _joined(own: Knowledge, below: Knowledge) -> Knowledge:
    """Both as one, made of the larger; of facts with one id, the own."""
    if len(own.facts) > len(below.facts):
        own.facts.update({id_: f for id_, f in below.facts.items() if id_ not in own.facts})
        facts = own.facts
    else:
        below.facts.update(own.facts)
        facts = below.facts
    small, large = sorted((own.named, below.named), key=len)
    large |= small
    return Knowledge(facts, large)


def _report_all_rivals(
    caller: Matter, call: Call, own: Knowledge, below: Knowledge, troubles: list[Trouble]
) -> None:
    small, large = sorted((own.facts, below.facts), key=len)
    for id_ in small:
        if id_ in large:
            here, there = own.facts[id_], below.facts[id_]
            if set(here.options) != set(there.options):
                _report_rivals(caller, call, here, there, troubles)


def _report_rivals(
    caller: Matter, call: Call, first: CaseFact, other: CaseFact, troubles: list[Trouble]
) -> None:
    notes = Notes(call.place.file, caller.id, troubles=troubles)
    notes.report(
        "rival-facts",
        f"steps.{call.id}.{first.id}",
        call.place,
        message='the fact "{fact}" has other options in the matter called: '
        "{here} here, {there} at {place}",
        remedy="give both the same options, or one of them another id",
        related=(first.place, other.place),
        fact=first.id,
        here=", ".join(first.options),
        there=", ".join(other.options),
        place=spot(other.place),
    )


def _report_unused_facts(matter: Matter, knowledge: Knowledge, troubles: list[Trouble]) -> None:
    for id_, fact in matter.facts.items():
        if id_ not in knowledge.named:
            Notes(fact.place.file, matter.id, troubles=troubles).report(
                "unused-fact",
                f"facts.{id_}",
                fact.place,
                message='no guard names the fact "{id}"',
                remedy="leave it out, or say with it when a step, a need or a material applies",
                id=id_,
            )
