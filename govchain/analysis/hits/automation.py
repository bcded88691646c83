"""Which approvals a program could decide: by rule alone, on data that nobody has to carry.

semantics.md section 2, "Approvals" (automatic-approval, promise-candidate) and "Service"
(instant-candidate). Whether an approval is automatic is one question; whether it is written to
take hardly any time, so that nothing is left to propose (docs/decisions/0015), is another.
"""

from __future__ import annotations

from govchain.analysis.hits.naming import criterion_named, data_named, department_named, step_named
from govchain.analysis.questions.holders import able_holders
from govchain.analysis.questions.offices import may_be_external
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainStep
from govchain.compiler.needs import Need
from govchain.findings import Facts
from govchain.model.duration import HALF_AN_HOUR, TICKS_PER_DAY


def is_automatic(step: ChainStep, chain: Chain) -> bool:
    """An approval of which every check is decidable, on data, all of it there without papers.

    Not in a chain of which something could not be read: that may be a check, or the guard or
    office of a step that makes the data.
    """
    needs = chain.needs(step.id)
    return (
        not chain.is_doubtful
        and chain.is_described
        and step.department is not None
        and not may_be_external(step.department, chain)
        and step.is_approval
        and bool(step.checks)
        and bool(needs)
        and not _calls_for_judgement(step, chain)
        and not any(chain.supply_of(need).state.burdens_applicant for need in needs)
    )


def is_settled_by_data(criterion: str, step: ChainStep, chain: Chain) -> bool:
    """The data it uses is at hand, or a holder could share it: a promise is not needed for it."""
    if not chain.criterion(criterion).uses:
        return False
    needs = [need for need in chain.needs(step.id) if criterion in need.criteria]
    return all(_is_or_could_be_at_hand(need, chain) for need in needs)


def _is_or_could_be_at_hand(need: Need, chain: Chain) -> bool:
    state = chain.supply_of(need).state
    return state.is_without_applicant or (
        state.burdens_applicant and bool(able_holders(need, chain))
    )


def takes_hardly_any_time(step: ChainStep) -> bool:
    """Its time is written as less than half an hour. No time written says nothing."""
    written = step.written.time
    return written is not None and written.ticks < HALF_AN_HOUR


def decision_facts(step: ChainStep, chain: Chain) -> Facts:
    """Who decides what, on which data and how each comes, and in how many days today."""
    registry = chain.registry
    days = {"days": step.time.ticks / TICKS_PER_DAY} if step.time else {}
    return {
        "step": step_named(chain, step.id),
        "department": department_named(registry, step.department),
        "criteria": tuple(criterion_named(registry, criterion) for criterion in step.checks),
        "rests_on": tuple(
            {
                "data": data_named(registry, need.data),
                "supply": chain.supply_of(need).state.value,
            }
            for need in chain.needs(step.id)
        ),
        **days,
    }


def _calls_for_judgement(step: ChainStep, chain: Chain) -> bool:
    """A check that no rule alone decides."""
    return not all(chain.criterion(criterion).decidable for criterion in step.checks)
