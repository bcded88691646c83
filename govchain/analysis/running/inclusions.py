"""Which finding includes which: because its mend does all the other's does, or of one element.

semantics.md section 3, "One thing is told once". Of each pair the first includes the second.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, product

from govchain.analysis.rule import PaperAlternative
from govchain.analysis.running.effects import ALTERNATIVE, PAPER, Effect, Pair, Piece, Remedy
from govchain.compiler.expansion import ChainMaterial
from govchain.findings import Finding, Named

MOST_OF_ONE_EFFECT = 20
"""Of more findings of a chain with one effect, the first in rank speaks for all."""


def including_pairs(remedies: list[Remedy]) -> Iterator[Pair]:
    """Among the findings of one chain: by what their mends do, and of one material."""
    yield from _by_effect(remedies)
    yield from _of_papers(remedies)


def _by_effect(remedies: list[Remedy]) -> Iterator[Pair]:
    """All that the second's mend does the first's does too; of equals the first in rank."""
    alike: dict[Effect, list[Remedy]] = {}
    for remedy in remedies:
        if remedy.effect:
            alike.setdefault(remedy.effect, []).append(remedy)
    touching: dict[Piece, list[Effect]] = {}
    for effect in alike:
        for piece in effect:
            touching.setdefault(piece, []).append(effect)
    for small, smaller in alike.items():
        yield from _of_equals(smaller)
        for big in min((touching[piece] for piece in small), key=len):
            if small < big:
                pairs = product(_speaking_for(alike[big]), _speaking_for(smaller))
                yield from ((one.rank, other.rank) for one, other in pairs)


def _of_equals(remedies: list[Remedy]) -> Iterator[Pair]:
    """The first in rank includes the others; of not too many each those after it."""
    for first in _speaking_for(remedies):
        yield from ((first.rank, later.rank) for later in remedies if first.rank < later.rank)


def _speaking_for(remedies: list[Remedy]) -> list[Remedy]:
    """Of remedies with one effect those for which what they include is worked out.

    The first alone where there are many: what it includes it includes at any depth.
    """
    return remedies if len(remedies) <= MOST_OF_ONE_EFFECT else remedies[:1]


def _of_papers(remedies: list[Remedy]) -> Iterator[Pair]:
    """What has no mend of its own is included where its paper goes, or in another finding of it.

    Of two of one paper without a mend the later in rank is.
    """
    groups: dict[Piece, list[Remedy]] = {}
    for remedy in remedies:
        for piece in {*_papers_in(remedy.effect), *_paper_of(remedy)}:
            groups.setdefault(piece, []).append(remedy)
    for second in remedies:
        if second.mend is None:
            for piece in _paper_of(second):
                yield from ((first.rank, second.rank) for first in _above(second, groups[piece]))


def _above(remedy: Remedy, others: list[Remedy]) -> Iterator[Remedy]:
    """Those that have a mend, and those without one that rank before it."""
    return (other for other in others if other.mend is not None or other.rank < remedy.rank)


def _papers_in(effect: Effect) -> Iterator[Piece]:
    return (piece for piece in effect if piece[0] in (PAPER, ALTERNATIVE))


def _paper_of(remedy: Remedy) -> tuple[Piece, ...]:
    """The paper, or the alternative of it, that the finding is of; none of another element."""
    match remedy.proof.element if remedy.proof else None:
        case ChainMaterial(number):
            return ((PAPER, number),)
        case PaperAlternative(ChainMaterial(number), data):
            return ((ALTERNATIVE, number, data),)
        case _:
            return ()


def including_pairs_of_links(ranked: Iterable[Finding]) -> Iterator[Pair]:
    """Of findings of one link, and those of needs for which it fails: the first in rank."""
    of_link: dict[str, list[int]] = {}
    failing: dict[str, list[int]] = {}
    for rank, finding in enumerate(ranked):
        if link := _link_of(finding):
            of_link.setdefault(link, []).append(rank)
        for link in _links_failing_in(finding):
            failing.setdefault(link, []).append(rank)
    for link, group in of_link.items():
        yield from combinations(group, 2)
        for one, other in product(group, failing.get(link, ())):
            yield min(one, other), max(one, other)


def _link_of(finding: Finding) -> str:
    """The link that the finding is of; empty where it is of another element."""
    link = finding.facts.get("link")
    is_of_link = isinstance(link, Named) and link.id == finding.subject
    return finding.subject if is_of_link else ""


def _links_failing_in(finding: Finding) -> tuple[str, ...]:
    """The links for which a need stays without data, as an unfit-link names them."""
    broken = finding.facts.get("broken", ())
    parts = broken if isinstance(broken, tuple) else ()
    links = (part.get("link") for part in parts if isinstance(part, Mapping))
    return tuple(dict.fromkeys(link.id for link in links if isinstance(link, Named)))
