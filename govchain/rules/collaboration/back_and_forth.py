from collections.abc import Iterator

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
        if second.kind not in _LAYERS or second.written.order_basis:
            continue
        for between in map(chain.step, chain.order.predecessors(second.id)):
            first = _first_look(between, second, chain, catalogue)
            if first is not None:
                spot = Spot(between.id, second.place, second.id, names_step=True)
                yield Hit(spot, _facts(first, between, second, chain))


def _first_look(
    between: ChainStep, second: ChainStep, chain: Chain, catalogue: Catalogue
) -> ChainStep | None:
    """The first step before the one between, at which the department of the second judges."""
    if between.kind not in _JUDGING or between.written.order_basis:
        return None
    if not _are_of_two_offices(between, second):
        return None
    befores = map(chain.step, chain.order.predecessors(between.id))
    return next((b for b in befores if _is_same_look(b, between, second, chain, catalogue)), None)


def _are_of_two_offices(between: ChainStep, second: ChainStep) -> bool:
    offices = between.department, second.department
    return None not in offices and offices[0] != offices[1] and between.reach == second.reach


def _is_same_look(
    first: ChainStep, between: ChainStep, second: ChainStep, chain: Chain, catalogue: Catalogue
) -> bool:
    """One case meets all three, and the second look could have been taken with the first."""
    steps = (first, between, second)
    return (
        first.kind in _LAYERS
        and first.department == second.department
        and first.reach == second.reach
        and first.is_decision == second.is_decision
        and not any(step.written.independent for step in steps)
        and _waits_for_nothing(first, second, chain)
        and chain.can_coincide(*(step.id for step in steps))
        and redundancy_of(chain, catalogue).redundant.keys().isdisjoint(step.id for step in steps)
    )


def _waits_for_nothing(first: ChainStep, second: ChainStep, chain: Chain) -> bool:
    """The second look uses nothing of all that comes before it and not before the first."""
    order = chain.order
    return all(
        step == first.id or order.is_before(step, first.id)
        for step in chain.once(_awaited_by, second.id)
    )


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
