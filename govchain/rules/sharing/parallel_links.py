import itertools
from collections.abc import Iterator

from govchain.analysis.links import link_facts, numbered_link
from govchain.analysis.naming import departments_named
from govchain.analysis.numbering import link_subject
from govchain.analysis.rule import Hit, Spot, catalogue_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.sharing import Demand
from govchain.findings import Facts, Lever, Severity
from govchain.model.nouns import Link, Registry


@catalogue_rule(
    "parallel-links",
    severity=Severity.WARNING,
    lever=Lever.CLARIFY,
    message="{data} flows from {from} to {to} over two links, and both work",
    remedy="keep one link of {data} from {from} to {to} with all fields that are needed, and end "
    "the other",
)
def parallel_links(catalogue: Catalogue) -> Iterator[Hit]:
    """The same data flows twice from one department to another."""
    registry = catalogue.registry
    for alike in _working_links(catalogue).values():
        for one, other in itertools.combinations(alike, 2):
            common = set(one.to) & set(other.to)
            if common:
                pair = {link_subject(link, registry): link for link in (one, other)}
                first, second = sorted(pair)
                facts = _facts(pair[first], pair[second], common, registry)
                yield Hit(Spot(f"{first}|{second}", pair[second].place), facts)


def _working_links(catalogue: Catalogue) -> dict[tuple[str, str], list[Link]]:
    """The links that work where nothing is demanded of them, by their data and who provides it."""
    found: dict[tuple[str, str], list[Link]] = {}
    for link in catalogue.registry.links:
        if not catalogue.network.shortcomings(link, Demand()):
            found.setdefault((link.data, link.source), []).append(link)
    return found


def _facts(first: Link, second: Link, common: set[str], registry: Registry) -> Facts:
    whole = link_facts(first, registry)
    return {
        "data": whole["data"],
        "from": whole["from"],
        "to": departments_named(registry, common),
        "links": tuple(
            {
                "link": numbered_link(link, registry),
                "fields": link.fields,
                "place": f"{link.place.file}:{link.place.line}",
            }
            for link in (first, second)
        ),
    }
