"""What a service made of several matters asks for one by one, and what joining it changes.

semantics.md section 2, "Service": several-applications, several-windows, repeated-material.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from govchain.analysis.hits.cases import scenario_facts
from govchain.analysis.hits.naming import department_named, matter_named, step_named
from govchain.analysis.questions.offices import office_of
from govchain.analysis.rule import Hit, Spot
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainStep
from govchain.findings import Fact, Facts
from govchain.mends import Join

_LIMIT = 1


def several_hits(
    what: str, count: int, case: Mapping[str, str], steps: Sequence[ChainStep], chain: Chain
) -> Iterator[Hit]:
    """The hit on a matter that has more than one application or window, so many in its worst case,
    at these steps.

    The mend joins them; none where joining changes nothing, since the matter is no joint one.
    Silent where it says that they are joined, and where it is not known what it is made of.
    """
    is_known = chain.is_described and not chain.expansion.doubtful
    if not is_known or what in chain.matter.joined or count <= _LIMIT:
        return
    facts: Facts = {
        "matter": matter_named(chain.matter),
        "count": count,
        "one_by_one": tuple(_step_facts(step, chain) for step in steps),
        **scenario_facts(case, steps, chain),
    }
    mend = Join(what) if _changes_by_joining(what, chain) else None
    spot = Spot(chain.matter.id, chain.matter.place)
    yield Hit(spot, facts, mend, variant="" if mend else "within")


def _changes_by_joining(what: str, chain: Chain) -> bool:
    """Joining this leaves fewer steps or visits of what the chain asks for one by one."""
    joined = chain.mended(Join(what))
    return _asked_one_by_one(joined) != _asked_one_by_one(chain)


def _asked_one_by_one(chain: Chain) -> set[tuple[str, int, bool]]:
    steps = chain.expansion.steps.values()
    return {(step.id, step.visit, step.is_joined) for step in steps}


def _step_facts(step: ChainStep, chain: Chain) -> Fact:
    return {
        "step": step_named(chain, step.id),
        "matter": matter_named(step.matter),
        "department": department_named(chain.registry, office_of(step, chain)),
    }
