"""What a chain is after a mend: the edit of its expanded matter (semantics.md section 3)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from govchain.compiler.alternatives import fact_of
from govchain.compiler.expansion import ChainMaterial, ChainStep, Expansion, Item
from govchain.compiler.joining import join
from govchain.compiler.scenarios import Scenarios
from govchain.mends import (
    DecideAtOnce,
    DropAlternative,
    DropCheck,
    DropMaterial,
    DropStep,
    DropVisit,
    Join,
    Mend,
    RunInParallel,
    ShareData,
    ShortenPromise,
    TakeWord,
    Together,
    parts_of,
)


def mend(expansion: Expansion, change: Mend, scenarios: Scenarios) -> Expansion:
    """The expanded matter after the mend."""
    match change:
        case DropStep():
            return _with_fewer_steps(expansion, [change])
        case DropCheck(step, criterion):
            checks = tuple(c for c in expansion.steps[step].checks if c != criterion)
            return _with_step(expansion, replace(expansion.steps[step], checks=checks))
        case DropMaterial() | DropAlternative():
            return _with_less_asked(expansion, [change], scenarios)
        case DropVisit(step):
            return _with_step(expansion, replace(expansion.steps[step], visit=0))
        case ShareData(data):
            return replace(expansion, flowing=expansion.flowing | {data})
        case TakeWord(paper, needs):
            promised = replace(expansion, promised=expansion.promised | frozenset(needs))
            return mend(promised, DropMaterial(paper), scenarios)
        case RunInParallel(first, second):
            return replace(expansion, items=_in_parallel(expansion.items, first, second))
        case DecideAtOnce(steps):
            timeless = {step: replace(expansion.steps[step], time=None) for step in steps}
            return replace(expansion, steps={**expansion.steps, **timeless})
        case ShortenPromise():
            return expansion
        case Join(what):
            return join(expansion, what, scenarios)
        case Together():
            for kind, parts in groupby(parts_of(change), type):
                if kind in (DropMaterial, DropAlternative):
                    expansion = _with_less_asked(expansion, parts, scenarios)
                elif kind is DropStep:
                    expansion = _with_fewer_steps(expansion, parts)
                else:
                    for part in parts:
                        expansion = mend(expansion, part, scenarios)
            return expansion


def _with_fewer_steps(expansion: Expansion, parts: Iterable[Mend]) -> Expansion:
    """Without these steps: what followed one follows what it followed."""
    gone = {part.step for part in parts if isinstance(part, DropStep)}
    return replace(expansion, steps={id: s for id, s in expansion.steps.items() if id not in gone})


def _with_less_asked(
    expansion: Expansion, parts: Iterable[Mend], scenarios: Scenarios
) -> Expansion:
    """Without these materials and alternatives: the list is gone through once for all of them."""
    papers = {material.number: material for material in expansion.materials}
    for part in parts:
        match part:
            case DropMaterial(number):
                papers.pop(number, None)
            case DropAlternative(number, data) if number in papers:
                papers[number] = _without_alternative(papers[number], data, scenarios)
    return replace(expansion, materials=tuple(papers.values()))


def _without_alternative(material: ChainMaterial, data: str, scenarios: Scenarios) -> ChainMaterial:
    others = scenarios.not_chosen(fact_of(material.alternatives), data)
    return replace(material, guard=scenarios.both(material.guard, others))


def _with_step(expansion: Expansion, step: ChainStep) -> Expansion:
    return replace(expansion, steps={**expansion.steps, step.id: step})


def _in_parallel(level: tuple[Item, ...], first: str, second: str) -> tuple[Item, ...]:
    """The level with the edge first -> second gone, wherever in it or below it both stand."""
    by_id = {item.id: item for item in level}
    if second not in by_id:
        return tuple(
            replace(item, inner=_in_parallel(item.inner, first, second))
            if item.inner is not None and second.startswith(f"{item.id}/")
            else item
            for item in level
        )
    moved = []
    for item in level:
        after = item.after
        if item.id == second:
            after = (*(id for id in after if id != first), *by_id[first].after)
        elif second in after:
            after = (*after, first)
        is_moved = after is not item.after
        moved.append(replace(item, after=tuple(dict.fromkeys(after))) if is_moved else item)
    return tuple(moved)
