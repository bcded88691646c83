import itertools
from collections.abc import Iterator

from govchain.analysis.naming import criterion_named, department_named, matter_named
from govchain.analysis.rule import Hit, Spot, catalogue_rule
from govchain.compiler.catalogue import Catalogue
from govchain.findings import Facts, Lever, Severity
from govchain.model.nouns import Matter

AT_LEAST = 2
"""Criteria that both check: a single one in common is no rivalry."""


@catalogue_rule(
    "rival-matters",
    severity=Severity.WARNING,
    lever=Lever.MERGE,
    message="{matter} ({department}) judges exactly what {rival} ({rival_department}) judges of "
    "the same applicants: {criteria}",
    remedy="let one of {department} and {rival_department} answer for both matters, or let one of "
    "them rely on the result of the other",
)
def rival_matters(catalogue: Catalogue) -> Iterator[Hit]:
    """Two departments judge the same of the same people, each in a matter of its own."""
    alike: dict[tuple[str, frozenset[str]], list[Matter]] = {}
    for _, matter in sorted(catalogue.matters.items()):
        criteria = _checked_in(matter)
        if len(criteria) >= AT_LEAST and matter.applicant and _is_read(matter, catalogue):
            alike.setdefault((matter.applicant, criteria), []).append(matter)
    for (applicant, criteria), matters in alike.items():
        if len(_theirs(applicant, criteria, catalogue)) < AT_LEAST:
            continue
        for one, other in itertools.combinations(matters, 2):
            if one.department != other.department and not _are_joined(one, other, catalogue):
                spot = Spot(f"{one.id}|{other.id}", other.place)
                yield Hit(spot, _facts(other, one, criteria, catalogue), matter=other.id)


def _theirs(applicant: str, criteria: frozenset[str], catalogue: Catalogue) -> frozenset[str]:
    """Those of the criteria that only matters of just this set and applicant check."""
    others = (
        _checked_in(matter)
        for matter in catalogue.matters.values()
        if (matter.applicant, _checked_in(matter)) != (applicant, criteria)
    )
    return criteria.difference(*others)


def _checked_in(matter: Matter) -> frozenset[str]:
    """The criteria that steps written in the matter check."""
    return frozenset(criterion for step in matter.own_steps for criterion in step.checks)


def _is_read(matter: Matter, catalogue: Catalogue) -> bool:
    """It has a lead, and no check or call of it, or of what it calls, was lost."""
    chain = catalogue.chains[matter.id]
    return matter.department is not None and chain.is_described and not chain.is_doubtful


def _are_joined(one: Matter, other: Matter, catalogue: Catalogue) -> bool:
    """One of them calls the other, at any depth."""
    called = (catalogue.chains[matter.id].expansion.calls.values() for matter in (one, other))
    return any(matter.id in calls for matter, calls in zip((other, one), called, strict=True))


def _facts(matter: Matter, rival: Matter, criteria: frozenset[str], catalogue: Catalogue) -> Facts:
    registry = catalogue.registry
    return {
        "matter": matter_named(matter),
        "department": department_named(registry, matter.department),
        "rival": matter_named(rival),
        "rival_department": department_named(registry, rival.department),
        "applicant": matter.applicant,
        "criteria": tuple(criterion_named(registry, criterion) for criterion in sorted(criteria)),
    }
