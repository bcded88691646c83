"""What a service made of several matters asks for one by one, and what joining it changes.

semantics.md section 2, "Service": several-applications, several-windows, repeated-material.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from govchain.analysis.hits.cases import met_in, scenario_facts
from govchain.analysis.hits.naming import department_named, matter_named, step_named
from govchain.analysis.questions.offices import office_of
from govchain.analysis.rule import Hit, Spot
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainStep
from govchain.compiler.joining import ACCEPTANCE, APPLICATIONS
from govchain.findings import Fact, Facts, Named
from govchain.mends import Join

_LIMIT = 1


def several_hits(
    what: str, count: int, case: Mapping[str, str], steps: Sequence[ChainStep], chain: Chain
) -> Iterator[Hit]:
    """The hit on a matter that has more than one application or window, so many in its worst case,
    at those of these steps that it meets.

    The mend joins them; none where joining changes nothing, since the matter is no joint one.
    Silent where it says that they are joined, and where it is not known what it is made of.
    """
    is_known = chain.is_described and not chain.expansion.doubtful
    if not is_known or what in chain.matter.joined or count <= _LIMIT:
        return
    facts: Facts = {
        "matter": matter_named(chain.matter),
        "count": count,
        "one_by_one": _TOLD[what](met_in(case, steps, chain), chain),
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


def _step_by_step(steps: Sequence[ChainStep], chain: Chain) -> tuple[Fact, ...]:
    """Each step, with the matter it is written in and its office."""
    return tuple(
        {**_place_facts(step, chain), "department": _office_named(step, chain)} for step in steps
    )


def _office_by_office(steps: Sequence[ChainStep], chain: Chain) -> tuple[Fact, ...]:
    """Each office once, with the matters that it takes in; with its steps where one matter has
    several of them."""
    of_office: dict[Named, list[ChainStep]] = {}
    for step in steps:
        of_office.setdefault(_office_named(step, chain), []).append(step)
    return tuple(
        {"department": office, "accepted_at": _taken_in(own, chain)}
        for office, own in of_office.items()
    )


def _taken_in(steps: Sequence[ChainStep], chain: Chain) -> tuple[Fact, ...]:
    matters = tuple(matter_named(step.matter) for step in steps)
    if len(set(matters)) == len(matters) and chain.matter.is_joint:
        return matters
    return tuple(step_named(chain, step.id) for step in steps)


def _office_named(step: ChainStep, chain: Chain) -> Named:
    return department_named(chain.registry, office_of(step, chain))


def _place_facts(step: ChainStep, chain: Chain) -> Facts:
    return {"step": step_named(chain, step.id), "matter": matter_named(step.matter)}


_TOLD: Mapping[str, Callable[[Sequence[ChainStep], Chain], tuple[Fact, ...]]] = {
    APPLICATIONS: _step_by_step,
    ACCEPTANCE: _office_by_office,
}
"""How as many are told as are counted."""
