from collections.abc import Iterator

from govchain.analysis.hits.naming import (
    criterion_named,
    data_named,
    departments_named,
    need_named,
    step_named,
)
from govchain.analysis.hits.unsupplied import unsupplied_needs
from govchain.analysis.questions.holders import able_holders
from govchain.analysis.questions.superfluous import is_banned, is_declared, is_read
from govchain.analysis.rule import Hit, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainMaterial
from govchain.compiler.needs import Need
from govchain.compiler.supply import SupplyState
from govchain.findings import Facts, Lever, Severity, Topic
from govchain.mends import TakeWord


@chain_rule(
    "promised-paper",
    severity=Severity.ADVICE,
    lever=Lever.COMMIT,
    topic=Topic.NEEDLESS_PAPER,
    message="{material} only serves checks that may be made after the event ({criteria}); the "
    "applicant's promise could stand for it",
    remedy="accept a written promise instead of {material}, and let {department} check afterwards",
)
def promised_paper(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """A paper for which the applicant's promise would do, because its checks may come later."""
    if chain.is_doubtful or not chain.is_described:
        return
    unsupplied = set(unsupplied_needs(chain, catalogue))
    for material in chain.materials:
        needs = chain.needs_met_by(material)
        can_wait = (
            needs and unsupplied.issuperset(needs) and all(_may_wait(n, chain) for n in needs)
        )
        if can_wait and _is_asked_for(material, chain):
            promised = tuple(need.key for need in needs)
            mend = TakeWord(material.number, promised)
            yield Hit(material, _facts(material, needs, chain), mend)


def _is_asked_for(material: ChainMaterial, chain: Chain) -> bool:
    """A paper handed in, about more than what the applicant says, and not banned as it is."""
    if not material.is_submitted or is_declared(material, chain) or is_banned(material, chain):
        return False
    return is_read(material, chain)


def _may_wait(need: Need, chain: Chain) -> bool:
    """The paper is its only source, nobody could share it, and all that rests on it can wait."""
    if not need.criteria or chain.supply_of(need).state is not SupplyState.CARRIED:
        return False
    if able_holders(need, chain):
        return False
    return all(chain.criterion(id).verify == "after" for id in need.criteria)


def _facts(material: ChainMaterial, needs: tuple[Need, ...], chain: Chain) -> Facts:
    registry = chain.registry
    criteria = dict.fromkeys(id for need in needs for id in need.criteria)
    offices = {chain.step(need.step).department or "" for need in needs}
    return {
        "material": material.written.name,
        "data": need_named(registry, material.alternatives),
        "criteria": tuple(criterion_named(registry, id) for id in criteria),
        "department": departments_named(registry, offices),
        "needs": tuple(
            {"step": step_named(chain, need.step), "data": data_named(registry, need.data)}
            for need in needs
        ),
    }
