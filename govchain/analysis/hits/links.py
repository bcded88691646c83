"""Sharing links as findings tell them, and which needs each of them serves.

semantics.md 1.8: a link serves a need iff it lies on a walk from the data's holders to the
department of the need, usable or not. All chains are asked once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from govchain.analysis.hits.naming import (
    data_named,
    department_named,
    departments_named,
    hop_named,
    link_named,
)
from govchain.analysis.hits.numbering import link_subject
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.needs import Need
from govchain.compiler.sharing import Demand, Flow
from govchain.findings import Facts, Named, Place
from govchain.model.nouns import Link


class Use(NamedTuple):
    """A need that a link serves: the step, by where it is written, and the fields it uses."""

    matter: str
    step: str
    department: str | None
    fields: frozenset[str]


def uses_of(link: Link, catalogue: Catalogue) -> tuple[Use, ...]:
    """The needs of all chains that the link serves."""
    return tuple(catalogue.once(_uses).get(link.place, ()))


def _uses(catalogue: Catalogue) -> Mapping[Place, list[Use]]:
    found: dict[Place, list[Use]] = {}
    for served in catalogue.contributions(links_used).values():
        for link, uses in served.items():
            found.setdefault(link, []).extend(uses)
    return found


def links_used(chain: Chain, catalogue: Catalogue) -> Mapping[Place, Sequence[Use]]:
    """The links that serve needs of the chain, each by its place."""
    found: dict[Place, dict[Use, None]] = {}
    for need in chain.all_needs:
        for tried in chain.tried_links(need):
            found.setdefault(tried.link.place, {})[_use(need, chain)] = None
    return {link: tuple(uses) for link, uses in found.items()}


def _use(need: Need, chain: Chain) -> Use:
    step = chain.step(need.step)
    return Use(step.matter.id, step.written.id, step.department, need.demand.fields)


def link_facts(link: Link, catalogue: Catalogue) -> Facts:
    """Which link it is: its data, who provides it and who receives it, as written."""
    registry = catalogue.registry
    return {
        "link": numbered_link(link, catalogue),
        "data": data_named(registry, link.data),
        "from": department_named(registry, link.source),
        "to": departments_named(registry, link.to),
    }


def numbered_hop(flow: Flow, catalogue: Catalogue) -> Named:
    """The hop of a link, known by the subject that findings of the link have."""
    return Named(link_subject(flow.link, catalogue), hop_named(catalogue.registry, flow).name)


def numbered_link(link: Link, catalogue: Catalogue) -> Named:
    """The link by its subject, told apart from others that read the same."""
    return Named(link_subject(link, catalogue), link_named(catalogue.registry, link).name)


def is_breached(link: Link, catalogue: Catalogue) -> bool:
    """The law orders the link, it carries nothing whatever would be asked of it, and no other does
    its work."""
    if not link.duty or not catalogue.network.shortcomings(link, Demand()):
        return False
    return not _is_replaced(link, catalogue)


def _is_replaced(link: Link, catalogue: Catalogue) -> bool:
    """Other links that work bring the same data from there to all who should receive it."""
    network = catalogue.network
    reached = {
        receiver
        for other in catalogue.registry.links
        if (other.data, other.source) == (link.data, link.source)
        and not network.shortcomings(other, Demand())
        for receiver in network.receivers_of(other)
    }
    return reached.issuperset(network.receivers_of(link))
