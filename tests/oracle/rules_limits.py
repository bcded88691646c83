"""promise-over-statute (semantics 2): more time is promised than the law gives."""

from collections.abc import Iterator

from .catalogue import Matter
from .chain import Chain
from .claims import Claims
from .finding import ERROR, Found
from .reading_words import has_ended, read_basis, read_days

RULES = frozenset(["promise-over-statute"])


def of_chain(chain: Chain, _: Claims) -> Iterator[Found]:
    """Of the matter's own limits, whether or not it has steps."""
    matter = chain.matter
    if is_over(matter) and not has_lost_its_law(chain):
        yield Found("promise-over-statute", ERROR, None, matter.id, "clarify")


def is_over(matter: Matter) -> bool:
    """promised > statutory; of different units, statutory not 0, by a working day or more."""
    limits = matter.entry.get("time-limit", {})
    promised, statutory = (read_days(limits.get(key)) for key in ("promised", "statutory"))
    if promised is None or statutory is None:
        return False
    units = {str(limits[key]).lstrip("0123456789") for key in ("promised", "statutory")}
    if len(units) > 1 and statutory != 0:
        return promised - statutory >= 1
    return promised > statutory


def has_lost_its_law(chain: Chain) -> bool:
    """A basis of the limits has ended and none is left."""
    basis = chain.matter.entry["time-limit"].get("basis")
    at = chain.catalogue.date
    return has_ended(basis, at) and not read_basis(basis, at)
