"""Which checks are repeated or attested, and which approvals are redundant.

semantics.md section 2, "Approvals". Decided one step after another in chain order: a step found
redundant is gone for the rest.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from govchain.analysis.approvals import Approvals
from govchain.analysis.attestations import Attestation, Attestations
from govchain.analysis.repetitions import Repetition, repetition_at
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainStep, NeedKey
from govchain.compiler.needs import Need
from govchain.compiler.supply import SupplyState

Verdict = Repetition | Attestation
"""Why a check is not needed where it is made."""


@dataclass(slots=True)
class Redundancy:
    """What was found of one chain: redundant steps with a verdict on each of their checks, and
    the repeated and attested checks of the steps that remain."""

    redundant: dict[str, tuple[Verdict, ...]] = field(default_factory=dict)
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
    if not any(step.checks for step in chain.expansion.steps.values()):
        return Redundancy()
    before = chain.before
    is_known = before is not None and before.has_answered(_find_redundancy, catalogue)
    if before is not None and is_known and _rests_on_the_same(chain, before):
        return redundancy_of(before, catalogue)
    return _judged(chain, catalogue) if chain.is_described else Redundancy()


def _judged(chain: Chain, catalogue: Catalogue) -> Redundancy:
    approvals = Approvals(chain)
    attestations = Attestations(approvals, catalogue)
    found = Redundancy()
    for step in chain.steps:
        if chain.effort.is_spent:
            return Redundancy()
        if approvals.may_go(step) and (verdicts := _verdicts_on(step, approvals, attestations)):
            found.redundant[step.id] = verdicts
            approvals.remove(step)
    for step in approvals.left():
        if chain.effort.is_spent:
            return Redundancy()
        for criterion in step.checks:
            if repetition := repetition_at(step, criterion, approvals):
                found.repeated[step.id, criterion] = repetition
            elif attestation := attestations.by_then(step, criterion):
                found.attested[step.id, criterion] = attestation
    return found


def _verdicts_on(
    step: ChainStep, approvals: Approvals, attestations: Attestations
) -> tuple[Verdict, ...]:
    """For each check of the step why it is not needed there; none where one of them is needed."""
    verdicts: list[Verdict] = []
    for criterion in step.checks:
        verdict = repetition_at(step, criterion, approvals) or attestations.before(step, criterion)
        if verdict is None:
            return ()
        verdicts.append(verdict)
    return tuple(verdicts)


def _rests_on_the_same(chain: Chain, before: Chain) -> bool:
    """The mend left alone all that redundancy depends on: order, checks, what is missing."""
    return (
        chain.order is before.order
        and all(step.checks == before.step(step.id).checks for step in chain.steps)
        and _missing(chain) == _missing(before)
    )


def _missing(chain: Chain) -> set[NeedKey]:
    return {
        need.key for need in chain.all_needs if chain.supply_of(need).state is SupplyState.MISSING
    }
