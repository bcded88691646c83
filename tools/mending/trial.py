"""Mends findings in the definitions, reads them again, and compares what became of them.

Findings are tried in rounds, at most one of each matter a round and no data shared twice, so that
one mend does not bear on the figures of another.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from govchain.analysis.running.benefits import benefit_between, mended_whole, mended_whole_by
from govchain.analysis.running.bundles import collect
from govchain.analysis.running.inheritance import told_once
from govchain.analysis.running.proofs import Proof
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.findings import Benefit, Severity
from govchain.mends import ShareData
from govchain.pipeline import compile_reading
from govchain.rules.discovery import all_rules
from tools.mending.definitions import Definitions, definitions_in
from tools.mending.edits import NotWritable, write

Key = tuple[str, str | None, str | None, str]


@dataclass(frozen=True, slots=True)
class Trial:
    """A finding whose mend was written, and what was wrong afterwards (nothing: all is right)."""

    proof: Proof
    faults: tuple[str, ...]


def trials(folder: Path, date: datetime.date, at_most: int | None = None) -> Iterator[Trial]:
    """Every finding of the folder that has a mend which can be written, tried.

    `at_most` of each rule, if given.
    """
    definitions = definitions_in(folder)
    before = compile_reading(definitions.reading(), date)
    proofs = _said(before)
    wanted = list(_first_of_each_rule(proofs, at_most))
    for batch in _rounds(wanted):
        yield from _try(batch, proofs, before, definitions, date)


def _said(catalogue: Catalogue) -> list[Proof]:
    proofs, faults = collect(all_rules(), catalogue, catalogue.chains)
    assert not faults, faults
    return told_once(proofs).said


def _first_of_each_rule(proofs: Iterable[Proof], at_most: int | None) -> Iterator[Proof]:
    count: Counter[str] = Counter()
    for proof in proofs:
        if proof.mend is not None and proof.chain is not None:
            count[proof.rule.id] += 1
            if at_most is None or count[proof.rule.id] <= at_most:
                yield proof


def _rounds(proofs: list[Proof]) -> Iterator[list[Proof]]:
    waiting = [_Reach(proof, *_reach_of(proof)) for proof in proofs]
    while waiting:
        batch: list[_Reach] = []
        later: list[_Reach] = []
        for reach in waiting:
            clashes = any(reach.clashes_with(other) for other in batch)
            (later if clashes else batch).append(reach)
        yield [reach.proof for reach in batch]
        waiting = later


@dataclass(frozen=True, slots=True)
class _Reach:
    """What a mend changes, and what its figures depend on: matters, data with a department."""

    proof: Proof
    changed: frozenset[str | tuple[str, str]]
    rests_on: frozenset[str | tuple[str, str]]

    def clashes_with(self, other: _Reach) -> bool:
        """One changes what the other's figures depend on."""
        return not (
            self.changed.isdisjoint(other.rests_on) and other.changed.isdisjoint(self.rests_on)
        )


def _reach_of(
    proof: Proof,
) -> tuple[frozenset[str | tuple[str, str]], frozenset[str | tuple[str, str]]]:
    chain = _chain(proof)
    lacking = [
        (need.data, chain.step(need.step).department or "")
        for need in chain.all_needs
        if chain.supply_of(need).state.burdens_applicant
    ]
    rests_on = {(data, above) for data, office in lacking for above in chain.network.above(office)}
    if isinstance(proof.mend, ShareData):
        linked = {(data, office) for data, office in lacking if data == proof.mend.data}
        return frozenset(linked), frozenset({*chain.matters, *rests_on})
    return frozenset({chain.matter.id}), frozenset({*chain.matters, *rests_on})


def _try(
    batch: list[Proof],
    proofs: list[Proof],
    before: Catalogue,
    definitions: Definitions,
    date: datetime.date,
) -> Iterator[Trial]:
    mended = definitions.copied()
    written = []
    for proof in batch:
        attempt = mended.copied()
        try:
            assert proof.mend is not None
            write(mended_whole_by(_chain(proof), proof.mend)[1], _chain(proof), attempt)
        except NotWritable:
            continue
        mended = attempt
        written.append(proof)
    if not written:
        return
    final = compile_reading(mended.reading(), date)
    said = _said(final)
    new_errors = _errors(said) - _errors(proofs)
    for proof in written:
        faults = [*_still_there(proof, proofs, said), *_other_figures(proof, final)]
        own = [key for key in new_errors if key[1] in _chain(proof).matters]
        faults += [f"brings a new error: {key}" for key in own]
        yield Trial(proof, tuple(faults))


def _still_there(proof: Proof, proofs: list[Proof], said: list[Proof]) -> list[str]:
    key = _key(proof)
    count_before = sum(_key(other) == key for other in proofs)
    count_after = sum(_key(other) == key for other in said)
    return [] if count_after < count_before else ["is still found"]


def _key(proof: Proof) -> Key:
    finding = proof.finding
    return finding.rule, finding.matter, finding.step, proof.essence.subject


def _errors(proofs: Iterable[Proof]) -> set[Key]:
    return {_key(proof) for proof in proofs if proof.finding.severity is Severity.ERROR}


def _other_figures(proof: Proof, final: Catalogue) -> list[str]:
    claimed = benefit_of(proof)
    chain = _chain(proof)
    found = benefit_between(chain, final.chains[chain.matter.id])
    return [] if found == claimed else [f"claims {claimed}, and it is {found}"]


def benefit_of(proof: Proof) -> Benefit:
    chain = _chain(proof)
    assert proof.mend is not None
    return benefit_between(chain, mended_whole(chain, proof.mend))


def _chain(proof: Proof) -> Chain:
    assert proof.chain is not None
    return proof.chain
