"""What a mend does, piece by piece: what of a chain goes, and what comes to be supplied.

semantics.md section 3, "One thing is told once": the effect of a finding is what its mend does,
with what that makes superfluous.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from govchain.analysis.questions.bases import papers_by_law
from govchain.analysis.questions.relief import Relief, relief_by
from govchain.analysis.questions.visits import papers_in_the_way, papers_still_asked
from govchain.analysis.running.benefits import (
    benefit_between,
    benefit_in_parallel,
    benefit_without,
    going_with,
    mended_whole_by,
)
from govchain.analysis.running.proofs import Proof
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainMaterial, ChainStep
from govchain.compiler.needs import Need
from govchain.findings import Benefit, Finding
from govchain.mends import (
    DecideAtOnce,
    DropAlternative,
    DropMaterial,
    DropVisit,
    Join,
    Mend,
    NeedKey,
    RunInParallel,
    ShortenPromise,
    parts_of,
)

Piece: TypeAlias = "tuple[str | int, ...]"
"""One thing that a mend changes: a word that says what kind of thing, and which one it is."""
Effect: TypeAlias = "frozenset[Piece]"
Pair: TypeAlias = "tuple[int, int]"
"""Two findings by their ranks."""

STEP, VISIT, CHECK, TIME, NEED = "step", "visit", "check", "time", "need"
PAPER, ALTERNATIVE, EDGE, JOINED = "paper", "alternative", "edge", "joined"
PROMISE = "promise"


@dataclass(frozen=True, slots=True)
class Consequence:
    """What people gain by a mend, and what it changes in the chain."""

    benefit: Benefit
    effect: Effect
    still_asked: tuple[str, ...] = ()
    """The papers for which people still come, where only those stand in the way of a visit."""
    asking: tuple[str, ...] = ()
    """The provisions that ask for the papers that become superfluous by it."""


@dataclass(frozen=True, slots=True, eq=False)
class Remedy:
    """A finding by its rank, and what mending it does; no effect where it has no single mend."""

    rank: int
    finding: Finding
    proof: Proof | None
    effect: Effect

    @property
    def mend(self) -> Mend | None:
        return self.proof.mend if self.proof else None


def remedy_of(rank: int, finding: Finding, proof: Proof | None) -> Remedy:
    """The remedy of a ranked finding; where its benefit could not be told, its effect cannot."""
    effect: Effect = frozenset()
    if proof and proof.chain and proof.mend and finding.benefit is not None:
        effect = proof.chain.once(consequence_of, proof.mend).effect
    return Remedy(rank, finding, proof, effect)


def consequence_of(chain: Chain, change: Mend) -> Consequence:
    """What the mend brings, with the papers and visits that it makes superfluous."""
    if isinstance(change, RunInParallel):
        return Consequence(benefit_in_parallel(chain, change), frozenset(_of_mend(change)))
    if (relief := relief_by(change, chain)) is not None:
        going = going_with(relief)
        if not any(isinstance(part, DropAlternative) for part in going):
            return _of_relief(relief, going)
    return compared(chain, change, *mended_whole_by(chain, change))


def compared(chain: Chain, change: Mend, after: Chain, whole: Mend) -> Consequence:
    """What the mend brings, and with what goes by it the whole: by comparing the chain with the one
    after it."""
    kept = {material.number for material in after.materials}
    gone = [material for material in chain.materials if material.number not in kept]
    effect = frozenset((*_of_mend(whole), *_of_steps(chain, after), *_of_papers(gone)))
    return Consequence(
        benefit_between(chain, after),
        effect.union(_of_needs(chain, after)),
        papers_still_asked(chain, after),
        _asking([*parts_of(whole)][len([*parts_of(change)]) :], chain),
    )


def _of_relief(relief: Relief, going: Sequence[Mend]) -> Consequence:
    """The same where data may come to flow, and nothing goes but papers and visits: nothing else
    is another after it."""
    chain = relief.chain
    gone = relief.gone.union(part.number for part in going if isinstance(part, DropMaterial))
    visits = {part.step for part in going if isinstance(part, DropVisit)}
    papers = [material for material in chain.materials if material.number in gone]
    effect: set[Piece] = {(VISIT, step) for step in visits}
    effect.update(_of_papers(papers))
    if relief.shared:
        burdening = chain.once(_burdening)
        effect.update((NEED, n.step, number) for number, n in burdening if n in relief.shared)
    return Consequence(
        benefit_without(chain, gone, visits),
        frozenset(effect),
        () if visits else papers_in_the_way(papers, replace(relief, gone=gone)),
        _asking(going, chain),
    )


def _asking(going: Iterable[Mend], chain: Chain) -> tuple[str, ...]:
    """The provisions that ask for the papers that go, if only for some; where law itself waives
    one, none has to be amended for it."""
    numbers = {g.number for g in going if isinstance(g, DropMaterial | DropAlternative)}
    by_law = chain.once(papers_by_law).items()
    return tuple(dict.fromkeys(law for number, laws in by_law if number in numbers for law in laws))


def _of_mend(change: Mend) -> Iterator[Piece]:
    """What the mend itself says: no time, a shorter promise, no edge, no paper for some, what is
    joined."""
    for part in parts_of(change):
        match part:
            case DecideAtOnce(steps):
                yield from ((TIME, step) for step in steps)
            case ShortenPromise():
                yield (PROMISE,)
            case RunInParallel(first, second):
                yield EDGE, first, second
            case DropAlternative(number, data):
                yield ALTERNATIVE, number, data
            case Join(what):
                yield JOINED, what


def _of_steps(chain: Chain, after: Chain) -> Iterator[Piece]:
    """Steps that go, with all that is at them, and what goes of those that stay."""
    if after.expansion.steps is chain.expansion.steps:
        return
    for step in chain.steps:
        if not after.has_step(step.id):
            yield from _whole(step, chain)
            continue
        left = after.step(step.id)
        if step.visit and not left.visit:
            yield VISIT, step.id
        yield from ((CHECK, step.id, c) for c in step.checks if c not in left.checks)


def _whole(step: ChainStep, chain: Chain) -> Iterator[Piece]:
    """A step and all that is at it."""
    yield STEP, step.id
    yield TIME, step.id
    if step.visit:
        yield VISIT, step.id
    yield from ((CHECK, step.id, criterion) for criterion in step.checks)
    yield from ((NEED, step.id, number) for number, _ in enumerate(chain.needs(step.id)))


def _of_papers(gone: Iterable[ChainMaterial]) -> Iterator[Piece]:
    """Papers that are asked for no longer, with all their alternatives."""
    for material in gone:
        yield PAPER, material.number
        if len(material.alternatives) > 1:
            yield from ((ALTERNATIVE, material.number, data) for data in material.alternatives)


def _of_needs(chain: Chain, after: Chain) -> Iterator[Piece]:
    """Needs that lack their data no longer: it flows, the applicant's word stands for it, or what
    was checked with it is not checked here."""
    old, new = chain.expansion, after.expansion
    flows = (old.flowing, old.promised) != (new.flowing, new.promised)
    left: dict[str, set[NeedKey]] = {}
    for number, need in chain.once(_burdening):
        if after.touched is not None and after.touched.isdisjoint(need.alternatives):
            continue
        if not after.has_step(need.step):
            continue
        if need.step not in left:
            left[need.step] = {need.key for need in after.needs(need.step)}
        if need.key not in left[need.step] or (
            flows and not after.supply_of(need).state.burdens_applicant
        ):
            yield NEED, need.step, number


def _burdening(chain: Chain) -> list[tuple[int, Need]]:
    """The needs that burden the applicant, each with its number among those of its step."""
    return [
        (number, need)
        for step in chain.steps
        for number, need in enumerate(chain.needs(step.id))
        if chain.supply_of(need).state.burdens_applicant
    ]
