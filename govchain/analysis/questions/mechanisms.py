"""The agreed working mechanisms (协同机制): whom they bind, for which matters, when to answer.

semantics.md section 2, "Collaboration": unagreed-handover, open-consultation. A mechanism binds the
departments that it names and those within them.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from govchain.analysis.questions.doubt import registry_is_known
from govchain.analysis.questions.timing import leaves_answer_open
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainStep


class Mechanisms:
    """All of a catalogue; sets of them are kept as whole numbers, a bit for each."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._network = catalogue.network
        self._all = catalogue.registry.collaborations
        self._naming: dict[str, int] = {}
        self._of_matters: dict[str, int] = {}
        self._of_any_matter = 0
        self._answering = 0
        for number, mechanism in enumerate(self._all):
            for id in mechanism.between:
                self._naming[id] = self._naming.get(id, 0) | 1 << number
            for id in mechanism.matters:
                self._of_matters[id] = self._of_matters.get(id, 0) | 1 << number
            if not mechanism.matters:
                self._of_any_matter |= 1 << number
            if mechanism.answer_within is not None:
                self._answering |= 1 << number
        self._binding = cache(self._find_binding)
        self.departments_for = cache(self._find_departments)
        """Whom those that name one of the matters name."""

    def are_recorded_for(self, matters: Iterable[str]) -> bool:
        """One of them names one of the matters: then others of it are not just unwritten."""
        return any(id in self._of_matters for id in matters)

    def bind_both(self, one: str, other: str, matters: Iterable[str]) -> bool:
        """One that is for one of the matters binds both departments."""
        return bool(self._binding(one) & self._binding(other) & self._for(matters))

    def owe_answer(self, department: str, matters: Iterable[str]) -> bool:
        """One that is for one of the matters binds the department, and says when to answer."""
        return bool(self._binding(department) & self._answering & self._for(matters))

    def _for(self, matters: Iterable[str]) -> int:
        found = self._of_any_matter
        for id in matters:
            found |= self._of_matters.get(id, 0)
        return found

    def _find_departments(self, matters: tuple[str, ...]) -> frozenset[str]:
        naming = (m for m in self._all if not set(m.matters).isdisjoint(matters))
        return frozenset(id for mechanism in naming for id in mechanism.between)

    def _find_binding(self, department: str) -> int:
        found = 0
        for id in self._network.above(department):
            found |= self._naming.get(id, 0)
        return found


def mechanisms_of(catalogue: Catalogue) -> Mechanisms | None:
    """The mechanisms of the catalogue; None where one of them may have been lost."""
    return catalogue.once(Mechanisms) if registry_is_known(catalogue) else None


def leaves_consultation_open(step: ChainStep, chain: Chain, catalogue: Catalogue) -> bool:
    """It asks other offices and has no time, and none of them has agreed to answer by a day."""
    if step.department is None or not leaves_answer_open(step.written, step.matter):
        return False
    mechanisms = mechanisms_of(catalogue)
    matters = (chain.matter.id, step.matter.id)
    return mechanisms is not None and not any(
        mechanisms.owe_answer(id, matters) for id in (step.department, *step.written.with_)
    )


def should_agree(one: str, other: str, chain: Chain) -> bool:
    """Both are public, and neither belongs to the other, as far as is known."""
    network, departments = chain.network, chain.registry.departments
    if network.is_within(one, other) or network.is_within(other, one):
        return False
    return all(departments[id].is_public and network.is_certain(id) for id in (one, other))
