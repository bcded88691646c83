"""Hits on superfluous papers: what they are for, and that the offices have it already."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator

from govchain.analysis.hits.naming import (
    data_named,
    departments_named,
    hop_named,
    need_named,
    step_named,
)
from govchain.analysis.questions.superfluous import (
    Superfluity,
    why_alternative_is_superfluous,
    why_superfluous,
)
from govchain.analysis.rule import Hit, PaperAlternative
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.conditions import Condition
from govchain.compiler.expansion import ChainMaterial, ChainStep
from govchain.compiler.needs import Need
from govchain.compiler.supply import SupplyState
from govchain.findings import Facts, Severity
from govchain.mends import DropAlternative, DropMaterial, Mend


def superfluous_hits(why: Superfluity, chain: Chain) -> Iterator[Hit]:
    """The hits on papers that go for this reason: whole, or one alternative where others stay."""
    for material in chain.materials:
        whole = why_superfluous(material, chain)
        if whole is why:
            yield paper_hit(material, material, chain)
        if whole is not None or len(material.alternatives) < 2:
            continue
        for data in material.alternatives:
            if why_alternative_is_superfluous(material, data, chain) is why:
                yield paper_hit(material, PaperAlternative(material, data), chain)


def proposes_to_drop(chain: Chain, catalogue: Catalogue, mend: Mend) -> bool:
    """Whether a paper, or an alternative of it, is to go by this mend, for whichever reason.

    Papers that are joined, or data that flows now, may have made one reason of another.
    """
    if not isinstance(mend, DropMaterial | DropAlternative):
        return False
    material = next((paper for paper in chain.materials if paper.number == mend.number), None)
    if material is None:
        return False
    whole = why_superfluous(material, chain)
    if isinstance(mend, DropMaterial):
        return whole is not None
    return (
        whole is None
        and len(material.alternatives) > 1
        and mend.data in material.alternatives
        and why_alternative_is_superfluous(material, mend.data, chain) is not None
    )


def paper_hit(
    material: ChainMaterial, element: ChainMaterial | PaperAlternative, chain: Chain
) -> Hit:
    """The hit on a paper whose data the offices have; an error where law already waives it."""
    alternative = element.data if isinstance(element, PaperAlternative) else None
    needed, receiving = chain.once(_facts_of_needs, chain.kind_of(material), alternative)
    facts: Facts = {
        "material": material.written.name,
        "data": need_named(chain.registry, element.alternatives),
        **needed,
        "waived_by": material.written.waived_by,
        **receiving,
    }
    mend = drop_of(element)
    variant = "alternative" if isinstance(element, PaperAlternative) else ""
    if material.written.waived_by:
        return Hit(element, facts, mend, Severity.ERROR, variant=variant or "waived")
    return Hit(
        element, facts, mend, variant=variant or ("partly-held" if "keepers" in facts else "")
    )


def _facts_of_needs(
    chain: Chain, material: ChainMaterial, alternative: str | None
) -> tuple[Facts, Facts]:
    """Which offices need the paper or its alternative, what for, and who holds it; who receives it.

    Papers alike have them in common.
    """
    needs = chain.needs_met_by(material)
    if alternative is not None:
        needs = chain.needs_met_by_alternative(material, alternative)
    offices = {chain.step(need.step).department or "" for need in needs}
    holders = {holder for need in needs for holder in chain.supply_of(need).holders}
    needed: Facts = {
        "department": departments_named(chain.registry, offices),
        "holders": departments_named(chain.registry, holders),
        "needs": tuple(_need_facts(need, chain) for need in needs),
    }
    return needed, _receiving(needs, chain)


def _receiving(needs: Iterable[Need], chain: Chain) -> Facts:
    """Which offices receive the data by sharing, and which of the others have it themselves."""
    offices: dict[SupplyState, set[str]] = defaultdict(set)
    for need in needs:
        offices[chain.supply_of(need).state].add(chain.step(need.step).department or "")
    receivers = offices[SupplyState.SHARED]
    keepers = offices[SupplyState.HELD] - receivers
    found = {"receivers": receivers, "keepers": keepers if receivers else ()}
    return {key: departments_named(chain.registry, ids) for key, ids in found.items() if ids}


def drop_of(element: ChainMaterial | PaperAlternative) -> Mend:
    """The paper is not asked for any more, or not of those who have this alternative."""
    if isinstance(element, PaperAlternative):
        return DropAlternative(element.material.number, element.data)
    return DropMaterial(element.number)


def _need_facts(need: Need, chain: Chain) -> Facts:
    supply = chain.supply_of(need)
    return {
        "step": step_named(chain, need.step),
        "data": data_named(chain.registry, need.data),
        "supply": supply.state.value,
        "path": tuple(hop_named(chain.registry, flow) for flow in supply.path),
    }


def asking_step(material: ChainMaterial, chain: Chain) -> str | None:
    """Where the applicant is asked for the paper: a step of the matter that asks for it.

    The first application or, where there is none, acceptance that can take place when the paper is
    asked for, else the first step. None where that matter has no step in the chain.
    """
    return chain.once(_asking_step, material.origin, material.guard)


def _asking_step(chain: Chain, origin: str, guard: Condition) -> str | None:
    """The same for all papers of one origin that are asked for in the same case."""
    entries = chain.once(_entries_by_origin).get(origin, {})
    at_once = (id for own, id in entries.items() if chain.scenarios.is_possible(own, guard))
    return next(at_once, None)


def _entries_by_origin(chain: Chain) -> dict[str, dict[Condition, str]]:
    """For each way of calls, of the steps behind it: when some take place, and the first of these.

    Applications come first, then acceptances.
    """
    found: dict[str, dict[Condition, str]] = {}
    for step in sorted(chain.steps, key=_rank_of_entry):
        calls = itertools.accumulate(step.id.split("/")[:-1], "{}{}/".format, initial="")
        for origin in calls:
            found.setdefault(origin, {}).setdefault(step.guard, step.id)
    return found


def _rank_of_entry(step: ChainStep) -> int:
    return {"apply": 0, "accept": 1}.get(step.kind, 2)
