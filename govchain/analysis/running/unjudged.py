"""What of a matter could not be judged, because nobody wrote what it would be judged by.

A finding speaks of what is written; where a key is missing nothing is found, and that is no
praise. A gap is never a finding. Where a rule already speaks of an absence (semantics.md section
2, "Recorded"), there is no gap.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import partial

from govchain.analysis.questions.fees import are_fee_bases_recorded, is_baseless
from govchain.analysis.questions.mechanisms import leaves_consultation_open
from govchain.analysis.questions.posts import are_posts_examples
from govchain.analysis.questions.recorded import (
    BASIS,
    CHECKS,
    MATERIALS,
    POST,
    REDRESS,
    SUPERVISOR,
    first_that_names,
    is_named,
    is_recorded,
)
from govchain.analysis.questions.timing import is_done_at_once, leaves_time_open
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.model.nouns import Step

Lacks = Callable[[Chain, Catalogue], bool]


def missing_keys(chain: Chain, catalogue: Catalogue) -> tuple[str, ...]:
    """The keys that are not written in the chain's own matter, or in some step of it.

    None where something of it could not be read: that may be what seems missing.
    """
    if chain.matter.doubtful or any(step.doubtful for step in chain.matter.own_steps):
        return ()
    return tuple(key for key, lacks in _LACKING.items() if lacks(chain, catalogue))


def leaves_powers_open(chain: Chain) -> bool:
    """Posts that have a power stand in the chain's own matter, and it says that they are examples:
    of them nobody can tell whether one of them has two."""
    matter = chain.matter
    is_asked = are_posts_examples(matter) and not is_done_at_once(matter)
    return is_asked and any(
        step.post and step.exercises and step.kind != "apply" for step in matter.own_steps
    )


def undescribed_in(chain: Chain, catalogue: Catalogue) -> tuple[str, ...]:
    """The called matters that are listed without steps: little is found on the chain for that."""
    called = dict.fromkeys(chain.expansion.calls.values())
    return tuple(id for id in called if not catalogue.matters[id].is_described)


def matters_by_missing_key(chains: Iterable[Chain], catalogue: Catalogue) -> Mapping[str, int]:
    """For each key in how many of the chains' matters it is missing; only those that are."""
    counted = Counter(key for chain in chains for key in missing_keys(chain, catalogue))
    return {key: counted[key] for key in KEYS if counted[key]}


def _steps(chain: Chain) -> tuple[Step, ...]:
    return chain.matter.own_steps


def _approvals(chain: Chain) -> list[Step]:
    return [step for step in _steps(chain) if step.is_approval]


def _decisions(chain: Chain) -> list[Step]:
    return [step for step in _steps(chain) if step.is_decision]


def _lacks_limit(chain: Chain) -> bool:
    limit = chain.matter.time_limit
    return limit.statutory is None and limit.promised is None


def _leaves_time_unjudged(step: Step, chain: Chain, catalogue: Catalogue) -> bool:
    if step.time is not None or leaves_time_open(step, chain.matter):
        return False
    if not chain.has_step(step.id):
        return True
    return not leaves_consultation_open(chain.step(step.id), chain, catalogue)


def _lacks_time(chain: Chain, catalogue: Catalogue) -> bool:
    return any(_leaves_time_unjudged(step, chain, catalogue) for step in _approvals(chain))


def _lacks_checks(chain: Chain, catalogue: Catalogue) -> bool:
    if is_recorded(CHECKS, catalogue, chain.matter):
        return False
    return any(not step.checks for step in _approvals(chain))


def _lacks_basis(chain: Chain, catalogue: Catalogue) -> bool:
    if is_recorded(BASIS, catalogue, chain.matter):
        return False
    return any(step.checks and not step.basis for step in _approvals(chain))


def _lacks_holder(chain: Chain, catalogue: Catalogue) -> bool:
    """Of data that a step of the matter needs, or that a paper brings, nobody is named to hold."""
    needed = {need.data for step in _steps(chain) for need in chain.needs(step.id)}
    brought = {data for paper in chain.matter.materials for data in paper.alternatives}
    return any(chain.data(data).holder is None for data in needed | brought)


def _lacks_fee_basis(chain: Chain, catalogue: Catalogue) -> bool:
    matter = chain.matter
    if are_fee_bases_recorded(matter, catalogue):
        return False
    return any(is_baseless(step, matter, chain.registry) for step in _steps(chain))


def _lacks_for_decisions(kind: str, chain: Chain, catalogue: Catalogue) -> bool:
    """Something is decided, and no matter at all names who is looked for."""
    return first_that_names(kind, catalogue) is None and bool(_decisions(chain))


_LACKING: Mapping[str, Lacks] = {
    "steps": lambda chain, _: not chain.matter.is_described,
    "materials": lambda chain, _: (
        chain.matter.is_described and not chain.materials and MATERIALS not in chain.matter.complete
    ),
    "holder": _lacks_holder,
    "checks": _lacks_checks,
    "basis": _lacks_basis,
    "time": _lacks_time,
    "time-limit": lambda chain, _: _lacks_limit(chain),
    "volume": lambda chain, _: chain.matter.volume is None,
    "fee": _lacks_fee_basis,
    "post": partial(_lacks_for_decisions, POST),
    "supervised-by": partial(_lacks_for_decisions, SUPERVISOR),
    "redress": partial(_lacks_for_decisions, REDRESS),
}
KEYS = tuple(_LACKING)
"""The keys, by their English word: of a matter, or of steps and data of it."""

LATER: Mapping[str, Callable[[Chain], bool]] = {
    "time-limit": lambda chain: not _lacks_limit(chain),
    "fee": lambda chain: any(step.fee is not None for step in _steps(chain)),
    "post": lambda chain: is_named(POST, chain.matter),
    "supervised-by": lambda chain: is_named(SUPERVISOR, chain.matter),
    "redress": lambda chain: is_named(REDRESS, chain.matter),
}
"""Keys by which a rule judges only where it declares that it `reads` them, and whether they are
written in a matter."""


def keys_for_no_rule(chains: Iterable[Chain], read: Collection[str]) -> tuple[str, ...]:
    """The keys that are written in one of the matters, though no rule reads them yet."""
    chains = tuple(chains)
    return tuple(
        key for key, is_written in LATER.items() if key not in read and any(map(is_written, chains))
    )
