"""Limits and times (semantics 2): promise-over-statute, open-ended-step."""

from collections.abc import Iterator

from .catalogue import Matter, Step
from .chain import Chain
from .claims import Claims
from .finding import ERROR, WARNING, Found, at_step
from .reading_words import has_ended, read_basis, read_days

RULES = frozenset(["open-ended-step", "promise-over-statute"])
LIMITS = ("promised", "statutory")


def of_chain(chain: Chain, _: Claims) -> Iterator[Found]:
    """Of the matter's own limits, whether or not it has steps; of each step."""
    matter = chain.matter
    for step in chain.ordered:
        if is_open(step, chain.catalogue.matters[step.written_in]):
            yield at_step("open-ended-step", WARNING, step.id, step.id, "clarify")
    if is_over(matter) and not has_lost_its_law(chain):
        yield Found("promise-over-statute", ERROR, None, matter.id, "clarify")


def is_open(step: Step, matter: Matter) -> bool:
    """No time, where another step written in its matter has one and no limit of that is 0."""
    has_kind = step.is_approval_like and step.kind not in {"consult", "countersign"}
    others = [other for other in matter.steps if other.days is not None]
    limits = [read_days(matter.entry.get("time-limit", {}).get(key)) for key in LIMITS]
    return has_kind and step.days is None and bool(others) and 0 not in limits


def is_over(matter: Matter) -> bool:
    """promised > statutory; of different units, statutory not 0, by a working day or more."""
    limits = matter.entry.get("time-limit", {})
    promised, statutory = (read_days(limits.get(key)) for key in LIMITS)
    if promised is None or statutory is None:
        return False
    units = {str(limits[key]).lstrip("0123456789") for key in LIMITS}
    if len(units) > 1 and statutory != 0:
        return promised - statutory >= 1
    return promised > statutory


def has_lost_its_law(chain: Chain) -> bool:
    """A basis of the limits has ended and none is left."""
    basis = chain.matter.entry["time-limit"].get("basis")
    at = chain.catalogue.date
    return has_ended(basis, at) and not read_basis(basis, at)
