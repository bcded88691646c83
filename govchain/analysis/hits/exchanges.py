"""Which data which department needs of which, over all chains, and whether it flows.

An exchange is data that one department holds, could share, and another needs. One data to one
department is one exchange, however many steps and matters need it; it flows where each of these
gets it. What the department holds itself, what the applicant alone knows, and what nobody could
share is none. Exchanges that do not flow are those of missing-link and unfit-link.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from govchain.analysis.hits.unsupplied import unsupplied_needs
from govchain.analysis.questions.holders import able_holders
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.supply import SupplyState
from govchain.model.nouns import Registry


@dataclass(frozen=True, slots=True)
class Supplied:
    """How needs of one data in one department are supplied, in one chain.

    `sources` are the departments it comes from, of data that does not flow those that could share
    it. `is_linked`: there is a way of links, though it may fail, `reasons` saying why.
    """

    data: str
    consumer: str
    sources: tuple[str, ...]
    flows: bool
    is_linked: bool = True
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Exchange:
    """One data from one department to another.

    `holder` is the registered one where it is among those that could share it, else the first of
    them. `flows_somewhere`: some step gets it. `reasons`: why links that are there carry nothing.
    """

    data: str
    holder: str
    consumer: str
    flows: bool
    flows_somewhere: bool
    is_linked: bool
    reasons: tuple[str, ...]


def supplied_in(chain: Chain, catalogue: Catalogue) -> tuple[Supplied, ...]:
    """The exchanges that needs of the chain ask for."""
    return tuple(dict.fromkeys((*_flowing(chain), *_lacking(chain, catalogue))))


def _flowing(chain: Chain) -> Iterator[Supplied]:
    for need in chain.all_needs:
        supply, consumer = chain.supply_of(need), chain.step(need.step).department
        if supply.state is SupplyState.SHARED and consumer and supply.sources:
            yield Supplied(need.data, consumer, supply.sources, flows=True)


def _lacking(chain: Chain, catalogue: Catalogue) -> Iterator[Supplied]:
    for need in unsupplied_needs(chain, catalogue):
        holders, consumer = able_holders(need, chain), chain.step(need.step).department
        if not holders or not consumer:
            continue
        path = chain.possible_path(need) or ()
        why = (w for flow in path for w in chain.network.shortcomings(flow.link, need.demand))
        reasons = tuple(dict.fromkeys(why))
        yield Supplied(need.data, consumer, holders, False, bool(path), reasons)


def exchanges_of(
    catalogue: Catalogue, matters: Iterable[str] | None = None, data: Iterable[str] = ()
) -> tuple[Exchange, ...]:
    """The exchanges of all matters, or of some and some data alone, sorted."""
    wanted = catalogue.chains if matters is None else [m for m in matters if m in catalogue.chains]
    only = frozenset(data)
    found: dict[tuple[str, str], list[Supplied]] = {}
    for matter in wanted:
        for supplied in catalogue.contribution(supplied_in, matter):
            if not only or supplied.data in only:
                found.setdefault((supplied.data, supplied.consumer), []).append(supplied)
    return tuple(_exchange(found[pair], catalogue.registry) for pair in sorted(found))


def _exchange(ways: list[Supplied], registry: Registry) -> Exchange:
    lacking = [way for way in ways if not way.flows]
    of_interest = lacking or ways
    sources = sorted({source for way in of_interest for source in way.sources})
    data, consumer = ways[0].data, ways[0].consumer
    registered = registry.data[data].holder
    return Exchange(
        data,
        registered if registered in sources else sources[0],
        consumer,
        flows=not lacking,
        flows_somewhere=len(lacking) < len(ways),
        is_linked=all(way.is_linked for way in of_interest),
        reasons=tuple(dict.fromkeys(why for way in lacking for why in way.reasons)),
    )
