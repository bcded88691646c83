from collections.abc import Iterator

from govchain.analysis.hits.unsupplied import sharing_facts, unsupplied_needs
from govchain.analysis.questions.holders import able_holders
from govchain.analysis.rule import Hit, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.supply import SupplyState
from govchain.findings import Lever, Severity, Topic


@chain_rule(
    "no-source",
    severity=Severity.ERROR,
    lever=Lever.CLARIFY,
    topic=Topic.NOT_SHARED,
    message="{consumer} needs {data} at {step}, but no department could share it and no material "
    "is certain to bring it",
    remedy="find out who makes {data} and write its holder, link or material; if nobody can "
    "supply it, drop the need from {step}",
)
def no_source(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """A step needs data that nothing brings and nobody could share."""
    for need in unsupplied_needs(chain, catalogue):
        if chain.supply_of(need).state is SupplyState.MISSING and not able_holders(need, chain):
            yield Hit(need, sharing_facts(need, chain))
