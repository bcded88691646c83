"""Which papers bring the data of which needs (semantics.md 1.5, Materials; 1.8, carried)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from govchain.compiler.alternatives import fact_of
from govchain.compiler.conditions import ALWAYS, Condition
from govchain.compiler.expansion import ChainMaterial, ChainStep, are_within_reach
from govchain.compiler.needs import Need
from govchain.compiler.scenarios import Scenarios

Place: TypeAlias = tuple[tuple[str, ...], str]
"""Where materials are looked for: the alternatives of a need, and the reach of its step."""

Kind: TypeAlias = tuple[tuple[str, ...], Condition, str]
"""What materials alike have in common: alternatives, guard and reach."""


class Met:
    """What each kind of material meets, as far as it was asked for: the same in all chains that
    have the same needs in the same order."""

    def __init__(self) -> None:
        self.needs_by_data: dict[str, list[Need]] = {}
        self.at_hand: dict[Kind, tuple[Need, ...]] = {}
        self.by_alternative: dict[tuple[Kind, str], tuple[Need, ...]] = {}
        self.by_any: dict[Kind, tuple[Need, ...]] = {}


class Meeting:
    """The materials and the needs of a chain, held against each other.

    Materials of the same alternatives, asked for in the same case and at hand in the same place
    meet the same needs: that is worked out for the first of them, and holds for all.
    """

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
        self._known_to_meet: dict[ChainMaterial, frozenset[Need]] = {}
        self._at_hand: dict[Place, tuple[ChainMaterial, ...]] = {}
        self._kinds_at_hand: dict[Place, tuple[ChainMaterial, ...]] = {}
        self._bringing: dict[tuple[ChainMaterial, ...], tuple[ChainMaterial, ...]] = {}
        self._guards: dict[Place, Counter[Condition]] = {}
        self._any: dict[tuple[Condition, ...], Condition] = {}
        self._needs_of_data: dict[str, tuple[Need, ...]] = {}
        self._needs_by_data = met.needs_by_data
        for need in needs if not met.needs_by_data else ():
            for data in need.alternatives:
                met.needs_by_data.setdefault(data, []).append(need)
        self._materials_by_data: dict[str, list[ChainMaterial]] = {}
        self._first_alike: dict[ChainMaterial, ChainMaterial] = {}
        first: dict[Kind, ChainMaterial] = {}
        for material in materials:
            self._first_alike[material] = first.setdefault(_kind(material), material)
            for data in material.alternatives:
                self._materials_by_data.setdefault(data, []).append(material)

    def needs_met_by(self, material: ChainMaterial) -> tuple[Need, ...]:
        """needs(M): those that the material meets and that can arise together with it."""
        kind, met = _kind(material), self._met.by_any
        if kind not in met:
            met[kind] = self._find_met_by(material)
        return met[kind]

    def meets(self, material: ChainMaterial, need: Need) -> bool:
        """The need is among those that the material meets."""
        kind = self.kind_of(material)
        if kind not in self._known_to_meet:
            self._known_to_meet[kind] = frozenset(self.needs_met_by(kind))
        return need in self._known_to_meet[kind]

    def kind_of(self, material: ChainMaterial) -> ChainMaterial:
        """The first of the materials that meet what this one meets."""
        return self._first_alike.get(material, material)

    def _find_met_by(self, material: ChainMaterial) -> tuple[Need, ...]:
        """The needs that the material meets, in their order."""
        if len(material.alternatives) == 1:
            return self.needs_met_by_alternative(material, material.alternatives[0])
        met = {
            need
            for data in material.alternatives
            for need in self.needs_met_by_alternative(material, data)
        }
        return tuple(sorted(met, key=self._positions.__getitem__))

    def needs_met_by_alternative(self, material: ChainMaterial, data: str) -> tuple[Need, ...]:
        """needs(M, x): those that it meets where the applicant brings this alternative of it."""
        key, met = (_kind(material), data), self._met.by_alternative
        if key not in met:
            asked = self.when_brought(material, data)
            brought_instead = frozenset(material.alternatives) - {data}
            met[key] = tuple(
                need
                for need in self._needs_meeting(material)
                if need.data not in brought_instead
                if self._scenarios.is_possible(asked, self._steps[need.step].guard, need.guard)
            )
        return met[key]

    def when_brought(self, material: ChainMaterial, data: str) -> Condition:
        """When the material is asked for and the applicant brings this alternative of it."""
        if len(material.alternatives) == 1:
            return material.guard
        chosen = self._scenarios.chosen(fact_of(material.alternatives), data)
        return self._scenarios.both(material.guard, chosen)

    def needs_of_data(self, data: str) -> tuple[Need, ...]:
        """The needs of the data, in chain order."""
        if data not in self._needs_of_data:
            self._needs_of_data[data] = tuple(
                need for need in self._needs_by_data.get(data, ()) if need.data == data
            )
        return self._needs_of_data[data]

    def needs_meeting(self, data: str) -> Sequence[Need]:
        """The needs for which the data would do, in chain order."""
        return self._needs_by_data.get(data, ())

    def materials_meeting(self, need: Need) -> tuple[ChainMaterial, ...]:
        """The materials that share an alternative with the need and are at hand there."""
        key = self._place_of(need)
        if key not in self._at_hand:
            found = (m for data in key[0] for m in self._materials_by_data.get(data, ()))
            self._at_hand[key] = tuple(
                m for m in dict.fromkeys(found) if are_within_reach(m.reach, key[1])
            )
        return self._at_hand[key]

    def materials_bringing(self, need: Need) -> tuple[ChainMaterial, ...]:
        """Of the materials that meet the need those that can be asked for when it arises."""
        key = self._place_of(need)
        if key not in self._kinds_at_hand:
            kinds = dict.fromkeys(self.kind_of(m) for m in self.materials_meeting(need))
            self._kinds_at_hand[key] = tuple(kinds)
        bringing = tuple(kind for kind in self._kinds_at_hand[key] if self.meets(kind, need))
        if bringing not in self._bringing:
            kinds = dict.fromkeys(bringing)
            self._bringing[bringing] = tuple(
                m for m in self.materials_meeting(need) if self.kind_of(m) in kinds
            )
        return self._bringing[bringing]

    def is_carried(self, need: Need, without: ChainMaterial | None = None) -> bool:
        """Materials that meet the need are asked for whenever it arises.

        `without`: were this one of them not asked for.
        """
        key = self._place_of(need)
        if key not in self._guards:
            self._guards[key] = Counter(m.guard for m in self.materials_meeting(need))
        guards = self._guards[key]
        asked = tuple(guards)
        if without is not None and guards[without.guard] == 1:
            asked = tuple(guard for guard in asked if guard != without.guard)
        if not asked:
            return False
        premises = self._steps[need.step].guard, need.guard
        return self._scenarios.all_imply(premises, self._when_any(asked))

    def _place_of(self, need: Need) -> Place:
        return need.alternatives, self._steps[need.step].reach

    def _when_any(self, guards: tuple[Condition, ...]) -> Condition:
        """When one of the materials with these guards is asked for."""
        if ALWAYS in guards:
            return ALWAYS
        if guards not in self._any:
            self._any[guards] = self._scenarios.either(guards)
        return self._any[guards]

    def _needs_meeting(self, material: ChainMaterial) -> tuple[Need, ...]:
        """The needs that share an alternative with the material, where it is at hand."""
        kind, met = _kind(material), self._met.at_hand
        if kind not in met:
            found = (n for data in material.alternatives for n in self._needs_by_data.get(data, ()))
            met[kind] = tuple(
                need
                for need in dict.fromkeys(found)
                if are_within_reach(material.reach, self._steps[need.step].reach)
            )
        return met[kind]


def _kind(material: ChainMaterial) -> Kind:
    return material.alternatives, material.guard, material.reach
