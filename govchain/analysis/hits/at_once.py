"""Matters that could be decided at once: rules alone decide, on data that nobody has to carry.

semantics.md section 2, "Service" (instant-candidate, proactive-candidate).
"""

from __future__ import annotations

from collections.abc import Iterator

from govchain.analysis.hits.automation import is_automatic, takes_hardly_any_time
from govchain.analysis.hits.naming import (
    criterion_named,
    data_named,
    department_named,
    matter_named,
    step_named,
)
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainStep
from govchain.findings import Facts
from govchain.mends import DecideAtOnce, Mend, ShortenPromise

_TAKING_IN = frozenset({"apply", "accept"})
"""Kinds of steps by which a case comes in: a program that decides at once takes it in at once."""


def could_be_instant(chain: Chain) -> bool:
    """It is promised within some time, and each of its approvals (one at least) is automatic; what
    else is done leaves room for that."""
    limit = chain.matter.time_limit
    if limit.doubtful or limit.promised is None or not limit.promised.amount:
        return False
    approvals = approvals_of(chain)
    return (
        bool(approvals)
        and all(is_automatic(step, chain) for step in approvals)
        and not any(_holds_up(step, approvals, chain) for step in chain.steps)
    )


def approvals_of(chain: Chain) -> list[ChainStep]:
    return [step for step in chain.steps if step.is_approval]


def _holds_up(step: ChainStep, approvals: list[ChainStep], chain: Chain) -> bool:
    """Something else that takes time, or may: put up for objections, or done before an approval."""
    if step.is_approval or step.kind in _TAKING_IN or takes_hardly_any_time(step):
        return False
    return step.kind == "publicise" or any(
        chain.order.is_before(step.id, approval.id) for approval in approvals
    )


def at_once(chain: Chain) -> Iterator[Mend]:
    """Approvals take no time any more, and less is promised."""
    taking = tuple(step.id for step in approvals_of(chain) if _takes_time(step))
    if taking:
        yield DecideAtOnce(taking)
    yield ShortenPromise()


def _takes_time(step: ChainStep) -> bool:
    """It is not written that it takes none."""
    written = step.written.time
    return written is None or bool(written.amount)


def decisive_facts(chain: Chain) -> Facts:
    """What is promised; who decides what today, and the rules and data that do."""
    registry = chain.registry
    approvals = approvals_of(chain)
    needs = [need for step in approvals for need in chain.needs(step.id)]
    criteria = dict.fromkeys(criterion for step in approvals for criterion in step.checks)
    supplies = dict.fromkeys((need.data, chain.supply_of(need).state.value) for need in needs)
    return {
        "matter": matter_named(chain.matter),
        "promised_limit": str(chain.matter.time_limit.promised),
        "decided": tuple(
            {
                "step": step_named(chain, step.id),
                "department": department_named(registry, step.department),
            }
            for step in approvals
        ),
        "criteria": tuple(criterion_named(registry, criterion) for criterion in criteria),
        "rests_on": tuple(
            {"data": data_named(registry, data), "supply": supply} for data, supply in supplies
        ),
    }
