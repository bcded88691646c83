"""Approvals (semantics 2): steps and checks that decide nothing new, order that is not needed."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import partial

from .catalogue import Step
from .chain import Chain, run_in_parallel, with_step, without_step
from .claims import Claims
from .expand import Site
from .finding import WARNING, Found, at_step
from .metrics import days, worst
from .recorded import is_recorded

RULES = frozenset(
    ["redundant-approval", "repeated-check", "attested-check", "empty-approval", "serial-approval"]
)

HALF_AN_HOUR = Fraction(1, 16)


def of_chain(chain: Chain, claims: Claims) -> Iterator[Found]:
    """All findings of the family on one chain, save those about producers."""
    for step in chain.ordered:
        yield from redundant_approval(chain, claims, step)
        yield from superfluous_checks(chain, claims, step)
        yield from empty_approval(chain, step)
    for site in chain.sites:
        if chain.is_described:
            yield from serial_approvals(chain, claims, site)


def redundant_approval(chain: Chain, claims: Claims, step: Step) -> Iterator[Found]:
    if step.id in claims.redundant:
        mend = partial(without_step, chain, step)
        yield at_step("redundant-approval", WARNING, step.id, step.id, "cut", mend, step.basis)


def superfluous_checks(chain: Chain, claims: Claims, step: Step) -> Iterator[Found]:
    """Of steps not redundant, per check: repeated-check, else attested-check."""
    for criterion in step.checks:
        mend = partial(without_check, chain, step, criterion)
        rule = claims.rule_of(step.id, criterion)
        if rule:
            element = (criterion,)
            yield at_step(rule, WARNING, step.id, criterion, "cut", mend, element=element)


def without_check(chain: Chain, step: Step, criterion: str) -> Chain:
    """The check goes from the step."""
    checks = tuple(check for check in step.checks if check != criterion)
    return with_step(chain, replace(step, checks=checks))


def empty_approval(chain: Chain, step: Step) -> Iterator[Found]:
    """An approval-like step with no checks, save the only decision step written in its matter.

    Where checks are recorded.
    """
    written = chain.catalogue.matters[step.written_in].steps
    decisions = [other for other in written if other.is_decision and not other.is_unassigned]
    is_only_decision = step.is_decision and len(decisions) == 1
    if (
        step.is_approval_like
        and not step.is_unassigned
        and not step.written_checks
        and not is_only_decision
        and is_recorded(chain.catalogue, "checks", step.written_in)
    ):
        yield at_step("empty-approval", WARNING, step.id, step.id, "clarify")


def serial_approvals(chain: Chain, claims: Claims, site: Site) -> Iterator[Found]:
    """A direct edge u → v of the order as written in its matter, that nothing asks for."""
    by_id = {step.id: step for step in site.written}
    for later in site.written:
        for earlier in (by_id[id_] for id_ in sorted(later.after)):
            if could_be_parallel(chain, claims, earlier, later):
                mend = partial(run_in_parallel, chain, earlier.id, later.id)
                if worst(chain, days) - worst(mend(), days) >= HALF_AN_HOUR:
                    element = (earlier.id.removeprefix(site.path),)
                    yield at_step(
                        "serial-approval", WARNING, later.id, earlier.id, "parallel", mend,
                        element=element,
                    )  # fmt: skip


def could_be_parallel(chain: Chain, claims: Claims, u: Step, v: Step) -> bool:
    """Each a call or approval-like, v without `order-basis`, none redundant, nothing passed on."""
    first, second = steps_of(chain, u), steps_of(chain, v)
    return (
        is_call_or_approval(u)
        and is_call_or_approval(v)
        and not (u.is_unassigned or v.is_unassigned)
        and not v.order_basis
        and (bool(u.calls or v.calls) or are_two_offices(u, v))
        and not any(step.id in claims.redundant for step in first + second)
        and not needs_what_other_alters(chain, first, second)
        and not needs_what_other_alters(chain, second, first)
    )


def steps_of(chain: Chain, written: Step) -> list[Step]:
    """The step itself, or the steps that stand in place of the call."""
    path = written.id + "/"
    return [s for s in chain.steps if s.id == written.id or s.id.startswith(path)]


def is_call_or_approval(step: Step) -> bool:
    return step.calls is not None or step.is_approval_like


def are_two_offices(u: Step, v: Step) -> bool:
    """Of different departments, and not v a decision step and u none."""
    return u.department != v.department and not (v.is_decision and not u.is_decision)


def needs_what_other_alters(chain: Chain, altering: list[Step], needing: list[Step]) -> bool:
    """A need of the second speaks of data that a step of the first produces or changes."""
    altered = {data for step in altering for data in step.alters}
    return any(need.data in altered for step in needing for need in chain.needs[step.id])
