"""The approvals of a chain while they are judged one by one: who is left, who checks what.

semantics.md section 2, "Approvals": a step found redundant is gone for the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from govchain.analysis.questions.offices import may_be_external
from govchain.compiler.chain import Chain
from govchain.compiler.conditions import Condition
from govchain.compiler.expansion import ChainStep


class Approvals:
    """The approval-like steps that are still there."""

    def __init__(self, chain: Chain) -> None:
        self.chain = chain
        self.altering = [step for step in chain.steps if step.alters]
        self._gone: set[str] = set()
        self._disturbers: dict[str, list[ChainStep]] = {}
        self._keeping: dict[str, list[ChainStep]] = {}
        self._able_to_keep: dict[tuple[str, Condition], list[ChainStep]] = {}
        self._owning: dict[tuple[str | None, str], bool] = {}
        self._answering: dict[tuple[str, str | None, str], list[ChainStep]] = {}
        self._guards: dict[str, dict[Condition, None]] = {}
        self._decisions: dict[str, list[ChainStep]] = {}
        for step in chain.steps:
            if step.is_decision and not step.is_unassigned:
                self._decisions.setdefault(step.matter.id, []).append(step)
            for criterion in step.checks:
                if self._may_keep(step, criterion):
                    self._keeping.setdefault(criterion, []).append(step)
                    self._guards.setdefault(criterion, {})[step.guard] = None
                if step.is_decision:
                    answering = (criterion, step.department, step.matter.id)
                    self._answering.setdefault(answering, []).append(step)

    def has(self, step: str) -> bool:
        """The step, of whatever kind, is not gone."""
        return step not in self._gone

    def remove(self, step: ChainStep) -> None:
        """The step is gone for all that is judged from now on."""
        self._gone.add(step.id)

    def may_go(self, step: ChainStep) -> bool:
        """Approval-like, with checks, makes nothing, is followed, is not the last decision."""
        return (
            step.is_approval
            and not step.is_unassigned
            and bool(step.checks)
            and not step.alters
            and not step.written.doubtful
            and bool(self.chain.order.followers(step.id))
            and not (step.is_decision and self._is_last_decision(step))
        )

    def able_to_keep(self, step: ChainStep, criterion: str) -> Sequence[ChainStep]:
        """The steps that others may rely on for the criterion and that take place in every case in
        which this one does, those that are gone included, in chain order."""
        key = (criterion, step.guard)
        if key not in self._able_to_keep:
            implies = self.chain.scenarios.implies
            guards = {g for g in self._guards.get(criterion, ()) if implies(step.guard, g)}
            found = [known for known in self._keeping.get(criterion, ()) if known.guard in guards]
            self._able_to_keep[key] = found
        return self._able_to_keep[key]

    def answers_for(self, step: ChainStep, criterion: str) -> bool:
        """A decision step of its department, written in its matter, checks the criterion."""
        answering = self._answering.get((criterion, step.department, step.matter.id), ())
        return any(self.has(other.id) for other in answering)

    def can_one_come_between(
        self, middles: Iterable[ChainStep], earlier: ChainStep, later: ChainStep
    ) -> bool:
        """One of the steps can come between the two (semantics.md 1.4)."""
        for middle in middles:
            self.chain.effort.spend(1)
            if self.chain.can_come_between(middle.id, earlier.id, later.id):
                return True
        return False

    def may_be_superfluous(self, step: ChainStep, criterion: str) -> bool:
        """The step is not there to look anew, nor of an office outside the administration, and all
        that is written of the criterion is read."""
        is_own_look = step.written.independent or may_be_external(step.department, self.chain)
        return not is_own_look and not self.chain.criterion(criterion).doubtful

    def disturbing(self, criterion: str) -> list[ChainStep]:
        """The steps that produce or change data the criterion uses."""
        if criterion not in self._disturbers:
            self._disturbers[criterion] = [
                step for step in self.altering if self.chain.disturbs(step.id, criterion)
            ]
        return self._disturbers[criterion]

    def holds(self, step: ChainStep, data: str) -> bool:
        """The step's department is within the holder of the data."""
        holder = self.chain.data(data).holder
        if holder is None or step.department is None:
            return False
        return self.chain.network.is_within(step.department, holder)

    def owns(self, step: ChainStep, criterion: str) -> bool:
        """The step's department is within the holder of all data the criterion uses."""
        key = (step.department, criterion)
        if key not in self._owning:
            uses = self.chain.criterion(criterion).uses
            self._owning[key] = bool(uses) and all(self.holds(step, data) for data in uses)
        return self._owning[key]

    def _may_keep(self, step: ChainStep, criterion: str) -> bool:
        """Approval-like, not on the applicant's word, of a public department."""
        known = self.chain.registry.departments.get(step.department or "")
        is_public = known is not None and known.is_public
        return is_public and step.is_approval and criterion not in step.written.promised

    def _is_last_decision(self, step: ChainStep) -> bool:
        """No other decision step written in its matter is left."""
        decisions = self._decisions.get(step.matter.id, ())
        return not any(other.id != step.id and self.has(other.id) for other in decisions)
