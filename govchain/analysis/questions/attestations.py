"""Which checks are attested: data that the chain has anyway proves what they would find.

semantics.md section 2, "Approvals": attested by data e.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

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
        self._approvals = approvals
        self._chain = approvals.chain
        self._catalogue = catalogue

    @cached_property
    def _proving(self) -> dict[str, list[Need]]:
        """Of each criterion that is attested the needs that prove it, in chain order."""
        proving: dict[str, list[Need]] = {}
        for need in self._chain.all_needs:
            for criterion in self._attested_by(need):
                proving.setdefault(criterion, []).append(need)
        return proving

    def before(self, step: ChainStep, criterion: str) -> Attestation | None:
        """The criterion is attested by data that was needed before the step."""
        return self._attestation(step, criterion, self._precedes)

    def by_then(self, step: ChainStep, criterion: str) -> Attestation | None:
        """The criterion is attested by data that was needed before the step or is needed at it."""
        return self._attestation(
            step, criterion, lambda need, step: need.step == step.id or self._precedes(need, step)
        )

    def _attestation(
        self, step: ChainStep, criterion: str, is_in_time: Callable[[Need, ChainStep], bool]
    ) -> Attestation | None:
        """By the first need in time that always arises, of data that the office does not hold."""
        proving = self._proving.get(criterion, ())
        if not proving or not self._approvals.may_be_superfluous(step, criterion):
            return None
        effort = self._chain.effort
        for need in proving:
            effort.spend(1)
            if effort.is_spent:
                return None
            if (
                is_in_time(need, step)
                and self._approvals.has(need.step)
                and not self._approvals.holds(step, need.data)
                and self._always_arises(need, step)
            ):
                is_undisturbed = not self._is_disturbed_until(step, criterion)
                return Attestation(criterion, need.data, need.step) if is_undisturbed else None
        return None

    def _attested_by(self, need: Need) -> frozenset[str]:
        """The criteria that the needed data proves, where it really arrives from outside."""
        data = need.data
        attested = self._catalogue.attested_by(data, self._chain)
        if (
            not attested
            or not need.is_single
            or self._chain.step(need.step).is_unassigned
            or self._chain.producers_of(data)
            or not self._arrives(need)
        ):
            return frozenset()
        return frozenset(
            criterion for criterion in attested if data not in self._chain.criterion(criterion).uses
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
        for middle in self._approvals.disturbing(criterion):
            self._chain.effort.spend(1)
            if (
                middle.id != step.id
                and not self._chain.order.is_before(step.id, middle.id)
                and self._chain.can_coincide(middle.id, step.id)
            ):
                return True
        return False
