"""Hits on superfluous papers: what they are for, and that the offices have it already."""

from __future__ import annotations

from govchain.analysis.naming import departments_named, hop_named, need_named, step_named
from govchain.analysis.rule import Hit
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainMaterial
from govchain.compiler.mends import DropMaterial
from govchain.findings import Facts, Severity


def paper_hit(material: ChainMaterial, chain: Chain) -> Hit:
    """The hit on a paper whose data the offices have; an error where law already waives it."""
    needs = chain.needs_met_by(material)
    offices = {chain.step(need.step).department or "" for need in needs}
    holders = {holder for need in needs for holder in chain.supply_of(need).holders}
    facts: Facts = {
        "material": material.written.name,
        "data": need_named(chain.registry, material.alternatives),
        "department": departments_named(chain.registry, offices),
        "holders": departments_named(chain.registry, holders),
        "needs": tuple(
            {
                "step": step_named(chain, need.step),
                "data": need_named(chain.registry, need.alternatives),
                "supply": chain.supply_of(need).state.value,
                "path": tuple(
                    hop_named(chain.registry, flow) for flow in chain.supply_of(need).path
                ),
            }
            for need in needs
        ),
        "waived_by": material.written.waived_by,
    }
    mend = DropMaterial(material.number)
    if material.written.waived_by:
        return Hit(material, facts, mend, Severity.ERROR, variant="waived")
    return Hit(material, facts, mend)
