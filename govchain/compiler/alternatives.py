"""Alternatives as facts: which of several data an applicant has (semantics.md 1.2).

A need or material with `any` does not choose for everybody at once: an applicant has the lease or
the title, and what holds of the one need not hold of the other. So each set of alternatives is a
fact of the case, its options the alternatives.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from govchain.model.nouns import CaseFact, DataNeed, Material, Matter


def fact_of(alternatives: Iterable[str]) -> str:
    """The id of the fact that says which of the alternatives an applicant has."""
    return "|".join(sorted(alternatives))


def facts_of_alternatives(matter: Matter) -> dict[str, CaseFact]:
    """The facts that the matter's own materials and needs bring, with the first shares written."""
    found: dict[str, CaseFact] = {}
    for entry in _entries_with_alternatives(matter):
        fact = _fact(entry)
        known = found.get(fact.id)
        if known is None or known.shares is None:
            found[fact.id] = fact
    return found


def _entries_with_alternatives(matter: Matter) -> Iterator[Material | DataNeed]:
    for material in matter.materials:
        if len(material.alternatives) > 1 and not material.is_optional:
            yield material
    for step in matter.own_steps:
        yield from (need for need in step.needs if need.is_any)


def _fact(entry: Material | DataNeed) -> CaseFact:
    shares = None
    if entry.shares is not None:
        known = dict(zip(entry.alternatives, entry.shares, strict=True))
        shares = tuple(known[data] for data in sorted(entry.alternatives))
    options = tuple(sorted(entry.alternatives))
    return CaseFact(fact_of(options), options, entry.place, shares, is_of_alternatives=True)
