"""Sets that have nearly all in common (Jaccard ≥ 0.8), without comparing each with each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import TypeAlias

Fields: TypeAlias = "frozenset[str]"


def are_alike(one: Fields, other: Fields) -> bool:
    """At least four fifths of what they have together is in both."""
    return 5 * len(one & other) >= 4 * len(one | other)


def alike_by_set(sets: Collection[Fields]) -> Mapping[Fields, Sequence[Fields]]:
    """Of each set those that are alike, itself first.

    Two alike sets share one of their rarest members, of which there need be a fifth and one more
    to look at: the others are four fifths less one, too few to be alike.
    """
    times = Counter(member for each in sets for member in each)
    found: dict[Fields, list[Fields]] = {each: [each] for each in sets}
    met: dict[str, list[Fields]] = {}
    for each in found:
        rarest = sorted(each, key=lambda member: (times[member], member))[: len(each) // 5 + 1]
        for other in dict.fromkeys(other for member in rarest for other in met.get(member, ())):
            if are_alike(each, other):
                found[each].append(other)
                found[other].append(each)
        for member in rarest:
            met.setdefault(member, []).append(each)
    return found
