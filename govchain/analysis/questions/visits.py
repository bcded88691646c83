"""Visits that serve nothing, and for which papers people still come.

semantics.md section 2, needless-visit: a visit goes only when nothing has to be brought for it any
more. A finding that spares a paper but no visit says which papers stand in the way.
"""

from __future__ import annotations

from collections.abc import Iterator

from govchain.analysis.questions.superfluous import why_alternative_is_superfluous, why_superfluous
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainMaterial, ChainStep, are_within_reach
from govchain.compiler.needs import Need


def needless_visits(chain: Chain) -> frozenset[str]:
    """The steps whose visit serves nothing: all their data is there without the applicant."""
    steps = chain.expansion.steps.values()
    return frozenset(step.id for step in steps if step.visit and is_needless_visit(step, chain))


def is_needless_visit(step: ChainStep, chain: Chain) -> bool:
    """A visit that could be spared, for which no data or paper has to be brought."""
    if not _could_be_spared(step, chain):
        return False
    if step.kind == "apply":
        return not any(_papers_brought_to(step, chain))
    return not any(_needs_brought_for(step, chain))


def papers_still_asked(before: Chain, after: Chain) -> tuple[str, ...]:
    """The names of the papers that keep people coming after the mend.

    Empty where the mend spares a visit or no paper, or where no paper is the reason to come.
    """
    kept = {material.number for material in after.materials}
    gone = [material for material in before.materials if material.number not in kept]
    if not gone or _spares_a_visit(before, after):
        return ()
    papers: dict[str, None] = {}
    for step in after.steps:
        is_concerned = any(are_within_reach(paper.reach, step.reach) for paper in gone)
        if is_concerned and _could_be_spared(step, after):
            papers |= dict.fromkeys(paper.written.name for paper in _brought_to(step, after))
    return tuple(papers)


def _spares_a_visit(before: Chain, after: Chain) -> bool:
    staying = (step for step in before.steps if after.has_step(step.id))
    return any(after.step(step.id).visit < step.visit for step in staying)


def _could_be_spared(step: ChainStep, chain: Chain) -> bool:
    """A visit to bring something, that no law asks for: to apply, or at a step that needs data.

    Where there is another way than to the window, those who come do so by their own choice.
    """
    return (
        bool(step.visit)
        and not step.written.visit_basis
        and step.kind != "inspect"
        and all(channel == "window" for channel in step.written.channel)
        and (step.kind == "apply" or bool(chain.needs(step.id)))
    )


def _brought_to(step: ChainStep, chain: Chain) -> Iterator[ChainMaterial]:
    """The papers that are brought at the visit."""
    if step.kind == "apply":
        yield from _papers_brought_to(step, chain)
    else:
        for need in _needs_brought_for(step, chain):
            yield from chain.materials_meeting(need)


def _papers_brought_to(step: ChainStep, chain: Chain) -> Iterator[ChainMaterial]:
    """The papers within reach of an application that are not to be sent, or that somebody needs."""
    for material in chain.materials:
        if are_within_reach(material.reach, step.reach) and not _needs_no_way(material, chain):
            yield material


def _needs_no_way(material: ChainMaterial, chain: Chain) -> bool:
    """It can be sent in, and nobody needs it, or whichever of its alternatives people have, only
    they know what it says, or the offices know it already."""
    if not material.is_submitted or not material.alternatives:
        return False
    return why_superfluous(material, chain) is not None or all(
        chain.data(data).is_declared
        or why_alternative_is_superfluous(material, data, chain) is not None
        for data in material.alternatives
    )


def _needs_brought_for(step: ChainStep, chain: Chain) -> Iterator[Need]:
    """The needs, of the step or of later ones within its reach, that burden the applicant."""
    for need in chain.all_needs:
        is_here = need.step == step.id or _is_for_later(step, need, chain)
        if is_here and chain.supply_of(need).state.burdens_applicant:
            yield need


def _is_for_later(step: ChainStep, need: Need, chain: Chain) -> bool:
    """What is needed after the step, within its reach, may be handed in at it."""
    reach = chain.step(need.step).reach
    return chain.order.is_before(step.id, need.step) and are_within_reach(reach, step.reach)
