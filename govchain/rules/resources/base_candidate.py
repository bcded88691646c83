from collections.abc import Iterator

from govchain.analysis.hits.naming import (
    data_named,
    department_named,
    departments_named,
    matter_named,
)
from govchain.analysis.questions.recorded import BASE, is_recorded
from govchain.analysis.questions.resources import can_be_shared
from govchain.analysis.rule import Hit, Spot, registry_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.findings import Facts, Lever, Severity
from govchain.model.nouns import Data

MATTERS, DEPARTMENTS = 5, 3
"""How many need what is of use far beyond one field of work."""

Needing = dict[str, set[str]]
"""The matters in which steps need some data -> the departments of these steps."""


def needed_in(chain: Chain, catalogue: Catalogue) -> frozenset[tuple[str, str]]:
    """Data that steps written in the chain's own matter need, each with the department."""
    return frozenset(
        (need.data, department)
        for step in chain.matter.own_steps
        if (department := chain.step(step.id).department) is not None
        for need in chain.needs(step.id)
    )


@registry_rule(
    "base-candidate",
    severity=Severity.ADVICE,
    lever=Lever.CLARIFY,
    asks=(needed_in,),
    message="{data} ({holder}) is of one field of work, and {count} matters need it, at steps of "
    "{departments}",
    remedy="see whether {data} is to stand in a base that all draw on, or in that of a theme, and "
    "write so as its base",
    variants={
        "unclassed": "it is not written to which base {data} ({holder}) belongs, and {count} "
        "matters need it, at steps of {departments}",
    },
)
def base_candidate(catalogue: Catalogue) -> Iterator[Hit]:
    """What counts as data of one field is needed all over the catalogue."""
    is_told = is_recorded(BASE, catalogue)
    needing: dict[str, Needing] = {}
    for matter, needs in catalogue.contributions(needed_in).items() if is_told else ():
        for needed, department in needs:
            needing.setdefault(needed, {}).setdefault(matter, set()).add(department)
    for data in catalogue.registry.data.values():
        matters = needing.get(data.id, {})
        departments = set[str]().union(*matters.values())
        if (
            data.base in ("domain", None)
            and not data.place.is_outside
            and len(matters) >= MATTERS
            and len(departments) >= DEPARTMENTS
            and can_be_shared(data, catalogue.network)
        ):
            variant = "" if data.base else "unclassed"
            yield Hit(Spot(data.id, data.place), _facts(data, matters, catalogue), variant=variant)


def _facts(data: Data, matters: Needing, catalogue: Catalogue) -> Facts:
    registry = catalogue.registry
    return {
        "data": data_named(registry, data.id),
        "holder": department_named(registry, data.holder),
        "count": len(matters),
        "departments": departments_named(registry, set[str]().union(*matters.values())),
        "needed_in": tuple(
            {
                "matter": matter_named(catalogue.matters[id]),
                "departments": departments_named(registry, departments),
            }
            for id, departments in matters.items()
        ),
    }
