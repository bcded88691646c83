"""Which checks are repeated: another step makes them too, and is the one to keep them.

semantics.md section 2, "Approvals": who keeps a check, repeated at s, repeated at b.
"""

from __future__ import annotations

from dataclasses import dataclass

from govchain.analysis.questions.approvals import Approvals
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainStep


@dataclass(frozen=True, slots=True)
class Repetition:
    """A criterion is checked at `step` though `keeper` checks it and is the one to do so."""

    criterion: str
    step: str
    keeper: str


def repetition_at(step: ChainStep, criterion: str, approvals: Approvals) -> Repetition | None:
    """The criterion is repeated at the step, by an earlier or a later one that keeps it."""
    if not approvals.may_be_superfluous(step, criterion):
        return None
    order, effort = approvals.chain.order, approvals.chain.effort
    for other in approvals.checking_whenever(step, criterion):
        effort.spend(1)
        if order.is_before(other.id, step.id):
            is_repeated = _is_repeated_after(other, step, criterion, approvals)
        elif order.is_before(step.id, other.id):
            is_repeated = _is_repeated_before(step, other, criterion, approvals)
        else:
            continue  # side by side
        if is_repeated:
            return Repetition(criterion, step.id, other.id)
    return None


def _is_repeated_after(
    earlier: ChainStep, step: ChainStep, criterion: str, approvals: Approvals
) -> bool:
    """Repeated at `step` by `earlier`, which keeps it; nothing disturbs it in between."""
    return (
        criterion not in earlier.written.promised
        and _are_comparable(earlier, step, approvals)
        and _keeper(earlier, step, criterion, approvals) is earlier
        and _is_public(earlier, approvals.chain)
        and not approvals.can_one_come_between(approvals.disturbing(criterion), earlier, step)
    )


def _is_repeated_before(
    step: ChainStep, later: ChainStep, criterion: str, approvals: Approvals
) -> bool:
    """Repeated at `step` by `later`, which keeps it and takes place whenever the step does;
    nothing is decided in between."""
    return (
        not later.written.independent
        and criterion not in later.written.promised
        and _are_comparable(step, later, approvals)
        and _keeper(step, later, criterion, approvals) is later
        and _is_public(later, approvals.chain)
        and not approvals.can_one_come_between(approvals.altering, step, later)
    )


def _are_comparable(earlier: ChainStep, later: ChainStep, approvals: Approvals) -> bool:
    """Both hold the case up, one always before the other, and not by design two looks.

    Examination and decision of one office are to be separate; paper and place are two looks.
    """
    return (
        earlier.id != later.id
        and earlier.is_approval
        and later.is_approval
        and approvals.has(earlier.id)
        and approvals.has(later.id)
        and not (
            earlier.department == later.department and earlier.is_decision != later.is_decision
        )
        and (earlier.kind == "inspect") == (later.kind == "inspect")
        and approvals.chain.is_always_before(earlier.id, later.id)
    )


def _keeper(
    earlier: ChainStep, later: ChainStep, criterion: str, approvals: Approvals
) -> ChainStep | None:
    """Who keeps a check that both make: who owns its data, then who answers for the decision.

    Nobody, where neither owns the data and no decision of their matter is at stake: to rely on
    the other would be to rely on somebody who does not know either.
    """
    owns = _owns(earlier, criterion, approvals), _owns(later, criterion, approvals)
    if owns[0] != owns[1]:
        return earlier if owns[0] else later
    answers = approvals.answers_for(earlier, criterion), approvals.answers_for(later, criterion)
    uses_data = bool(approvals.chain.criterion(criterion).uses)
    if uses_data and not any(owns):
        is_one_matter = (earlier.reach, earlier.matter.id) == (later.reach, later.matter.id)
        if earlier.department != later.department and not (is_one_matter and any(answers)):
            return None
    return later if answers[1] and not answers[0] else earlier


def _owns(step: ChainStep, criterion: str, approvals: Approvals) -> bool:
    """The step's department is within the holder of all data the criterion uses."""
    uses = approvals.chain.criterion(criterion).uses
    return bool(uses) and all(approvals.holds(step, data) for data in uses)


def _is_public(step: ChainStep, chain: Chain) -> bool:
    known = chain.registry.departments.get(step.department or "")
    return known is not None and known.is_public
