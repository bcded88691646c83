"""A chain in some of its scenarios: what does not take place there drops out of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from govchain.compiler.chain import Chain
from govchain.compiler.conditions import NEVER
from govchain.compiler.expansion import ChainStep
from govchain.compiler.scenarios import Scenarios


def chain_in(chain: Chain, scenario: Mapping[str, str]) -> Chain:
    """The chain of the cases in which these facts have these options (semantics.md 1.2).

    These facts then have no other option, so that guards, needs and figures are those of these
    cases alone. Facts and options that the chain does not know are of no effect.
    """
    known = known_choices(chain, scenario)
    if not known:
        return chain
    facts = {
        id: replace(fact, options=(known[id],), shares=None) if id in known else fact
        for id, fact in chain.expansion.facts.items()
    }
    scenarios = Scenarios(facts)
    steps: dict[str, ChainStep] = {}
    for id, step in chain.expansion.steps.items():
        if (guard := scenarios.restricted(step.guard)) != NEVER:
            steps[id] = replace(step, guard=guard)
    materials = tuple(
        replace(material, guard=guard)
        for material in chain.materials
        if (guard := scenarios.restricted(material.guard)) != NEVER
    )
    expansion = replace(
        chain.expansion, steps=steps, materials=materials, facts=facts, scenario=known
    )
    return Chain(expansion, chain.network)


def known_choices(chain: Chain, scenario: Mapping[str, str]) -> dict[str, str]:
    """The choices among these that concern facts of this chain."""
    facts = chain.expansion.facts
    return {
        fact: option
        for fact, option in sorted(scenario.items())
        if fact in facts and option in facts[fact].options
    }
