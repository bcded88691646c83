"""Sharing (semantics 2): what the applicant is asked for, material by material."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from .benefit import is_declared, superfluity
from .catalogue import Material
from .chain import Chain, Need
from .finding import ADVICE, ERROR, WARNING, Found, numbered_materials
from .rules_sharing import users_of
from .supply import CARRIED, MISSING


def papers(chain: Chain) -> Iterator[Found]:
    """All findings on the materials of one chain."""
    for material, subject in numbered_materials(chain):
        yield from superfluous_material(chain, material, subject)
        yield from unfounded_material(chain, material, subject)
        yield from promised_paper(chain, material, subject)


def superfluous_material(chain: Chain, material: Material, subject: str) -> Iterator[Found]:
    """asked-again, own-paper (errors where the material is `waived-by` law), needless-material.

    A needless material is not reported where it is banned.
    """
    rule = superfluity(chain, material)
    if rule is None or (rule == "needless-material" and is_banned(chain, material)):
        return
    severity = ERROR if material.is_waived and rule != "needless-material" else WARNING
    mend = partial(without_material, chain, material)
    yield Found(rule, severity, None, subject, "cut", mend, basis_removed(material))


def basis_removed(material: Material) -> tuple[str, ...]:
    """The `basis` that the mend removes (nothing for a material that is `waived-by` law)."""
    return () if material.is_waived else material.basis


def unfounded_material(chain: Chain, material: Material, subject: str) -> Iterator[Found]:
    """unmapped-material, baseless-material, banned-material."""
    if not material.alternatives:
        yield Found("unmapped-material", ADVICE, None, subject, "clarify")
    mend = None if is_wanted(chain, material) else partial(without_material, chain, material)
    if is_baseless(chain, material):
        yield Found("baseless-material", WARNING, None, subject, "cut", mend)
    if is_banned(chain, material):
        amend = basis_removed(material) if mend else ()
        yield Found("banned-material", ERROR, None, subject, "cut", mend, amend)


def is_banned(chain: Chain, material: Material) -> bool:
    """An alternative of the material is `banned`."""
    return any(chain.catalogue.data[data].is_banned for data in material.alternatives)


def is_baseless(chain: Chain, material: Material) -> bool:
    """Neither declared nor banned, no `basis`, where one written in the same matter has one."""
    written = chain.catalogue.matters[material.written_in].materials
    return (
        not is_declared(chain, material)
        and not is_banned(chain, material)
        and not material.basis
        and any(other.basis for other in written)
    )


def is_wanted(chain: Chain, material: Material) -> bool:
    """Would a need that is not missing be `missing` without it?"""
    after = without_material(chain, material).supplies
    return any(after[need] == MISSING != before for need, before in chain.supplies.items())


def without_material(chain: Chain, material: Material) -> Chain:
    """The material goes."""
    return replace(chain, materials=tuple(m for m in chain.materials if m.key != material.key))


def promised_paper(chain: Chain, material: Material, subject: str) -> Iterator[Found]:
    """A material with data, neither declared nor banned, for which a promise could stand.

    It meets needs that can arise together with it, all of them `carried` and coming only from the
    `uses` of checks whose criteria are `verify: after`.
    """
    needs = chain.needs_met_by(material)
    if (
        needs
        and not is_declared(chain, material)
        and not is_banned(chain, material)
        and all(chain.supplies[need] == CARRIED and can_wait(chain, need) for need in needs)
    ):
        mend = partial(replace, without_material(chain, material), flowing=frozenset(needs))
        amend = basis_removed(material)
        yield Found("promised-paper", ADVICE, None, subject, "commit", mend, amend)


def can_wait(chain: Chain, need: Need) -> bool:
    """It comes only from the `uses` of checks whose criteria are `verify: after`."""
    criteria = [chain.catalogue.criteria[user] for user in users_of(chain, need)]
    return not need.is_named and all(criterion.verify == "after" for criterion in criteria)
