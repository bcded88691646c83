"""Needs that no office gets by itself, and who could share what is missing.

semantics.md section 2, "Sharing": a holder could share data iff it is public and no law restricts
the data.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from govchain.analysis.naming import (
    department_named,
    departments_named,
    need_named,
    step_named,
    tried_facts,
)
from govchain.analysis.redundancy import redundancy_of
from govchain.analysis.rule import Hit
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainMaterial
from govchain.compiler.mends import ShareData
from govchain.compiler.needs import Need
from govchain.compiler.supply import SupplyState
from govchain.findings import Facts, Severity


def unsupplied_needs(chain: Chain) -> tuple[Need, ...]:
    """Needs that are carried or missing, where all that bears on them could be read."""
    return chain.once(_find_unsupplied)


def _find_unsupplied(chain: Chain) -> tuple[Need, ...]:
    return tuple(_unsupplied(chain))


def _unsupplied(chain: Chain) -> Iterator[Need]:
    for need in chain.all_needs:
        state = chain.supply_of(need).state
        if not state.burdens_applicant or _is_doubtful(need, chain):
            continue
        if state is SupplyState.CARRIED or not chain.is_doubtful:
            yield need


def _is_doubtful(need: Need, chain: Chain) -> bool:
    """Something of the data, or of who the department belongs to, could not be read."""
    department = chain.step(need.step).department or ""
    return any(chain.data(x).doubtful for x in need.alternatives) or not (
        chain.network.is_certain(department)
    )


def able_holders(need: Need, chain: Chain) -> tuple[str, ...]:
    """The holders of an alternative that could share it, sorted."""
    return tuple(sorted({h for data in need.alternatives for h in _able(data, need, chain)}))


def shareable_data(need: Need, chain: Chain) -> tuple[str, ...]:
    """The alternatives of the need that a holder could share."""
    return tuple(data for data in need.alternatives if _able(data, need, chain))


def _able(data: str, need: Need, chain: Chain) -> list[str]:
    """The holders of the data that could share it."""
    if chain.data(data).is_barred:
        return []
    departments = chain.registry.departments
    holders = chain.holders_of(data, need.step, need.guard)
    return [h for h in holders if (known := departments.get(h)) and known.is_public]


def sharing_hit(need: Need, chain: Chain, catalogue: Catalogue) -> Hit:
    """The hit on a need that a link would supply: missing is an error, superfluous advice."""
    state = chain.supply_of(need).state
    severity = Severity.ERROR if state is SupplyState.MISSING else Severity.WARNING
    if redundancy_of(chain, catalogue).is_superfluous(need):
        severity = Severity.ADVICE
    mend = ShareData(need.alternatives)
    return Hit(need, sharing_facts(need, chain), mend, severity)


def sharing_facts(need: Need, chain: Chain) -> Facts:
    """Who needs what, who could share it, what was tried, who else must be linked by the mend."""
    registry = chain.registry
    consumer = chain.step(need.step).department
    others = {
        chain.step(other.step).department
        for data in need.alternatives
        for other in chain.needs_speaking_of(data)
        if chain.supply_of(other).state.burdens_applicant
    } - {consumer}
    return {
        "data": need_named(registry, shareable_data(need, chain) or need.alternatives),
        "step": step_named(chain, need.step),
        "consumer": department_named(registry, consumer),
        "holders": departments_named(registry, able_holders(need, chain)),
        "supply": chain.supply_of(need).state.value,
        "papers": tuple(dict.fromkeys(m.written.name for m in papers_for(need, chain))),
        "demanded_by": _laws_asking_for(papers_for(need, chain)),
        "tried": tried_facts(registry, chain.tried_links(need)),
        "also": departments_named(registry, [other for other in others if other]),
    }


def papers_for(need: Need, chain: Chain) -> tuple[ChainMaterial, ...]:
    """The materials that bring the need's data."""
    return tuple(
        material
        for material in chain.materials_meeting(need)
        if need in chain.needs_met_by(material)
    )


def _laws_asking_for(papers: Iterable[ChainMaterial]) -> tuple[str, ...]:
    """The provisions that ask for the papers, save where law itself waives the paper."""
    asking = (paper.written for paper in papers if not paper.written.waived_by)
    return tuple(dict.fromkeys(text for written in asking for text in written.basis))
