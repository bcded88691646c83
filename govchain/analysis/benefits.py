"""What people gain by a mend: the chain's figures before less those after (semantics.md 3)."""

from __future__ import annotations

from govchain.analysis.superfluous import needless_visits, superfluous_materials
from govchain.compiler.chain import Chain
from govchain.compiler.conditions import Condition
from govchain.compiler.mends import DropMaterial, DropVisit, Mend, Together, spares_more
from govchain.compiler.metrics import GAIN_NAMES
from govchain.findings import Benefit
from govchain.model.duration import TICKS_PER_DAY

DIGITS = 6
"""Figures are rounded so that no sum shows the dust of floating point."""


def mended_whole(chain: Chain, change: Mend) -> Chain:
    """The chain after the mend, without the papers and visits that became superfluous by it."""
    mended = chain.mended(change)
    if not spares_more(change):
        return mended
    papers = superfluous_materials(mended) - chain.once(superfluous_materials)
    kept = {material.number for material in mended.materials} - papers
    gone = [material.guard for material in chain.materials if material.number not in kept]
    visits = needless_visits(mended) - chain.once(needless_visits)
    spared = [step for step in sorted(visits) if _goes_with(gone, step, chain)]
    if not papers and not spared:
        return mended
    drops = [DropMaterial(number) for number in sorted(papers)]
    return chain.mended(Together((change, *drops, *map(DropVisit, spared))))


def _goes_with(gone: list[Condition], step: str, chain: Chain) -> bool:
    """One of the papers that go was asked for in every case of the step: nobody else comes."""
    scenarios = chain.scenarios
    return bool(gone) and scenarios.implies(chain.step(step).guard, scenarios.either(gone))


def benefit_between(before: Chain, after: Chain) -> Benefit:
    """The fall of worst-case days, visits, materials and steps, and of the mean by year."""
    worst, mean = before.measure.gains
    new_worst, new_mean = after.measure_like(before).gains
    ticks, visits, materials, steps = (a - b for a, b in zip(worst, new_worst, strict=True))
    volume = before.matter.volume
    per_year = None
    if volume is not None:
        falls = [(a - b) * volume for a, b in zip(mean, new_mean, strict=True)]
        falls[0] /= TICKS_PER_DAY
        per_year = {name: _rounded(fall) for name, fall in zip(GAIN_NAMES, falls, strict=True)}
    return Benefit(_rounded(ticks / TICKS_PER_DAY), visits, materials, steps, per_year)


def _rounded(figure: float) -> float:
    """Rounded, and never minus zero."""
    return round(figure, DIGITS) + 0.0
