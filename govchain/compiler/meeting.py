"""Which papers bring the data of which needs (semantics.md 1.5, Materials; 1.8, carried)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from govchain.compiler.alternatives import fact_of
from govchain.compiler.conditions import Condition
from govchain.compiler.expansion import ChainMaterial, ChainStep, are_within_reach
from govchain.compiler.needs import Need
from govchain.compiler.scenarios import Scenarios

Met: TypeAlias = dict[tuple[ChainMaterial, str], tuple[Need, ...]]
"""needs(M, x), by material and alternative, as far as they were asked for."""


class Meeting:
    """The materials and the needs of a chain, held against each other."""

    def __init__(
        self,
        materials: Iterable[ChainMaterial],
        needs: Sequence[Need],
        steps: Mapping[str, ChainStep],
        scenarios: Scenarios,
        met: Met,
    ) -> None:
        """`met`: what is known already, kept up with what is asked."""
        self._positions = {need: position for position, need in enumerate(needs)}
        self._steps = steps
        self._scenarios = scenarios
        self._met = met
        self._met_by_any: dict[ChainMaterial, Mapping[Need, int]] = {}
        self._at_hand: dict[tuple[tuple[str, ...], str], tuple[ChainMaterial, ...]] = {}
        self._any: dict[tuple[ChainMaterial, ...], Condition] = {}
        self._needs_by_data: dict[str, list[Need]] = {}
        for need in needs:
            for data in need.alternatives:
                self._needs_by_data.setdefault(data, []).append(need)
        self._materials_by_data: dict[str, list[ChainMaterial]] = {}
        for material in materials:
            for data in material.alternatives:
                self._materials_by_data.setdefault(data, []).append(material)

    def needs_met_by(self, material: ChainMaterial) -> tuple[Need, ...]:
        """needs(M): those that the material meets and that can arise together with it."""
        return tuple(self._met_by(material))

    def meets(self, material: ChainMaterial, need: Need) -> bool:
        """The need is among those that the material meets."""
        return need in self._met_by(material)

    def _met_by(self, material: ChainMaterial) -> Mapping[Need, int]:
        """The needs that the material meets, in their order, with their positions."""
        if material not in self._met_by_any:
            met = {
                need: self._positions[need]
                for data in material.alternatives
                for need in self.needs_met_by_alternative(material, data)
            }
            self._met_by_any[material] = dict(sorted(met.items(), key=lambda known: known[1]))
        return self._met_by_any[material]

    def needs_met_by_alternative(self, material: ChainMaterial, data: str) -> tuple[Need, ...]:
        """needs(M, x): those that it meets where the applicant brings this alternative of it."""
        key = (material, data)
        if key not in self._met:
            asked = self.when_brought(material, data)
            self._met[key] = tuple(
                need
                for need in self._needs_meeting(material)
                if need.data == data or need.data not in material.alternatives
                if self._scenarios.is_possible(asked, self._steps[need.step].guard, need.guard)
            )
        return self._met[key]

    def when_brought(self, material: ChainMaterial, data: str) -> Condition:
        """When the material is asked for and the applicant brings this alternative of it."""
        if len(material.alternatives) == 1:
            return material.guard
        chosen = self._scenarios.chosen(fact_of(material.alternatives), data)
        return self._scenarios.both(material.guard, chosen)

    def needs_of_data(self, data: str) -> tuple[Need, ...]:
        """The needs of the data, in chain order."""
        return tuple(need for need in self._needs_by_data.get(data, ()) if need.data == data)

    def materials_meeting(self, need: Need) -> tuple[ChainMaterial, ...]:
        """The materials that share an alternative with the need and are at hand there."""
        key = (need.alternatives, self._steps[need.step].reach)
        if key not in self._at_hand:
            found = (m for data in key[0] for m in self._materials_by_data.get(data, ()))
            self._at_hand[key] = tuple(
                m for m in dict.fromkeys(found) if are_within_reach(m.reach, key[1])
            )
        return self._at_hand[key]

    def is_carried(self, need: Need, without: ChainMaterial | None = None) -> bool:
        """Materials that meet the need are asked for whenever it arises.

        `without`: were this one not asked for.
        """
        meeting = self.materials_meeting(need)
        if without is not None:
            meeting = tuple(material for material in meeting if material is not without)
        if not meeting:
            return False
        premises = self._steps[need.step].guard, need.guard
        return self._scenarios.all_imply(premises, self._when_any(meeting))

    def _when_any(self, materials: tuple[ChainMaterial, ...]) -> Condition:
        """When one of the materials is asked for."""
        if materials not in self._any:
            self._any[materials] = self._scenarios.either(m.guard for m in materials)
        return self._any[materials]

    def _needs_meeting(self, material: ChainMaterial) -> tuple[Need, ...]:
        """The needs that share an alternative with the material, where it is at hand."""
        found = (n for data in material.alternatives for n in self._needs_by_data.get(data, ()))
        return tuple(
            need
            for need in dict.fromkeys(found)
            if are_within_reach(material.reach, self._steps[need.step].reach)
        )
