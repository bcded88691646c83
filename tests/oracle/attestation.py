"""What a paper already attests (semantics 2, Approvals)."""

from collections.abc import Iterator, Mapping

from .catalogue import Step
from .chain import Chain

Chains = Mapping[str, Chain]


def attests(chains: Chains, chain: Chain, data: str) -> set[str]:
    """attests(e): those declared, and what the one step p of one other matter that makes e goes by.

    The latter save where a step written in a matter that is neither p's nor in the chain at hand
    disturbs c. (That the matter is another need not be asked: of what its own chain produces
    nothing is attested.)
    """
    declared = set(chain.catalogue.data[data].attests)
    producers = chain.catalogue.written_producers(data)
    if len(producers) != 1:
        return declared
    home = producers[0].written_in
    if producers[0].is_unassigned or not chains[home].is_described:
        return declared
    decided = decided_at(chains[home], producers[0].id)
    return declared | {c for c in decided if is_undisturbed(chain, c, home)}


def is_undisturbed(chain: Chain, criterion: str, home: str) -> bool:
    """No step of a matter that is neither p's nor in this chain disturbs c."""
    seen = {home} | {site.matter for site in chain.sites}
    return not any(
        chain.catalogue.disturbs(other, criterion)
        for matter in chain.catalogue.matters.values()
        if matter.id not in seen
        for other in matter.steps
    )


def decided_at(chain: Chain, producer_id: str) -> Iterator[str]:
    """Every c checked by an approval-like b = p or b always before p, and still true at p.

    Not c that is promised there: the applicant's word is no check.
    """
    producer = chain.by_id[producer_id]
    for step in chain.steps:
        is_first = step == producer or chain.is_always_before(step, producer)
        if is_first and step.is_approval_like and not step.is_unassigned:
            for criterion in step.checks:
                if criterion not in step.promised and still_true(chain, step, producer, criterion):
                    yield criterion


def still_true(chain: Chain, step: Step, producer: Step, criterion: str) -> bool:
    """No m that disturbs c can come between b and p (for b = p: always)."""
    catalogue = chain.catalogue
    return step == producer or not any(
        catalogue.disturbs(middle, criterion) and chain.can_come_between(middle, step, producer)
        for middle in chain.steps
    )
