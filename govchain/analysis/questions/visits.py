"""Visits that serve nothing, and for which papers people still come.

semantics.md section 2, needless-visit: a visit goes only when nothing has to be brought for it any
more. A finding that spares a paper but no visit says which papers stand in the way.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator

from govchain.analysis.questions.offices import is_public_office
from govchain.analysis.questions.relief import Relief
from govchain.analysis.questions.superfluous import is_alternative_superfluous, is_superfluous
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainMaterial, ChainStep, are_within_reach
from govchain.compiler.needs import Need

_IN_PERSON = ("inspect", "expert-review", "other")
"""Kinds of steps at which people or things are looked at, or something else is done to them."""


def needless_visits(chain: Chain) -> frozenset[str]:
    """The steps whose visit serves nothing: all their data is there without the applicant."""
    return frozenset(_needless(Relief(chain)))


def newly_needless(relief: Relief) -> frozenset[str]:
    """The steps whose visit serves nothing any more after the relief."""
    steps = relief.chain.expansion.steps
    found = _needless(relief)
    return frozenset(id for id in found if not is_needless_visit(steps[id], relief.chain))


def is_needless_visit(step: ChainStep, chain: Chain) -> bool:
    """A visit that could be spared, for which no data or paper has to be brought."""
    return _serves_nothing(step, Relief(chain))


def is_asked_to_come(step: ChainStep, chain: Chain) -> bool:
    """People have to come to an office of the state: it offers no other way than its window."""
    return bool(step.visit) and _is_window_only(step) and is_public_office(step, chain)


def visits_asked(chain: Chain) -> tuple[list[ChainStep], list[ChainStep]]:
    """The steps for which people have to come to an office of the state, and those of them where
    that stays."""
    asked = [step for step in chain.steps if is_asked_to_come(step, chain)]
    return asked, [step for step in asked if has_to_be_made(step)]


def has_to_be_made(step: ChainStep) -> bool:
    """The visit stays: a law asks for it, or something is done there to a person or a thing, or it
    is not known what."""
    return bool(step.written.visit_basis) or step.kind in _IN_PERSON


def papers_still_asked(before: Chain, after: Chain) -> tuple[str, ...]:
    """The names of the papers that keep people coming after the mend.

    Empty where the mend spares a visit or no paper, or where no paper is the reason to come.
    """
    kept = {material.number for material in after.materials}
    gone = [material for material in before.materials if material.number not in kept]
    return () if _spares_a_visit(before, after) else papers_in_the_way(gone, Relief(after))


def papers_in_the_way(gone: Iterable[ChainMaterial], relief: Relief) -> tuple[str, ...]:
    """The names of the papers that still keep people coming where those that are gone were at hand,
    in a case in which one of them was asked for, if only papers are the reason to come."""
    chain, papers = relief.chain, dict[str, None]()
    gone = list(gone)
    reaches = {paper.reach for paper in gone}
    cases = {paper.guard for paper in gone}
    for step in chain.steps if reaches else ():
        if _could_be_spared(step, chain) and _is_within_any(step, reaches):
            for paper in _brought_to(step, relief):
                if any(chain.scenarios.is_possible(paper.guard, case) for case in cases):
                    papers[paper.written.name] = None
    return tuple(papers)


def _spares_a_visit(before: Chain, after: Chain) -> bool:
    staying = (step for step in before.steps if after.has_step(step.id))
    return any(after.step(step.id).visit < step.visit for step in staying)


def _is_within_any(step: ChainStep, reaches: Iterable[str]) -> bool:
    return any(are_within_reach(reach, step.reach) for reach in reaches)


def _could_be_spared(step: ChainStep, chain: Chain) -> bool:
    """A visit to bring something, that no law asks for: to apply, or at a step that needs data.

    Where there is another way than to the window, those who come do so by their own choice.
    """
    return (
        bool(step.visit)
        and not step.written.visit_basis
        and step.kind != "inspect"
        and _is_window_only(step)
        and (step.kind == "apply" or bool(chain.needs(step.id)))
    )


def _is_window_only(step: ChainStep) -> bool:
    return all(channel == "window" for channel in step.written.channel)


def _needless(relief: Relief) -> Iterator[str]:
    for step in relief.chain.expansion.steps.values():
        if step.visit and _serves_nothing(step, relief):
            yield step.id


def _serves_nothing(step: ChainStep, relief: Relief) -> bool:
    if not _could_be_spared(step, relief.chain):
        return False
    if step.kind == "apply":
        return not any(_papers_brought_to(step, relief))
    return not any(_needs_brought_for(step, relief))


def _brought_to(step: ChainStep, relief: Relief) -> Iterator[ChainMaterial]:
    """The papers that are brought at the visit."""
    if step.kind == "apply":
        yield from _papers_brought_to(step, relief)
    else:
        for need in _needs_brought_for(step, relief):
            for material in relief.chain.materials_meeting(need):
                if material.number not in relief.gone:
                    yield material


def _papers_brought_to(step: ChainStep, relief: Relief) -> Iterator[ChainMaterial]:
    """The papers within reach of an application that are not to be sent, or that somebody needs."""
    reach = step.reach
    for material in relief.materials:
        if are_within_reach(material.reach, reach) and not _needs_no_way(material, relief):
            yield material


def _needs_no_way(material: ChainMaterial, relief: Relief) -> bool:
    """It can be sent in, and nobody needs it, or whichever of its alternatives people have, only
    they know what it says, or the offices know it already."""
    if not material.is_submitted or not material.alternatives:
        return False
    return is_superfluous(material, relief) or all(
        relief.chain.data(data).is_declared or is_alternative_superfluous(material, data, relief)
        for data in material.alternatives
    )


def _needs_brought_for(step: ChainStep, relief: Relief) -> Iterator[Need]:
    """The needs, of the step or of later ones within its reach, that burden the applicant."""
    chain = relief.chain
    from_here_on = chain.once(_places_of_needs).get(step.id, 0)
    for need in chain.all_needs[from_here_on:]:
        is_here = need.step == step.id or _is_for_later(step, need, chain)
        if is_here and relief.burdens(need):
            yield need


def _places_of_needs(chain: Chain) -> dict[str, int]:
    """Where, among all needs, those of each step begin, and of all that come after it."""
    numbers = (len(chain.needs(step)) for step in chain.order.steps)
    return dict(zip(chain.order.steps, itertools.accumulate(numbers, initial=0), strict=False))


def _is_for_later(step: ChainStep, need: Need, chain: Chain) -> bool:
    """What is needed after the step, within its reach, may be handed in at it."""
    reach = chain.step(need.step).reach
    return chain.order.is_before(step.id, need.step) and are_within_reach(reach, step.reach)
