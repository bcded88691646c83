from collections.abc import Iterator

from govchain.analysis.hits.links import link_facts
from govchain.analysis.hits.naming import department_named
from govchain.analysis.rule import Hit, registry_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.sharing import SharingNetwork
from govchain.findings import Lever, Severity
from govchain.model.nouns import Data, Link


@registry_rule(
    "second-source",
    severity=Severity.WARNING,
    lever=Lever.CLARIFY,
    message="{from} provides {data} to {to}, but the one source of {data} is {holder}",
    remedy="let {to} receive {data} from {holder}, directly or over a platform; if {from} is its "
    "true source, correct the holder",
)
def second_source(catalogue: Catalogue) -> Iterator[Hit]:
    """Data is handed on by a department that keeps a copy, not by its one source."""
    registry = catalogue.registry
    for link in registry.links:
        data = registry.data[link.data]
        if _is_certain(link, data, catalogue.network) and _is_copy(link, data, catalogue.network):
            facts = {
                **link_facts(link, catalogue),
                "holder": department_named(registry, data.holder),
            }
            yield Hit(link, facts)


def _is_copy(link: Link, data: Data, network: SharingNetwork) -> bool:
    """What provides it is no platform, and neither the holder nor below it."""
    if data.holder is None or data.is_declared:
        return False
    is_platform = network.registry.departments[link.source].is_platform
    return not is_platform and not network.is_within(link.source, data.holder)


def _is_certain(link: Link, data: Data, network: SharingNetwork) -> bool:
    """All that says who provides the data and what it belongs to could be read."""
    return not data.doubtful and network.is_certain(link.source)
