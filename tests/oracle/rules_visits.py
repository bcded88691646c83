"""several-visits (semantics 2): in the worst case people come to public offices more often than the
limit, and some of that could be spared."""

from collections.abc import Iterator
from fractions import Fraction

from .chain import Chain
from .claims import Claims
from .finding import WARNING, Found
from .metrics import worst
from .offices import visits_over

RULES = frozenset(["several-visits"])

MAX_VISITS = 1
"""The default of the settings."""

OVER = visits_over(MAX_VISITS)


def of_chain(chain: Chain, _: Claims) -> Iterator[Found]:
    """The benefit is the visits over the limit that could be spared (semantics 3)."""
    over = int(worst(chain, OVER))
    if over > 0:
        benefit = (Fraction(0), over, 0, 0)
        yield Found("several-visits", WARNING, None, chain.matter.id, "cut", benefit=benefit)
