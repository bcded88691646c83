"""Which findings stand where in a chain, by their signs (③-2)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from govchain.analysis.hits.papers import asking_step
from govchain.analysis.running.standing import Standing, first_step_of
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.needs import Need
from govchain.reporting.words import Words

_SEVERAL = 3
SEVERITY_STYLES = {"error": "bold red", "warning": "bold yellow", "advice": "bold cyan"}


class Signs:
    """The findings at each step and need of a chain; of papers at the step that asks for them."""

    def __init__(self, standing: Iterable[Standing], chain: Chain) -> None:
        self._steps: dict[str | None, dict[int, Standing]] = {}
        self._needs: dict[Need, dict[int, Standing]] = {}
        self._places: dict[int, dict[int, Standing]] = {}
        for spot in standing:
            self._places.setdefault(spot.place, {}).setdefault(spot.number, spot)
            if spot.need is not None:
                self._needs.setdefault(spot.need, {}).setdefault(spot.number, spot)
            else:
                paper = spot.paper
                step = asking_step(paper, chain) if paper else first_step_of(spot.step, chain)
                self._steps.setdefault(step, {}).setdefault(spot.number, spot)

    def at_step(self, step: str) -> list[Standing]:
        return [*self._steps.get(step, {}).values()]

    def at_need(self, need: Need) -> list[Standing]:
        return [*self._needs.get(need, {}).values()]

    def in_short(self, place: int) -> list[tuple[str, str]]:
        """The signs of all that stand at a called matter; of several the first and the last."""
        spots = [*self._places.get(place, {}).values()]
        if len(spots) < _SEVERAL:
            return self.painted(spots)
        gravest = min((spot.finding.severity for spot in spots), key=lambda grave: grave.rank)
        return [(f"  {spots[0].sign}…{spots[-1].rank}", SEVERITY_STYLES[gravest])]

    def painted(self, spots: Iterable[Standing]) -> list[tuple[str, str]]:
        """Their signs, each in the colour of its severity."""
        return [(f"  {spot.sign}", SEVERITY_STYLES[spot.finding.severity]) for spot in spots]


@dataclass(frozen=True, slots=True)
class Told:
    """What a tree tells: a chain of a catalogue, the findings on it, in the words of a language."""

    chain: Chain
    catalogue: Catalogue
    signs: Signs
    spoken: Words
