"""One thing is told once: which remedy includes which, and which exclude one another.

semantics.md section 3, "One thing is told once". Findings are compared only where they touch the
same thing: each pair is found through the paper, step, check or link that both speak of.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from govchain.analysis.running.effects import Remedy, remedy_of
from govchain.analysis.running.exclusions import excluding_pairs
from govchain.analysis.running.inclusions import including_pairs, including_pairs_of_links
from govchain.analysis.running.proofs import Proof
from govchain.findings import Finding


def related(ranked: Sequence[Finding], proofs: Iterable[Proof]) -> tuple[Finding, ...]:
    """The findings in their order, each with what it includes and what it excludes.

    Of two that exclude one another neither includes the other: they are two ways to go.
    """
    by_fingerprint = {proof.finding.fingerprint: proof for proof in proofs}
    remedies = [
        remedy_of(rank, finding, by_fingerprint.get(finding.fingerprint))
        for rank, finding in enumerate(ranked)
    ]
    with_: dict[int, set[int]] = {}
    instead_of: dict[int, set[int]] = {}
    for group in _by_chain(remedies):
        for one, other in excluding_pairs(group):
            instead_of.setdefault(one, set()).add(other)
            instead_of.setdefault(other, set()).add(one)
        for first, second in including_pairs(group):
            with_.setdefault(first, set()).add(second)
    for first, second in including_pairs_of_links(remedies):
        with_.setdefault(first, set()).add(second)

    def fingerprints(ranks: set[int]) -> tuple[str, ...]:
        return tuple(ranked[rank].fingerprint for rank in sorted(ranks))

    return tuple(
        replace(
            finding,
            with_=fingerprints(with_.get(rank, set()) - instead_of.get(rank, set())),
            instead_of=fingerprints(instead_of.get(rank, set())),
        )
        if rank in with_ or rank in instead_of
        else finding
        for rank, finding in enumerate(ranked)
    )


def _by_chain(remedies: Iterable[Remedy]) -> Iterable[list[Remedy]]:
    """The remedies of each chain, in rank order; those of no one chain are in none."""
    groups: dict[str, list[Remedy]] = {}
    for remedy in remedies:
        if remedy.proof is not None and remedy.proof.chain is not None:
            groups.setdefault(remedy.proof.chain.matter.id, []).append(remedy)
    return groups.values()
