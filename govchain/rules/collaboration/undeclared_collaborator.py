from collections.abc import Iterator

from govchain.analysis.hits.collaborators import Part, undeclared_collaborators
from govchain.analysis.hits.naming import (
    data_named,
    department_named,
    departments_named,
    matter_named,
    step_named,
)
from govchain.analysis.rule import Hit, Spot, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.findings import Facts, Lever, Severity


@chain_rule(
    "undeclared-collaborator",
    severity=Severity.WARNING,
    lever=Lever.CLARIFY,
    message="{department} has {needed_data} that {matter} needs, but is not among its "
    "collaborating departments",
    variants={
        "steps": "{department} does {own_steps} of {matter}, but is not among its collaborating "
        "departments",
        "with": "{department} takes part in {joint_steps} of {matter}, but is not among its "
        "collaborating departments",
    },
    remedy="settle with {department} what it does for {matter}, and add it to the collaborating "
    "departments; or do without what it is needed for",
)
def undeclared_collaborator(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """A department takes part, and is not among those declared to."""
    for department, part in undeclared_collaborators(chain, catalogue).items():
        variant = "steps" if part.steps else "with" if part.with_others else ""
        spot = Spot(department, chain.matter.place)
        yield Hit(spot, _facts(department, part, chain), variant=variant)


def _facts(department: str, part: Part, chain: Chain) -> Facts:
    registry = chain.registry
    data = dict.fromkeys(need.data for need in part.needs)
    needed_at = dict.fromkeys(need.step for need in part.needs)
    proof: Facts = {
        "own_steps": tuple(step_named(chain, id) for id in part.steps),
        "joint_steps": tuple(step_named(chain, id) for id in part.with_others),
        "needed_data": tuple(data_named(registry, id) for id in data),
        "needed_at": tuple(step_named(chain, id) for id in needed_at),
    }
    return {
        "matter": matter_named(chain.matter),
        "department": department_named(registry, department),
        "declared": departments_named(registry, chain.matter.collaborators),
        **{name: fact for name, fact in proof.items() if fact},
    }
