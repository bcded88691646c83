"""Which matters call a matter, directly or through others.

What belongs to a service as a whole, its window or its delivery, may be written there.
"""

from __future__ import annotations

from collections.abc import Mapping

from govchain.compiler.catalogue import Catalogue
from govchain.model.nouns import Call, Matter


def callers_of(matter: str, catalogue: Catalogue) -> tuple[Matter, ...]:
    """The matters that call it at any depth, in the order of their ids."""
    direct = catalogue.once(_direct_callers)
    found: set[str] = set()
    waiting = [matter]
    while waiting:
        more = direct.get(waiting.pop(), frozenset()) - found
        found |= more
        waiting.extend(more)
    return tuple(catalogue.matters[id] for id in sorted(found))


def _direct_callers(catalogue: Catalogue) -> Mapping[str, frozenset[str]]:
    callers: dict[str, set[str]] = {}
    for id, matter in catalogue.matters.items():
        for step in matter.steps:
            if isinstance(step, Call):
                callers.setdefault(step.matter, set()).add(id)
    return {id: frozenset(calling) for id, calling in callers.items()}
