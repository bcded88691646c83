"""Which checks are attested: data that the chain has anyway proves what they would find.

semantics.md section 2, "Approvals": attested by data e.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from govchain.analysis.questions.approvals import Approvals
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.expansion import ChainStep
from govchain.compiler.needs import Need
from govchain.compiler.supply import SupplyState


@dataclass(frozen=True, slots=True)
class Attestation:
    """A criterion is checked at a step though data that the chain has at `at` proves it."""

    criterion: str
    data: str
    at: str


class Attestations:
    """What the needs of a chain prove."""

    def __init__(self, approvals: Approvals, catalogue: Catalogue) -> None:
        chain = approvals.chain
        self._approvals = approvals
        self._chain = chain
        self._catalogue = catalogue
        self._proving: dict[str, list[Need]] = {}
        for need in chain.all_needs:
            for criterion in self._attested_by(need):
                self._proving.setdefault(criterion, []).append(need)

    def before(self, step: ChainStep, criterion: str) -> Attestation | None:
        """The criterion is attested by data that was needed before the step."""
        proving = self._proving.get(criterion, ())
        earlier = [need for need in proving if self._precedes(need, step)]
        return self._attestation(step, criterion, earlier)

    def by_then(self, step: ChainStep, criterion: str) -> Attestation | None:
        """The criterion is attested by data that was needed before the step or is needed at it."""
        proving = self._proving.get(criterion, ())
        here = [n for n in proving if n.step == step.id or self._precedes(n, step)]
        return self._attestation(step, criterion, here)

    def _attestation(
        self, step: ChainStep, criterion: str, proving: Sequence[Need]
    ) -> Attestation | None:
        """By the first of these needs that always arises, of data that the office does not hold."""
        if not proving or not self._approvals.may_be_superfluous(step, criterion):
            return None
        if self._is_disturbed_until(step, criterion):
            return None
        for need in proving:
            if (
                self._approvals.has(need.step)
                and self._always_arises(need, step)
                and not self._approvals.holds(step, need.data)
            ):
                return Attestation(criterion, need.data, need.step)
        return None

    def _attested_by(self, need: Need) -> frozenset[str]:
        """The criteria that the needed data proves, where it really arrives from outside."""
        data = need.data
        if (
            not need.is_single
            or self._chain.step(need.step).is_unassigned
            or self._chain.producers_of(data)
            or not self._arrives(need)
        ):
            return frozenset()
        return frozenset(
            criterion
            for criterion in self._catalogue.attested_by(data, self._chain)
            if data not in self._chain.criterion(criterion).uses
        )

    def _arrives(self, need: Need) -> bool:
        """The data is there, and not only the applicant's word for it."""
        state = self._chain.supply_of(need).state
        if state is SupplyState.DECLARED:
            return self._chain.data(need.data).is_declared
        return state is not SupplyState.MISSING

    def _precedes(self, need: Need, step: ChainStep) -> bool:
        return self._chain.order.is_before(need.step, step.id)

    def _always_arises(self, need: Need, step: ChainStep) -> bool:
        scenarios = self._chain.scenarios
        takes_place = scenarios.implies(step.guard, self._chain.step(need.step).guard)
        return takes_place and scenarios.implies(step.guard, need.guard)

    def _is_disturbed_until(self, step: ChainStep, criterion: str) -> bool:
        """Some other step that can take place before the step is over disturbs the criterion."""
        return any(
            middle.id != step.id
            and not self._chain.order.is_before(step.id, middle.id)
            and self._chain.can_coincide(middle.id, step.id)
            for middle in self._approvals.disturbing(criterion)
        )
