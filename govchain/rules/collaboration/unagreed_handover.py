from collections.abc import Iterator

from govchain.analysis.hits.naming import (
    department_named,
    departments_named,
    step_facts,
    step_named,
)
from govchain.analysis.questions.mechanisms import Mechanisms, mechanisms_of, should_agree
from govchain.analysis.rule import Hit, Spot, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainStep
from govchain.findings import Lever, Severity, Topic


@chain_rule(
    "unagreed-handover",
    severity=Severity.ADVICE,
    lever=Lever.CLARIFY,
    topic=Topic.UNAGREED,
    message="{handed_by} hands a case of {matter} on to {department} ({step}); mechanisms are "
    "agreed for the matter, but none that names both",
    remedy="let {handed_by} and {department} agree how cases are handed on and how soon an answer "
    "is due, and write that as a mechanism",
)
def unagreed_handover(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """A case goes from one department to another, which have agreed on nothing."""
    mechanisms = mechanisms_of(catalogue)
    if mechanisms is None or chain.is_doubtful:
        return
    for step in chain.steps:
        matters = (chain.matter.id, step.matter.id)
        if mechanisms.are_recorded_for(matters):
            yield from _hits_at(step, matters, mechanisms, chain)


def _hits_at(
    step: ChainStep, matters: tuple[str, str], mechanisms: Mechanisms, chain: Chain
) -> Iterator[Hit]:
    """Of each department that hands on to the step without agreement, one hit."""
    told: set[str] = set()
    for before in map(chain.step, chain.order.predecessors(step.id)):
        giver, taker = before.department, step.department
        if giver is None or taker is None or giver in told:
            continue
        if mechanisms.bind_both(giver, taker, matters) or not should_agree(giver, taker, chain):
            continue
        if chain.can_coincide(before.id, step.id):
            told.add(giver)
            facts = {
                **step_facts(step, chain),
                "handed_by": department_named(chain.registry, giver),
                "first": step_named(chain, before.id),
                "agreed_by": departments_named(chain.registry, mechanisms.departments_for(matters)),
            }
            yield Hit(Spot(giver, step.place, step.id), facts)
