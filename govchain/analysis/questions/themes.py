"""How the matters of a theme (应用主题) hang together: which data one makes and another needs.

A joint matter is told by the matters that it calls, steps of its own by itself. Data counts where
the step that needs it is written; it flows where every such step gets it without the applicant.

Where matters that one joint matter calls beside the one that needs the data make it, it comes from
these alone: another matter that makes the same data serves other cases.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from enum import IntEnum

from govchain.analysis.questions.holders import able_holders
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.needs import Need
from govchain.model.nouns import Theme


@dataclass(frozen=True, slots=True)
class Passage:
    """Data that one matter produces and another needs."""

    producer: str
    consumer: str
    data: str
    flows: bool


@dataclass(frozen=True, slots=True)
class Member:
    """A matter of the theme: its steps, and the data it needs that none of the theme makes.

    `lacking`: what some step has on paper alone, or not at all, though a holder could share it.
    `brought`: the same of what nobody could share, be it made in the theme: no flow is due.
    """

    matter: str
    steps: int
    flowing: tuple[str, ...]
    lacking: tuple[str, ...]
    brought: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ThemeNetwork:
    """The matters of a theme in the order in which they begin, and the data between them."""

    members: tuple[Member, ...]
    passages: tuple[Passage, ...]
    named: int
    """How many matters the theme names."""
    included: int
    """And how many they are with those that they call."""

    @property
    def lacking(self) -> int:
        return sum(not passage.flows for passage in self.passages)


class _Way(IntEnum):
    """How data comes to a matter: that of the step to which it comes worst, among those to which
    it could flow."""

    BROUGHT = 0
    FLOWS = 1
    LACKS = 2


@dataclass(slots=True)
class _Found:
    """What the chains of a theme say: steps and producers by matter, needs and how they come.

    `joined`: of needs, the matters joined with the one that needs it that make the data.
    """

    joined: Mapping[tuple[str, str], Set[str]]
    steps: dict[str, int] = field(default_factory=dict)
    producers: dict[str, dict[str, None]] = field(default_factory=dict)
    needs: dict[tuple[str, str], _Way] = field(default_factory=dict)


def network_of(theme: Theme, catalogue: Catalogue) -> ThemeNetwork:
    """The network of all matters of the theme that there are."""
    found = _Found(catalogue.once(_joined_producers))
    chains = [catalogue.chains[id] for id in dict.fromkeys(theme.matters) if id in catalogue.chains]
    for chain in chains:
        _add(found, chain)
    passages = tuple(_passages(found))
    between = {(passage.consumer, passage.data) for passage in passages}
    members = (_member(matter, found, between) for matter in found.steps)
    included = frozenset().union(*(chain.matters for chain in chains))
    return ThemeNetwork(tuple(members), passages, len(chains), len(included))


def _add(found: _Found, chain: Chain) -> None:
    """What the chain adds; the matter itself where it has no steps to be told by."""
    if not chain.steps:
        found.steps.setdefault(chain.matter.id, 0)
    counted: dict[str, int] = {}
    for step in chain.steps:
        matter = step.matter.id
        counted[matter] = counted.get(matter, 0) + 1
        for data in step.written.produces:
            found.producers.setdefault(data, {})[matter] = None
        for need in chain.needs(step.id):
            pair, way = (matter, need.data), _way_of(need, chain)
            if way is not None:
                found.needs[pair] = max(found.needs.get(pair, way), way)
    for matter, number in counted.items():
        found.steps[matter] = max(found.steps.get(matter, 0), number)


def _way_of(need: Need, chain: Chain) -> _Way | None:
    """None of what only the applicant knows."""
    state = chain.supply_of(need).state
    if state.burdens_applicant:
        return _Way.LACKS if able_holders(need, chain) else _Way.BROUGHT
    return _Way.FLOWS if state.is_without_applicant else None


def _passages(found: _Found) -> Iterable[Passage]:
    """Those that are due: not of what nobody could share."""
    for (consumer, data), way in found.needs.items():
        joined = found.joined.get((consumer, data))
        for producer in found.producers.get(data, ()):
            is_source = joined is None or producer in joined
            if producer != consumer and is_source and way is not _Way.BROUGHT:
                yield Passage(producer, consumer, data, way is _Way.FLOWS)


def _joined_producers(catalogue: Catalogue) -> Mapping[tuple[str, str], Set[str]]:
    """Matter and data it needs -> those beside it in some joint matter that make the data."""
    found: dict[tuple[str, str], set[str]] = {}
    for pairs in catalogue.contributions(_joined_in).values():
        for consumer, data, producer in pairs:
            found.setdefault((consumer, data), set()).add(producer)
    return found


def _joined_in(chain: Chain, _: Catalogue) -> tuple[tuple[str, str, str], ...]:
    """Who needs which data that another matter of the chain makes, and which does."""
    if len(chain.matters) == 1:
        return ()
    return tuple(dict.fromkeys(_handed_over(chain)))


def _handed_over(chain: Chain) -> Iterator[tuple[str, str, str]]:
    producers: dict[str, dict[str, None]] = {}
    for step in chain.steps:
        for data in step.written.produces:
            producers.setdefault(data, {})[step.matter.id] = None
    for step in chain.steps:
        for data in dict.fromkeys(need.data for need in chain.needs(step.id)):
            for producer in producers.get(data, ()):
                if producer != step.matter.id:
                    yield step.matter.id, data, producer


def _member(matter: str, found: _Found, between: set[tuple[str, str]]) -> Member:
    outside: Mapping[str, _Way] = {
        data: way
        for (consumer, data), way in found.needs.items()
        if consumer == matter and (consumer, data) not in between
    }
    brought, flowing, lacking = (
        tuple(data for data, known in outside.items() if known is way) for way in _Way
    )
    return Member(matter, found.steps[matter], flowing, lacking, brought)
