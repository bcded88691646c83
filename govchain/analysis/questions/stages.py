"""The stages of a licence, and which of them are written in the matters that call one.

semantics.md section 2, "Supervision and accountability": incomplete-licence. One window may take in
and hand over for all that a joint service calls.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from govchain.compiler.catalogue import Catalogue
from govchain.model.nouns import APPROVAL_KINDS, Matter, Step

STAGES: Mapping[str, Collection[str]] = {
    "accept": {"accept"},
    "review": APPROVAL_KINDS - {"approve"},
    "approve": {"approve"},
    "issue": {"issue"},
    "deliver": {"deliver", "notify"},
}
"""In their order, and the kinds of steps that make each."""


def stages_of(steps: Iterable[Step]) -> frozenset[str]:
    """The stages that the steps make; every decision makes that of approval."""
    steps = list(steps)
    kinds = {step.kind for step in steps}
    made = {stage for stage, of in STAGES.items() if not kinds.isdisjoint(of)}
    return frozenset(made | {"approve"} if any(step.is_decision for step in steps) else made)


def stages_around(matter: str, catalogue: Catalogue) -> frozenset[str]:
    """The stages written in matters that call it, directly or through others."""
    return catalogue.once(_stages_around).get(matter, frozenset())


def _stages_around(catalogue: Catalogue) -> Mapping[str, frozenset[str]]:
    found = dict.fromkeys(catalogue.matters, frozenset[str]())
    waiting = list(catalogue.matters)
    while waiting:  # what is written in a caller goes down until nothing is new
        caller = catalogue.matters[waiting.pop()]
        passed = found[caller.id] | _written_in(caller)
        for called in caller.called:
            if not passed <= found[called]:
                found[called] |= passed
                waiting.append(called)
    return found


def _written_in(matter: Matter) -> frozenset[str]:
    """Where something could not be read, that may be any of them."""
    return frozenset(STAGES) if matter.doubtful else stages_of(matter.own_steps)
