"""Which approvals a program could decide: by rule alone, on data that nobody has to carry.

semantics.md section 2, "Approvals" (automatic-approval, promise-candidate) and "Service"
(instant-candidate). Whether an approval is automatic is one question; whether it is written to
take no time, so that nothing is left to propose (docs/decisions/0015), is another.
"""

from __future__ import annotations

from govchain.analysis.naming import criterion_named, department_named, need_named, step_named
from govchain.analysis.unsupplied import unsupplied_needs
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainStep
from govchain.findings import Facts
from govchain.model.duration import TICKS_PER_DAY


def is_automatic(step: ChainStep, chain: Chain) -> bool:
    """An approval of which every check is decidable, on data, all of it there without papers.

    Not in a chain of which something could not be read: that may be a check, or the guard or
    office of a step that makes the data.
    """
    needs = chain.needs(step.id)
    return (
        not chain.is_doubtful
        and step.is_approval
        and bool(step.checks)
        and bool(needs)
        and not _calls_for_judgement(step, chain)
        and not any(chain.supply_of(need).state.burdens_applicant for need in needs)
    )


def takes_people(step: ChainStep, chain: Chain) -> bool:
    """Surely not automatic: somebody has to judge, or to bring what surely does not flow."""
    needs = chain.needs(step.id)
    lacks_data = not set(needs).isdisjoint(unsupplied_needs(chain))
    return _calls_for_judgement(step, chain) or not needs or lacks_data


def takes_no_time(step: ChainStep) -> bool:
    """Its time is written as 0: it is decided at once already. No time written says nothing."""
    written = step.written.time
    return written is not None and written.ticks == 0


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
                "data": need_named(registry, need.alternatives),
                "supply": chain.supply_of(need).state.value,
            }
            for need in chain.needs(step.id)
        ),
        **days,
    }


def _calls_for_judgement(step: ChainStep, chain: Chain) -> bool:
    """A check that no rule alone decides."""
    return not all(chain.criterion(criterion).decidable for criterion in step.checks)
