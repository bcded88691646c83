from collections.abc import Iterator

from govchain.analysis.rule import Hit, chain_rule
from govchain.analysis.unsupplied import able_holders, sharing_hit, unsupplied_needs
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.findings import Lever, Severity


@chain_rule(
    "missing-link",
    severity=Severity.WARNING,
    lever=Lever.SHARE,
    message="{consumer} needs {data} at {step}; it is held by {holders}, and no sharing link "
    "brings it",
    remedy="let {consumer} apply and {holders} open a link, so that {data} flows",
)
def missing_link(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """Data that a holder could share does not flow, and no link would bring it if it worked."""
    for need in unsupplied_needs(chain):
        if able_holders(need, chain) and chain.possible_path(need) is None:
            yield sharing_hit(need, chain, catalogue)
