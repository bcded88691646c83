"""Calls of matters: without circles, and with facts that agree."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from govchain.findings import Trouble
from govchain.model.nouns import Call, CaseFact, Matter
from govchain.reader.notes import Notes, spot
from govchain.reader.order import shown_way, without_steps


def settle_calls(
    matters: Mapping[str, Matter], named_facts: Mapping[str, Collection[str]]
) -> tuple[dict[str, Matter], list[Trouble]]:
    """The matters without calls that lead back to themselves, and what is wrong with their facts.

    `named_facts` are the facts that the guards of each matter name.
    """
    troubles: list[Trouble] = []
    settled = dict(matters)
    facts: dict[str, Mapping[str, CaseFact]] = {}
    for id_ in _callees_first(settled, troubles):
        facts[id_], agree = _facts_with_calls(settled[id_], facts, troubles)
        if not agree:
            settled[id_] = replace(settled[id_], doubtful=True)
    for matter in settled.values():
        if not matter.doubtful:
            _report_unused_facts(matter, settled, named_facts, troubles)
    return settled, troubles


def _calls(matter: Matter) -> Iterator[Call]:
    return (step for step in matter.steps if isinstance(step, Call))


def _callees_first(matters: dict[str, Matter], troubles: list[Trouble]) -> list[str]:
    """All matters, each after those it calls; a call that closes a circle is taken out."""
    done: dict[str, None] = {}
    for root in list(matters):
        if root not in done:
            _walk(root, matters, done, troubles)
    return list(done)


def _walk(
    root: str, matters: dict[str, Matter], done: dict[str, None], troubles: list[Trouble]
) -> None:
    """Go down the calls, depth first; a matter met again on the way there closes a circle."""
    way = {root: _calls(matters[root])}
    circular: dict[str, set[str]] = {}
    while way:
        caller, calls = next(reversed(way.items()))
        for call in calls:
            if call.matter in way:
                _report_circle(matters[caller], call, list(way), troubles)
                circular.setdefault(caller, set()).add(call.id)
            elif call.matter not in done:
                way[call.matter] = _calls(matters[call.matter])
                break
        else:
            way.popitem()
            done[caller] = None
            if caller in circular:
                steps = without_steps(matters[caller].steps, circular[caller])
                matters[caller] = replace(matters[caller], steps=steps, doubtful=True)


def _report_circle(caller: Matter, call: Call, way: list[str], troubles: list[Trouble]) -> None:
    notes = Notes(call.place.file, caller.id, troubles=troubles)
    circle = shown_way(way, way.index(call.matter))
    notes.report(
        "call-cycle",
        f"steps.{call.id}.matter",
        call.place,
        message="the call leads back to its own matter: {cycle}",
        remedy="leave this call out, or the one by which the circle begins",
        cycle=" → ".join([*circle, call.matter]),
    )


def _facts_with_calls(
    matter: Matter, known: Mapping[str, Mapping[str, CaseFact]], troubles: list[Trouble]
) -> tuple[Mapping[str, CaseFact], bool]:
    """The facts of a matter and of all it calls, the first of each id, and whether they agree."""
    facts = matter.facts
    agree = True
    for call in _calls(matter):
        for fact in known[call.matter].values():
            first = facts.get(fact.id)
            if first is None:
                facts = {**facts, fact.id: fact}
            elif set(first.options) != set(fact.options):
                _report_rivals(matter, call, first, fact, troubles)
                agree = False
    return facts, agree


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


def _report_unused_facts(
    matter: Matter,
    matters: Mapping[str, Matter],
    named_facts: Mapping[str, Collection[str]],
    troubles: list[Trouble],
) -> None:
    unnamed = {id_ for id_ in matter.facts if id_ not in named_facts[matter.id]}
    if unnamed:
        unnamed -= _named_below(matter, matters, named_facts)
    for id_ in matter.facts:
        if id_ in unnamed:
            fact = matter.facts[id_]
            Notes(fact.place.file, matter.id, troubles=troubles).report(
                "unused-fact",
                f"facts.{id_}",
                fact.place,
                message='no guard names the fact "{id}"',
                remedy="leave it out, or say with it when a step, a need or a material applies",
                id=id_,
            )


def _named_below(
    matter: Matter, matters: Mapping[str, Matter], named_facts: Mapping[str, Collection[str]]
) -> set[str]:
    """The facts that the guards of the matters it calls, at any depth, name."""
    waiting = [call.matter for call in _calls(matter)]
    seen: set[str] = set()
    named: set[str] = set()
    while waiting:
        callee = waiting.pop()
        if callee not in seen:
            seen.add(callee)
            named.update(named_facts[callee])
            waiting += [call.matter for call in _calls(matters[callee])]
    return named
