"""Needs that no office gets by itself, and who could share what is missing.

semantics.md section 2, "Sharing": a holder could share data iff it is public and no law restricts
the data.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from govchain.analysis.hits.naming import (
    data_named,
    department_named,
    departments_named,
    matter_named,
    step_named,
    tried_facts,
)
from govchain.analysis.questions.bases import laws_asking_for
from govchain.analysis.questions.holders import able_holders
from govchain.analysis.questions.recorded import MATERIALS, is_recorded
from govchain.analysis.questions.redundancy import redundancy_of
from govchain.analysis.rule import Hit
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainMaterial
from govchain.compiler.needs import Need
from govchain.compiler.supply import SupplyState
from govchain.findings import Facts, Severity
from govchain.mends import Mend, ShareData
from govchain.model.nouns import Data

_NOTHING_MORE: Facts = {}


def unsupplied_needs(chain: Chain, catalogue: Catalogue) -> tuple[Need, ...]:
    """Needs that are carried or missing, where all that bears on them is known."""
    return chain.once(_find_unsupplied, catalogue)


def _find_unsupplied(chain: Chain, catalogue: Catalogue) -> tuple[Need, ...]:
    return tuple(need for need in chain.all_needs if _is_unsupplied(need, chain, catalogue))


def _is_unsupplied(need: Need, chain: Chain, catalogue: Catalogue) -> bool:
    """Of a missing need nothing is known where papers or steps may not have been written."""
    state = chain.supply_of(need).state
    if not state.burdens_applicant or _is_doubtful(need, chain):
        return False
    return state is SupplyState.CARRIED or (
        chain.is_described
        and not chain.is_doubtful
        and is_recorded(MATERIALS, catalogue, chain.step(need.step).matter)
    )


def _is_doubtful(need: Need, chain: Chain) -> bool:
    """Nobody is responsible for the step, or something of the data or the offices was lost."""
    department = chain.step(need.step).department
    if department is None or chain.data(need.data).doubtful:
        return True
    return not chain.network.is_certain(department) or _may_be_no_holder_to_ask(need, chain)


def _may_be_no_holder_to_ask(need: Need, chain: Chain) -> bool:
    """Something of a holder was lost, perhaps that it is no public one; no other could share."""
    departments = chain.registry.departments
    holders = chain.holders_of(need.data, need.step, need.guard)
    lost = {h for h in holders if (known := departments.get(h)) and known.doubtful}
    return bool(lost) and lost.issuperset(able_holders(need, chain))


def is_shareable(need: Need, chain: Chain, *, is_linked: bool) -> bool:
    """A holder could share the data, and there is a way of links for it, or there is none."""
    return bool(able_holders(need, chain)) and (chain.possible_path(need) is not None) is is_linked


def proposes_sharing(chain: Chain, catalogue: Catalogue, mend: Mend, *, is_linked: bool) -> bool:
    """Whether a need that is not supplied still asks for the mend."""
    return isinstance(mend, ShareData) and any(
        _is_unsupplied(need, chain, catalogue) and is_shareable(need, chain, is_linked=is_linked)
        for need in chain.needs_of_data(mend.data)
    )


def sharing_hit(
    need: Need, chain: Chain, catalogue: Catalogue, more: Facts = _NOTHING_MORE, variant: str = ""
) -> Hit:
    """The hit on a need that a link would supply, with more facts and in the variant of its rule.

    Missing is an error, unless it goes by hand. Advice is what a superfluous step needs, and what
    nobody hands in a paper for. To a receiver that is no public department nothing is to be opened.
    """
    state = chain.supply_of(need).state
    papers = chain.materials_bringing(need)
    is_lost = state is SupplyState.MISSING and not goes_by_hand(need, chain)
    severity = Severity.ERROR if is_lost else Severity.WARNING
    is_superfluous = redundancy_of(chain, catalogue).is_superfluous(need)
    if is_superfluous or (state is SupplyState.CARRIED and not _is_handed_in(papers)):
        severity = Severity.ADVICE
    variant = variant if _may_receive(chain.step(need.step).department, chain) else "outside"
    facts = {**sharing_facts(need, chain), **more}
    return Hit(need, facts, ShareData(need.data), severity, variant)


def providers_in(chain: Chain, catalogue: Catalogue) -> Mapping[str, Mapping[str, frozenset[str]]]:
    """By the data that its steps lack and by their departments: who has to open it to them. Who
    provides a link that fails on the way, a platform that has the data, else who holds it; nobody
    where nothing may be opened."""
    found: dict[str, dict[str, frozenset[str]]] = {}
    for need in unsupplied_needs(chain, catalogue):
        department = chain.step(need.step).department or ""
        lacking = chain.network.shortcomings
        path = chain.possible_path(need) or ()
        failing = [flow.source for flow in path if lacking(flow.link, need.demand)]
        providers = failing or platforms_with(need, chain) or able_holders(need, chain)
        opened = frozenset(providers if _may_receive(department, chain) else ())
        known = found.setdefault(need.data, {})
        known[department] = known.get(department, frozenset()) | opened
    return found


def platforms_with(need: Need, chain: Chain) -> tuple[str, ...]:
    """The platforms that a holder who could share the data brings it to, fit for the need."""
    holders = frozenset(able_holders(need, chain))
    return chain.network.platforms_reached(need.data, holders, need.demand)


def goes_by_hand(need: Need, chain: Chain) -> bool:
    """A holder's data comes over links that are usable, but that somebody carries it."""
    department = chain.step(need.step).department
    holders = chain.holders_of(need.data, need.step, need.guard)
    demand = replace(need.demand, by_hand=True)
    if department is None:
        return False
    return chain.network.path(need.data, frozenset(holders), department, demand) is not None


def _is_handed_in(papers: Iterable[ChainMaterial]) -> bool:
    return any(paper.is_submitted for paper in papers)


def _may_receive(department: str | None, chain: Chain) -> bool:
    """It is public or a platform: a link may lead to it."""
    known = chain.registry.departments.get(department or "")
    return known is not None and (known.is_public or known.is_platform)


def sharing_facts(need: Need, chain: Chain) -> Facts:
    """Who needs what, who could share it, what was tried, who else must be linked by the mend."""
    registry = chain.registry
    consumer = chain.step(need.step).department
    papers = chain.materials_bringing(need)
    others = chain.once(_offices_without, need.data) - {consumer}
    instead = [data for data in need.alternatives if data != need.data]
    return {
        "data": data_named(registry, need.data),
        "step": step_named(chain, need.step),
        "consumer": department_named(registry, consumer),
        "holders": departments_named(registry, able_holders(need, chain)),
        "supply": chain.supply_of(need).state.value,
        "papers": chain.once(_names_of, papers),
        "alternatives": tuple(data_named(registry, data) for data in instead),
        "demanded_by": chain.once(_laws_asking_for, papers),
        "tried": tried_facts(registry, chain.tried_links(need)),
        "also": departments_named(registry, _not_reached(others, consumer, chain)),
        **_restriction(chain.data(need.data)),
        **_unwritten_materials(need, chain),
    }


def _unwritten_materials(need: Need, chain: Chain) -> Facts:
    """Whose materials nobody wrote, so that it is not known whether people bring the data: the
    rule judges by those that other matters write."""
    matter = chain.step(need.step).matter
    is_missing = chain.supply_of(need).state is SupplyState.MISSING
    if not is_missing or chain.materials or MATERIALS in matter.complete:
        return {}
    return {"unwritten_for": matter_named(matter)}


def _offices_without(chain: Chain, data: str) -> frozenset[str | None]:
    """The departments of the steps that lack the data."""
    return frozenset(
        chain.step(need.step).department
        for need in chain.needs_of_data(data)
        if chain.supply_of(need).state.burdens_applicant
    )


def _not_reached(others: Iterable[str | None], consumer: str | None, chain: Chain) -> list[str]:
    """Those to which a link may lead and that one to the consumer does not reach: it reaches all
    that is within it."""
    within = chain.network.is_within
    missed = (o for o in others if o and not (consumer and within(o, consumer)))
    return [office for office in missed if _may_receive(office, chain)]


def _restriction(data: Data) -> Facts:
    """That the data is marked as not shared; who could share it has no law that forbids it."""
    return {"sharing": data.sharing} if data.sharing == "restricted" else {}


def _names_of(_: Chain, papers: tuple[ChainMaterial, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(paper.written.name for paper in papers))


def _laws_asking_for(_: Chain, papers: tuple[ChainMaterial, ...]) -> tuple[str, ...]:
    """The provisions that ask for the papers, save where law itself waives the paper."""
    return tuple(dict.fromkeys(law for paper in papers for law in laws_asking_for(paper.written)))
