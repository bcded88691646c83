"""Sharing (semantics 2): what the applicant is asked for, paper by paper."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from .benefit import Mend
from .catalogue import Material
from .chain import Chain, Need
from .claims import Claims
from .finding import ADVICE, ERROR, WARNING, Found, Paper, numbered_papers
from .recorded import is_complete, records_data_of_materials
from .rules_sharing import could_be_shared
from .superfluous import is_declared, known_as_a_whole, superfluity, superfluity_for, without_parts
from .supply import CARRIED, MISSING

RULES = frozenset(
    [
        "asked-again",
        "own-paper",
        "needless-material",
        "unmapped-material",
        "baseless-material",
        "banned-material",
        "promised-paper",
        "shown-paper",
    ]
)


def of_chain(chain: Chain, _: Claims) -> Iterator[Found]:
    """All findings on the materials of one chain."""
    for paper, subject in numbered_papers(chain):
        yield from superfluous_paper(chain, paper, subject)
        yield from banned_material(chain, paper, subject)
        if paper.alternative is None:
            yield from unfounded_material(chain, paper, subject)
            yield from promised_paper(chain, paper, subject)
            yield from shown_paper(chain, paper, subject)


def on_paper(
    rule: str,
    severity: str,
    paper: Paper,
    subject: str,
    lever: str,
    mend: Mend | None = None,
    amend: tuple[str, ...] = (),
    word_for: Iterable[Need] = (),
) -> Found:
    path, element = paper.material.path, paper.element
    needs = tuple(word_for)
    return Found(rule, severity, None, subject, lever, mend, amend, path, element, paper, needs)


def superfluous_paper(chain: Chain, paper: Paper, subject: str) -> Iterator[Found]:
    """asked-again, own-paper (errors where the material is `waived-by` law), needless-material.

    A needless material is not reported where it is banned.
    """
    material = paper.material
    if paper.alternative is None:
        rule = superfluity(chain, material)
    else:
        rule = superfluity_for(chain, material, paper.alternative)
    if rule is None or (rule == "needless-material" and is_banned(chain, material)):
        return
    severity = ERROR if material.is_waived and rule != "needless-material" else WARNING
    mend = partial(without_paper, chain, paper)
    yield on_paper(rule, severity, paper, subject, "cut", mend, to_amend(material))


def to_amend(material: Material) -> tuple[str, ...]:
    """Its `basis` (nothing for a material that is `waived-by` law)."""
    return () if material.is_waived else material.basis


def without_paper(chain: Chain, paper: Paper) -> Chain:
    """The material goes; of one alternative, nobody with that option is asked for it."""
    if paper.alternative is not None:
        return without_parts(chain, {(paper.material.key, paper.alternative)})
    left = tuple(m for m in chain.materials if m.key != paper.material.key)
    return replace(chain, materials=left)


def unfounded_material(chain: Chain, paper: Paper, subject: str) -> Iterator[Found]:
    """unmapped-material (where data of materials are recorded), baseless-material."""
    material = paper.material
    if not material.alternatives and records_data_of_materials(chain.catalogue):
        yield on_paper("unmapped-material", ADVICE, paper, subject, "clarify")
    if is_baseless(chain, material):
        matter = chain.catalogue.matters[material.written_in]
        mend = mend_of(chain, paper) if is_complete(matter, "basis") else None
        yield on_paper("baseless-material", WARNING, paper, subject, "cut", mend)


def banned_material(chain: Chain, paper: Paper, subject: str) -> Iterator[Found]:
    """A material of which every alternative is `banned`, or one alternative that is.

    No mend where a need that is not missing would then be, nor for one alternative (people bring
    another).
    """
    alternatives = paper.material.alternatives
    banned = {data for data in alternatives if chain.catalogue.data[data].is_banned}
    is_whole = bool(alternatives) and banned == set(alternatives)
    amend = to_amend(paper.material)
    if paper.alternative is None and is_whole:
        mend = mend_of(chain, paper)
        yield on_paper("banned-material", ERROR, paper, subject, "cut", mend, amend)
    elif paper.alternative in banned and not is_whole:
        yield on_paper("banned-material", ERROR, paper, subject, "cut", None, amend)


def is_banned(chain: Chain, material: Material) -> bool:
    """A material is *banned* iff one of its alternatives is."""
    return any(chain.catalogue.data[data].is_banned for data in material.alternatives)


def is_baseless(chain: Chain, material: Material) -> bool:
    """Neither declared nor banned, no `basis`, where one written in the same matter has one.

    Or the matter says `complete` for basis.
    """
    matter = chain.catalogue.matters[material.written_in]
    return (
        not is_declared(chain, material)
        and not is_banned(chain, material)
        and not material.basis
        and (any(other.basis for other in matter.materials) or is_complete(matter, "basis"))
    )


def mend_of(chain: Chain, paper: Paper) -> Mend | None:
    """The material goes, where it is known that nobody needs it."""
    if not chain.is_described or is_wanted(chain, paper):
        return None
    return partial(without_paper, chain, paper)


def is_wanted(chain: Chain, paper: Paper) -> bool:
    """Would a need that is not missing be `missing` without it?"""
    after = without_paper(chain, paper).supplies
    return any(after[need] == MISSING != before for need, before in chain.supplies.items())


def promised_paper(chain: Chain, paper: Paper, subject: str) -> Iterator[Found]:
    """A submitted material with data, neither declared nor banned, for which a promise could stand.

    needs(M) not empty, all of them `carried`, coming from checks that are all `verify: after`, and
    with no holder that could share them.
    """
    material = paper.material
    needs = chain.needs_met_by(material)
    if (
        chain.is_described
        and material.handling == "submitted"
        and needs
        and not is_declared(chain, material)
        and not is_banned(chain, material)
        and all(can_be_promised(chain, need) for need in needs)
    ):
        mend = partial(promise, chain, paper, needs)
        amend = to_amend(material)
        yield on_paper("promised-paper", ADVICE, paper, subject, "commit", mend, amend, needs)


def can_be_promised(chain: Chain, need: Need) -> bool:
    """Carried, at a step of somebody, from checks all `verify: after`, shared by no holder."""
    criteria = [chain.catalogue.criteria[check] for check in need.checks]
    return (
        chain.supplies[need] == CARRIED
        and not chain.is_unassigned(need)
        and bool(criteria)
        and all(criterion.verify == "after" for criterion in criteria)
        and not could_be_shared(chain, need)
    )


def promise(chain: Chain, paper: Paper, needs: list[Need]) -> Chain:
    """The material goes, and needs(M) become `shared` (the applicant's word stands for it)."""
    after = without_paper(chain, paper)
    return replace(after, flowing=chain.flowing | frozenset(needs))


def shown_paper(chain: Chain, paper: Paper, subject: str) -> Iterator[Found]:
    """A `shown` material with data, not declared, that the counter need not see.

    Every alternative of it is stored as an e-certificate, or needs(M, x) is not empty for each, and
    all of needs(M) are `held` or `shared`.
    """
    material = paper.material
    if (
        chain.is_described
        and material.handling == "shown"
        and material.alternatives
        and not is_declared(chain, material)
        and (
            all(chain.catalogue.data[x].stored_as == "e-certificate" for x in material.alternatives)
            or known_as_a_whole(chain, material)
        )
    ):
        carried = [n for n in chain.needs_met_by(material) if chain.supplies[n] == CARRIED]
        mend = partial(promise, chain, paper, carried)
        amend = to_amend(material)
        yield on_paper("shown-paper", ADVICE, paper, subject, "convert", mend, amend, carried)
