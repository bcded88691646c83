"""Where people come for a step, and at which windows they hand in (semantics 2)."""

from functools import lru_cache

from .cases import Case
from .catalogue import Step
from .chain import Chain
from .metrics import KEPT, Measure


def office_of(chain: Chain, step: Step) -> str | None:
    """The department; to apply, that of the first `accept` after it in the same reach; the lead."""
    lead = chain.catalogue.matters[step.written_in].lead
    if step.kind != "apply":
        return step.department or lead
    after = (
        s.department
        for s in chain.ordered
        if s.kind == "accept" and s.reach == step.reach and chain.is_ancestor(step, s)
    )
    return next((department for department in after if department), lead)


def is_public_office(chain: Chain, step: Step) -> bool:
    return chain.catalogue.is_public(office_of(chain, step))


@lru_cache(KEPT)
def windows_of_state(chain: Chain) -> list[Step]:
    """`accept` steps that join none, of kind `government`; of one reach those of the level of the
    first of them, where both levels are written."""
    kinds = chain.catalogue.departments
    taking_in = [
        step
        for step in chain.ordered
        if step.kind == "accept"
        and not step.has_joined
        and step.department
        and kinds[step.department].kind == "government"
    ]
    found = []
    for step in taking_in:
        first = next(s for s in taking_in if s.reach == step.reach)
        levels = {kinds[str(s.department)].level for s in (first, step)}
        if None in levels or len(levels) == 1:
            found.append(step)
    return found


def government_windows(chain: Chain, case: Case) -> int:
    """How many departments have such a window."""
    return len({step.department for step in windows_of_state(chain) if step.id in case.steps})


def applications_here(chain: Chain, case: Case) -> int:
    """The `apply` steps that join none and for which people come to no `external` department."""
    return sum(
        step.id in case.steps and step.kind == "apply" and not step.has_joined
        for step in chain.steps
        if not chain.catalogue.is_external(office_of(chain, step))
    )


@lru_cache(KEPT)
def visits_asked(chain: Chain) -> list[Step]:
    """Visits to a public department, at steps that name no channel but window."""
    return [
        step
        for step in chain.steps
        if step.visit and not step.channels - {"window"} and is_public_office(chain, step)
    ]


def has_to_be_made(step: Step) -> bool:
    """A law asks for it, or it is made to be looked at, or for whatever is not known."""
    return bool(step.visit_basis) or step.kind in ("inspect", "expert-review", "other")


def visits_over(limit: int) -> Measure:
    """What of them is over the limit, and could be spared."""

    def over(chain: Chain, case: Case) -> int:
        asked = [step for step in visits_asked(chain) if step.id in case.steps]
        made = sum(step.visit for step in asked)
        staying = sum(step.visit for step in asked if has_to_be_made(step))
        return min(made - limit, made - staying)

    return over
