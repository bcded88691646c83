"""What mending a whole catalogue would bring (semantics.md section 3).

Benefits of single findings overlap (two mends may spare the same paper), so they are not added
up: per chain the mends of errors and warnings are applied one after another in rank order, each
only where its finding still stands after those before it; then the visits go that serve nothing any
more by all of them together. Within the law, what a provision asks for stays. What is mended in a
called matter is mended in the chains of its callers too, though it is not said of them again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from govchain.analysis.questions.bases import papers_by_law
from govchain.analysis.questions.redundancy import redundancy_of
from govchain.analysis.rule import ChainCheck, Rule
from govchain.analysis.running.benefits import (
    benefit_between,
    is_law_in_the_way,
    mended_whole_by,
    mended_within_law,
    without_idle_visits,
)
from govchain.analysis.running.faults import named
from govchain.analysis.running.inheritance import Retold
from govchain.analysis.running.limits import Mending
from govchain.analysis.running.proofs import Proof
from govchain.analysis.running.ranking import ranked
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.findings import Benefit, Severity
from govchain.mends import Mend
from govchain.model.duration import TICKS_PER_DAY
from govchain.model.figures import rounded


class Asked(NamedTuple):
    """A mend that counts in the sum of a chain, and the rule that asks for it."""

    rule: str
    mend: Mend


NO_GAINS: Mapping[str, Benefit] = {}


_NOTHING = Benefit()


class Total:
    """What mending everything brings together: worked out when somebody asks, and then kept."""

    def __init__(
        self,
        catalogue: Catalogue,
        rules: Iterable[Rule],
        to_mend: Mapping[str, Sequence[Asked]],
        gains: Mapping[str, Benefit] = NO_GAINS,
        lawful: Mapping[str, Benefit] = NO_GAINS,
    ) -> None:
        """`to_mend`: what counts in the sum of each matter, by rank; `gains`: the sums of matters
        that are known already, `lawful` those without what a law has to be amended for."""
        self.failure = ""
        """Our fault, if it could not be worked out: what is found stands without it."""
        self._catalogue = catalogue
        self._rules = {rule.id: rule for rule in rules}
        self._to_mend = to_mend
        self._gains = {False: dict(gains), True: dict(lawful)}
        """Whether all stays that a law asks for -> matter -> its sum."""

    def benefit_of(self, matters: Iterable[str], *, within_law: bool = False) -> Benefit:
        """The sum over the chains of these matters; days, visits, papers, steps."""
        gains = self.gains_of(matters, within_law=within_law).values()
        return Benefit(
            days=rounded(sum(gain.days for gain in gains)),
            visits=sum(gain.visits for gain in gains),
            materials=sum(gain.materials for gain in gains),
            steps=sum(gain.steps for gain in gains),
        )

    def gains_of(self, matters: Iterable[str], *, within_law: bool = False) -> dict[str, Benefit]:
        """That of each matter, `within_law` without what a law has to be amended for; none where
        one of them could not be worked out."""
        try:
            return {matter: self._gain_of(matter, within_law) for matter in matters}
        except Exception as error:  # noqa: BLE001  our crash must not cost the user the findings
            self.failure = named(error)
            return {}

    def _gain_of(self, matter: str, within_law: bool) -> Benefit:
        known = self._gains[within_law]
        if matter not in known:
            asked = self._to_mend.get(matter)
            if asked is None and self._gains[not within_law].get(matter, _NOTHING) != _NOTHING:
                raise LookupError("it was not foreseen that this sum would be asked for")
            is_bound = within_law and bool(asked) and _is_bound(self._catalogue.chains[matter])
            if within_law and not is_bound:
                known[matter] = self._gain_of(matter, False)
            else:
                known[matter] = self._gain(matter, asked, is_bound) if asked else Benefit()
        return known[matter]

    def _gain(self, matter: str, mends: Iterable[Asked], is_bound: bool) -> Benefit:
        """What the mends bring one after another, each where its finding still stands, and
        together."""
        chain = before = self._catalogue.chains[matter]
        made: list[Mend] = []
        for rule, mend in mends:
            if chain is before or _stands(self._rules[rule], mend, chain, self._catalogue):
                redundancy_of(chain, self._catalogue)  # before the mend: it is handed on
                done = mended_within_law(chain, mend) if is_bound else mended_whole_by(chain, mend)
                if done is not None:
                    chain, whole = done
                    made.append(whole)
        if not (is_bound and is_law_in_the_way(chain)):
            chain = without_idle_visits(chain, before, made)
        return benefit_between(before, chain)


def _is_bound(chain: Chain) -> bool:
    """A law stands behind a paper, a step or a visit of the chain."""
    return bool(chain.once(papers_by_law)) or any(
        step.written.basis or step.written.visit_basis for step in chain.steps
    )


def cost_at_worst(chain: Chain, catalogue: Catalogue) -> tuple[int, ...]:
    """What one case costs in the worst case: ticks, visits, materials, steps."""
    worst, _ = chain.measure.gains
    return worst


def costs_of(worst: Iterable[tuple[int, ...]]) -> Benefit:
    """What one case of each chain costs together, in the figures of a benefit."""
    worst = list(worst)
    return Benefit(
        days=rounded(sum(ticks / TICKS_PER_DAY for ticks, *_ in worst)),
        visits=sum(visits for _, visits, *_ in worst),
        materials=sum(materials for *_, materials, _ in worst),
        steps=sum(steps for *_, steps in worst),
    )


def _counts(proof: Proof) -> bool:
    """It has a mend, more than an opportunity asks for it, and its chain could be judged."""
    is_judged = proof.chain is not None and not proof.chain.effort.is_spent
    return is_judged and proof.mend is not None and proof.finding.severity is not Severity.ADVICE


def mends_by_matter(
    told: Sequence[Proof], unsaid: Iterable[Retold], mending: Mending
) -> dict[str, list[Asked]]:
    """Of each chain what counts in its sum, by rank; what is told of several copies, in the order
    of the chain.

    `unsaid` is what stands in chains of callers too; it counts where the one that says it is told.
    `mending` is how much may be mended for it; what is not is counted there.
    """
    ranks = {finding.fingerprint: n for n, finding in enumerate(ranked(p.finding for p in told))}
    by_chain: dict[Chain, list[tuple[int, Asked]]] = {}
    for proof, teller in [*((proof, proof) for proof in told), *unsaid]:
        rank = ranks.get(teller.finding.fingerprint)
        if rank is not None and _counts(proof) and proof.chain and proof.mend:
            asked = rank, Asked(proof.rule.id, proof.mend)
            by_chain.setdefault(proof.chain, []).append(asked)
    return {
        chain.matter.id: [
            asked
            for _, asked in sorted(group, key=lambda one: one[0])
            if mending.may_mend(chain, asked.mend)
        ]
        for chain, group in by_chain.items()
    }


def _stands(rule: Rule, mend: Mend, chain: Chain, catalogue: Catalogue) -> bool:
    """The finding's rule still asks for the same mend; subjects may have been renumbered."""
    assert rule.judge_chain is not None, "only findings of chains have mends"
    if rule.proposes is not None:
        return rule.proposes(chain, catalogue, mend)
    return mend in chain.once(_proposed, rule.judge_chain, catalogue)


def _proposed(chain: Chain, judge: ChainCheck, catalogue: Catalogue) -> frozenset[Mend]:
    """All mends that a rule asks for in the chain."""
    return frozenset(hit.mend for hit in judge(chain, catalogue) if hit.mend is not None)
