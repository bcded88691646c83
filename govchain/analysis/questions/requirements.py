"""Which data must be there before other data can be made, across all matters.

semantics.md section 2, "mutual-prerequisites": of data that exactly one step of the catalogue
produces, x requires y where y, too, has one producer, a single need of y stands at x's producer or
always before it, and y is not made always before that need.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

from govchain.analysis.questions.recorded import MATERIALS, is_recorded
from govchain.compiler.catalogue import Catalogue, Producer
from govchain.compiler.chain import Chain
from govchain.compiler.needs import Need
from govchain.compiler.supply import SupplyState

if TYPE_CHECKING:
    import networkx


@dataclass(frozen=True, slots=True)
class Requirement:
    """`made` can only be made when `required` is there: the need that shows it."""

    made: str
    required: str
    producer: Producer
    need: Need
    burdens_applicant: bool


def requirements_of(catalogue: Catalogue) -> list[Requirement]:
    """All requirements of the catalogue, sorted by what is made and what is required."""
    found: dict[tuple[str, str], Requirement] = {}
    requiring: dict[str, dict[str, list[Need]]] = {}
    for data in sorted(catalogue.registry.data):
        producer = catalogue.sole_producer_of(data)
        if producer is not None:
            if producer.matter not in requiring:
                requiring[producer.matter] = _needs_that_require(producer.matter, catalogue)
            needs = requiring[producer.matter]
            for requirement in _requirements_for(data, producer, needs, catalogue):
                key = (requirement.made, requirement.required)
                known = found.get(key)
                if known is None or (requirement.burdens_applicant > known.burdens_applicant):
                    found[key] = requirement
    return [found[key] for key in sorted(found)]


def circles_of(requirements: list[Requirement]) -> list[networkx.DiGraph[str]]:
    """The circles of data of which each requires the other, directly or through others.

    Where there is none, nobody waits for networkx.
    """
    required: dict[str, list[str]] = {}
    for requirement in requirements:
        if requirement.made != requirement.required:
            required.setdefault(requirement.made, []).append(requirement.required)
    try:
        TopologicalSorter(required).prepare()
    except CycleError:
        return _circular_parts(requirements)
    return []


def _circular_parts(requirements: list[Requirement]) -> list[networkx.DiGraph[str]]:
    import networkx

    graph: networkx.DiGraph[str] = networkx.DiGraph([(r.made, r.required) for r in requirements])
    components = networkx.strongly_connected_components(graph)
    # sorted: a part of a graph comes in the order of a set, and so of hashes
    return [networkx.DiGraph(sorted(graph.subgraph(c).edges)) for c in components if len(c) > 1]


def _needs_that_require(matter: str, catalogue: Catalogue) -> dict[str, list[Need]]:
    """By step, the single needs of what one step of the catalogue makes, and none before them."""
    chain = catalogue.chains[matter]
    needs: dict[str, list[Need]] = {}
    for need in chain.all_needs if chain.is_described else ():
        if (
            need.is_single
            and catalogue.sole_producer_of(need.data) is not None
            and not chain.step(need.step).is_unassigned
            and not _is_made_before(need, chain)
        ):
            needs.setdefault(need.step, []).append(need)
    return needs


def _requirements_for(
    data: str, producer: Producer, needs: Mapping[str, Sequence[Need]], catalogue: Catalogue
) -> Iterator[Requirement]:
    if not needs:
        return
    chain = catalogue.chains[producer.matter]
    if chain.step(producer.step).is_unassigned:
        return
    guard = chain.step(producer.step).guard
    for step in (*chain.order.ancestors(producer.step), producer.step):
        for need in needs.get(step, ()):
            if chain.scenarios.implies(guard, chain.step(step).guard) and chain.scenarios.implies(
                guard, need.guard
            ):
                burdens = _burdens_applicant(need, chain, catalogue)
                yield Requirement(data, need.data, producer, need, burdens)


def _is_made_before(need: Need, chain: Chain) -> bool:
    """A step that produces the needed data is always before the need."""
    return any(
        chain.is_always_before(producer.id, need.step, need.guard)
        for producer in chain.producers_of(need.data)
    )


def _burdens_applicant(need: Need, chain: Chain, catalogue: Catalogue) -> bool:
    """Carried; or missing, where it is known what people bring."""
    state = chain.supply_of(need).state
    knows_papers = is_recorded(MATERIALS, catalogue, chain.step(need.step).matter)
    return state is SupplyState.CARRIED or (state is SupplyState.MISSING and knows_papers)
