from collections.abc import Iterable, Iterator, Sequence

from govchain.analysis.hits.naming import data_named, department_named, matter_named, step_named
from govchain.analysis.questions.redundancy import redundancy_of
from govchain.analysis.rule import Hit, Spot, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainStep
from govchain.findings import Facts, Lever, Severity

_JUDGING = frozenset({"review", "approve"})
"""Who judges so does it on its own account: nobody asked for it, as for an opinion or a look."""
_LAYERS = _JUDGING | {"countersign"}


@chain_rule(
    "back-and-forth",
    severity=Severity.ADVICE,
    lever=Lever.MERGE,
    message="{department} judges a case at {first}, hands it on to {between_department} "
    "({between}) and judges it again at {second}, which uses nothing that was found there",
    remedy="let {department} judge at {first} what it judges at {second}, so that the case does "
    "not come back; where {second} does rest on {between}, write what that makes, and that "
    "it is needed",
)
def back_and_forth(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """A case goes from a department to another and comes back, for nothing."""
    if chain.is_doubtful or not chain.is_described:
        return
    for second in chain.steps:
        if second.kind in _LAYERS and second.department and not second.written.order_basis:
            found = next(_ways_back_to(second, chain, catalogue), None)
            if found is not None:
                first, between = found
                spot = Spot(between.id, second.place, second.id, names_step=True)
                yield Hit(spot, _facts(first, between, second, chain))


def _ways_back_to(
    second: ChainStep, chain: Chain, catalogue: Catalogue
) -> Iterator[tuple[ChainStep, ChainStep]]:
    """The first look and the step between, of ways back to the second that one case can meet."""
    looks: dict[str, bool] = {}
    for between in _in_chain_order(chain.order.predecessors(second.id), chain):
        if not _is_elsewhere(between, second):
            continue
        for first in _in_chain_order(chain.order.predecessors(between.id), chain):
            if first.id not in looks:
                looks[first.id] = _is_same_look(first, second, chain)
            ids = (first.id, between.id, second.id)
            if looks[first.id] and chain.can_coincide(*ids) and _are_needed(ids, chain, catalogue):
                yield first, between


def _in_chain_order(ids: Iterable[str], chain: Chain) -> list[ChainStep]:
    return [chain.step(id) for id in sorted(ids, key=chain.order.position)]


def _is_elsewhere(between: ChainStep, second: ChainStep) -> bool:
    """It is a judgement of another department in the same matter, where no law wants it."""
    return (
        between.kind in _JUDGING
        and between.reach == second.reach
        and between.department not in (None, second.department)
        and not (between.written.order_basis or between.written.independent)
    )


def _is_same_look(first: ChainStep, second: ChainStep, chain: Chain) -> bool:
    """The second look could have been taken with the first."""
    order = chain.order
    return (
        first.kind in _LAYERS
        and first.reach == second.reach
        and first.department == second.department
        and first.is_decision == second.is_decision
        and not (first.written.independent or second.written.independent)
        and all(
            step == first.id or order.is_before(step, first.id)
            for step in chain.once(_awaited_by, second.id)
        )
    )


def _are_needed(ids: Sequence[str], chain: Chain, catalogue: Catalogue) -> bool:
    return redundancy_of(chain, catalogue).redundant.keys().isdisjoint(ids)


def _awaited_by(chain: Chain, id: str) -> tuple[str, ...]:
    """The steps before it on which it rests: what is no judgement of its own, makes or changes what
    it needs, or is no decision where it is one."""
    second = chain.step(id)
    needed = {need.data for need in chain.needs(id)}
    return tuple(
        before.id
        for before in map(chain.step, chain.order.ancestors(id))
        if before.kind not in _JUDGING
        or not needed.isdisjoint(before.alters)
        or (second.is_decision and not before.is_decision)
    )


def _facts(first: ChainStep, between: ChainStep, second: ChainStep, chain: Chain) -> Facts:
    registry = chain.registry
    needed = {need.data for need in chain.needs(second.id)}
    return {
        "matter": matter_named(second.matter),
        "department": department_named(registry, second.department),
        "first": step_named(chain, first.id),
        "between": step_named(chain, between.id),
        "between_department": department_named(registry, between.department),
        "second": step_named(chain, second.id),
        "made_between": tuple(data_named(registry, data) for data in sorted(between.alters)),
        "needed_by_second": tuple(data_named(registry, data) for data in sorted(needed)),
    }
