from collections.abc import Iterator

from govchain.analysis.hits.links import is_breached, link_facts
from govchain.analysis.rule import Hit, registry_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.sharing import PLANNED, Demand
from govchain.findings import Facts, Lever, Severity, Topic
from govchain.model.nouns import ALL, Link


@registry_rule(
    "breached-duty",
    severity=Severity.ERROR,
    lever=Lever.SHARE,
    topic=Topic.BREACH,
    message="by {duty} {from} has to share {data} with {to}, but the link does not work: {reason}",
    remedy="let {from} open the link to {to} and keep it working",
    remedies={
        "planned": "let {to} apply, and {from} open the link to them and keep it working",
    },
)
def breached_duty(catalogue: Catalogue) -> Iterator[Hit]:
    """A link that the law orders carries nothing, whatever would be asked of it."""
    for link in catalogue.registry.links:
        if is_breached(link, catalogue):
            reason = catalogue.network.shortcomings(link, Demand())
            facts: Facts = {
                **link_facts(link, catalogue),
                "duty": link.duty,
                "reason": reason,
                **_term_of(link),
                "date": catalogue.date.isoformat(),
            }
            is_to_apply = PLANNED in reason and ALL not in link.to
            yield Hit(link, facts, variant=PLANNED if is_to_apply else "")


def _term_of(link: Link) -> Facts:
    """The first and the last day it works, where they are written."""
    days = {"since": link.since, "until": link.until}
    return {name: day.isoformat() for name, day in days.items() if day is not None}
