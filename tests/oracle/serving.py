"""Which needs a link serves (semantics 1.8), usability ignored."""

from collections.abc import Iterator

from .attestation import Chains
from .catalogue import Catalogue
from .chain import Chain, Need
from .registry import Link

Hop = tuple[str, str]


def needs_served(catalogue: Catalogue, chains: Chains, link: Link) -> Iterator[Need]:
    """The needs of all chains that the link serves."""
    for chain in chains.values():
        for need in chain.all_needs:
            if need.data == link.data and serves(catalogue, chain, link, need):
                yield need


def serves(catalogue: Catalogue, chain: Chain, link: Link, need: Need) -> bool:
    """Does it lie on a walk from a department within a holder to D or a department above D?

    The inner departments of the walk are platforms.
    """
    hops = {hop for other in catalogue.links if other.data == link.data for hop in other.hops}
    starts = {
        department
        for department in catalogue.departments
        for holder in chain.holders(need)
        if catalogue.is_within(department, holder)
    }
    goals = set(catalogue.above(chain.by_id[need.step].department))
    leaving = walked(catalogue, hops, starts)
    back = {(target, source) for source, target in hops}
    arriving = walked(catalogue, back, goals)
    return any(
        source in starts | leaving and target in goals | arriving for source, target in link.hops
    )


def walked(catalogue: Catalogue, hops: set[Hop], starts: set[str]) -> set[str]:
    """The platforms reached from the starts, hop by hop, over nothing but platforms."""
    reached: set[str] = set()
    sending = set(starts)
    while sending:
        heard = {
            target
            for source, target in hops
            if source in sending and catalogue.departments[target].kind == "platform"
        }
        sending = heard - reached
        reached |= heard
    return reached
