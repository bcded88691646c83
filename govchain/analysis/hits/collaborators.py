"""Which departments take part in a chain, held against those officially declared.

semantics.md section 2, "Collaboration". A declared department stands for all of its line: below it,
and above it, since what is held there is at hand in it too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from govchain.analysis.hits.unsupplied import unsupplied_needs
from govchain.analysis.questions.holders import able_holders
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainStep
from govchain.compiler.needs import Need
from govchain.compiler.supply import SupplyState
from govchain.language.matter import MATTER
from govchain.model.nouns import ALL, APPLICANT, Matter

_COLLABORATORS = MATTER.keyword("collaborators")


@dataclass(slots=True)
class Part:
    """What proves that a department takes part: steps of its own, or of others with it, by their
    ids; and needs that are or could be met from it."""

    steps: list[str] = field(default_factory=list)
    with_others: list[str] = field(default_factory=list)
    needs: list[Need] = field(default_factory=list)


def undeclared_collaborators(chain: Chain, catalogue: Catalogue) -> Mapping[str, Part]:
    """Departments that take part and are of one line with neither the lead nor one that is
    declared, by their ids; none where none is declared.

    What could not be read may be the declaration, or what one department belongs to.
    """
    return chain.once(_find_undeclared, catalogue)


def _find_undeclared(chain: Chain, catalogue: Catalogue) -> Mapping[str, Part]:
    matter = chain.matter
    if not matter.declares_collaborators or is_example(matter) or _is_doubtful(chain):
        return {}
    parts = _parts(chain, catalogue)
    able = (id for id in sorted(parts) if _can_be_declared(id, chain))
    expected = (*matter.collaborators, *filter(None, [matter.department]))
    return {id: parts[id] for id in _are_of_no_line_with(able, expected, chain)}


def is_example(matter: Matter) -> bool:
    """What is declared stands for an example: nobody is held to it."""
    return matter.declares_collaborators and _COLLABORATORS.is_among(matter.illustrative)


def _parts(chain: Chain, catalogue: Catalogue) -> Mapping[str, Part]:
    """Who takes part, and by what. A paper that is only shown makes nobody take part."""
    found: dict[str, Part] = {}
    for step in chain.steps:
        if step.department is not None:
            found.setdefault(step.department, Part()).steps.append(step.id)
        for other in step.written.with_:
            if other != step.department:
                found.setdefault(other, Part()).with_others.append(step.id)
    unsupplied = frozenset(unsupplied_needs(chain, catalogue))
    for need in chain.all_needs:
        for source in _sources(need, chain, is_unsupplied=need in unsupplied):
            found.setdefault(source, Part()).needs.append(need)
    return found


def _sources(need: Need, chain: Chain, *, is_unsupplied: bool) -> Iterator[str]:
    """Departments from which the data of the need comes, or could come."""
    supply = chain.supply_of(need)
    own = chain.step(need.step).department
    sources: Iterable[str] = ()
    if supply.state is SupplyState.SHARED and not chain.data(need.data).doubtful:
        sources = supply.sources
    elif is_unsupplied and _is_asked_for(need, supply.state, chain):
        sources = able_holders(need, chain)
    return (source for source in sources if source != own)


def _is_asked_for(need: Need, state: SupplyState, chain: Chain) -> bool:
    """Nobody brings the data, or a paper is handed in for it."""
    return state is SupplyState.MISSING or any(
        paper.is_submitted for paper in chain.materials_bringing(need)
    )


def _can_be_declared(id: str, chain: Chain) -> bool:
    """Who lies outside the administration answers to no declaration of it."""
    known = chain.registry.departments.get(id)
    return known is not None and known.kind != "external"


def idle_collaborators(chain: Chain, catalogue: Catalogue) -> tuple[str, ...]:
    """Declared departments of one line with none that the chain names.

    In a chain of which not all that may name them is written nobody knows.
    """
    declared = chain.matter.collaborators
    if (
        not declared
        or is_example(chain.matter)
        or _is_doubtful(chain)
        or not _is_written_in_full(chain, catalogue)
    ):
        return ()
    named = set(_named(chain, catalogue)) - {ALL, APPLICANT}
    return tuple(_are_of_no_line_with(declared, named, chain))


def _is_written_in_full(chain: Chain, catalogue: Catalogue) -> bool:
    """It is known who does each step, what each approval looks at, and who holds the data."""
    return (
        chain.is_described
        and not any(_leaves_open(step, chain) for step in chain.steps)
        and all(_has_known_holder(data, chain) for data in _data_brought(chain, catalogue))
    )


def _leaves_open(step: ChainStep, chain: Chain) -> bool:
    """Who does it, or what it looks at."""
    looks_at_nothing = step.is_approval and not (step.checks or chain.needs(step.id))
    return step.is_unassigned or looks_at_nothing


def _has_known_holder(data: str, chain: Chain) -> bool:
    known = chain.data(data)
    return known.holder is not None and not known.doubtful


def _named(chain: Chain, catalogue: Catalogue) -> Iterator[str]:
    """All departments that the chain names, and those that hold the data that it speaks of, send
    it, or receive what is made or changed of it."""
    for matter in (catalogue.matters[id] for id in chain.matters):
        yield from filter(None, (matter.department, matter.supervised_by))
    for step in chain.steps:
        yield from filter(None, (step.department, step.written.supervised_by))
        yield from step.written.with_
    altered = {data for step in chain.steps for data in step.alters}
    for data in _data_brought(chain, catalogue) | altered:
        yield from filter(None, [chain.data(data).holder])
        for link in chain.network.links_of(data):
            yield from filter(None, (link.source, link.via))
            yield from link.to if data in altered else ()


def _data_brought(chain: Chain, catalogue: Catalogue) -> set[str]:
    """The data that its steps need, that papers of its matters, optional ones too, bring, and that
    sets them off."""
    matters = [catalogue.matters[id] for id in chain.matters]
    brought = {data for m in matters for paper in m.materials for data in paper.alternatives}
    triggers = {matter.trigger for matter in matters if matter.trigger}
    return {need.data for need in chain.all_needs} | brought | triggers


def _are_of_no_line_with(ids: Iterable[str], others: Iterable[str], chain: Chain) -> list[str]:
    """Those that are within none of the others, nor have one within themselves."""
    others = set(others)
    lines = {above for other in others for above in chain.network.above(other)}
    within_any = chain.network.is_within_any
    return [id for id in ids if id not in lines and not within_any(id, others)]


def _is_doubtful(chain: Chain) -> bool:
    """Something of the chain, or of where its departments belong, could not be read."""
    named = (*chain.collaborators, *chain.matter.collaborators)
    return chain.is_doubtful or not all(chain.network.is_certain(id) for id in named)
