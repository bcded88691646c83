"""What mending a whole catalogue would bring (semantics.md section 3).

Benefits of single findings overlap (two mends may spare the same paper), so they are not added
up: per chain the mends of errors and warnings are applied one after another in rank order, each
only where its finding still stands after those before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from govchain.analysis.benefits import benefit_between, mended_whole
from govchain.analysis.limits import Mending
from govchain.analysis.proofs import Proof
from govchain.analysis.ranking import ranked
from govchain.analysis.rule import ChainCheck
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.mends import Mend
from govchain.findings import Benefit, Severity
from govchain.model.figures import rounded


def total_benefit(proofs: Iterable[Proof], catalogue: Catalogue, mending: Mending) -> Benefit:
    """The sum over all chains of what their mends bring together; days, visits, papers, steps."""
    by_matter: dict[str, list[Proof]] = {}
    for proof in proofs:
        if proof.chain is not None and proof.finding.severity is not Severity.ADVICE:
            by_matter.setdefault(proof.chain.matter.id, []).append(proof)
    gains = [_benefit_of(group, catalogue, mending) for group in by_matter.values()]
    return Benefit(
        days=rounded(sum(gain.days for gain in gains)),
        visits=sum(gain.visits for gain in gains),
        materials=sum(gain.materials for gain in gains),
        steps=sum(gain.steps for gain in gains),
    )


def costs_of(chains: Iterable[Chain]) -> Benefit:
    """What one case of each chain costs in the worst case, in the figures of a benefit."""
    worst = [chain.metrics().worst for chain in chains]
    return Benefit(
        days=rounded(sum(figures.days for figures in worst)),
        visits=sum(int(figures.visits) for figures in worst),
        materials=sum(int(figures.materials) for figures in worst),
        steps=sum(int(figures.steps) for figures in worst),
    )


def _benefit_of(proofs: Sequence[Proof], catalogue: Catalogue, mending: Mending) -> Benefit:
    by_fingerprint = {proof.finding.fingerprint: proof for proof in proofs}
    chain = before = _chain_of(proofs[0])
    for finding in ranked(proof.finding for proof in proofs):
        proof = by_fingerprint[finding.fingerprint]
        if proof.mend is None or not mending.may_mend(before, proof.mend):
            continue
        if chain is before or _stands(proof, chain, catalogue):
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
