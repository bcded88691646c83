from collections.abc import Iterator

from govchain.analysis.hits.automation import decision_facts, is_automatic, takes_hardly_any_time
from govchain.analysis.rule import Hit, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.findings import Lever, Severity
from govchain.mends import DecideAtOnce


@chain_rule(
    "automatic-approval",
    severity=Severity.ADVICE,
    lever=Lever.CONVERT,
    message="{step} ({department}) only applies rules ({criteria}), and its data is at hand "
    "without papers; a program can decide it at once",
    remedy="let a program decide {step} at once, and leave to an official only what it cannot "
    "decide",
)
def automatic_approval(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """An approval holds the case up although rules and data at hand already decide it."""
    for step in chain.steps:
        if is_automatic(step, chain) and not takes_hardly_any_time(step):
            yield Hit(step, decision_facts(step, chain), DecideAtOnce((step.id,)))
