from collections.abc import Container, Iterator

from govchain.analysis.hits.naming import data_named, item_named
from govchain.analysis.questions.redundancy import redundancy_of
from govchain.analysis.rule import Hit, Spot, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import Item, steps_of
from govchain.compiler.order import Order
from govchain.compiler.times import Schedule
from govchain.findings import Fact, Facts, Lever, Severity
from govchain.mends import Mend, RunInParallel
from govchain.model.duration import HALF_AN_HOUR, TICKS_PER_DAY


def _proposes(chain: Chain, catalogue: Catalogue, mend: Mend) -> bool:
    """Whether the two still wait for each other needlessly, and people longer for that."""
    if not isinstance(mend, RunInParallel) or chain.is_doubtful or not chain.is_described:
        return False
    level, _ = chain.schedule.way_to(mend.second)[-1]
    if mend.first not in level.order.predecessors(mend.second):
        return False
    first, second = level.items[mend.first], level.items[mend.second]
    redundant = redundancy_of(chain, catalogue).redundant
    return _is_serial(first, second, level, chain, redundant) and _gain(mend, chain) is not None


@chain_rule(
    "serial-approval",
    severity=Severity.WARNING,
    lever=Lever.PARALLEL,
    message="{second} waits for {first}, although neither uses the result of the other; they can "
    "run in parallel",
    remedy="let {first} and {second} start together; where the law fixes their order, name it as "
    "the order basis of {second}",
    proposes=_proposes,
)
def serial_approval(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """Two approvals one after the other, though neither needs the other and people wait longer."""
    if chain.is_doubtful or not chain.is_described:
        return
    redundant = redundancy_of(chain, catalogue).redundant
    for level in chain.schedule.levels():
        for second in level.items.values():
            for first in (level.items[id] for id in second.after):
                if _is_serial(first, second, level, chain, redundant):
                    yield from _hit_if_faster(first, second, chain)


def _is_serial(
    first: Item, second: Item, level: Schedule, chain: Chain, redundant: Container[str]
) -> bool:
    """The second waits for the first, of which no step goes, and neither is held to that."""
    if not _is_needed(first, second, level.order):
        return False
    if any(step in redundant for item in (first, second) for step in _steps(item, chain)):
        return False
    return _are_free(first, second, chain)


def _are_free(first: Item, second: Item, chain: Chain) -> bool:
    """Neither is held to the order: by law, by office, by deciding, or by the other's data."""
    if not (_may_run_beside(first, chain) and _may_run_beside(second, chain)):
        return False
    if second.order_basis or any(_is_unassigned(item, chain) for item in (first, second)):
        return False
    if first.inner is None and second.inner is None:
        before, after = chain.step(first.id), chain.step(second.id)
        if before.department == after.department:
            return False
        if after.is_decision and not before.is_decision:
            return False
    return not (_uses_result(first, second, chain) or _uses_result(second, first, chain))


def _is_unassigned(item: Item, chain: Chain) -> bool:
    """A step for which nobody is responsible."""
    return item.inner is None and chain.step(item.id).is_unassigned


def _is_needed(first: Item, second: Item, order: Order) -> bool:
    """No other way leads from first to second: only then can second begin earlier without it."""
    return not any(order.is_before(first.id, other) for other in second.after if other != first.id)


def _may_run_beside(item: Item, chain: Chain) -> bool:
    """A call, or an approval-like step that is in the chain; without time nothing is gained."""
    if not any(chain.step(id).ticks for id in _steps(item, chain)):
        return False
    if item.inner is not None:
        return True
    return chain.has_step(item.id) and chain.step(item.id).is_approval


def _uses_result(maker: Item, user: Item, chain: Chain) -> bool:
    """A need of a step of `user` speaks of data that a step of `maker` produces or changes."""
    return not _made(maker, chain).isdisjoint(_needed(user, chain))


def _made(item: Item, chain: Chain) -> set[str]:
    """The data that the item's steps produce or change."""
    return {data for id in _steps(item, chain) for data in chain.step(id).alters}


def _needed(item: Item, chain: Chain) -> set[str]:
    """The data of which a need of the item's steps speaks."""
    needs = (need for id in _steps(item, chain) for need in chain.needs(id))
    return {need.data for need in needs}


def _steps(item: Item, chain: Chain) -> list[str]:
    return [id for id in steps_of(item) if chain.has_step(id)]


def _hit_if_faster(first: Item, second: Item, chain: Chain) -> Iterator[Hit]:
    mend = RunInParallel(first.id, second.id)
    gain = _gain(mend, chain)
    if gain is not None:
        days, days_after = gain
        facts: Facts = {
            "first": item_named(chain, first),
            "second": item_named(chain, second),
            "made_by_first": _all_named(_made(first, chain), chain),
            "needed_by_second": _all_named(_needed(second, chain), chain),
            "made_by_second": _all_named(_made(second, chain), chain),
            "needed_by_first": _all_named(_needed(first, chain), chain),
            "days": days / TICKS_PER_DAY,
            "days_in_parallel": days_after / TICKS_PER_DAY,
        }
        yield Hit(Spot(first.id, second.place, second.id, names_step=True), facts, mend)


def _gain(mend: RunInParallel, chain: Chain) -> tuple[int, int] | None:
    """The worst case before and after, in ticks, where half an hour is gained or more."""
    days = chain.measure.worst_ticks
    days_after = chain.measure.worst_ticks_in_parallel(mend.first, mend.second)
    return (days, days_after) if days - days_after >= HALF_AN_HOUR else None


def _all_named(data: set[str], chain: Chain) -> Fact:
    return tuple(data_named(chain.registry, id) for id in sorted(data))
