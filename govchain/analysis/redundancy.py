"""Which checks are repeated or attested, and which approvals are redundant.

semantics.md section 2, "Approvals". Decided one step after another in chain order: a step found
redundant is gone for the rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainStep
from govchain.compiler.needs import Need
from govchain.compiler.supply import SupplyState


@dataclass(frozen=True, slots=True)
class Repetition:
    """A criterion is checked at `step` though `keeper` checks it and is the one to do so."""

    criterion: str
    step: str
    keeper: str


@dataclass(frozen=True, slots=True)
class Attestation:
    """A criterion is checked at a step though data that the chain has at `at` proves it."""

    criterion: str
    data: str
    at: str


Proof = Repetition | Attestation


@dataclass(slots=True)
class Redundancy:
    """What was found of one chain: redundant steps with a proof for each of their checks, and
    the repeated and attested checks of the steps that remain."""

    redundant: dict[str, tuple[Proof, ...]] = field(default_factory=dict)
    repeated: dict[tuple[str, str], Repetition] = field(default_factory=dict)
    attested: dict[tuple[str, str], Attestation] = field(default_factory=dict)

    def is_superfluous(self, need: Need) -> bool:
        """The need's step is redundant, or only superfluous checks bring the need."""
        if need.step in self.redundant:
            return True
        return bool(need.criteria) and all(
            (need.step, criterion) in self.repeated or (need.step, criterion) in self.attested
            for criterion in need.criteria
        )


def redundancy_of(chain: Chain, catalogue: Catalogue) -> Redundancy:
    """The redundancy of a chain, worked out once."""
    return chain.once(_find_redundancy, catalogue)


def _find_redundancy(chain: Chain, catalogue: Catalogue) -> Redundancy:
    before = chain.before
    is_known = before is not None and before.has_answered(_find_redundancy, catalogue)
    if before is not None and is_known and _rests_on_the_same(chain, before):
        return redundancy_of(before, catalogue)
    bench = _Bench(chain, catalogue)
    found = Redundancy()
    if not chain.is_described:
        return found
    for step in chain.steps:
        if bench.may_go(step) and (proofs := bench.proofs_for(step)):
            found.redundant[step.id] = proofs
            bench.remove(step)
    for step in bench.approvals():
        for criterion in step.checks:
            if repetition := bench.repetition(step, criterion):
                found.repeated[step.id, criterion] = repetition
            elif attestation := bench.attestation(step, criterion, at_step_too=True):
                found.attested[step.id, criterion] = attestation
    return found


def _rests_on_the_same(chain: Chain, before: Chain) -> bool:
    """The mend left alone all that redundancy depends on: order, checks, what is missing."""
    return (
        chain.order is before.order
        and all(step.checks == before.step(step.id).checks for step in chain.steps)
        and _missing(chain) == _missing(before)
    )


def _missing(chain: Chain) -> set[tuple[str, str]]:
    return {
        (need.step, need.subject)
        for need in chain.all_needs
        if chain.supply_of(need).state is SupplyState.MISSING
    }


class _Bench:
    """The approvals of a chain that are still there, while they are judged one by one."""

    def __init__(self, chain: Chain, catalogue: Catalogue) -> None:
        self._chain = chain
        self._catalogue = catalogue
        self._gone: set[str] = set()
        self._disturbers: dict[str, list[ChainStep]] = {}
        self._checking: dict[str, list[ChainStep]] = {}
        self._altering = [step for step in chain.steps if step.alters]
        self._made_here = {data for step in chain.steps for data in step.written.produces}
        for step in chain.steps:
            for criterion in step.checks:
                self._checking.setdefault(criterion, []).append(step)
        self._proving: dict[str, list[Need]] = {}
        for need in chain.all_needs:
            for criterion in self._attested_by(need):
                self._proving.setdefault(criterion, []).append(need)

    def approvals(self) -> Iterator[ChainStep]:
        """Approval-like steps that are left and that somebody answers for, in chain order."""
        return (
            step
            for step in self._chain.steps
            if step.is_approval and step.department is not None and step.id not in self._gone
        )

    def remove(self, step: ChainStep) -> None:
        self._gone.add(step.id)

    def may_go(self, step: ChainStep) -> bool:
        """Approval-like, with checks, makes nothing, is followed, is not the last decision."""
        return (
            step.is_approval
            and step.department is not None
            and bool(step.checks)
            and not step.alters
            and not step.written.doubtful
            and bool(self._chain.order.followers(step.id))
            and not (step.is_decision and self._is_last_decision(step))
        )

    def proofs_for(self, step: ChainStep) -> tuple[Proof, ...]:
        """For each check why it is not needed here; none where one of them is needed."""
        proofs: list[Proof] = []
        for criterion in step.checks:
            proof = self.repetition(step, criterion) or self.attestation(step, criterion)
            if proof is None:
                return ()
            proofs.append(proof)
        return tuple(proofs)

    def repetition(self, step: ChainStep, criterion: str) -> Repetition | None:
        """The criterion is repeated at the step, by an earlier or a later one that keeps it."""
        if step.written.independent or self._chain.criterion(criterion).doubtful:
            return None
        for other in self._checking[criterion]:
            if self._is_repeated_after(other, step, criterion) or self._is_repeated_before(
                step, other, criterion
            ):
                return Repetition(criterion, step.id, other.id)
        return None

    def attestation(
        self, step: ChainStep, criterion: str, *, at_step_too: bool = False
    ) -> Attestation | None:
        """The criterion is attested by data needed before the step (or at it)."""
        proving = self._proving.get(criterion, ())
        if not proving or step.written.independent or self._chain.criterion(criterion).doubtful:
            return None
        if self._is_disturbed_until(step, criterion):
            return None
        for need in proving:
            at_step = need.step == step.id
            if (
                need.step not in self._gone
                and (at_step_too if at_step else self._precedes(need, step))
                and self._always_arises(need, step)
                and not self._holds(step, need.data)
            ):
                return Attestation(criterion, need.data, need.step)
        return None

    def _is_repeated_after(self, earlier: ChainStep, step: ChainStep, criterion: str) -> bool:
        """Repeated at `step` by `earlier`, which keeps it; nothing disturbs it in between."""
        return (
            self._are_comparable(earlier, step)
            and self._keeper(earlier, step, criterion) is earlier
            and self._is_public(earlier)
            and not any(
                self._chain.can_come_between(middle.id, earlier.id, step.id)
                for middle in self._disturbing(criterion)
            )
        )

    def _is_repeated_before(self, step: ChainStep, later: ChainStep, criterion: str) -> bool:
        """Repeated at `step` by `later`, which keeps it; nothing is decided in between."""
        return (
            not later.written.independent
            and self._are_comparable(step, later)
            and self._keeper(step, later, criterion) is later
            and self._is_public(later)
            and self._chain.scenarios.implies(step.guard, later.guard)
            and not any(
                self._chain.can_come_between(middle.id, step.id, later.id)
                for middle in self._altering
            )
        )

    def _are_comparable(self, earlier: ChainStep, later: ChainStep) -> bool:
        """Both hold the case up, one always before the other, and not by design two looks.

        Examination and decision of one office are to be separate; paper and place are two looks.
        """
        return (
            earlier.id != later.id
            and earlier.is_approval
            and later.is_approval
            and earlier.id not in self._gone
            and later.id not in self._gone
            and not (
                earlier.department == later.department and earlier.is_decision != later.is_decision
            )
            and (earlier.kind == "inspect") == (later.kind == "inspect")
            and self._chain.is_always_before(earlier.id, later.id)
        )

    def _keeper(self, earlier: ChainStep, later: ChainStep, criterion: str) -> ChainStep | None:
        """Who keeps a check that both make: who owns its data, then who answers for the decision.

        Nobody, where neither owns the data and no decision of their matter is at stake: to rely on
        the other would be to rely on somebody who does not know either.
        """
        owns = self._owns(earlier, criterion), self._owns(later, criterion)
        if owns[0] != owns[1]:
            return earlier if owns[0] else later
        answers = self._answers_for(earlier, criterion), self._answers_for(later, criterion)
        uses_data = bool(self._chain.criterion(criterion).uses)
        if uses_data and not any(owns):
            is_one_matter = (earlier.reach, earlier.matter.id) == (later.reach, later.matter.id)
            if earlier.department != later.department and not (is_one_matter and any(answers)):
                return None
        return later if answers[1] and not answers[0] else earlier

    def _owns(self, step: ChainStep, criterion: str) -> bool:
        """The step's department is within the holder of all data the criterion uses."""
        uses = self._chain.criterion(criterion).uses
        return bool(uses) and all(self._holds(step, data) for data in uses)

    def _holds(self, step: ChainStep, data: str) -> bool:
        holder = self._chain.data(data).holder
        if holder is None or step.department is None:
            return False
        return self._chain.network.is_within(step.department, holder)

    def _answers_for(self, step: ChainStep, criterion: str) -> bool:
        """A decision step of its department, written in its matter, checks the criterion."""
        return any(
            other.department == step.department
            and other.matter.id == step.matter.id
            and other.is_decision
            and other.id not in self._gone
            for other in self._checking[criterion]
        )

    def _is_public(self, step: ChainStep) -> bool:
        known = self._chain.registry.departments.get(step.department or "")
        return known is not None and known.is_public

    def _is_last_decision(self, step: ChainStep) -> bool:
        """No other decision step written in its matter is left."""
        return not any(
            other.is_decision
            and not other.is_unassigned
            and other.matter.id == step.matter.id
            and other.id != step.id
            and other.id not in self._gone
            for other in self._chain.steps
        )

    def _attested_by(self, need: Need) -> frozenset[str]:
        """The criteria that the needed data proves, where it really arrives from outside."""
        data = need.data
        if (
            not need.is_single
            or self._chain.step(need.step).is_unassigned
            or data in self._made_here
            or self._chain.supply_of(need).state is SupplyState.MISSING
        ):
            return frozenset()
        return frozenset(
            criterion
            for criterion in self._catalogue.attested_by(data, self._chain)
            if data not in self._chain.criterion(criterion).uses
        )

    def _precedes(self, need: Need, step: ChainStep) -> bool:
        return self._chain.order.is_before(need.step, step.id)

    def _always_arises(self, need: Need, step: ChainStep) -> bool:
        scenarios = self._chain.scenarios
        arises = scenarios.both(self._chain.step(need.step).guard, need.guard)
        return scenarios.implies(step.guard, arises)

    def _is_disturbed_until(self, step: ChainStep, criterion: str) -> bool:
        """Some other step that can take place before the step is over disturbs the criterion."""
        return any(
            middle.id != step.id
            and not self._chain.order.is_before(step.id, middle.id)
            and self._chain.can_coincide(middle.id, step.id)
            for middle in self._disturbing(criterion)
        )

    def _disturbing(self, criterion: str) -> list[ChainStep]:
        """The steps that produce or change data the criterion uses."""
        if criterion not in self._disturbers:
            self._disturbers[criterion] = [
                step for step in self._altering if self._chain.disturbs(step.id, criterion)
            ]
        return self._disturbers[criterion]
