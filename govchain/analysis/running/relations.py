"""One thing is told once: which remedy includes which, and which exclude one another.

semantics.md section 3, "One thing is told once". Findings are compared only where they touch the
same thing: each pair is found through the paper, step, check or link that both speak of.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from govchain.analysis.running.effects import Remedy, remedy_of
from govchain.analysis.running.exclusions import excluding_pairs
from govchain.analysis.running.inclusions import including_pairs, including_pairs_of_links
from govchain.analysis.running.proofs import Proof
from govchain.findings import Finding


class Relations(NamedTuple):
    """For findings by their fingerprints those whose remedies theirs include, and exclude."""

    including: Mapping[str, set[str]]
    excluding: Mapping[str, set[str]]


UNRELATED = Relations({}, {})


def relations_in(ranked: Sequence[Finding], proofs: Iterable[Proof]) -> Relations:
    """How the findings of each chain are related, of some chains."""
    by_fingerprint = {proof.finding.fingerprint: proof for proof in proofs}
    remedies = [
        remedy_of(rank, finding, by_fingerprint.get(finding.fingerprint))
        for rank, finding in enumerate(ranked)
    ]
    known_by = [finding.fingerprint for finding in ranked]
    including: dict[str, set[str]] = {}
    excluding: dict[str, set[str]] = {}
    for group in _by_chain(remedies):
        for one, other in excluding_pairs(group):
            excluding.setdefault(known_by[one], set()).add(known_by[other])
            excluding.setdefault(known_by[other], set()).add(known_by[one])
        for first, second in including_pairs(group):
            including.setdefault(known_by[first], set()).add(known_by[second])
    return Relations(including, excluding)


def related(ranked: Sequence[Finding], relations: Iterable[Relations]) -> tuple[Finding, ...]:
    """The findings in their order, each with what it includes and what it excludes.

    `relations` are those of all chains; how findings of one link are related is added. Of two that
    exclude one another neither includes the other: they are two ways to go.
    """
    including: dict[str, set[str]] = {}
    excluding: dict[str, set[str]] = {}
    for known in relations:
        including.update(known.including)
        excluding.update(known.excluding)
    for first, second in including_pairs_of_links(ranked):
        including.setdefault(ranked[first].fingerprint, set()).add(ranked[second].fingerprint)
    rank_of = {finding.fingerprint: rank for rank, finding in enumerate(ranked)}

    def by_rank(fingerprints: set[str]) -> tuple[str, ...]:
        return tuple(sorted(fingerprints, key=rank_of.__getitem__))

    def with_relations(finding: Finding) -> Finding:
        id = finding.fingerprint
        if id not in including and id not in excluding:
            return finding
        excluded = excluding.get(id, set())
        included = including.get(id, set()) - excluded
        return replace(finding, with_=by_rank(included), instead_of=by_rank(excluded))

    return tuple(map(with_relations, ranked))


def _by_chain(remedies: Iterable[Remedy]) -> Iterable[list[Remedy]]:
    """The remedies of each chain, in rank order; those of no one chain are in none."""
    groups: dict[str, list[Remedy]] = {}
    for remedy in remedies:
        if remedy.proof is not None and remedy.proof.chain is not None:
            groups.setdefault(remedy.proof.chain.matter.id, []).append(remedy)
    return groups.values()
