"""On which steps a mend can have changed the verdict whether they are redundant.

A verdict on a step rests on the steps that check what it checks and on the data that proves it, on
what comes before it and can come between, and on the decisions of its matter (semantics.md 2).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainStep
from govchain.compiler.needs import Need
from govchain.compiler.supply import SupplyState


def steps_judged_anew(chain: Chain, before: Chain, catalogue: Catalogue) -> frozenset[str] | None:
    """The steps, gone ones included, on which the verdict may be another than before the mend;
    None: any."""
    if chain.resupplied is None or chain.moved is None or not _stand_in_line(chain, before):
        return None
    criteria = set(_other_proofs(chain, before, catalogue))
    edited = _edited(chain, before)
    if not (criteria or edited or chain.moved):
        return frozenset()
    gone = [step for step in edited if not chain.has_step(step.id)]
    moved = {id for pair in chain.moved for id in pair}
    if any(step.alters for step in (*gone, *map(chain.step, moved))):
        return None
    criteria.update(criterion for step in edited for criterion in _dropped_checks(step, chain))
    touched = {step.id for step in edited}
    for pair in chain.moved:
        if _bear_on_each_other(*pair, chain, catalogue):
            touched.update(pair)
    if criteria:
        touched.update(s.id for s in chain.steps if not criteria.isdisjoint(s.checks))
    if gone or moved:
        touched.update(_otherwise_last(chain, before, gone))
    return frozenset(touched)


def _otherwise_last(chain: Chain, before: Chain, gone: Collection[ChainStep]) -> Iterator[str]:
    """The steps that nothing follows any more, or that something follows now; the decisions of
    matters of which one is gone: each of them may now be the last."""
    deciding = {step.matter.id for step in gone if step.is_decision}
    for step in chain.steps:
        followed = bool(chain.order.followers(step.id)), bool(before.order.followers(step.id))
        if followed[0] is not followed[1] or (step.matter.id in deciding and step.is_decision):
            yield step.id


def _edited(chain: Chain, before: Chain) -> list[ChainStep]:
    """The steps, as they were, that are gone or do not check what they did."""
    left = chain.expansion.steps
    if left is before.expansion.steps:
        return []
    return [s for s in before.steps if s.id not in left or left[s.id].checks != s.checks]


def _stand_in_line(chain: Chain, before: Chain) -> bool:
    """The steps that are left stand in the same chain order."""
    if chain.order is before.order:
        return True
    return chain.order.steps == tuple(id for id in before.order.steps if chain.has_step(id))


def _bear_on_each_other(earlier: str, later: str, chain: Chain, catalogue: Catalogue) -> bool:
    """Both check the same, or what the earlier one needs proves what the later one checks."""
    checks = {*chain.step(later).checks}
    return not checks.isdisjoint(chain.step(earlier).checks) or any(
        not checks.isdisjoint(catalogue.attested_by(need.data, chain))
        for need in chain.needs(earlier)
    )


def _dropped_checks(step: ChainStep, chain: Chain) -> set[str]:
    kept = chain.step(step.id).checks if chain.has_step(step.id) else ()
    return {*step.checks}.difference(kept)


def _other_proofs(chain: Chain, before: Chain, catalogue: Catalogue) -> Iterator[str]:
    """The criteria proved by data of needs that are gone, or that came or went missing."""
    for need in chain.resupplied or ():
        attested = catalogue.attested_by(need.data, chain)
        if attested and (
            not chain.has_step(need.step)
            or need not in chain.needs(need.step)
            or _is_missing(need, chain) is not _is_missing(need, before)
        ):
            yield from attested


def _is_missing(need: Need, chain: Chain) -> bool:
    return chain.supply_of(need).state is SupplyState.MISSING
