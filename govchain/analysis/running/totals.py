"""What mending a whole catalogue would bring (semantics.md section 3).

Benefits of single findings overlap (two mends may spare the same paper), so they are not added
up: per chain the mends of errors and warnings are applied one after another in rank order, each
only where its finding still stands after those before it. What is mended in a called matter is
mended in the chains of its callers too, though it is not said of them again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from govchain.analysis.rule import ChainCheck
from govchain.analysis.running.benefits import benefit_between, mended_whole
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


class Total:
    """What mending everything brings together: worked out when somebody asks, and then kept."""

    def __init__(
        self,
        told: Sequence[Proof],
        unsaid: Iterable[Retold],
        catalogue: Catalogue,
        mending: Mending,
    ) -> None:
        """`unsaid` is what stands in chains of callers too; it counts where the one that says it
        is told. `mending` is how much may be mended for it; what is not is counted there."""
        self.failure: Exception | None = None
        """Our fault, if it could not be worked out: what is found stands without it."""
        self._catalogue = catalogue
        self._to_mend = {
            chain.matter.id: [p for p in group if p.mend and mending.may_mend(chain, p.mend)]
            for chain, group in _by_chain(told, unsaid).items()
        }
        self._gains: dict[str, Benefit] = {}

    def benefit_of(self, matters: Iterable[str]) -> Benefit:
        """The sum over the chains of these matters; days, visits, papers, steps."""
        try:
            gains = [self._gain_of(id) for id in matters]
        except Exception as error:  # noqa: BLE001  our crash must not cost the user the findings
            self.failure = error
            return Benefit()
        return Benefit(
            days=rounded(sum(gain.days for gain in gains)),
            visits=sum(gain.visits for gain in gains),
            materials=sum(gain.materials for gain in gains),
            steps=sum(gain.steps for gain in gains),
        )

    def _gain_of(self, matter: str) -> Benefit:
        if matter not in self._gains:
            proofs = self._to_mend.get(matter)
            self._gains[matter] = _benefit_of(proofs, self._catalogue) if proofs else Benefit()
        return self._gains[matter]


def costs_of(chains: Iterable[Chain]) -> Benefit:
    """What one case of each chain costs in the worst case, in the figures of a benefit."""
    worst = [chain.measure.gains[0] for chain in chains]
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


def _by_chain(told: Sequence[Proof], unsaid: Iterable[Retold]) -> dict[Chain, list[Proof]]:
    """Of each chain what counts in its sum, by rank; what is told of several copies, in the order
    of the chain."""
    ranks = {finding.fingerprint: n for n, finding in enumerate(ranked(p.finding for p in told))}
    by_chain: dict[Chain, list[tuple[int, Proof]]] = {}
    for proof, teller in [*((proof, proof) for proof in told), *unsaid]:
        rank = ranks.get(teller.finding.fingerprint)
        if rank is not None and _counts(proof) and proof.chain is not None:
            by_chain.setdefault(proof.chain, []).append((rank, proof))
    return {
        chain: [proof for _, proof in sorted(group, key=lambda one: one[0])]
        for chain, group in by_chain.items()
    }


def _benefit_of(proofs: Sequence[Proof], catalogue: Catalogue) -> Benefit:
    """What the mends bring one after another, each where its finding still stands."""
    chain = before = _chain_of(proofs[0])
    for proof in proofs:
        if proof.mend is not None and (chain is before or _stands(proof, chain, catalogue)):
            chain = mended_whole(chain, proof.mend)
    return benefit_between(before, chain)


def _stands(proof: Proof, chain: Chain, catalogue: Catalogue) -> bool:
    """The finding's rule still asks for the same mend; subjects may have been renumbered."""
    judge = proof.rule.judge_chain
    assert judge is not None, "only findings of chains have mends"
    assert proof.mend is not None
    if proof.rule.proposes is not None:
        return proof.rule.proposes(chain, catalogue, proof.mend)
    return proof.mend in chain.once(_proposed, judge, catalogue)


def _proposed(chain: Chain, judge: ChainCheck, catalogue: Catalogue) -> frozenset[Mend]:
    """All mends that a rule asks for in the chain."""
    return frozenset(hit.mend for hit in judge(chain, catalogue) if hit.mend is not None)


def _chain_of(proof: Proof) -> Chain:
    assert proof.chain is not None
    return proof.chain
