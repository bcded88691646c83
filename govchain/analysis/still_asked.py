"""For which other papers people still come once the data of one flows.

semantics.md section 2, needless-visit: a visit goes only when nothing has to be brought for it any
more. A finding that spares a paper but no visit says which papers stand in the way.
"""

from __future__ import annotations

from collections.abc import Iterator

from govchain.analysis.superfluous import is_declared, standing_of
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainMaterial, ChainStep, are_within_reach
from govchain.compiler.needs import Need


def papers_still_asked(before: Chain, after: Chain) -> tuple[str, ...]:
    """The names of the papers that keep people coming after the mend.

    Empty where the mend spares a visit or no paper, or where no paper is the reason to come.
    """
    kept = {material.number for material in after.materials}
    gone = [material for material in before.materials if material.number not in kept]
    if not gone or any(after.step(s.id).visit < s.visit for s in before.steps if _stays(s, after)):
        return ()
    papers: dict[str, None] = {}
    for step in after.steps:
        if _could_go(step) and any(are_within_reach(m.reach, step.reach) for m in gone):
            papers |= dict.fromkeys(paper.written.name for paper in _brought_to(step, after))
    return tuple(papers)


def _stays(step: ChainStep, after: Chain) -> bool:
    return after.has_step(step.id)


def _could_go(step: ChainStep) -> bool:
    """A visit that no law asks for and that is none to look at a place."""
    return bool(step.visit) and not step.written.visit_basis and step.kind != "inspect"


def _brought_to(step: ChainStep, chain: Chain) -> Iterator[ChainMaterial]:
    """The papers that are brought at the visit."""
    if step.kind == "apply":
        for material in chain.materials:
            if are_within_reach(material.reach, step.reach) and not _needs_no_way(material, chain):
                yield material
        return
    needs = [need for need in chain.all_needs if _is_served_by(step, need, chain)]
    for need in needs:
        if chain.supply_of(need).state.burdens_applicant:
            yield from chain.materials_meeting(need)


def _needs_no_way(material: ChainMaterial, chain: Chain) -> bool:
    superfluous = is_declared(material, chain) or standing_of(material, chain) is not None
    return material.is_submitted and superfluous


def _is_served_by(step: ChainStep, need: Need, chain: Chain) -> bool:
    """The need arises at the step, or later within its reach."""
    reach = chain.step(need.step).reach
    is_later = chain.order.is_before(step.id, need.step) and are_within_reach(reach, step.reach)
    return need.step == step.id or is_later
