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
    remedies={
        "outside": "{consumer} is no public department, so nothing is opened to it: let {holders} "
        "answer its authorised query about {data} (verified, or by electronic certificate), so "
        "that nobody carries it",
    },
)
def missing_link(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """Data that a holder could share does not flow, and no link would bring it if it worked."""
    for need in unsupplied_needs(chain, catalogue):
        if able_holders(need, chain) and chain.possible_path(need) is None:
            yield sharing_hit(need, chain, catalogue)
