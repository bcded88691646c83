"""What is asked of data resources: who could share them, and whether several keep or ask for them.

semantics.md section 2, "Resources and themes".
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from govchain.compiler.sharing import SharingNetwork
from govchain.model.nouns import Data


def can_be_shared(data: Data, network: SharingNetwork) -> bool:
    """Its holder is public and no law forbids it, as far as all of that could be read."""
    holder = data.office
    if holder is None or data.doubtful or data.is_barred or not network.is_certain(holder):
        return False
    return network.registry.departments[holder].is_public


def are_apart(one: str, other: str, network: SharingNetwork) -> bool:
    """Two authorities: neither department is within the other (what one holds, the other does).

    Only at one place of the line of the lower one the other could stand.
    """
    line, shorter = network.above(one), network.above(other)
    if len(line) < len(shorter):
        line, shorter = shorter, line
    return line[-len(shorter)] != shorter[0]


def are_several_authorities(departments: Iterable[str], network: SharingNetwork) -> bool:
    """Two of the departments are apart; what cannot be told of a department is not asked.

    Else each is within the next one above it, so that all are one line.
    """
    certain = (id for id in dict.fromkeys(departments) if network.is_certain(id))
    line = sorted(certain, key=lambda id: len(network.above(id)))
    return any(are_apart(below, above, network) for above, below in pairwise(line))
