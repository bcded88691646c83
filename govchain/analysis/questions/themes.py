"""How the matters of a theme (应用主题) hang together: which data one makes and another needs.

A joint matter is told by the matters that it calls, steps of its own by itself. Data counts where
the step that needs it is written; it flows where every such step gets it without the applicant.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
    """What the chains of a theme say: steps and producers by matter, needs and how they come."""

    steps: dict[str, int] = field(default_factory=dict)
    producers: dict[str, dict[str, None]] = field(default_factory=dict)
    needs: dict[tuple[str, str], _Way] = field(default_factory=dict)


def network_of(theme: Theme, catalogue: Catalogue) -> ThemeNetwork:
    """The network of all matters of the theme that there are."""
    found = _Found()
    for matter in dict.fromkeys(theme.matters):
        if matter in catalogue.chains:
            _add(found, catalogue.chains[matter])
    passages = tuple(_passages(found))
    between = {(passage.consumer, passage.data) for passage in passages}
    members = (_member(matter, found, between) for matter in found.steps)
    return ThemeNetwork(tuple(members), passages)


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
        for producer in found.producers.get(data, ()):
            if producer != consumer and way is not _Way.BROUGHT:
                yield Passage(producer, consumer, data, way is _Way.FLOWS)


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
