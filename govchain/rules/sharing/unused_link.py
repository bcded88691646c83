from collections.abc import Iterable, Iterator

from govchain.analysis.hits.links import link_facts, links_used, uses_of
from govchain.analysis.hits.naming import departments_named
from govchain.analysis.questions.doubt import (
    all_needs_are_known,
    data_needed_by_nobody,
    data_shown,
    needed_by_nobody,
)
from govchain.analysis.rule import Hit, registry_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.supply import SupplyState
from govchain.findings import Lever, Severity
from govchain.model.nouns import Link


def _needing(chain: Chain, catalogue: Catalogue) -> frozenset[tuple[str, str]]:
    """Data that steps of the chain need from elsewhere, each with the department of the step."""
    return frozenset(
        (need.data, chain.step(need.step).department or "")
        for need in chain.all_needs
        if chain.supply_of(need).state not in (SupplyState.HELD, SupplyState.DECLARED)
    )


@registry_rule(
    "unused-link",
    severity=Severity.ADVICE,
    lever=Lever.CLARIFY,
    asks=(links_used, needed_by_nobody, _needing),
    message="the link of {data} from {from} to {to} serves no step of any matter",
    variants={
        "astray": "the link of {data} from {from} to {to} serves no step: it does not lead from a "
        "holder of {data} to {needed_by}",
    },
    remedy="write which step needs {data}, or lead the link from who holds it to who needs it; "
    "if nobody does, end the link",
)
def unused_link(catalogue: Catalogue) -> Iterator[Hit]:
    """A link brings data to where no step of any matter needs it."""
    registry = catalogue.registry
    needed_by = catalogue.once(_departments_needing)
    may_be_meant_for = data_needed_by_nobody(catalogue) | data_shown(catalogue)
    for link in registry.links if all_needs_are_known(catalogue) else ():
        if not uses_of(link, catalogue) and link.data not in may_be_meant_for:
            needing = departments_named(registry, needed_by.get(link.data, ()))
            facts = {**link_facts(link, catalogue), "needed_by": needing}
            if link.via in _stops(link, needed_by.get(link.data, ()), catalogue):
                facts["stopped_at"] = departments_named(registry, [link.via or ""])
            yield Hit(link, facts, variant="astray" if needing else "")


def _stops(link: Link, needing: Iterable[str], catalogue: Catalogue) -> set[str]:
    """Where links of its data stop that would bring it to who needs it."""
    holders = frozenset({catalogue.registry.data[link.data].holder or ""})
    network = catalogue.network
    return {at for end in needing for at in network.stops_before(end, link.data, holders)}


def _departments_needing(catalogue: Catalogue) -> dict[str, set[str]]:
    """Data -> the departments whose steps need it from elsewhere, in any chain."""
    found: dict[str, set[str]] = {}
    for needing in catalogue.contributions(_needing).values():
        for data, department in needing:
            found.setdefault(data, set()).add(department)
    return found
