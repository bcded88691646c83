"""Approvals (semantics 2) by what they judge: without basis, by rule, on a promise."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import partial

from .catalogue import Catalogue, Step
from .chain import Chain, with_step
from .finding import ADVICE, ERROR, WARNING, Found
from .supply import DECLARED, HELD, SHARED


def judging(chain: Chain) -> Iterator[Found]:
    """All findings of these rules on one chain: on approval-like steps that have checks."""
    for step in chain.ordered:
        if step.is_approval_like and step.checks:
            yield from baseless_approval(chain.catalogue, step)
            yield from could_be_instant(chain, step)


def is_in_licence(catalogue: Catalogue, step: Step) -> bool:
    """Is the step written in a `licence`?"""
    return catalogue.matters[step.written_in].type == "licence"


def baseless_approval(catalogue: Catalogue, step: Step) -> Iterator[Found]:
    """An error in a `licence`, else a warning."""
    if not has_basis(catalogue, step):
        severity = ERROR if is_in_licence(catalogue, step) else WARNING
        yield Found("baseless-approval", severity, step.id, step.id, "clarify")


def has_basis(catalogue: Catalogue, step: Step) -> bool:
    """The step, one of its checks, or, for a step of the lead (any, without one), the matter."""
    matter = catalogue.matters[step.written_in]
    return (
        bool(step.basis)
        or any(catalogue.criteria[criterion].basis for criterion in step.checks)
        or (matter.lead in (None, step.department) and bool(matter.basis))
    )


def could_be_instant(chain: Chain, step: Step) -> Iterator[Found]:
    """automatic-approval, else promise-candidate; silent where its time is written as 0."""
    if step.days == 0:
        return
    mend = partial(with_step, chain, replace(step, days=Fraction(0)))
    if is_automatic(chain, step):
        yield Found("automatic-approval", ADVICE, step.id, step.id, "convert", mend)
    elif could_be_promised(chain.catalogue, step):
        yield Found("promise-candidate", ADVICE, step.id, step.id, "commit", mend)


def is_automatic(chain: Chain, step: Step) -> bool:
    """All checks `decidable`, and needs, all `held`, `shared` or `declared`."""
    supplies = {chain.supplies[need] for need in chain.needs[step.id]}
    return (
        all(chain.catalogue.criteria[criterion].is_decidable for criterion in step.checks)
        and bool(supplies)
        and supplies <= {HELD, SHARED, DECLARED}
    )


def could_be_promised(catalogue: Catalogue, step: Step) -> bool:
    """Each check `verify: after` or, in a step written in a `licence`, decidable."""
    criteria = [catalogue.criteria[criterion] for criterion in step.checks]
    return all(
        criterion.verify == "after" or (criterion.is_decidable and is_in_licence(catalogue, step))
        for criterion in criteria
    )
