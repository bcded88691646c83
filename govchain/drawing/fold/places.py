"""At which part of a folded matter each finding stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from govchain.analysis.hits.papers import asking_step
from govchain.analysis.running.standing import Standing, first_step_of
from govchain.compiler.chain import Chain
from govchain.compiler.parts import call_of
from govchain.drawing.chart.marks import Mark


class MarksByPart:
    """Findings by the part that they stand at: by its call, empty for steps of its own; or by its
    step. At None stand those that speak of no part."""

    def __init__(self, chain: Chain, marks: Iterable[Mark], *, are_steps: bool) -> None:
        self._chain = chain
        self._of: dict[str | None, dict[int, Mark]] = {}
        for mark in sorted(marks, key=lambda mark: mark.number):
            for spot in mark.spots:
                key = self._step_of(spot) if are_steps else call_at(spot, chain)
                self._of.setdefault(key, {})[mark.number] = mark

    def at(self, key: str | None) -> tuple[Mark, ...]:
        """Those of the part, by number."""
        return tuple(self._of.get(key, {}).values())

    def elsewhere(self, keys: Collection[str]) -> tuple[Mark, ...]:
        """Those that stand at none of these parts, by number."""
        found = {
            number: mark
            for key, marks in self._of.items()
            if key is None or key not in keys
            for number, mark in marks.items()
        }
        return tuple(found[number] for number in sorted(found))

    def _step_of(self, spot: Standing) -> str | None:
        if spot.paper is not None:
            return asking_step(spot.paper, self._chain)
        return first_step_of(spot.step, self._chain)


def call_at(spot: Standing, chain: Chain) -> str | None:
    """The call of the part that it stands at, empty for steps of the chain's own; None: at none."""
    if spot.paper is not None:
        return call_of(spot.paper.origin, chain)
    return None if spot.step is None else call_of(spot.step, chain)
