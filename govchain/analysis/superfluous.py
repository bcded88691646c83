"""Papers and visits that the offices' own data makes superfluous.

semantics.md section 2: asked-again, own-paper, needless-material (Sharing), needless-visit
(Service). Rules report them; benefits count those that a mend makes superfluous.
"""

from __future__ import annotations

from enum import StrEnum

from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainMaterial, ChainStep
from govchain.compiler.supply import SupplyState


class Standing(StrEnum):
    """Why a material is superfluous."""

    OWN_PAPER = "own-paper"
    ASKED_AGAIN = "asked-again"
    NEEDLESS = "needless"


def is_declared(material: ChainMaterial, chain: Chain) -> bool:
    """The applicant is the holder of one of its alternatives."""
    return any(chain.data(data).is_declared for data in material.alternatives)


def is_read(material: ChainMaterial, chain: Chain) -> bool:
    """All that is written of its data could be read."""
    return not any(chain.data(data).doubtful for data in material.alternatives)


def is_banned(material: ChainMaterial, chain: Chain) -> bool:
    """One of its alternatives may no longer be asked for."""
    return any(chain.data(data).banned for data in material.alternatives)


def standing_of(material: ChainMaterial, chain: Chain) -> Standing | None:
    """Why the material is superfluous, if it is: with data, not declared, and no need left."""
    if not material.alternatives or is_declared(material, chain):
        return None
    needs = chain.needs_met_by(material)
    if not needs:
        return Standing.NEEDLESS if chain.all_needs else None
    states = {chain.supply_of(need).state for need in needs}
    if states == {SupplyState.HELD}:
        return Standing.OWN_PAPER
    if all(state.is_without_applicant for state in states):
        return Standing.ASKED_AGAIN
    return None


def superfluous_materials(chain: Chain) -> frozenset[int]:
    """The numbers of the chain's superfluous materials."""
    return frozenset(m.number for m in chain.materials if standing_of(m, chain) is not None)


def needless_visits(chain: Chain) -> frozenset[str]:
    """The steps whose visit serves nothing: all their data is there without the applicant."""
    return frozenset(step.id for step in chain.steps if is_needless_visit(step, chain))


def is_needless_visit(step: ChainStep, chain: Chain) -> bool:
    """A visit no law asks for, where no data or paper has to be brought, here or for later."""
    if not step.visit or step.written.visit_basis or step.kind == "inspect":
        return False
    if step.kind == "apply":
        return all(
            is_declared(material, chain) or standing_of(material, chain) is not None
            for material in chain.materials
        )
    return bool(chain.needs(step.id)) and not any(
        chain.supply_of(need).state.burdens_applicant
        for need in chain.all_needs
        if need.step == step.id or chain.order.is_before(step.id, need.step)
    )
