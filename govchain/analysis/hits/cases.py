"""The case in which a figure is worst, as the fact that proves it (semantics.md section 2)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from govchain.analysis.hits.naming import choice_facts
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainMaterial, ChainStep
from govchain.findings import Facts

Part = TypeVar("Part", ChainStep, ChainMaterial)


def met_in(case: Mapping[str, str], parts: Iterable[Part], chain: Chain) -> list[Part]:
    """Those of the steps or papers that the case meets with."""
    chosen = [chain.scenarios.chosen(fact, option) for fact, option in case.items()]
    return [part for part in parts if chain.scenarios.is_possible(part.guard, *chosen)]


def most_alike_in_one_case(
    sets: Sequence[Sequence[ChainMaterial]], chain: Chain
) -> tuple[Mapping[str, str], list[list[ChainMaterial]]]:
    """A case in which the most papers are asked for beside another of their set, and of each set
    those that it asks for, where they are several.

    Of facts that are too many to try no case is named: what is told can be asked for together.
    """
    cases = chain.scenarios.cases(paper.guard for alike in sets for paper in alike)
    asked = [[cases.when(paper.guard) for paper in alike] for alike in sets]

    def repeated(number: int) -> int:
        counts = (sum(when >> number & 1 for when in alike) for alike in asked)
        return sum(max(0, count - 1) for count in counts)

    case = cases.example(max(range(cases.size), key=repeated))
    met = [met_in(case, alike, chain) for alike in sets]
    if cases.is_bound:
        met = _together(met, chain)
    return case, [alike for alike in met if len(alike) > 1]


def _together(sets: Sequence[Sequence[ChainMaterial]], chain: Chain) -> list[list[ChainMaterial]]:
    """The papers that one case can ask for together: two that are alike, and what can join them."""
    is_possible = chain.scenarios.is_possible
    pairs = ((a, b) for alike in sets for n, a in enumerate(alike) for b in alike[n + 1 :])
    kept = list(next((pair for pair in pairs if is_possible(pair[0].guard, pair[1].guard)), ()))
    for paper in (paper for alike in sets for paper in alike):
        if paper not in kept and is_possible(paper.guard, *(each.guard for each in kept)):
            kept.append(paper)
    return [[paper for paper in alike if paper in kept] for alike in sets]


def scenario_facts(
    case: Mapping[str, str], parts: Iterable[ChainStep | ChainMaterial], chain: Chain
) -> Facts:
    """The case, as far as these depend on it; nothing where they are always there."""
    asked = {fact for part in parts for fact in part.guard.facts}
    chosen = tuple(
        choice_facts(chain, fact, option) for fact, option in case.items() if fact in asked
    )
    return {"scenario": chosen} if chosen else {}
