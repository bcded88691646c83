from collections.abc import Iterator

from govchain.analysis.hits.links import link_facts
from govchain.analysis.questions.recorded import PURPOSE, is_recorded
from govchain.analysis.rule import Hit, registry_rule
from govchain.compiler.catalogue import Catalogue
from govchain.findings import Lever, Severity


@registry_rule(
    "personal-without-purpose",
    severity=Severity.WARNING,
    lever=Lever.CLARIFY,
    message="{data} is about persons and {from} provides it to {to}, but it is not written what "
    "for",
    remedy="write the purpose for which {to} uses {data}; if there is none, end the sharing",
)
def personal_without_purpose(catalogue: Catalogue) -> Iterator[Hit]:
    """Data about persons flows, and nobody has said what for."""
    registry = catalogue.registry
    for link in registry.links if is_recorded(PURPOSE, catalogue) else ():
        if registry.data[link.data].personal and not link.purpose:
            yield Hit(link, link_facts(link, catalogue))
