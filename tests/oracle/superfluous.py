"""What need not be asked for: papers, alternatives of them, visits (semantics 2)."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from .catalogue import Material, Step, has_option
from .chain import Chain, Need, are_at_hand
from .guards import both
from .metrics import KEPT
from .registry import APPLICANT
from .supply import DECLARED, HELD, SHARED

Part = tuple[str, str]
"""A material (by its key), and one of its alternatives."""


def is_declared(chain: Chain, material: Material) -> bool:
    """A material is *declared* iff the applicant is the holder of one of its alternatives."""
    return any(chain.catalogue.data[x].holder == APPLICANT for x in material.alternatives)


def superfluity(chain: Chain, material: Material) -> str | None:
    """own-paper, asked-again, needless-material of the whole; None where it is in order."""
    if not is_judged(chain, material) or is_declared(chain, material):
        return None
    if not chain.needs_met_by(material):
        is_known = chain.all_needs and not may_be_judged_from(chain, material)
        return "needless-material" if is_known else None
    return known_as_a_whole(chain, material)


def may_be_judged_from(chain: Chain, material: Material) -> bool:
    """A step within its reach, or the other way round, checks a criterion with no `uses`."""
    return any(
        are_at_hand(material.reach, step.reach) and not chain.catalogue.uses(criterion)
        for step in chain.steps
        for criterion in step.written_checks
    )


def known_as_a_whole(chain: Chain, material: Material) -> str | None:
    """needs(M, x) is not empty for every alternative, and all of needs(M) `held` or `shared`."""
    if not all(chain.needs_met[material.key, x] for x in material.alternatives):
        return None
    return known_already(chain, chain.needs_met_by(material))


def superfluity_for(chain: Chain, material: Material, x: str) -> str | None:
    """own-paper, asked-again of one alternative that is not declared, by needs(M, x).

    Only where neither holds of the material as a whole.
    """
    if not is_judged(chain, material) or chain.catalogue.data[x].holder == APPLICANT:
        return None
    if len(material.alternatives) < 2 or superfluity(chain, material):
        return None
    return known_already(chain, chain.needs_met[material.key, x])


def is_judged(chain: Chain, material: Material) -> bool:
    """A submitted material with data, in a chain that is described."""
    return chain.is_described and material.handling == "submitted" and bool(material.alternatives)


def known_already(chain: Chain, needs: list[Need]) -> str | None:
    """Not empty, all `held` or `shared`: own-paper if all are `held`, else asked-again."""
    supplies = {chain.supplies[need] for need in needs}
    if not supplies or not supplies <= {HELD, SHARED}:
        return None
    return "own-paper" if supplies == {HELD} else "asked-again"


@lru_cache(KEPT)
def superfluous_parts(chain: Chain) -> set[Part]:
    """Every alternative of a superfluous material, and every superfluous alternative."""
    return {
        (material.key, x)
        for material in chain.materials
        for x in material.alternatives
        if superfluity(chain, material) or superfluity_for(chain, material, x)
    }


def without_parts(chain: Chain, parts: set[Part]) -> Chain:
    """Nobody with these options is asked for them; a material of which none is left goes."""
    return replace(chain, materials=tuple(materials_left(chain, parts)))


def materials_left(chain: Chain, parts: set[Part]) -> Iterator[Material]:
    for material in chain.materials:
        left = [x for x in material.alternatives if (material.key, x) not in parts]
        if len(left) == len(material.alternatives):
            yield material
        elif left:
            still = has_option(material.alternatives, *left)
            yield replace(material, guard=both(material.guard, still))


def is_needless_visit(chain: Chain, step: Step) -> bool:
    """A `visit` with no `visit-basis`, at a step that has needs, where no need is lacking.

    None of the step nor of a later one is carried or missing. Not at `apply` or `inspect`, nor at
    one that names another channel than window. Or at
    an `apply` step, where all materials are submitted, and all superfluous as a whole.
    """
    if not chain.is_described or not step.visit or step.visit_basis or step.kind == "inspect":
        return False
    if step.channels - {"window"}:
        return False
    if step.kind == "apply":
        at_hand = [m for m in chain.materials if are_at_hand(m.reach, step.reach)]
        return all(is_asked_in_vain(chain, material) for material in at_hand)
    later = [s for s in chain.steps if s.id == step.id or chain.is_ancestor(step, s)]
    near = [s for s in later if are_at_hand(s.reach, step.reach)]
    supplies = {chain.supplies[need] for s in near for need in chain.needs[s.id]}
    return bool(chain.needs[step.id]) and supplies <= {HELD, SHARED, DECLARED}


def is_asked_in_vain(chain: Chain, material: Material) -> bool:
    """Submitted, and asked-again, own-paper or needless as a whole, or each of its alternatives
    the applicant's own, asked-again or own-paper."""
    return (
        material.handling == "submitted"
        and bool(material.alternatives)
        and (
            superfluity(chain, material) is not None
            or all(
                chain.catalogue.data[x].holder == APPLICANT or superfluity_for(chain, material, x)
                for x in material.alternatives
            )
        )
    )


@lru_cache(KEPT)
def needless_visits(chain: Chain) -> set[str]:
    return {step.id for step in chain.steps if is_needless_visit(chain, step)}
