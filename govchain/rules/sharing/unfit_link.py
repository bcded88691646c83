from collections.abc import Iterator
from dataclasses import replace

from govchain.analysis.naming import hop_named
from govchain.analysis.rule import Hit, chain_rule
from govchain.analysis.unsupplied import able_holders, sharing_hit, unsupplied_needs
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.findings import Lever, Severity


@chain_rule(
    "unfit-link",
    severity=Severity.WARNING,
    lever=Lever.SHARE,
    message="{consumer} needs {data} at {step}; the link {link} does not serve it: {reason}",
    remedy="let {holders} and {consumer} mend the link {link} so that it serves {step}: {reason}",
)
def unfit_link(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """Data that a holder could share does not flow, because a link on its way is not usable."""
    for need in unsupplied_needs(chain):
        path = chain.possible_path(need)
        if path is None or not able_holders(need, chain):
            continue
        broken = [
            (flow, shortcomings)
            for flow in path
            if (shortcomings := chain.network.shortcomings(flow.link, need.demand))
        ]
        hit = sharing_hit(need, chain, catalogue)
        reasons = dict.fromkeys(reason for _, shortcomings in broken for reason in shortcomings)
        facts = {
            **hit.facts,
            "link": tuple(hop_named(chain.registry, flow) for flow, _ in broken),
            "reason": tuple(reasons),
        }
        yield replace(hit, facts=facts)
