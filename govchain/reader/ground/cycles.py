"""Cycles in whatever follows something else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

_SHOWN = 6
"""How many steps of a long cycle are named before the message says …"""


def find_cycles(before: Mapping[str, tuple[str, ...]]) -> list[list[str]]:
    """Cycles of an order (each thing, and what it follows), one for each edge that closes one.

    A cycle is given in order, beginning with the one whose following the last closes it.
    """
    after: dict[str, list[str]] = {id_: [] for id_ in before}
    for id_, earlier in before.items():
        for other in earlier:
            after[other].append(id_)
    found: list[list[str]] = []
    done: set[str] = set()
    for root in before:
        if root not in done:
            _walk(root, after, done, found)
    return found


def _walk(root: str, after: dict[str, list[str]], done: set[str], found: list[list[str]]) -> None:
    """Go depth first from the root; a step met again on the way there closes a cycle."""
    way, depth_of = [root], {root: 0}
    branches: list[Iterator[str]] = [iter(after[root])]
    while way:
        for later in branches[-1]:
            if later in depth_of:
                found.append(shown_way(way, depth_of[later]))
            elif later not in done:
                depth_of[later] = len(way)
                way.append(later)
                branches.append(iter(after[later]))
                break
        else:
            branches.pop()
            last = way.pop()
            del depth_of[last]
            done.add(last)


def shown_way(way: list[str], start: int) -> list[str]:
    """The cycle that begins at that depth of the way, its middle left out where it is long."""
    if len(way) - start <= _SHOWN:
        return way[start:]
    return [*way[start : start + _SHOWN - 2], "…", way[-1]]
