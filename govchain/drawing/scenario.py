"""A chain in one scenario: the steps that do not take place drop out, the order passes through."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from govchain.compiler.chain import Chain
from govchain.compiler.conditions import NEVER
from govchain.compiler.expansion import ChainStep
from govchain.model.nouns import Guard


def chain_in(chain: Chain, scenario: Mapping[str, str]) -> Chain:
    """The chain of the cases in which these facts have these options (semantics.md 1.2).

    Facts and options that the chain does not know are of no effect.
    """
    known = known_choices(chain, scenario)
    if not known:
        return chain
    holds = chain.scenarios.condition(Guard(({fact: (o,) for fact, o in known.items()},)))
    steps: dict[str, ChainStep] = {}
    for id, step in chain.expansion.steps.items():
        guard = chain.scenarios.both(step.guard, holds)
        if guard != NEVER:
            steps[id] = replace(step, guard=guard)
    materials = tuple(
        replace(material, guard=guard)
        for material in chain.materials
        if (guard := chain.scenarios.both(material.guard, holds)) != NEVER
    )
    expansion = replace(chain.expansion, steps=steps, materials=materials)
    return Chain(expansion, chain.network)


def known_choices(chain: Chain, scenario: Mapping[str, str]) -> dict[str, str]:
    """The choices among these that concern facts of this chain."""
    facts = chain.expansion.facts
    return {
        fact: option
        for fact, option in sorted(scenario.items())
        if fact in facts and option in facts[fact].options
    }
