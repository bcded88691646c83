"""rival-matters (semantics 2): matters that judge the same for the same applicants."""

from collections.abc import Iterator
from itertools import combinations

from .attestation import Chains
from .catalogue import Catalogue, Matter
from .finding import WARNING, Found
from .rules_registry import groups

RULES = frozenset(["rival-matters"])

AT_LEAST = 2
"""Criteria that both check."""


def rival_matters(catalogue: Catalogue, chains: Chains) -> Iterator[tuple[str, Found]]:
    """Each finding with the greatest id of its matters."""
    pairs = [
        (one, other)
        for one, other in combinations(sorted(catalogue.matters), 2)
        if are_rivals(catalogue, catalogue.matters[one], catalogue.matters[other])
        and not (is_called(chains, one, other) or is_called(chains, other, one))
        and chains[one].is_described
        and chains[other].is_described
    ]
    for ids in groups(pairs):
        yield ids[-1], Found("rival-matters", WARNING, None, "|".join(ids), "merge")


def are_rivals(catalogue: Catalogue, one: Matter, other: Matter) -> bool:
    """Different leads, both written, the same `applicant`, the same criteria checked by steps."""
    return (
        None not in (one.lead, other.lead)
        and one.lead != other.lead
        and one.applicant is not None
        and one.applicant == other.applicant
        and checked_in(one) == checked_in(other)
        and len(checked_only_by_rivals(catalogue, one)) >= AT_LEAST
    )


def checked_only_by_rivals(catalogue: Catalogue, one: Matter) -> set[str]:
    """Its criteria that no matter of another set or another kind of applicant checks."""
    others = (
        matter
        for matter in catalogue.matters.values()
        if checked_in(matter) != checked_in(one) or matter.applicant != one.applicant
    )
    return checked_in(one).difference(*(checked_in(matter) for matter in others))


def checked_in(matter: Matter) -> set[str]:
    """The criteria checked by steps written in the matter."""
    return {criterion for step in matter.steps for criterion in step.checks}


def is_called(chains: Chains, caller: str, called: str) -> bool:
    """Does the one call the other, at any depth?"""
    return any(site.path and site.matter == called for site in chains[caller].sites)
