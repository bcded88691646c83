"""Groups of things that are alike: what is said of them is said once, not of every pair."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

T = TypeVar("T", bound=Hashable)


def overlapping(parts: Iterable[Sequence[T]]) -> list[list[T]]:
    """What the parts hold, together where parts share a member, directly or through others.

    A member of no part of two or more stands in no group. In the order of the parts.
    """
    group_of: dict[T, list[T]] = {}
    for part in parts:
        if len(part) < 2:
            continue
        groups = {id(group_of[member]): group_of[member] for member in part if member in group_of}
        held = max(groups.values(), key=len, default=[])
        others = [group for group in groups.values() if group is not held]
        new = [member for member in dict.fromkeys(part) if member not in group_of]
        for member in (*new, *(member for group in others for member in group)):
            held.append(member)
            group_of[member] = held
    return list({id(group): group for group in group_of.values()}.values())


def tied(members: Sequence[T], apart_from: Callable[[T], set[T]]) -> list[list[T]]:
    """The members, together where a chain of ties leads from one to the other.

    Two are tied unless they keep apart; `apart_from` says from whom a member does, and may name
    others besides. Who is tied to nobody stands in no group. Each group in the order of members.
    """
    place = {member: position for position, member in enumerate(members)}
    left = set(members)
    groups = []
    for first in members:
        if first not in left:
            continue
        left.discard(first)
        group, waiting = [first], [first]
        while waiting and left:
            met = left - apart_from(waiting.pop())
            left -= met
            group += met
            waiting += met
        if len(group) > 1:
            groups.append(sorted(group, key=place.__getitem__))
    return groups
