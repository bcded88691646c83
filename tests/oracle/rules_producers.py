"""mutual-prerequisites and own-product (semantics 2): data that waits for itself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .attestation import Chains
from .catalogue import Catalogue, Step
from .chain import Chain, Need
from .finding import ERROR, Found, at_step
from .recorded import is_known_to_lack

RULES = frozenset(["mutual-prerequisites", "own-product"])

Requires = Mapping[str, set[str]]


@dataclass(frozen=True, slots=True)
class Origin:
    """The one step of the catalogue that produces a data, on the chain of its matter."""

    chain: Chain
    step: Step


def prerequisites(catalogue: Catalogue, chains: Chains) -> Iterator[tuple[str, Found]]:
    """Both rules, each finding with the matter of the data's producer."""
    origins = origins_of(catalogue, chains)
    requires = {x: required_by(origin, x, origins) for x, origin in origins.items()}
    for x, origin in origins.items():
        component = component_of(requires, x)
        if len(component) > 1:
            rule, holds = "mutual-prerequisites", x == min(component)
        else:
            rule, holds = "own-product", waits_for_itself(origin, x)
        if holds:
            yield origin.chain.matter.id, at_step(rule, ERROR, origin.step.id, x, "resequence")


def origins_of(catalogue: Catalogue, chains: Chains) -> dict[str, Origin]:
    """Data that exactly one step p of the catalogue, in matter M, produces.

    p has a department (or is the applicant's), and M's chain is described.
    """
    origins = {}
    for data in catalogue.data:
        producers = catalogue.written_producers(data)
        if len(producers) == 1:
            chain = chains[producers[0].written_in]
            if chain.is_described and not producers[0].is_unassigned:
                origins[data] = Origin(chain, chain.by_id[producers[0].id])
    return origins


def required_by(origin: Origin, x: str, origins: Mapping[str, Origin]) -> set[str]:
    """The data that x *requires*."""
    return {y for y in origins if any(requiring_needs(origin, y))}


def requiring_needs(origin: Origin, y: str) -> Iterator[Need]:
    """A single need of y at some t = p or t ∈ anc(p) with guard(p) ⇒ guard(t) ∧ g.

    And y is not produced always before t under g.
    """
    chain, producer = origin.chain, origin.step
    for t in chain.steps:
        if t == producer or chain.is_ancestor(t, producer):
            for need in chain.needs[t.id]:
                if (
                    need.is_single
                    and need.data == y
                    and not t.is_unassigned
                    and chain.scenarios.implies(producer.guard, chain.arises(need))
                    and not chain.producers_before(need)
                ):
                    yield need


def waits_for_itself(origin: Origin, x: str) -> bool:
    """x requires itself, by a need that is carried or missing (else it looks into a register).

    Missing needs are spoken of only where materials are recorded.
    """
    return any(is_known_to_lack(origin.chain, need) for need in requiring_needs(origin, x))


def component_of(requires: Requires, x: str) -> set[str]:
    """What x requires, at any depth, that requires x: its strongly connected component."""
    return {x} | {y for y in reached(requires, x) if x in reached(requires, y)}


def reached(requires: Requires, x: str) -> set[str]:
    """Everything x requires, at any depth."""
    found: set[str] = set()
    waiting = [x]
    while waiting:
        for y in requires[waiting.pop()] - found:
            found.add(y)
            waiting.append(y)
    return found
