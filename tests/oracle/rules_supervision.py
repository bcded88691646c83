"""self-supervision (semantics 2): the supervisor of a decision is within its department."""

from collections.abc import Iterator

from .catalogue import Step
from .chain import Chain
from .claims import Claims
from .finding import ERROR, Found, at_step

RULES = frozenset(["self-supervision"])


def of_chain(chain: Chain, _: Claims) -> Iterator[Found]:
    """A decision step whose supervisor is within its department; the subject is the supervisor."""
    for step in chain.ordered:
        supervisor = supervisor_of(chain, step)
        if step.is_decision and supervisor and is_its_own(chain, supervisor, step):
            yield at_step("self-supervision", ERROR, step.id, supervisor, "clarify")


def is_its_own(chain: Chain, supervisor: str, step: Step) -> bool:
    """Is the supervisor within the department of the step, where that has one?"""
    return step.department is not None and chain.catalogue.is_within(supervisor, step.department)


def supervisor_of(chain: Chain, step: Step) -> str | None:
    """Its own, else that of the matter where it is written."""
    own: str | None = step.entry.get("supervised-by")
    of_matter: str | None = chain.catalogue.matters[step.written_in].entry.get("supervised-by")
    return own or of_matter
