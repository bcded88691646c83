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

from govchain.analysis.benefits import benefit_between, mended_whole
from govchain.analysis.inheritance import told_apart
from govchain.analysis.proofs import Proof
from govchain.analysis.running import collect
from govchain.analysis.superfluous import needless_visits, superfluous_papers
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.mends import DropMaterial, DropVisit, ShareData
from govchain.findings import Benefit, Severity
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
    proofs, faults = collect(all_rules(), catalogue)
    assert not faults, faults
    return told_apart(proofs)[0]


def _first_of_each_rule(proofs: Iterable[Proof], at_most: int | None) -> Iterator[Proof]:
    count: Counter[str] = Counter()
    for proof in proofs:
        if proof.mend is not None and proof.chain is not None:
            count[proof.rule.id] += 1
            if at_most is None or count[proof.rule.id] <= at_most:
                yield proof


def _rounds(proofs: list[Proof]) -> Iterator[list[Proof]]:
    waiting = proofs
    while waiting:
        batch: list[Proof] = []
        taken: set[str] = set()
        later = []
        for proof in waiting:
            touched = _touched(proof)
            if taken.isdisjoint(touched):
                batch.append(proof)
                taken |= touched
            else:
                later.append(proof)
        yield batch
        waiting = later


def _touched(proof: Proof) -> set[str]:
    """The matters in the chain, whose figures the mend changes, and the data that it shares."""
    chain = _chain(proof)
    data = {f"data {proof.mend.data}"} if isinstance(proof.mend, ShareData) else set()
    return data | set(chain.matters)


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
            write(proof.mend, _chain(proof), attempt)
        except NotWritable:
            continue
        mended = attempt
        written.append(proof)
    if not written:
        return
    after = compile_reading(mended.reading(), date)
    said = _said(after)
    _drop_what_became_superfluous(written, after, mended)
    final = compile_reading(mended.reading(), date)
    new_errors = _errors(said) - _errors(proofs)
    for proof in written:
        faults = [*_still_there(proof, proofs, said), *_other_figures(proof, final)]
        own = [key for key in new_errors if key[1] in _chain(proof).matters]
        faults += [f"brings a new error: {key}" for key in own]
        yield Trial(proof, tuple(faults))


def _drop_what_became_superfluous(
    written: list[Proof], after: Catalogue, mended: Definitions
) -> None:
    """Papers first; then visits, by the chain without those papers."""
    for proof in written:
        old, new = _chain(proof), after.chains[_chain(proof).matter.id]
        known = _papers(old)
        for number, data in sorted(superfluous_papers(new)):
            material = next(m for m in new.materials if m.number == number)
            single = len(material.alternatives) == 1 and not material.origin
            if single and (material.origin, material.written.name, data) not in known:
                write(DropMaterial(number), new, mended)
    middle = compile_reading(mended.reading(), after.date)
    for proof in written:
        if not _benefit(proof).visits:
            continue
        new = middle.chains[_chain(proof).matter.id]
        for step in sorted(needless_visits(new) - needless_visits(_chain(proof))):
            if "/" not in step:
                write(DropVisit(step), new, mended)


def _papers(chain: Chain) -> set[tuple[str, str, str]]:
    numbers = {material.number: material for material in chain.materials}
    return {
        (numbers[number].origin, numbers[number].written.name, data)
        for number, data in superfluous_papers(chain)
    }


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
    claimed = _benefit(proof)
    chain = _chain(proof)
    found = benefit_between(chain, final.chains[chain.matter.id])
    return [] if found == claimed else [f"claims {claimed}, and it is {found}"]


def _benefit(proof: Proof) -> Benefit:
    chain = _chain(proof)
    assert proof.mend is not None
    return benefit_between(chain, mended_whole(chain, proof.mend))


def _chain(proof: Proof) -> Chain:
    assert proof.chain is not None
    return proof.chain
