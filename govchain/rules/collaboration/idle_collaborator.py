from collections.abc import Iterator

from govchain.analysis.hits.collaborators import idle_collaborators
from govchain.analysis.hits.naming import department_named, departments_named, matter_named
from govchain.analysis.rule import Hit, Spot, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.findings import Facts, Lever, Severity


@chain_rule(
    "idle-collaborator",
    severity=Severity.WARNING,
    lever=Lever.CLARIFY,
    message="{department} is among the collaborating departments of {matter}, but does no step of "
    "it and has nothing that is needed for it",
    remedy="take {department} off the collaborating departments of {matter}, or write what it does "
    "for it",
)
def idle_collaborator(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """A department is declared to take part, and nothing is written that it does."""
    for department in idle_collaborators(chain, catalogue):
        facts: Facts = {
            "matter": matter_named(chain.matter),
            "department": department_named(chain.registry, department),
            "collaborators": departments_named(chain.registry, chain.collaborators),
        }
        yield Hit(Spot(department, chain.matter.place), facts)
