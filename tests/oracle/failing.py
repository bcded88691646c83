"""Which links fail in an unfit-link (semantics 2, Sharing)."""

from collections.abc import Iterator

from .chain import Chain, Need
from .finding import Found, numbered_needs
from .supply import is_usable

Path = tuple[int, ...]
"""The places of its links in the registry; one with `via` that is used as a whole is one."""


def failing_links(chain: Chain, one: Found) -> set[int]:
    """The unusable links of the path with the fewest of them, by their places.

    Then the one with the fewest links, then the one whose links stand first.
    """
    need = next(
        need
        for need, subject in numbered_needs(chain)
        if (need.step, subject) == (one.step, one.subject)
    )
    paths = (in_whole_links(path) for path in paths_to(chain, need))
    best = min(paths, key=lambda path: (len(unusable(chain, need, path)), len(path), path))
    return unusable(chain, need, best)


def in_whole_links(path: Path) -> Path:
    """Both hops of a link with `via` are one link."""
    return tuple(dict.fromkeys(path))


def unusable(chain: Chain, need: Need, path: Path) -> set[int]:
    links = chain.catalogue.links
    return {place for place in path if not is_usable(chain.catalogue, links[place], need)}


def paths_to(chain: Chain, need: Need) -> Iterator[Path]:
    """Every path from within a holder to D or a department above D, usability ignored."""
    catalogue = chain.catalogue
    starts = [
        department
        for department in catalogue.departments
        if any(catalogue.is_within(department, holder) for holder in chain.holders(need))
    ]
    goals = frozenset(catalogue.above(chain.by_id[need.step].department))
    for start in starts:
        yield from paths_from(chain, need.data, goals, start, frozenset({start}))


def paths_from(
    chain: Chain, data: str, goals: frozenset[str], source: str, seen: frozenset[str]
) -> Iterator[Path]:
    """Hop by hop; every department inside the path is a platform."""
    for place, link in enumerate(chain.catalogue.links):
        for start, target in link.hops:
            if link.data != data or start != source or target in seen:
                continue
            if target in goals:
                yield (place,)
            elif chain.catalogue.departments[target].kind == "platform":
                for rest in paths_from(chain, data, goals, target, seen | {target}):
                    yield (place, *rest)
