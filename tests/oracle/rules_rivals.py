"""rival-matters (semantics 2): two matters that judge the same for the same applicants."""

from collections.abc import Iterator
from itertools import combinations

from .attestation import Chains
from .catalogue import Catalogue, Matter
from .finding import WARNING, Found

AT_LEAST = 2
"""Criteria that both check."""


def rival_matters(catalogue: Catalogue, chains: Chains) -> Iterator[tuple[str, Found]]:
    """Each finding with the greater id of the two matters."""
    for one, other in combinations(sorted(catalogue.matters), 2):
        if are_rivals(catalogue.matters[one], catalogue.matters[other]) and not (
            is_called(chains, one, other) or is_called(chains, other, one)
        ):
            yield other, Found("rival-matters", WARNING, None, f"{one}|{other}", "merge")


def are_rivals(one: Matter, other: Matter) -> bool:
    """Different leads, both written, the same `applicant`, the same criteria checked by steps."""
    return (
        None not in (one.lead, other.lead)
        and one.lead != other.lead
        and one.applicant is not None
        and one.applicant == other.applicant
        and len(checked_in(one)) >= AT_LEAST
        and checked_in(one) == checked_in(other)
    )


def checked_in(matter: Matter) -> set[str]:
    """The criteria checked by steps written in the matter."""
    return {criterion for step in matter.steps for criterion in step.checks}


def is_called(chains: Chains, caller: str, called: str) -> bool:
    """Does the one call the other, at any depth?"""
    return any(site.path and site.matter == called for site in chains[caller].sites)
