"""several-visits (semantics 2): in the worst case people come more often than the limit."""

from collections.abc import Iterator
from fractions import Fraction

from .chain import Chain
from .claims import Claims
from .finding import WARNING, Found
from .metrics import visits, worst

RULES = frozenset(["several-visits"])

MAX_VISITS = 1
"""The default of the settings."""


def of_chain(chain: Chain, _: Claims) -> Iterator[Found]:
    """Worst case > `max-visits`; the benefit is the visits over the limit (semantics 3)."""
    over = int(worst(chain, visits)) - MAX_VISITS
    if over > 0:
        benefit = (Fraction(0), over, 0, 0)
        yield Found("several-visits", WARNING, None, chain.matter.id, "cut", benefit=benefit)
