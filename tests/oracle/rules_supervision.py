"""Who answers for decisions (semantics 2): self-supervision, no-supervisor, no-post, no-redress."""

from collections.abc import Iterator

from .catalogue import Step
from .chain import Chain
from .claims import Claims
from .finding import ADVICE, ERROR, WARNING, Found, at_step

RULES = frozenset(["self-supervision", "no-supervisor", "no-post", "no-redress"])


def of_chain(chain: Chain, _: Claims) -> Iterator[Found]:
    """Of each decision step: its supervisor is within its department (the subject); or it has no
    supervisor, or no post, where that is recorded. Of the matter: no redress, likewise."""
    for step in chain.ordered:
        if chain.catalogue.is_external(step.department):
            continue
        supervisor = supervisor_of(chain, step)
        if step.is_decision and supervisor and is_its_own(chain, supervisor, step):
            yield at_step("self-supervision", ERROR, step.id, supervisor, "clarify")
        if step.is_decision and not supervisor and records(chain, "supervised-by"):
            yield at_step("no-supervisor", WARNING, step.id, step.id, "clarify")
        if step.is_decision and "post" not in step.entry and records(chain, "post"):
            yield at_step("no-post", ADVICE, step.id, step.id, "clarify")
    lead = chain.matter.lead
    decides = any(
        step.is_decision and not chain.catalogue.is_external(step.department or lead)
        for step in chain.matter.steps
    )
    if decides and "redress" not in chain.matter.entry and records(chain, "redress"):
        yield Found("no-redress", WARNING, None, chain.matter.id, "clarify")


def records(chain: Chain, key: str) -> bool:
    """A matter or step with one."""
    matters = chain.catalogue.matters.values()
    entries = [matter.entry for matter in matters]
    entries += [step.entry for matter in matters for step in matter.steps]
    return any(key in entry for entry in entries)


def is_its_own(chain: Chain, supervisor: str, step: Step) -> bool:
    """Is the supervisor within the department of the step, where that has one?"""
    return step.department is not None and chain.catalogue.is_within(supervisor, step.department)


def supervisor_of(chain: Chain, step: Step) -> str | None:
    """Its own, else that of the matter where it is written."""
    own: str | None = step.entry.get("supervised-by")
    of_matter: str | None = chain.catalogue.matters[step.written_in].entry.get("supervised-by")
    return own or of_matter
