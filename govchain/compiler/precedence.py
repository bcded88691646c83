"""What surely comes before, and what can come between (semantics.md 1.3, 1.4)."""

from __future__ import annotations

from collections.abc import Mapping

from govchain.compiler.conditions import ALWAYS, Condition
from govchain.compiler.expansion import ChainStep
from govchain.compiler.order import Order
from govchain.compiler.scenarios import Scenarios


class Precedence:
    """The order of a chain together with the conditions of its steps."""

    def __init__(self, order: Order, steps: Mapping[str, ChainStep], scenarios: Scenarios) -> None:
        self._order = order
        self._steps = steps
        self._scenarios = scenarios

    def is_always_before(self, earlier: str, later: str, given: Condition = ALWAYS) -> bool:
        """earlier is an ancestor of later, and takes place whenever later does under `given`."""
        if not self._order.is_before(earlier, later):
            return False
        premises = self._steps[later].guard, given
        return self._scenarios.all_imply(premises, self._steps[earlier].guard)

    def can_come_between(self, middle: str, earlier: str, later: str) -> bool:
        """Some case has middle after earlier and before later (earlier itself counts)."""
        return (
            middle != later
            and not self._order.is_before(middle, earlier)
            and not self._order.is_before(later, middle)
            and self._scenarios.is_possible(
                self._steps[earlier].guard, self._steps[middle].guard, self._steps[later].guard
            )
        )
