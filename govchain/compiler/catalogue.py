"""The catalogue: every chain, and what can only be known by looking at all matters.

A chain depends on its matter, those it calls and the registry, nothing else; the catalogue merges
small facts that each contributes (who produces which data, who alters it, what a paper attests).
Steps count where they are written, not where they are called (semantics.md 1.11).
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Set
from functools import cached_property
from typing import Any, NamedTuple, TypeAlias

from govchain.compiler.calls import expand_all
from govchain.compiler.chain import Chain
from govchain.compiler.effort import shares_of_all
from govchain.compiler.in_force import definitions_on
from govchain.compiler.sharing import SharingNetwork
from govchain.compiler.working_days import WorkingDays
from govchain.findings import Finding
from govchain.model.answers import Answer, Answers
from govchain.model.nouns import Definitions, Matter, Registry, Step
from govchain.model.settings import Allow, Settings

DEFAULT_SETTINGS = Settings()
EMPTY_SOURCES: Mapping[str, str] = {}


class Producer(NamedTuple):
    """A step, as written, that produces some data."""

    matter: str
    step: str


Contribution: TypeAlias = "Callable[[Chain, Catalogue], Answer]"
"""A question to a chain whose answer is a small value that holds no chain."""


class Catalogue:
    """Everything that was read and compiled, on a date: the chains and what they say together."""

    def __init__(
        self,
        definitions: Definitions,
        date: datetime.date,
        settings: Settings = DEFAULT_SETTINGS,
        findings: tuple[Finding, ...] = (),
        allows: tuple[Allow, ...] = (),
        sources: Mapping[str, str] = EMPTY_SOURCES,
    ) -> None:
        self.settings = settings
        self.findings = findings
        """What the reader had to say of the files: the family Definition."""
        self.allows = allows
        self.sources = sources
        """File -> its text, for excerpts."""
        definitions = definitions_on(definitions, date)
        self.registry: Registry = definitions.registry
        self.matters: Mapping[str, Matter] = definitions.matters
        self.date = date
        self.network = SharingNetwork(self.registry, date)
        self.working_days = WorkingDays(self.registry.calendar)
        expansions = expand_all(definitions.matters)
        parts = {id: expansion.parts for id, expansion in expansions.items()}
        shares = shares_of_all(parts, self.written)
        self.chains: dict[str, Chain] = {
            id: Chain(expansion, self.network, share=shares[id])
            for id, expansion in expansions.items()
        }
        self._checked: dict[Producer, frozenset[str]] = {}
        self._answers = Answers()
        self._contributions: dict[object, dict[str, Any]] = {}

    @cached_property
    def written(self) -> dict[str, int]:
        """How many steps, calls and materials are written in each matter."""
        return {id: len(m.steps) + len(m.materials) for id, m in self.matters.items()}

    def once(self, question: Callable[[Catalogue], Answer]) -> Answer:
        """The answer to a question from outside, worked out once and kept with the catalogue."""
        return self._answers.to(question, self)

    def contributions(self, question: Contribution[Answer]) -> Mapping[str, Answer]:
        """What the chain of each matter answers to the question, by matter."""
        return {matter: self.contribution(question, matter) for matter in self.chains}

    def contribution(self, question: Contribution[Answer], matter: str) -> Answer:
        """What the chain of the matter answers: kept also when the chain forgets."""
        known = self._contributions.setdefault(question, {})
        if matter not in known:
            known[matter] = question(self.chains[matter], self)
        answer: Answer = known[matter]
        return answer

    def known(self, question: Contribution[Answer]) -> Mapping[str, Answer]:
        """What chains have answered to the question so far, by matter."""
        return self._contributions.get(question, {})

    def know(self, question: Contribution[Answer], answers: Mapping[str, Answer]) -> None:
        """Keeps what chains answered to the question elsewhere."""
        self._contributions.setdefault(question, {}).update(answers)

    def producers_of(self, data: str) -> tuple[Producer, ...]:
        """The steps that produce the data, as written, in order of place."""
        return tuple(self._producers.get(data, ()))

    def sole_producer_of(self, data: str) -> Producer | None:
        """The one step that produces the data, if there is exactly one."""
        producers = self._producers.get(data, ())
        return producers[0] if len(producers) == 1 else None

    def is_disturbed_outside(self, criterion: str, matters: Set[str]) -> bool:
        """A step written in another matter than these disturbs the criterion."""
        uses = self.registry.criteria[criterion].uses
        return any(self._altering.get(data, frozenset()) - matters for data in uses)

    def attested_by(self, data: str, chain: Chain) -> frozenset[str]:
        """attests(data): the criteria it proves in the chain (semantics.md section 2).

        Those declared, and those that its one producer, in another matter, surely checked before
        making it, where no step of a matter that is neither the producer's nor in the chain
        disturbs them.
        """
        declared = self._declared[data]
        producer = self.sole_producer_of(data)
        if producer is None or producer.matter == chain.matter.id:
            return declared
        made_in = self.chains[producer.matter]
        if not made_in.is_described or made_in.step(producer.step).is_unassigned:
            return declared
        known = chain.matters | {producer.matter}
        return declared | {
            criterion
            for criterion in self._checked_for(producer)
            if not self.is_disturbed_outside(criterion, known)
        }

    def _checked_for(self, producer: Producer) -> frozenset[str]:
        """Criteria that somebody checked at the producer or always before it, undisturbed since;
        not those that were granted on the applicant's word."""
        if producer not in self._checked:
            chain = self.chains[producer.matter]
            self._checked[producer] = frozenset(
                criterion
                for step in chain.steps
                if step.is_approval and not step.is_unassigned
                for criterion in step.checks
                if criterion not in step.written.promised
                and _stands_until(chain, step.id, criterion, producer.step)
            )
        return self._checked[producer]

    @cached_property
    def _declared(self) -> dict[str, frozenset[str]]:
        """Data -> the criteria of which its entry says that it attests them."""
        return {id: frozenset(data.attests) for id, data in self.registry.data.items()}

    @cached_property
    def _producers(self) -> dict[str, list[Producer]]:
        found: dict[str, list[Producer]] = {}
        for matter, step in self._written_steps():
            for data in dict.fromkeys(step.produces):
                found.setdefault(data, []).append(Producer(matter, step.id))
        return found

    @cached_property
    def _altering(self) -> dict[str, set[str]]:
        """Data -> the matters in which a step that produces or changes it is written."""
        found: dict[str, set[str]] = {}
        for matter, step in self._written_steps():
            for data in (*step.produces, *step.changes):
                found.setdefault(data, set()).add(matter)
        return found

    def _written_steps(self) -> list[tuple[str, Step]]:
        return [(matter.id, step) for matter in self.matters.values() for step in matter.own_steps]


def _stands_until(chain: Chain, step: str, criterion: str, producer: str) -> bool:
    """The check of the step still holds when the producer acts."""
    if step == producer:
        return True
    return chain.is_always_before(step, producer) and not any(
        chain.disturbs(middle.id, criterion) and chain.can_come_between(middle.id, step, producer)
        for middle in chain.steps
    )
