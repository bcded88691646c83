"""What a paper already attests (semantics 2, Approvals)."""

from collections.abc import Iterator, Mapping

from .catalogue import Step
from .chain import Chain

Chains = Mapping[str, Chain]


def attests(chains: Chains, chain: Chain, data: str) -> set[str]:
    """attests(e): the criteria that were decided when e was made.

    Those declared, and what the one step p of one other matter that produces e goes by; in both
    cases only where no step written in another matter than p's disturbs c.
    """
    catalogue = chain.catalogue
    claimed = set(catalogue.data[data].attests)
    producers = catalogue.written_producers(data)
    home = None
    if len(producers) == 1 and producers[0].written_in != chain.matter.id:
        home = producers[0].written_in
        claimed |= set(decided_at(chains[home], producers[0].id))
    return {criterion for criterion in claimed if is_undisturbed(chain, criterion, home)}


def is_undisturbed(chain: Chain, criterion: str, home: str | None) -> bool:
    """No step written in another matter than p's disturbs c (what was true then is true now)."""
    return not any(
        chain.catalogue.disturbs(other, criterion)
        for matter in chain.catalogue.matters.values()
        if matter.id != home
        for other in matter.steps
    )


def decided_at(chain: Chain, producer_id: str) -> Iterator[str]:
    """Every c checked by an approval-like b = p or b always before p, and still true at p."""
    producer = chain.by_id[producer_id]
    for step in chain.steps:
        if step.is_approval_like and (step == producer or chain.is_always_before(step, producer)):
            for criterion in step.checks:
                if still_true(chain, step, producer, criterion):
                    yield criterion


def still_true(chain: Chain, step: Step, producer: Step, criterion: str) -> bool:
    """No m that disturbs c can come between b and p (for b = p: always)."""
    catalogue = chain.catalogue
    return step == producer or not any(
        catalogue.disturbs(middle, criterion) and chain.can_come_between(middle, step, producer)
        for middle in chain.steps
    )
