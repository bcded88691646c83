"""Approvals (semantics 2) by what they judge: without basis, by rule, on a promise."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import partial

from .catalogue import Catalogue, Step
from .chain import Chain, with_step
from .claims import Claims
from .finding import ADVICE, ERROR, WARNING, Found, at_step
from .recorded import is_recorded
from .rules_sharing import could_be_shared
from .supply import DECLARED, HELD, LACKING, SHARED

RULES = frozenset(["baseless-approval", "automatic-approval", "promise-candidate"])

HALF_AN_HOUR = Fraction(1, 16)


def of_chain(chain: Chain, _: Claims) -> Iterator[Found]:
    """All findings of these rules on one chain: on approval-like steps that have checks."""
    for step in chain.ordered:
        if step.is_approval_like and step.checks and not step.is_unassigned:
            yield from baseless_approval(chain.catalogue, step)
            if chain.is_described:
                yield from could_be_instant(chain, step)


def is_in_licence(catalogue: Catalogue, step: Step) -> bool:
    """Is the step written in a `licence`?"""
    return catalogue.matters[step.written_in].type == "licence"


def baseless_approval(catalogue: Catalogue, step: Step) -> Iterator[Found]:
    """An error in a `licence`, else a warning; where basis is recorded."""
    if is_recorded(catalogue, "basis", step.written_in) and not has_basis(catalogue, step):
        severity = ERROR if is_in_licence(catalogue, step) else WARNING
        yield at_step("baseless-approval", severity, step.id, step.id, "clarify")


def has_basis(catalogue: Catalogue, step: Step) -> bool:
    """The step, one of its checks, or, for a step of the lead (any, without one), the matter."""
    matter = catalogue.matters[step.written_in]
    return (
        bool(step.basis)
        or any(catalogue.criteria[criterion].basis for criterion in step.checks)
        or (matter.lead in (None, step.department) and bool(matter.basis))
    )


def could_be_instant(chain: Chain, step: Step) -> Iterator[Found]:
    """automatic-approval, else promise-candidate; silent under half an hour of time."""
    if step.days is not None and step.days < HALF_AN_HOUR:
        return
    mend = partial(with_step, chain, replace(step, days=Fraction(0)))
    if is_automatic(chain, step):
        yield at_step("automatic-approval", ADVICE, step.id, step.id, "convert", mend)
    elif could_be_promised(chain, step):
        yield at_step("promise-candidate", ADVICE, step.id, step.id, "commit", mend)


def is_automatic(chain: Chain, step: Step) -> bool:
    """All checks `decidable`, and needs, all `held`, `shared` or `declared`."""
    supplies = {chain.supplies[need] for need in chain.needs[step.id]}
    return (
        all(chain.catalogue.criteria[criterion].is_decidable for criterion in step.checks)
        and bool(supplies)
        and not chain.catalogue.is_external(step.department)
        and supplies <= {HELD, SHARED, DECLARED}
    )


def could_be_promised(chain: Chain, step: Step) -> bool:
    """Each check `verify: after` or, in a step written in a `licence`, decidable.

    None of them promised already, and not all settled by data.
    """
    catalogue = chain.catalogue
    criteria = [catalogue.criteria[criterion] for criterion in step.checks]
    return (
        not step.promised
        and not catalogue.is_external(step.department)
        and all(
            held.verify == "after" or (held.is_decidable and is_in_licence(catalogue, step))
            for held in criteria
        )
        and not all(is_settled_by_data(chain, step, criterion) for criterion in step.checks)
    )


def is_settled_by_data(chain: Chain, step: Step, criterion: str) -> bool:
    """It uses some, and each need of the step for it is `held`, `shared`, or could be shared."""
    needs = [need for need in chain.needs[step.id] if criterion in need.checks]
    return bool(chain.catalogue.uses(criterion)) and all(
        chain.supplies[need] in (HELD, SHARED)
        or (chain.supplies[need] in LACKING and could_be_shared(chain, need))
        for need in needs
    )
