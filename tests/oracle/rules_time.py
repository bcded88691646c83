"""How long a matter takes against its limits (semantics 2): chain-over-limit, loose-promise."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from .catalogue import Matter, Step
from .chain import Chain
from .claims import Claims
from .finding import ADVICE, ERROR, WARNING, Found
from .metrics import counted_days, worst
from .reading_words import has_ended, read_basis, read_days

RULES = frozenset(["chain-over-limit", "loose-promise"])
HALF_AN_HOUR = Fraction(1, 16)
MOSTLY_TIMED = {"publicise", "issue", "other"}


def of_chain(chain: Chain, _: Claims) -> Iterator[Found]:
    """Both are of the chain's own matter."""
    yield from over_limit(chain)
    if is_loose(chain):
        yield Found("loose-promise", ADVICE, None, chain.matter.id, "clarify")


def is_loose(chain: Chain) -> bool:
    """promised > 1.5 × worst-case counted days > 0, by a working day or more; all is timed."""
    promised, needed = limits_of(chain.matter).get("promised"), worst(chain, counted_days)
    if promised is None or not chain.is_described or not needed > 0:
        return False
    timed = all(
        step.days is not None
        for step in chain.steps
        if step.is_approval_like or step.kind in MOSTLY_TIMED
    )
    return timed and promised > Fraction(3, 2) * needed and promised - needed >= 1


def over_limit(chain: Chain) -> Iterator[Found]:
    """> statutory (a warning within the extension), else > promised; none of a bound."""
    if chain.is_bound:
        return
    limits, counting = limits_of(chain.matter), as_covered(chain)
    longest = Fraction(worst(counting, counted_days))
    is_law = "statutory" in limits and not has_lost_its_law(chain)
    if is_law and is_over(counting, longest, ["statutory"]):
        extended = ["statutory", "extension"]
        within = "extension" in limits and not is_over(counting, longest, extended)
        yield found(chain, WARNING if within else ERROR, longest - limits["statutory"])
    elif "promised" in limits and is_over(counting, longest, ["promised"]):
        yield found(chain, WARNING, longest - limits["promised"])


def as_covered(chain: Chain) -> Chain:
    """The chain as its limits cover it: all other steps take no time."""
    steps = (step if counts(chain, step) else untimed(step) for step in chain.steps)
    return replace(chain, steps=tuple(steps))


def found(chain: Chain, severity: str, over: Fraction) -> Found:
    """The benefit is the days over the limit."""
    benefit = (over, 0, 0, 0)
    of = chain.matter.id
    return Found("chain-over-limit", severity, None, of, "resequence", benefit=benefit)


def is_over(counting: Chain, longest: Fraction, held: list[str]) -> bool:
    """Longer than these limits together: by a working day where units are mixed and not exact."""
    written = counting.matter.entry["time-limit"]
    limit = sum((limits_of(counting.matter)[key] for key in held), Fraction(0))
    if limit == 0:
        return longest >= HALF_AN_HOUR
    units = {unit_of(written[key]) for key in held}
    units |= {unit_of(s.entry["time"]) for s in counting.steps if s.days and not s.is_excluded}
    if len(units) == 1 or units <= {"d", "w", "h", "min"}:
        return longest > limit
    return longest - limit >= 1


def unit_of(length: object) -> str:
    """A length of nought is one of days."""
    return str(length).lstrip("0123456789") or "d"


def counts(chain: Chain, step: Step) -> bool:
    """Not what the applicant does, nor in a licence what the limit does not cover."""
    if step.kind == "apply":
        return False
    if chain.matter.type != "licence":
        return True
    if step.kind in {"accept", "expert-review"}:
        return False
    decisions = [other for other in chain.steps if other.is_decision]
    before = any(chain.is_ancestor(step, decision) for decision in decisions)
    return not decisions or step.is_decision or before


def untimed(step: Step) -> Step:
    """The step without its time."""
    return replace(step, days=None)


def limits_of(matter: Matter) -> dict[str, Fraction]:
    """What is written of them, in working days."""
    written = matter.entry.get("time-limit", {})
    lengths = {key: read_days(written.get(key)) for key in ("statutory", "promised", "extension")}
    return {key: length for key, length in lengths.items() if length is not None}


def has_lost_its_law(chain: Chain) -> bool:
    """A basis of the limits has ended and none is left."""
    basis = chain.matter.entry["time-limit"].get("basis")
    at = chain.catalogue.date
    return has_ended(basis, at) and not read_basis(basis, at)
