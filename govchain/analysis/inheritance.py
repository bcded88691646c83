"""Findings of a caller that a called matter already shows are not said again.

semantics.md 1.11: a matter on the way to the finding's element shows the same rule at no lower
severity at the same written element; steps are compared by their ids in that matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from govchain.analysis.proofs import Essence, Proof
from govchain.findings import Severity


class _Shown(NamedTuple):
    """What a matter shows."""

    matter: str
    essence: Essence


def told_apart(proofs: Iterable[Proof]) -> tuple[list[Proof], list[Proof]]:
    """The proofs that are said, and those that a called matter already shows."""
    proofs = list(proofs)
    shown: dict[_Shown, Severity] = {}
    for proof in proofs:
        if proof.finding.matter is not None:
            key = _Shown(proof.finding.matter, proof.essence)
            known = shown.get(key)
            if known is None or proof.finding.severity.is_at_least(known):
                shown[key] = proof.finding.severity
    inherited = [proof for proof in proofs if _is_inherited(proof, shown)]
    unsaid = {id(proof) for proof in inherited}
    return [proof for proof in proofs if id(proof) not in unsaid], inherited


def _is_inherited(proof: Proof, shown: Mapping[_Shown, Severity]) -> bool:
    severities = (shown.get(key) for key in _on_the_way(proof))
    return any(known and known.is_at_least(proof.finding.severity) for known in severities)


def _on_the_way(proof: Proof) -> Iterator[_Shown]:
    """The matters that the calls on the way lead to, and what each of them would show."""
    if proof.chain is None:
        return
    calls = proof.chain.expansion.calls
    parts = proof.way.split("/")[:-1]
    for depth in range(1, len(parts) + 1):
        call = "/".join(parts[:depth])
        if call in calls:
            yield _Shown(calls[call], proof.essence.seen_from(f"{call}/"))
