"""Which checks are repeated: another step makes them too, and is the one to keep them.

semantics.md section 2, "Approvals": who keeps a check, repeated at s, repeated at b.
"""

from __future__ import annotations

from dataclasses import dataclass

from govchain.analysis.questions.approvals import Approvals
from govchain.compiler.expansion import ChainStep


@dataclass(frozen=True, slots=True)
class Repetition:
    """A criterion is checked at `step` though `keeper` checks it and is the one to do so."""

    criterion: str
    step: str
    keeper: str


def repetition_at(step: ChainStep, criterion: str, approvals: Approvals) -> Repetition | None:
    """The criterion is repeated at the step, by an earlier or a later one that keeps it; asked of
    approval-like steps that are still there."""
    if not approvals.may_be_superfluous(step, criterion):
        return None
    order, effort = approvals.chain.order, approvals.chain.effort
    for other in approvals.able_to_keep(step, criterion):
        effort.spend(1)
        if effort.is_spent:
            return None
        if order.is_before(other.id, step.id):
            is_repeated = _is_repeated_after(other, step, criterion, approvals)
        elif order.is_before(step.id, other.id):
            is_repeated = _is_repeated_before(step, other, criterion, approvals)
        else:
            continue  # side by side, or the step itself
        if is_repeated:
            return Repetition(criterion, step.id, other.id)
    return None


def _is_repeated_after(
    earlier: ChainStep, step: ChainStep, criterion: str, approvals: Approvals
) -> bool:
    """Repeated at `step` by `earlier`, which keeps it; nothing disturbs it in between."""
    return (
        approvals.has(earlier.id)
        and _are_comparable(earlier, step)
        and _keeper(earlier, step, criterion, approvals) is earlier
        and not approvals.can_one_come_between(approvals.disturbing(criterion), earlier, step)
    )


def _is_repeated_before(
    step: ChainStep, later: ChainStep, criterion: str, approvals: Approvals
) -> bool:
    """Repeated at `step` by `later`, which keeps it and takes place whenever the step does;
    nothing is decided in between."""
    return (
        not later.written.independent
        and approvals.has(later.id)
        and _are_comparable(step, later)
        and _keeper(step, later, criterion, approvals) is later
        and approvals.chain.is_always_before(step.id, later.id)
        and not approvals.can_one_come_between(approvals.altering, step, later)
    )


def _are_comparable(earlier: ChainStep, later: ChainStep) -> bool:
    """They are not by design two looks.

    Examination and decision of one office are to be separate; paper and place are two looks.
    """
    return not (
        earlier.department == later.department and earlier.is_decision != later.is_decision
    ) and (earlier.kind == "inspect") == (later.kind == "inspect")


def _keeper(
    earlier: ChainStep, later: ChainStep, criterion: str, approvals: Approvals
) -> ChainStep | None:
    """Who keeps a check that both make: who owns its data, then who answers for the decision.

    Nobody, where neither owns the data and no decision of their matter is at stake: to rely on
    the other would be to rely on somebody who does not know either.
    """
    owns = approvals.owns(earlier, criterion)
    if owns != approvals.owns(later, criterion):
        return earlier if owns else later
    is_blind = not owns and _would_be_blind(earlier, later, criterion, approvals)
    if is_blind and (earlier.reach, earlier.matter.id) != (later.reach, later.matter.id):
        return None
    answers = approvals.answers_for(earlier, criterion), approvals.answers_for(later, criterion)
    if is_blind and not any(answers):
        return None
    return later if answers[1] and not answers[0] else earlier


def _would_be_blind(
    earlier: ChainStep, later: ChainStep, criterion: str, approvals: Approvals
) -> bool:
    """One office would rely on another for what is read off data."""
    return earlier.department != later.department and bool(
        approvals.chain.criterion(criterion).uses
    )
