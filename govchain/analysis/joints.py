"""What a service made of several matters asks for one by one, and what joining it changes.

semantics.md section 2, "Service": several-applications, several-windows, repeated-material.
"""

from __future__ import annotations

from collections.abc import Sequence

from govchain.analysis.naming import department_named, matter_named, step_named
from govchain.analysis.rule import Hit, Spot
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainStep
from govchain.compiler.mends import Join
from govchain.findings import Fact, Facts


def several_hit(
    what: str, steps: Sequence[ChainStep], count: int, chain: Chain, catalogue: Catalogue
) -> Hit:
    """The hit on a matter with more than one application or window in its worst case.

    The mend joins them; none where joining changes nothing, since the matter is no joint one.
    """
    facts: Facts = {
        "matter": matter_named(chain.matter),
        "count": count,
        "one_by_one": tuple(_step_facts(step, chain, catalogue) for step in steps),
    }
    mend = Join(what) if _changes_by_joining(what, chain) else None
    spot = Spot(chain.matter.id, chain.matter.place)
    return Hit(spot, facts, mend, variant="" if mend else "within")


def _changes_by_joining(what: str, chain: Chain) -> bool:
    """Joining this leaves fewer steps or visits of what the chain asks for one by one."""
    joined = chain.mended(Join(what))
    before = {(step.id, step.visit, step.is_joined) for step in chain.steps}
    after = {(step.id, step.visit, step.is_joined) for step in joined.steps}
    return before != after


def _step_facts(step: ChainStep, chain: Chain, catalogue: Catalogue) -> Fact:
    return {
        "step": step_named(chain, step.id),
        "matter": matter_named(catalogue.matters[step.matter.id]),
        "department": department_named(chain.registry, step.department or step.matter.department),
    }
