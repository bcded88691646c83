"""Findings of a caller that a called matter already shows are not said again.

semantics.md 1.11: a matter on the way to the finding's step (for findings on materials: any
called matter) shows the same rule at no lower severity, the same step and the same subject.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from govchain.analysis.proofs import Proof
from govchain.compiler.chain import Chain
from govchain.findings import Severity

Essence = tuple[str, str | None, str]


def told_apart(proofs: Iterable[Proof]) -> tuple[list[Proof], list[Proof]]:
    """The proofs that are said, and those that a called matter already shows."""
    proofs = list(proofs)
    shown: dict[str, dict[Essence, Severity]] = {}
    for proof in proofs:
        if proof.finding.matter is not None:
            gravest = shown.setdefault(proof.finding.matter, {})
            known = gravest.get(proof.essence)
            if known is None or proof.finding.severity.is_at_least(known):
                gravest[proof.essence] = proof.finding.severity
    inherited = [proof for proof in proofs if _is_inherited(proof, shown)]
    unsaid = {id(proof) for proof in inherited}
    return [proof for proof in proofs if id(proof) not in unsaid], inherited


def _is_inherited(proof: Proof, shown: Mapping[str, Mapping[Essence, Severity]]) -> bool:
    if proof.chain is None:
        return False
    for matter in _matters_on_the_way(proof, proof.chain):
        severity = shown.get(matter, {}).get(proof.essence)
        if severity is not None and severity.is_at_least(proof.finding.severity):
            return True
    return False


def _matters_on_the_way(proof: Proof, chain: Chain) -> Iterable[str]:
    calls = chain.expansion.calls
    if proof.finding.step is None:
        return calls.values() if proof.is_on_material else ()
    parts = proof.finding.step.split("/")[:-1]
    prefixes = ("/".join(parts[: depth + 1]) for depth in range(len(parts)))
    return [calls[prefix] for prefix in prefixes if prefix in calls]
