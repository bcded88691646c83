"""What mending a whole catalogue would bring (semantics.md section 3).

Benefits of single findings overlap (two mends may spare the same paper), so they are not added
up: per chain the mends of errors and warnings are applied one after another in rank order, each
only where its finding still stands after those before it. What is mended in a called matter is
mended in the chains of its callers too, though it is not said of them again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from govchain.analysis.benefits import benefit_between, mended_whole
from govchain.analysis.inheritance import Retold
from govchain.analysis.proofs import Proof
from govchain.analysis.ranking import ranked
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.findings import Benefit, Severity
from govchain.model.figures import rounded


def total_benefit(told: Sequence[Proof], unsaid: Iterable[Retold], catalogue: Catalogue) -> Benefit:
    """The sum over all chains of what their mends bring together; days, visits, papers, steps.

    `unsaid` is what stands in chains of callers too; it counts where the one that says it is told.
    """
    ranks = {finding.fingerprint: n for n, finding in enumerate(ranked(p.finding for p in told))}
    proofs = [*((proof, proof) for proof in told), *unsaid]
    by_matter: dict[str, list[tuple[int, Proof]]] = {}
    for proof, teller in proofs:
        rank = ranks.get(teller.finding.fingerprint)
        if rank is not None and _counts(proof) and proof.chain is not None:
            by_matter.setdefault(proof.chain.matter.id, []).append((rank, proof))
    gains = [_benefit_of(_in_order(group), catalogue) for group in by_matter.values()]
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


def _counts(proof: Proof) -> bool:
    return proof.mend is not None and proof.finding.severity is not Severity.ADVICE


def _in_order(proofs: list[tuple[int, Proof]]) -> list[Proof]:
    """By rank; what is told of several copies, in the order of the chain."""
    return [proof for _, proof in sorted(proofs, key=lambda ranked: ranked[0])]


def _benefit_of(proofs: Sequence[Proof], catalogue: Catalogue) -> Benefit:
    chain = before = _chain_of(proofs[0])
    for proof in proofs:
        if proof.mend is not None and (chain is before or _stands(proof, chain, catalogue)):
            chain = mended_whole(chain, proof.mend)
    return benefit_between(before, chain)


def _stands(proof: Proof, chain: Chain, catalogue: Catalogue) -> bool:
    """The finding's rule still asks for the same mend; subjects may have been renumbered."""
    assert proof.rule.judge_chain is not None, "only findings of chains have mends"
    return any(hit.mend == proof.mend for hit in proof.rule.judge_chain(chain, catalogue))


def _chain_of(proof: Proof) -> Chain:
    assert proof.chain is not None
    return proof.chain
