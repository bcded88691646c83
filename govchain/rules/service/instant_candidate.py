from collections.abc import Iterator

from govchain.analysis.hits.at_once import approvals_of, at_once, could_be_instant, decisive_facts
from govchain.analysis.hits.automation import takes_hardly_any_time
from govchain.analysis.rule import Hit, Spot, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.findings import Lever, Severity, Topic
from govchain.mends import Together


@chain_rule(
    "instant-candidate",
    severity=Severity.ADVICE,
    lever=Lever.CONVERT,
    topic=Topic.AT_ONCE,
    message="{matter} is promised within {promised_limit}, yet it could be decided at once: for "
    "{decided} nothing is needed but rules, and data that is at hand without papers",
    remedy="let a program decide {matter} at once when the application is complete, promise no "
    "more than what is left takes, and leave to an official only what it cannot decide",
)
def instant_candidate(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """Days are promised for what rules and data at hand already decide (即办)."""
    if could_be_instant(chain) and not all(map(takes_hardly_any_time, approvals_of(chain))):
        spot = Spot(chain.matter.id, chain.matter.time_limit.place or chain.matter.place)
        yield Hit(spot, decisive_facts(chain), Together(tuple(at_once(chain))))
