"""Things that lead back to themselves, in whatever leads from one thing to others."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping


def circles_in(leads_to: Mapping[str, Collection[str]]) -> list[list[str]]:
    """The things from which a way leads back to them, together those that lead to one another.

    Each circle sorted, and all of them by their least (the strongly connected parts of a graph,
    by Gabow's path-based search: one walk over all things and ways, without recursion).
    """
    return sorted(part for part in _parts(leads_to) if _is_circle(part, leads_to))


def _is_circle(part: list[str], leads_to: Mapping[str, Collection[str]]) -> bool:
    return len(part) > 1 or part[0] in leads_to.get(part[0], ())


def _parts(leads_to: Mapping[str, Collection[str]]) -> Iterator[list[str]]:
    """All things, those together that lead to one another, each part sorted."""
    met: dict[str, int] = {}
    done: set[str] = set()
    unparted: list[str] = []  # met, and of no part yet
    firsts: list[str] = []  # of these the first of each part, as far as is known
    way: list[tuple[str, Iterator[str]]] = []

    def enter(thing: str) -> None:
        met[thing] = len(met)
        unparted.append(thing)
        firsts.append(thing)
        way.append((thing, iter(leads_to.get(thing, ()))))

    for root in leads_to:
        if root not in met:
            enter(root)
        while way:
            thing, onward = way[-1]
            for other in onward:
                if other not in met:
                    enter(other)
                    break
                while other not in done and met[firsts[-1]] > met[other]:
                    firsts.pop()  # a way leads back: all since then is one part
            else:
                way.pop()
                if firsts[-1] == thing:
                    firsts.pop()
                    part = _taken_off(unparted, thing)
                    done.update(part)
                    yield sorted(part)


def _taken_off(things: list[str], last: str) -> list[str]:
    """What stands at the end of the list, down to this one, taken off it."""
    taken = [things.pop()]
    while taken[-1] != last:
        taken.append(things.pop())
    return taken
