from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from govchain.analysis.hits.naming import departments_named
from govchain.analysis.hits.unsupplied import (
    is_shareable,
    platforms_with,
    proposes_sharing,
    sharing_hit,
    unsupplied_needs,
)
from govchain.analysis.rule import Hit, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.needs import Need
from govchain.findings import Lever, Severity, Topic


@chain_rule(
    "missing-link",
    severity=Severity.WARNING,
    lever=Lever.SHARE,
    topic=Topic.NOT_SHARED,
    message="{consumer} needs {data} at {step}; it is held by {holders}, and no sharing link "
    "brings it",
    variants={
        "at-platform": "{consumer} needs {data} at {step}; {platform} has it from {holders}, and "
        "no sharing link brings it on",
    },
    remedy="let {consumer} apply and {holders} open a link, so that {data} flows",
    remedies={
        "at-platform": "let {consumer} apply and {platform} pass {data} on to it, with the consent "
        "of {holders}",
        "outside": "{consumer} is no public department, so nothing is opened to it: let {holders} "
        "answer its authorised query about {data} (verified, or by electronic certificate), so "
        "that nobody carries it",
    },
    proposes=partial(proposes_sharing, is_linked=False),
)
def missing_link(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """Data that a holder could share does not flow, and no link would bring it if it worked."""
    for need in unsupplied_needs(chain, catalogue):
        if is_shareable(need, chain, is_linked=False):
            hit = sharing_hit(need, chain, catalogue)
            if stops := _stops(need, chain):
                stopped_at = departments_named(chain.registry, stops)
                hit = replace(hit, facts={**hit.facts, "stopped_at": stopped_at})
            if not hit.variant and (platforms := platforms_with(need, chain)):
                platform = departments_named(chain.registry, platforms)
                hit = replace(hit, facts={**hit.facts, "platform": platform}, variant="at-platform")
            yield hit


def _stops(need: Need, chain: Chain) -> tuple[str, ...]:
    """Where the data goes through a department that is no platform, and so no further."""
    department = chain.step(need.step).department or ""
    holders = chain.holders_of(need.data, need.step, need.guard)
    return chain.network.stops_before(department, need.data, holders)
