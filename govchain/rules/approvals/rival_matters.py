from collections import Counter
from collections.abc import Iterator, Sequence

from govchain.analysis.hits.naming import (
    criterion_named,
    department_named,
    departments_named,
    matter_named,
)
from govchain.analysis.questions.groups import tied
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
    variants={
        "several": "{count} matters judge exactly the same of the same applicants: {matters}; each "
        "judges {criteria}",
    },
    remedies={
        "several": "let one of {departments} answer for all of them, or let the others rely on the "
        "result of one",
    },
)
def rival_matters(catalogue: Catalogue) -> Iterator[Hit]:
    """Two departments judge the same of the same people, each in a matter of its own."""
    alike: dict[tuple[str, frozenset[str]], list[Matter]] = {}
    for _, matter in sorted(catalogue.matters.items()):
        criteria = _checked_in(matter)
        if len(criteria) >= AT_LEAST and matter.applicant and _is_read(matter, catalogue):
            alike.setdefault((matter.applicant, criteria), []).append(matter)
    own = _criteria_of_one_kind(catalogue)
    for kind, matters in alike.items():
        if own[kind] >= AT_LEAST:
            for rivals in _rivals(matters, catalogue):
                spot = Spot("|".join(matter.id for matter in rivals), rivals[-1].place)
                facts = _facts(rivals, kind[1], catalogue)
                variant = "several" if len(rivals) > 2 else ""
                yield Hit(spot, facts, variant=variant, matter=rivals[-1].id)


def _criteria_of_one_kind(catalogue: Catalogue) -> Counter[tuple[str | None, frozenset[str]]]:
    """How many criteria only matters of this applicant and just this set check."""
    kinds = {(matter.applicant, _checked_in(matter)) for matter in catalogue.matters.values()}
    times = Counter(criterion for _, criteria in kinds for criterion in criteria)
    return Counter({kind: sum(times[one] == 1 for one in kind[1]) for kind in kinds})


def _rivals(matters: Sequence[Matter], catalogue: Catalogue) -> list[list[Matter]]:
    """Those with different leads of which none calls the other, at any depth, group by group."""
    by_id = {matter.id: matter for matter in matters}
    led: dict[str | None, set[str]] = {}
    joined: dict[str, set[str]] = {id: set() for id in by_id}
    for matter in matters:
        led.setdefault(matter.department, set()).add(matter.id)
        for called in by_id.keys() & catalogue.chains[matter.id].expansion.calls.values():
            joined[matter.id].add(called)
            joined[called].add(matter.id)
    groups = tied(list(by_id), lambda id: led[by_id[id].department] | joined[id])
    return [[by_id[id] for id in group] for group in groups]


def _checked_in(matter: Matter) -> frozenset[str]:
    """The criteria that steps written in the matter check."""
    return frozenset(criterion for step in matter.own_steps for criterion in step.checks)


def _is_read(matter: Matter, catalogue: Catalogue) -> bool:
    """It has a lead, and no check or call of it, or of what it calls, was lost."""
    chain = catalogue.chains[matter.id]
    return matter.department is not None and chain.is_described and not chain.is_doubtful


def _facts(rivals: Sequence[Matter], criteria: frozenset[str], catalogue: Catalogue) -> Facts:
    registry = catalogue.registry
    rival, *_, matter = rivals
    checked = tuple(criterion_named(registry, criterion) for criterion in sorted(criteria))
    if len(rivals) > 2:
        return {
            "count": len(rivals),
            "matters": tuple(matter_named(one) for one in rivals),
            "departments": departments_named(
                registry, (one.department for one in rivals if one.department)
            ),
            "applicant": matter.applicant,
            "criteria": checked,
        }
    return {
        "matter": matter_named(matter),
        "department": department_named(registry, matter.department),
        "rival": matter_named(rival),
        "rival_department": department_named(registry, rival.department),
        "applicant": matter.applicant,
        "criteria": checked,
    }
