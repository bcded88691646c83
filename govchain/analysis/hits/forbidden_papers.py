"""Papers that the counter may not ask for, and which steps stay without data if they go.

semantics.md section 3, banned-material and baseless-material: the paper goes, save where somebody
must first say where its data comes from instead (docs/decisions/0013).
"""

from __future__ import annotations

from govchain.analysis.hits.naming import step_named
from govchain.analysis.rule import Hit
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainMaterial
from govchain.compiler.needs import Need
from govchain.compiler.supply import SupplyState
from govchain.findings import Facts
from govchain.mends import DropMaterial


def cut_hit(material: ChainMaterial, chain: Chain, facts: Facts, variant: str = "") -> Hit:
    """The hit on a paper that has to go; its mend only where no step is left without data.

    Where something of the chain could not be read, or is not described, a step that needs the
    paper may be among it.
    """
    stranded = stranded_needs(material, chain)
    steps = dict.fromkeys(need.step for need in stranded)
    is_safe = not stranded and chain.is_described and not chain.is_doubtful
    return Hit(
        material,
        {**facts, "left_without": tuple(step_named(chain, id) for id in steps)},
        DropMaterial(material.number) if is_safe else None,
        variant=variant,
    )


def stranded_needs(material: ChainMaterial, chain: Chain) -> tuple[Need, ...]:
    """The needs that would be missing without the material and are not missing with it."""
    return tuple(
        need
        for need in chain.needs_met_by(material)
        if chain.supply_of(need).state is SupplyState.CARRIED
        and not chain.is_carried(need, without=material)
    )
