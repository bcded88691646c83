"""What people gain by a mend: the chain's figures before less those after (semantics.md 3)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from fractions import Fraction

from govchain.analysis.questions.bases import laws_behind, papers_by_law
from govchain.analysis.questions.relief import Relief, relief_by
from govchain.analysis.questions.superfluous import (
    Paper,
    newly_superfluous,
    superfluous_by_mend,
    superfluous_papers,
)
from govchain.analysis.questions.visits import needless_visits, newly_needless
from govchain.compiler.chain import Chain
from govchain.compiler.conditions import Condition
from govchain.compiler.metrics import GAIN_NAMES, Gains
from govchain.findings import Benefit
from govchain.mends import (
    DropAlternative,
    DropMaterial,
    DropVisit,
    Mend,
    RunInParallel,
    Together,
    parts_of,
    spares_more,
)
from govchain.model.duration import TICKS_PER_DAY
from govchain.model.figures import rounded


def mended_whole(chain: Chain, change: Mend) -> Chain:
    """The chain after the mend, without the papers and visits that became superfluous by it."""
    mended, _ = mended_whole_by(chain, change)
    return mended


def mended_whole_by(chain: Chain, change: Mend) -> tuple[Chain, Mend]:
    """The chain so mended, and the mend with what became superfluous by it."""
    if not spares_more(change):
        return chain.mended(change), change
    if (relief := relief_by(change, chain)) is not None:
        whole = _together(change, going_with(relief))
        return chain.mended(whole), whole
    # asked before the mend: until then the chain knows what the one before it found out
    chain.once(superfluous_papers)
    idle_visits = chain.once(needless_visits)
    mended = chain.mended(change)
    papers = superfluous_by_mend(mended, chain)
    drops = _drops(papers, mended) if papers else []
    visits = mended.once(needless_visits) - idle_visits
    left = {material.number for material in mended.materials}
    spared = _spared(visits, chain, [*parts_of(change), *drops], left)
    whole = _together(change, [*drops, *spared])
    return (mended if whole is change else chain.mended(whole)), whole


def mended_within_law(chain: Chain, change: Mend) -> tuple[Chain, Mend] | None:
    """The same as far as no law stands behind what goes: a paper that one asks for is asked for
    still, and people come with it. None where one stands behind what the mend itself takes away."""
    if any(laws_behind(part, chain) or _is_idle(part, chain) for part in parts_of(change)):
        return None
    mended, whole = mended_whole_by(chain, change)
    going = [*parts_of(whole)][len([*parts_of(change)]) :]
    free = [part for part in going if not laws_behind(part, chain)]
    if is_law_in_the_way(mended) or len(free) < len(going):
        free = [part for part in free if not isinstance(part, DropVisit)]
    if len(free) == len(going):
        return mended, whole
    whole = _together(change, free)
    return chain.mended(whole), whole


def _is_idle(part: Mend, chain: Chain) -> bool:
    """A visit goes because it serves nothing, while people still come with what a law asks for."""
    is_needless = isinstance(part, DropVisit) and part.step in chain.once(needless_visits)
    return is_needless and is_law_in_the_way(chain)


def is_law_in_the_way(chain: Chain) -> bool:
    """A law asks for a paper that need not be asked for."""
    by_law = chain.once(papers_by_law)
    return any(number in by_law for number, _ in chain.once(superfluous_papers))


def without_idle_visits(chain: Chain, before: Chain, mends: Iterable[Mend]) -> Chain:
    """The chain that these mends, with what each made superfluous, left of the one before, without
    the visits that serve nothing any more by all of them together.

    One mend may spare the last paper of those who had another spared by a mend before it.
    """
    visits = chain.once(needless_visits) - before.once(needless_visits)
    left = {material.number for material in chain.materials}
    parts = [part for change in mends for part in parts_of(change)]
    spared = _spared(visits, before, parts, left)
    return chain.mended(Together(tuple(spared))) if spared else chain


def going_with(relief: Relief) -> list[Mend]:
    """What becomes superfluous by the relief, and goes with what it takes away."""
    papers = newly_superfluous(relief)
    drops = _drops(papers, relief.chain) if papers else []
    if not (drops or relief.gone):
        return drops
    left = {material.number for material in relief.materials}
    return [*drops, *_spared(newly_needless(relief), relief.chain, drops, left)]


def _together(change: Mend, going: Sequence[Mend]) -> Mend:
    return Together((change, *going)) if going else change


def _drops(papers: frozenset[Paper], mended: Chain) -> list[Mend]:
    """The materials, or alternatives of them, that go with these papers."""
    drops: list[Mend] = []
    for material in mended.materials:
        gone = [data for data in material.alternatives if (material.number, data) in papers]
        if gone and len(gone) == len(material.alternatives):
            drops.append(DropMaterial(material.number))
        else:
            drops.extend(DropAlternative(material.number, data) for data in gone)
    return drops


def _spared(
    visits: Collection[str], chain: Chain, parts: Collection[Mend], left: Collection[int]
) -> list[Mend]:
    """Of the visits that became needless those that go with a paper: one that these parts of the
    mend drop, or one that is not `left`."""
    gone = _gone(chain, parts, left) if visits else []
    return [DropVisit(step) for step in sorted(visits) if _goes_with(gone, step, chain)]


def _gone(chain: Chain, parts: Collection[Mend], left: Collection[int]) -> list[Condition]:
    """When the papers were asked for that these parts of a mend drop, or that are not left."""
    dropped = {part.number for part in parts if isinstance(part, DropMaterial)}
    by_number = {material.number: material for material in chain.materials}
    whole = [m.guard for n, m in by_number.items() if n in dropped or n not in left]
    for_some = [
        chain.when_brought(by_number[part.number], part.data)
        for part in parts
        if isinstance(part, DropAlternative)
    ]
    return [*whole, *for_some]


def _goes_with(gone: list[Condition], step: str, chain: Chain) -> bool:
    """One of the papers that go was asked for in every case of the step: nobody else comes."""
    scenarios = chain.scenarios
    return bool(gone) and scenarios.implies(chain.step(step).guard, scenarios.either(gone))


def benefit_between(before: Chain, after: Chain) -> Benefit:
    """The fall of worst-case days, visits, materials and steps, and of the mean by year."""
    measure, new_measure = before.measure_like(after), after.measure_like(before)
    is_share_known = measure.is_share_known and new_measure.is_share_known
    return _fall(before, measure.gains, new_measure.gains, is_share_known=is_share_known)


def benefit_in_parallel(chain: Chain, change: RunInParallel) -> Benefit:
    """The same of a mend that changes the order alone: days may fall, all else stays."""
    measure = chain.measure
    gains = measure.gains_in_parallel(change.first, change.second)
    return _fall(chain, measure.gains, gains, is_share_known=measure.is_share_known)


def benefit_without(chain: Chain, papers: Collection[int], visits: Collection[str]) -> Benefit:
    """The same of a mend by which these papers and visits go: all else stays."""
    measure = chain.measure
    gains = measure.gains_without(papers, visits)
    return _fall(chain, measure.gains, gains, is_share_known=measure.is_share_known)


def _fall(chain: Chain, before: Gains, after: Gains, *, is_share_known: bool) -> Benefit:
    if before is after and is_share_known:
        return _nothing(chain)
    worst, mean = before
    new_worst, new_mean = after
    ticks, visits, materials, steps = (a - b for a, b in zip(worst, new_worst, strict=True))
    volume = chain.matter.volume
    per_year = None
    if volume is not None and is_share_known:
        yearly = zip(GAIN_NAMES, mean, new_mean, (TICKS_PER_DAY, 1, 1, 1), strict=True)
        per_year = {name: _fall_a_year(a, b, volume, unit) for name, a, b, unit in yearly}
    return Benefit(rounded(ticks / TICKS_PER_DAY), visits, materials, steps, per_year)


def _nothing(chain: Chain) -> Benefit:
    """No fall in any figure."""
    is_known = chain.matter.volume is not None
    return Benefit(per_year=dict.fromkeys(GAIN_NAMES, 0.0) if is_known else None)


def _fall_a_year(before: Fraction, after: Fraction, cases: int, unit: int) -> float:
    """The fall of a mean over so many cases; a figure that a mend left alone is the same one."""
    return 0.0 if before is after else rounded(float((before - after) * cases / unit))
