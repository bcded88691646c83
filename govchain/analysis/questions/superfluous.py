"""Papers that the offices' own data makes superfluous.

semantics.md section 2: asked-again, own-paper, needless-material. Rules report them; benefits count
those that a mend makes superfluous.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TypeAlias

from govchain.analysis.questions.relief import Relief
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainMaterial, are_within_reach
from govchain.compiler.needs import Need
from govchain.compiler.supply import SupplyState

Paper = tuple[int, str]
"""One alternative of a material: the material's number and the data."""


class Superfluity(StrEnum):
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


def why_superfluous(material: ChainMaterial, chain: Chain) -> Superfluity | None:
    """Why the material as a whole is superfluous, if it is.

    Submitted, with data, not declared, and no need left that the offices do not supply.
    """
    known = chain.once(_reasons)
    if (material, _WHOLE) not in known:
        known[material, _WHOLE] = _why_as_a_whole(material, chain)
    return known[material, _WHOLE]


def _why_as_a_whole(material: ChainMaterial, chain: Chain) -> Superfluity | None:
    if not _can_be_superfluous(material, chain) or is_declared(material, chain):
        return None
    if not chain.needs_met_by(material):
        is_known = bool(chain.all_needs) and not _may_be_judged_from(material, chain)
        return Superfluity.NEEDLESS if is_known else None
    return why_superfluous_by_needs(material, chain)


def why_superfluous_by_needs(material: ChainMaterial, chain: Chain) -> Superfluity | None:
    """Why no office has to see it: each alternative is needed, and all of them are supplied."""
    return chain.once(_why_by_all_needs, chain.kind_of(material))


def _why_by_all_needs(chain: Chain, material: ChainMaterial) -> Superfluity | None:
    if not all(chain.needs_met_by_alternative(material, data) for data in material.alternatives):
        return None
    return _why_by_states(chain.needs_met_by(material), chain)


def why_alternative_is_superfluous(
    material: ChainMaterial, data: str, chain: Chain
) -> Superfluity | None:
    """Why those who have this alternative need not bring it, where others still have to."""
    known = chain.once(_reasons)
    if (material, data) not in known:
        can = _can_be_superfluous(material, chain) and not chain.data(data).is_declared
        why = chain.once(_why_by_needs_of, chain.kind_of(material), data) if can else None
        known[material, data] = why
    return known[material, data]


_Reasons: TypeAlias = dict[tuple[ChainMaterial, str], Superfluity | None]
"""Why a material, or an alternative of it, is superfluous, as far as was asked."""
_WHOLE = ""


def _reasons(chain: Chain) -> _Reasons:
    """What is known to begin with: of materials whose needs, and what the offices have of them, a
    mend left alone. Which other papers there are makes none superfluous."""
    before, touched = chain.before, chain.touched
    if before is None or touched is None or _asks_of_what_is_open(chain, before):
        return {}
    known = before.once(_reasons).items()
    return {of: why for of, why in known if touched.isdisjoint(of[0].alternatives)}


def _asks_of_what_is_open(chain: Chain, before: Chain) -> bool:
    """Whether there are needs at all, or where uses are left open, is not what it was."""
    if chain.expansion.steps is before.expansion.steps:
        return False
    if bool(chain.all_needs) is not bool(before.all_needs):
        return True
    is_step_gone = len(chain.expansion.steps) != len(before.expansion.steps)
    return is_step_gone and (
        chain.once(_reaches_of_open_checks) != before.once(_reaches_of_open_checks)
    )


def superfluous_papers(chain: Chain) -> frozenset[Paper]:
    """The chain's superfluous materials, by their alternatives."""
    return _superfluous_among(chain.materials, chain)


def superfluous_by_mend(mended: Chain, before: Chain) -> frozenset[Paper]:
    """The papers that were not superfluous before the mend, and are now: the mend touched them."""
    papers, touched = mended.materials, mended.touched
    is_rest_known = papers is before.materials and not _asks_of_what_is_open(mended, before)
    if touched is not None and is_rest_known:
        papers = tuple(m for m in papers if not touched.isdisjoint(m.alternatives))
    return _superfluous_among(papers, mended) - before.once(superfluous_papers)


def _superfluous_among(papers: Iterable[ChainMaterial], chain: Chain) -> frozenset[Paper]:
    as_it_is = Relief(chain)
    return frozenset(
        (material.number, data)
        for material in papers
        for data in _superfluous_alternatives(material, as_it_is)
    )


def newly_superfluous(relief: Relief) -> frozenset[Paper]:
    """The papers that become superfluous by the relief: they meet a need that is shared now."""
    chain = relief.chain
    touched = dict.fromkeys(m for need in relief.shared for m in chain.materials_bringing(need))
    return frozenset(
        (material.number, data)
        for material in touched
        for data in _superfluous_alternatives(material, relief)
        if data not in _superfluous_alternatives(material, Relief(chain))
    )


def is_superfluous(material: ChainMaterial, relief: Relief) -> bool:
    """The material as a whole is superfluous, or becomes so by the relief."""
    chain = relief.chain
    if why_superfluous(material, chain) is not None:
        return True
    if not relief.shared or is_declared(material, chain):
        return False
    return (
        _can_be_superfluous(material, chain)
        and all(chain.needs_met_by_alternative(material, data) for data in material.alternatives)
        and all(relief.is_supplied(need) for need in chain.needs_met_by(material))
    )


def is_alternative_superfluous(material: ChainMaterial, data: str, relief: Relief) -> bool:
    """Those who have this alternative need not bring it, or not after the relief."""
    chain = relief.chain
    if why_alternative_is_superfluous(material, data, chain) is not None:
        return True
    if not relief.shared or chain.data(data).is_declared:
        return False
    needs = chain.needs_met_by_alternative(material, data)
    is_known = _can_be_superfluous(material, chain) and bool(needs)
    return is_known and all(relief.is_supplied(need) for need in needs)


def _can_be_superfluous(material: ChainMaterial, chain: Chain) -> bool:
    return bool(material.alternatives) and material.is_submitted and chain.is_described


def _may_be_judged_from(material: ChainMaterial, chain: Chain) -> bool:
    """A step that has it at hand checks a criterion of which nobody wrote what data it uses."""
    reaches = chain.once(_reaches_of_open_checks)
    return any(are_within_reach(material.reach, reach) for reach in reaches)


def _reaches_of_open_checks(chain: Chain) -> frozenset[str]:
    return frozenset(
        step.reach
        for step in chain.expansion.steps.values()
        if any(not chain.criterion(criterion).uses for criterion in step.written.checks)
    )


def _why_by_needs_of(chain: Chain, material: ChainMaterial, data: str) -> Superfluity | None:
    return _why_by_states(chain.needs_met_by_alternative(material, data), chain)


def _why_by_states(needs: Iterable[Need], chain: Chain) -> Superfluity | None:
    """Own paper where the offices hold all that is needed; asked again where it also flows."""
    states = {chain.supply_of(need).state for need in needs}
    if states == {SupplyState.HELD}:
        return Superfluity.OWN_PAPER
    if states and all(state.is_without_applicant for state in states):
        return Superfluity.ASKED_AGAIN
    return None


def _superfluous_alternatives(material: ChainMaterial, relief: Relief) -> tuple[str, ...]:
    if is_superfluous(material, relief):
        return material.alternatives
    if len(material.alternatives) < 2:
        return ()
    return tuple(
        data for data in material.alternatives if is_alternative_superfluous(material, data, relief)
    )
