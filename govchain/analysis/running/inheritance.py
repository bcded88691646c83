"""Findings of a caller that a called matter already shows are not said again.

semantics.md 1.11: a matter on the way to the finding's element shows the same rule at no lower
severity at the same written element; steps are compared by their ids in that matter. What is said
once keeps where it stands too, so that whoever looks at a caller's chain finds it there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from govchain.analysis.running.proofs import Essence, Proof
from govchain.compiler.catalogue import Catalogue
from govchain.findings import Finding, Stand


class _Shown(NamedTuple):
    """What a matter shows."""

    matter: str
    essence: Essence


class Retold(NamedTuple):
    """A proof that is not said again, and the one that says it."""

    proof: Proof
    teller: Proof


class Telling(NamedTuple):
    """What is said, and what is not said again."""

    said: list[Proof]
    unsaid: list[Retold]


def told_once(proofs: Iterable[Proof]) -> Telling:
    """The proofs that are said, each with where it stands in the chains of callers."""
    proofs = list(proofs)
    shown: dict[_Shown, Proof] = {}
    for proof in proofs:
        if proof.finding.matter is not None:
            key = _Shown(proof.finding.matter, proof.essence)
            known = shown.get(key)
            if known is None or not known.finding.severity.is_at_least(proof.finding.severity):
                shown[key] = proof
    stands: dict[Proof, list[Stand]] = {proof: [] for proof in proofs}
    unsaid: list[Retold] = []
    tellers = _tellers(proofs, shown)
    for proof in proofs:
        teller = tellers[proof]
        if teller is not proof:
            finding = proof.finding
            stands.pop(proof)
            stands[teller].append(Stand(finding.matter or "", finding.step, finding.subject))
            unsaid.append(Retold(proof, teller))
    said = [_standing(proof, stands[proof]) for proof in proofs if proof in stands]
    return Telling(said, unsaid)


def standing_in_callers(finding: Finding, catalogue: Catalogue) -> Finding:
    """What was found on no chain (by the reader, by looking at all matters) with its stands.

    It stands in each chain that calls its matter and has its step.
    """
    stands = [
        Stand(caller, step, finding.subject)
        for caller, call in catalogue.once(_calls_of_matters).get(finding.matter or "", ())
        if (step := finding.step and f"{call}/{finding.step}") is None
        or catalogue.chains[caller].has_step(step)
    ]
    return replace(finding, stands=tuple(dict.fromkeys(stands)))


def _calls_of_matters(catalogue: Catalogue) -> dict[str, list[tuple[str, str]]]:
    """Matter -> the matters whose chains call it, each with the call's id there."""
    found: dict[str, list[tuple[str, str]]] = {}
    for caller, chain in catalogue.chains.items():
        for call, matter in chain.expansion.calls.items():
            found.setdefault(matter, []).append((caller, call))
    return found


def _standing(proof: Proof, stands: Iterable[Stand]) -> Proof:
    """The proof with where it stands in chains of callers."""
    found = tuple(stands)
    return replace(proof, finding=replace(proof.finding, stands=found)) if found else proof


def _tellers(proofs: Iterable[Proof], shown: Mapping[_Shown, Proof]) -> dict[Proof, Proof]:
    """Of each proof the one that says it: of a matter called on the way, or itself."""
    tellers: dict[Proof, Proof] = {}
    for proof in proofs:
        passed = []
        teller = proof
        while teller not in tellers and (known := next(_shown_by_called(teller, shown), None)):
            passed.append(teller)
            teller = known
        teller = tellers.setdefault(teller, teller)
        tellers.update(dict.fromkeys(passed, teller))
    return tellers


def _shown_by_called(proof: Proof, shown: Mapping[_Shown, Proof]) -> Iterator[Proof]:
    """What matters on the way show at no lower severity."""
    found = (shown.get(key) for key in _on_the_way(proof))
    return (p for p in found if p and p.finding.severity.is_at_least(proof.finding.severity))


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
