"""The order as a picture shows it: what follows what, with no arrow that others say already."""

from __future__ import annotations

from govchain.compiler.chain import Chain
from govchain.compiler.order import Order
from govchain.drawing.chart.coinciding import Coinciding


def succession_of(chain: Chain) -> Order:
    """The chain's steps in the least order that says what comes before what.

    Steps that exclude each other do not follow each other, though they are written so: each
    follows what both follow.
    """
    before: dict[str, list[str]] = {step: [] for step in chain.order.steps}
    can_coincide = chain.once(Coinciding).can_coincide
    for earlier, later in chain.order.reduced_edges(chain.order.steps, can_coincide):
        before[later].append(earlier)
    return Order(chain.order.steps, before)
