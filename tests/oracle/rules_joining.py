"""What the matters of a joint service ask for one by one, and visits for nothing (semantics 2).

several-applications, several-windows, repeated-material; needless-visit; no-lead.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import combinations

from .benefit import Mend
from .catalogue import Step
from .chain import Chain, are_at_hand, chain_of, with_step
from .claims import Claims
from .finding import ERROR, WARNING, Found, at_step
from .joining import groups_of_one
from .metrics import Measure, worst
from .offices import applications_here, government_windows, is_public_office
from .recorded import records_lead
from .superfluous import is_needless_visit

RULES = frozenset(
    ["no-lead", "several-applications", "several-windows", "repeated-material", "needless-visit"]
)

ONE_OF_EACH: tuple[tuple[str, Measure, str], ...] = (
    ("several-applications", applications_here, "applications"),
    ("several-windows", government_windows, "acceptance"),
)
"""Rule, what there is to be one of, and the word of `joined`."""


def of_chain(chain: Chain, _: Claims) -> Iterator[Found]:
    """All findings of these rules on one chain."""
    if not chain.matter.lead and records_lead(chain.catalogue):
        yield Found("no-lead", ERROR, None, chain.matter.id, "clarify")
    if chain.is_described:
        yield from several(chain)
        yield from repeated_material(chain)
        for step in chain.ordered:
            yield from needless_visit(chain, step)


def several(chain: Chain) -> Iterator[Found]:
    """Worst case > 1; the mend joins them, where that changes anything."""
    for rule, measure, word in ONE_OF_EACH:
        if worst(chain, measure) > 1 and word not in chain.matter.joined:
            changes = with_joined(chain, word).steps != chain.steps
            mend: Mend | None = partial(with_joined, chain, word) if changes else None
            yield Found(rule, WARNING, None, chain.matter.id, "merge", mend)


def with_joined(chain: Chain, word: str) -> Chain:
    """The chain of the matter, these joined too; that of papers which are joined already rests on
    the steps that there were."""
    joined = chain.matter.joined | {word}
    made = chain_of(chain.catalogue, replace(chain.matter, joined=joined))
    return made if word == "materials" else replace(made, materials=chain.materials)


def repeated_material(chain: Chain) -> Iterator[Found]:
    """Two materials or more would be one were materials joined, and two can be asked together."""
    if "materials" in chain.matter.joined:
        return
    pairs = [
        pair
        for group in groups_of_one(chain.materials, "", chain.steps)
        for pair in combinations(group, 2)
    ]
    if any(chain.scenarios.satisfiable(one.guard, other.guard) for one, other in pairs):
        mend = partial(with_joined, chain, "materials")
        yield Found("repeated-material", WARNING, None, chain.matter.id, "merge", mend)


def knows_papers(chain: Chain, step: Step) -> bool:
    """There is a material there, or the matter has one (an optional one counts) or says so."""
    matter = chain.catalogue.matters[step.written_in]
    at_hand = (m for m in chain.materials if are_at_hand(m.reach, step.reach))
    return bool(matter.materials or matter.optional or "materials" in matter.complete) or any(
        at_hand
    )


def needless_visit(chain: Chain, step: Step) -> Iterator[Found]:
    """Of a public department; at an `apply` step it is written what people bring."""
    if not is_public_office(chain, step) or not is_needless_visit(chain, step):
        return
    if step.kind != "apply" or knows_papers(chain, step):
        mend = partial(with_step, chain, replace(step, visit=0))
        yield at_step("needless-visit", WARNING, step.id, step.id, "cut", mend)
