import itertools
from collections.abc import Iterator

from govchain.analysis.links import link_facts, numbered_link
from govchain.analysis.naming import departments_named
from govchain.analysis.numbering import link_subject
from govchain.analysis.rule import Hit, Spot, catalogue_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.sharing import Demand
from govchain.findings import Facts, Lever, Severity
from govchain.model.nouns import Link


@catalogue_rule(
    "parallel-links",
    severity=Severity.WARNING,
    lever=Lever.CLARIFY,
    message="{data} flows from {from} to {to} over two links, and both work",
    remedy="keep {to} in one of the two links, with all fields that are needed, and take it out of "
    "the other",
)
def parallel_links(catalogue: Catalogue) -> Iterator[Hit]:
    """The same data flows twice from one department to another."""
    for (one, other), common in _pairs(catalogue).items():
        pair = {link_subject(link, catalogue): link for link in (one, other)}
        first, second = sorted(pair)
        facts = _facts(pair[first], pair[second], common, catalogue)
        yield Hit(Spot(f"{first}|{second}", pair[second].place), facts)


def _pairs(catalogue: Catalogue) -> dict[tuple[Link, Link], list[str]]:
    """Two links of the same data from the same department, and to whom both of them lead."""
    found: dict[tuple[Link, Link], list[str]] = {}
    for (_, _, target), links in _working_links(catalogue).items():
        for pair in itertools.combinations(links, 2):
            found.setdefault(pair, []).append(target)
    return found


def _working_links(catalogue: Catalogue) -> dict[tuple[str, str, str], list[Link]]:
    """The links that work where nothing is demanded of them, by data, provider and receiver."""
    found: dict[tuple[str, str, str], list[Link]] = {}
    for link in catalogue.registry.links:
        if not catalogue.network.shortcomings(link, Demand()):
            for target in catalogue.network.receivers_of(link):
                found.setdefault((link.data, link.source, target), []).append(link)
    return found


def _facts(first: Link, second: Link, common: list[str], catalogue: Catalogue) -> Facts:
    whole = link_facts(first, catalogue)
    return {
        "data": whole["data"],
        "from": whole["from"],
        "to": departments_named(catalogue.registry, common),
        "links": tuple(
            {
                "link": numbered_link(link, catalogue),
                "fields": link.fields,
                "place": f"{link.place.file}:{link.place.line}",
            }
            for link in (first, second)
        ),
    }
