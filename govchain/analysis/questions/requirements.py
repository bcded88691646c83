"""Which data must be there before other data can be made, across all matters.

semantics.md section 2, "mutual-prerequisites": of data that exactly one step of the catalogue
produces, x requires y where y, too, has one producer, a single need of y stands at x's producer or
always before it, and y is not made always before that need.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from govchain.analysis.questions.recorded import MATERIALS, is_recorded
from govchain.compiler.catalogue import Catalogue, Producer
from govchain.compiler.chain import Chain
from govchain.compiler.needs import Need
from govchain.compiler.supply import SupplyState
from govchain.model.circles import circles_in

Circle: TypeAlias = "dict[str, list[str]]"
"""Of each data of a circle what it requires there, sorted."""


@dataclass(frozen=True, slots=True)
class Requirement:
    """`made` can only be made when `required` is there: the step whose need shows it."""

    made: str
    required: str
    producer: Producer
    needed_at: str
    burdens_applicant: bool


def requirements_of(catalogue: Catalogue) -> list[Requirement]:
    """All requirements of the catalogue, sorted by what is made and what is required."""
    found = [one for some in catalogue.contributions(requirements_in).values() for one in some]
    return sorted(found, key=lambda requirement: (requirement.made, requirement.required))


def requirements_in(chain: Chain, catalogue: Catalogue) -> tuple[Requirement, ...]:
    """The requirements of what steps written in the chain's matter alone produce."""
    found: dict[tuple[str, str], Requirement] = {}
    produced = dict.fromkeys(data for step in chain.matter.own_steps for data in step.produces)
    sole = {data: catalogue.sole_producer_of(data) for data in produced}
    needs = _needs_that_require(chain, catalogue) if any(sole.values()) else {}
    for data, producer in sole.items() if needs else ():
        if producer is None:
            continue
        for requirement in _required_for(data, producer, needs, chain, catalogue):
            key = (requirement.made, requirement.required)
            known = found.get(key)
            if known is None or (requirement.burdens_applicant > known.burdens_applicant):
                found[key] = requirement
    return tuple(found.values())


def circles_of(requirements: Iterable[Requirement]) -> list[Circle]:
    """The circles of data of which each requires the other, directly or through others."""
    required: dict[str, list[str]] = {}
    for requirement in requirements:
        required.setdefault(requirement.made, []).append(requirement.required)
    return [
        {made: sorted({*required[made]} & {*data}) for made in data}
        for data in circles_in(required)
        if len(data) > 1
    ]


def _needs_that_require(chain: Chain, catalogue: Catalogue) -> dict[str, list[Need]]:
    """By step, the single needs of what one step of the catalogue makes, and none before them."""
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


def _required_for(
    data: str,
    producer: Producer,
    needs: Mapping[str, Sequence[Need]],
    chain: Chain,
    catalogue: Catalogue,
) -> Iterator[Requirement]:
    if chain.step(producer.step).is_unassigned:
        return
    guard = chain.step(producer.step).guard
    for step in (*chain.order.ancestors(producer.step), producer.step):
        for need in needs.get(step, ()):
            if chain.scenarios.implies(guard, chain.step(step).guard) and chain.scenarios.implies(
                guard, need.guard
            ):
                burdens = _burdens_applicant(need, chain, catalogue)
                yield Requirement(data, need.data, producer, need.step, burdens)


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
