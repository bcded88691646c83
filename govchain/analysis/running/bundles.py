"""Matters that call one another are judged together, apart from all others (decision 0040).

Whatever is found on a chain depends on its own matter, on those it calls or is called by, on the
registry, and on what `Catalogue` merges of all matters. So a bundle is judged from beginning to
end, and what is left of it is a value in which no chain is: chains can go, and bundles can be
judged by several processes.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from govchain.analysis.hits.naming import matter_named
from govchain.analysis.questions.groups import overlapping
from govchain.analysis.rule import Hit, Rule
from govchain.analysis.running.effects import Consequence, consequence_of
from govchain.analysis.running.faults import fault, named
from govchain.analysis.running.inheritance import told_once
from govchain.analysis.running.limits import Mending
from govchain.analysis.running.proofs import Proof, prove
from govchain.analysis.running.ranking import ranked
from govchain.analysis.running.relations import UNRELATED, Relations, relations_in
from govchain.analysis.running.silencing import Silencing
from govchain.analysis.running.totals import Asked, Total, mends_by_matter
from govchain.compiler.catalogue import Catalogue, Contribution
from govchain.compiler.chain import Chain
from govchain.findings import Benefit, Facts, Finding, Lever
from govchain.mends import RunInParallel
from govchain.model.settings import Allow

Bundle = tuple[str, ...]
"""The ids of matters that call one another, at any depth; most bundles have one."""


def bundles_of(catalogue: Catalogue) -> list[Bundle]:
    """All matters, bundle by bundle, in the order of the catalogue."""
    calls = {id: chain.expansion.calls.values() for id, chain in catalogue.chains.items()}
    joined = overlapping([[id, *called] for id, called in calls.items()])
    place = {id: position for position, id in enumerate(calls)}
    bundles = [tuple(sorted(group, key=place.__getitem__)) for group in joined]
    bundle_of = {id: bundle for bundle in bundles for id in bundle}
    return list(dict.fromkeys(bundle_of.get(id, (id,)) for id in calls))


@dataclass(frozen=True, slots=True)
class Judged:
    """What was found on the chains of a bundle."""

    told: tuple[Finding, ...]
    silenced: tuple[Finding, ...]
    allowing: frozenset[Allow]
    """The comments that allow something of what was found."""
    faults: tuple[Finding, ...]
    crashed: frozenset[str]
    """Rules that did not come to their end."""
    relations: Relations = UNRELATED
    to_mend: Mapping[str, Sequence[Asked]] = field(default_factory=dict)
    """What counts in the sum of each matter, by rank."""
    gains: Mapping[str, Benefit] = field(default_factory=dict)
    """That sum, where it is foreseen that somebody asks for it."""
    lawful: Mapping[str, Benefit] = field(default_factory=dict)
    """The same without what a law has to be amended for."""
    unjudged: frozenset[str] = frozenset()
    """The matters of which nothing is claimed, because their questions went too far."""


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What will be asked of the chains once they are judged."""

    sum: bool = False
    """What mending all would bring."""
    lawful_sum: bool = False
    """And of that what needs no amendment of a law."""
    questions: Collection[Contribution[Any]] = ()
    matters: Collection[str] | None = None
    """The matters of which the questions are asked; None: all."""


FORESEEN_NOTHING = Foreseen()


@dataclass(frozen=True, slots=True)
class Judge:
    """The rules that run, over a catalogue, and what of their findings is told."""

    rules: Sequence[Rule]
    catalogue: Catalogue
    silencing: Silencing
    is_wanted: Callable[[Finding], bool]
    alone: Mending
    """How much may be mended for what single findings save."""
    together: Mending
    """How much may be mended for their sum."""
    foreseen: Foreseen

    @classmethod
    def of(
        cls,
        rules: Sequence[Rule],
        catalogue: Catalogue,
        is_wanted: Callable[[Finding], bool],
        foreseen: Foreseen,
    ) -> Judge:
        """With all that may be mended in the catalogue left."""
        silencing = Silencing(catalogue.allows)
        alone, together = Mending.of(catalogue), Mending.of(catalogue)
        return cls(rules, catalogue, silencing, is_wanted, alone, together, foreseen)

    @property
    def questions(self) -> list[Contribution[Any]]:
        """All that it asks the chains for the catalogue to keep."""
        return list(dict.fromkeys((*self._questions_of_rules, *self.foreseen.questions)))

    @property
    def _questions_of_rules(self) -> list[Contribution[Any]]:
        return [question for rule in self.rules for question in rule.asks]

    def judged(self, bundle: Bundle) -> Judged:
        """What the rules find on the chains of the bundle; they know nothing any more after it."""
        proofs, faults = collect(self.rules, self.catalogue, bundle)
        crashed = crashed_of(faults)
        self._ask(self._questions_of_rules, bundle)
        proofs = claimed(proofs, self._unjudged(bundle))
        telling = told_once(proofs)
        spoken = [said for p in telling.said if self.is_wanted((said := self._within(p)).finding)]
        hushed = [p.finding for p in spoken if self.silencing.is_silenced(p.finding)]
        loud = [p for p in spoken if not self.silencing.is_silenced(p.finding)]
        valued = [self._with_benefit(proof, faults) for proof in loud]
        unjudged = self._unjudged(bundle)
        valued = claimed(valued, unjudged)
        findings = ranked(proof.finding for proof in valued)
        judged = Judged(
            told=tuple(findings),
            silenced=tuple(hushed),
            relations=relations_in(findings, valued),
            allowing=self.silencing.all_allowing(proof.finding for proof in proofs),
            to_mend=mends_by_matter(valued, telling.unsaid, self.together),
            unjudged=unjudged,
            faults=tuple(faults),
            crashed=crashed,
        )
        of = self.foreseen.matters
        self._ask(self.foreseen.questions, [id for id in bundle if of is None or id in of])
        if self.foreseen.sum:
            total = Total(self.catalogue, self.rules, judged.to_mend)
            gains = total.gains_of(judged.to_mend)
            wanted = judged.to_mend if self.foreseen.lawful_sum else ()
            lawful = total.gains_of(wanted, within_law=True)
            is_known = bool(gains) and bool(lawful) is self.foreseen.lawful_sum
            left = {} if is_known else judged.to_mend  # what failed is tried and told later
            judged = replace(judged, gains=gains, lawful=lawful, to_mend=left)
        for matter in bundle:
            self.catalogue.chains[matter].forget()
        return judged

    def _ask(self, questions: Iterable[Contribution[Any]], matters: Sequence[str]) -> None:
        """The chains answer, for the catalogue to keep. What fails by our fault is asked again by
        whoever needs it, and told there."""
        for question in questions:
            try:
                for matter in matters:
                    self.catalogue.contribution(question, matter)
            except Exception:  # noqa: BLE001
                continue

    def _unjudged(self, bundle: Bundle) -> frozenset[str]:
        chains = self.catalogue.chains
        return frozenset(matter for matter in bundle if chains[matter].effort.is_spent)

    def _within(self, proof: Proof) -> Proof:
        """The proof with the caller in which alone it stands, if its element is of a called one."""
        finding, chain = proof.finding, proof.chain
        called = chain.expansion.calls.get(proof.way.removesuffix("/")) if chain else None
        if chain is None or called is None:
            return proof
        within: Facts = {
            "within": matter_named(chain.matter),
            "by_itself": matter_named(self.catalogue.matters[called]),
        }
        return replace(proof, finding=replace(finding, facts={**finding.facts, **within}))

    def _with_benefit(self, proof: Proof, faults: list[Finding]) -> Proof:
        chain, mend = proof.chain, proof.mend
        if mend is None or chain is None:
            return proof
        is_known = chain.has_answered(consequence_of, mend) or isinstance(mend, RunInParallel)
        if not is_known and not self.alone.may_mend(chain, mend):
            return proof
        try:
            consequence = chain.once(consequence_of, mend)
        except Exception as error:  # noqa: BLE001  the finding stands without its benefit
            faults.append(fault(proof.rule.id, chain, named(error)))
            return proof
        finding = _with_law(replace(proof.finding, benefit=consequence.benefit), consequence)
        if finding.lever is Lever.SHARE and consequence.still_asked:
            still_asked = {"still_asked": consequence.still_asked}
            finding = replace(finding, facts={**finding.facts, **still_asked})
        return replace(proof, finding=finding)


def _with_law(finding: Finding, consequence: Consequence) -> Finding:
    """With the provisions that ask for the papers that go by its mend: they have to be amended
    first; where data is to flow, they are told as what asks for the papers."""
    if not consequence.asking:
        return finding
    if finding.lever is not Lever.SHARE:
        return replace(finding, amend=_one_after_another(finding.amend, consequence.asking))
    known = finding.facts.get("demanded_by", ())
    assert isinstance(known, tuple)
    asking = _one_after_another(known, consequence.asking)
    return replace(finding, facts={**finding.facts, "demanded_by": asking})


def _one_after_another(some: tuple[Any, ...], more: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple(dict.fromkeys((*some, *more)))


def collect(
    rules: Iterable[Rule], catalogue: Catalogue, matters: Iterable[str]
) -> tuple[list[Proof], list[Finding]]:
    """Every proof of the rules on the chains, said or not, and what failed by our fault."""
    proofs: list[Proof] = []
    faults: list[Finding] = []
    chains = [catalogue.chains[matter] for matter in matters]
    for rule in rules:
        if rule.judge_chain is not None:
            for chain in chains:
                ask = partial(rule.judge_chain, chain, catalogue)
                try_to_prove(rule, ask, catalogue, chain, proofs, faults)
    return proofs, faults


def try_to_prove(
    rule: Rule,
    ask: Callable[[], Iterable[Hit]],
    catalogue: Catalogue,
    chain: Chain | None,
    proofs: list[Proof],
    faults: list[Finding],
) -> None:
    """The proofs of what the rule finds; where it crashes, that becomes a finding of its own."""
    try:
        proofs.extend([prove(rule, hit, catalogue, chain) for hit in ask()])
    except Exception as error:  # noqa: BLE001  our crash must not cost the user the rest
        faults.append(fault(rule.id, chain, named(error)))


def crashed_of(faults: Iterable[Finding]) -> frozenset[str]:
    """The rules that failed."""
    return frozenset(finding.subject for finding in faults)


def claimed(proofs: Iterable[Proof], unjudged: Collection[str]) -> list[Proof]:
    """The proofs but those of the matters of which nothing is claimed."""
    return [proof for proof in proofs if proof.finding.matter not in unjudged]
