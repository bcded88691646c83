"""Which checks are repeated or attested, and which approvals are redundant.

semantics.md section 2, "Approvals". Decided one step after another in chain order: a step found
redundant is gone for the rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from govchain.analysis.questions.approvals import Approvals
from govchain.analysis.questions.attestations import Attestation, Attestations
from govchain.analysis.questions.repetitions import Repetition, repetition_at
from govchain.analysis.questions.touched_verdicts import steps_judged_anew
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainStep
from govchain.compiler.needs import Need

Verdict = Repetition | Attestation
"""Why a check is not needed where it is made."""

Redundant: TypeAlias = "dict[str, tuple[Verdict, ...]]"
"""Steps, with a verdict on each of their checks."""


@dataclass(frozen=True, slots=True)
class KeptVerdicts:
    """The redundant steps before a mend, and the steps that have to be judged anew after it."""

    redundant: Redundant
    touched: frozenset[str]


class Redundancy:
    """What is redundant in one chain: whole steps, and single checks of the steps that remain.

    Each is judged when it is first asked for: what a mend changes is often asked about one of
    them alone.
    """

    def __init__(
        self, chain: Chain, catalogue: Catalogue, kept: KeptVerdicts | None = None
    ) -> None:
        """`kept`: what was found before a mend."""
        self._chain = chain
        self._catalogue = catalogue
        self._kept = kept
        self._found: dict[tuple[str, str], Verdict | None] = {}

    @cached_property
    def redundant(self) -> Redundant:
        """The redundant steps in chain order, with a verdict on each of their checks."""
        redundant: Redundant = {}
        kept = self._kept
        for step in self._chain.steps if self._may_be_judged else ():
            if self._chain.effort.is_spent:
                return {}
            known = kept.redundant.get(step.id, ()) if kept else ()
            verdicts = known
            if kept is None or step.id in kept.touched:
                verdicts = self._verdicts_on(step)
                if bool(verdicts) is not bool(known):
                    kept = None  # whether it is gone bears on all that are judged after it
            if verdicts:
                redundant[step.id] = verdicts
                self._approvals.remove(step)
        return redundant

    def _verdicts_on(self, step: ChainStep) -> tuple[Verdict, ...]:
        """For each check of the step why it is not needed there; none where it has to stay."""
        if not self._approvals.may_go(step):
            return ()
        return _verdicts_on(step, self._approvals, self._attestations)

    def kept_but(self, touched: frozenset[str]) -> KeptVerdicts | None:
        """What is found so far and holds but for the touched steps; None where nothing is."""
        if "redundant" in vars(self):
            return KeptVerdicts(self.redundant, touched)
        known = self._kept
        return known and KeptVerdicts(known.redundant, known.touched | touched)

    @cached_property
    def repeated(self) -> dict[tuple[str, str], Repetition]:
        """The checks that are repeated at steps that remain, with who keeps them."""
        found = self._superfluous_checks()
        return {at: verdict for at, verdict in found if isinstance(verdict, Repetition)}

    @cached_property
    def attested(self) -> dict[tuple[str, str], Attestation]:
        """The other checks of steps that remain that data attests, with the data."""
        found = self._superfluous_checks()
        return {at: verdict for at, verdict in found if isinstance(verdict, Attestation)}

    def why_superfluous(self, step: str, criterion: str) -> Verdict | None:
        """Why the check is not needed at the step, which remains; None where it is needed, or
        the step is gone or does not make it."""
        at = step, criterion
        if at not in self._found:
            self._found[at] = self._judge(step, criterion)
        return self._found[at]

    def is_superfluous(self, need: Need) -> bool:
        """The need's step is redundant, or only superfluous checks bring the need."""
        if need.step in self.redundant:
            return True
        return bool(need.criteria) and all(
            self.why_superfluous(need.step, criterion) for criterion in need.criteria
        )

    def _superfluous_checks(self) -> Iterator[tuple[tuple[str, str], Verdict]]:
        """Of the steps that remain, in chain order, the checks that are not needed there."""
        for step in self._chain.steps:
            for criterion in step.checks:
                if verdict := self.why_superfluous(step.id, criterion):
                    yield (step.id, criterion), verdict

    def _judge(self, id: str, criterion: str) -> Verdict | None:
        step = self._chain.expansion.steps.get(id)
        if step is None or criterion not in step.checks or not self._remains(step):
            return None
        if not self._may_be_judged or self._chain.effort.is_spent:
            return None
        repetition = repetition_at(step, criterion, self._approvals)
        return repetition or self._attestations.by_then(step, criterion)

    def _remains(self, step: ChainStep) -> bool:
        """An approval that somebody answers for, and that is not redundant as a whole."""
        return step.is_approval and not step.is_unassigned and step.id not in self.redundant

    @cached_property
    def _may_be_judged(self) -> bool:
        checks = any(step.checks for step in self._chain.expansion.steps.values())
        return checks and self._chain.is_described

    @cached_property
    def _approvals(self) -> Approvals:
        return Approvals(self._chain)

    @cached_property
    def _attestations(self) -> Attestations:
        return Attestations(self._approvals, self._catalogue)


def redundancy_of(chain: Chain, catalogue: Catalogue) -> Redundancy:
    """The redundancy of a chain, worked out once."""
    return chain.once(_find_redundancy, catalogue)


def _find_redundancy(chain: Chain, catalogue: Catalogue) -> Redundancy:
    before = chain.before
    if before is None or not before.has_answered(_find_redundancy, catalogue):
        return Redundancy(chain, catalogue)
    touched = steps_judged_anew(chain, before, catalogue)
    if touched is None:
        return Redundancy(chain, catalogue)
    known = redundancy_of(before, catalogue)
    return Redundancy(chain, catalogue, known.kept_but(touched)) if touched else known


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
