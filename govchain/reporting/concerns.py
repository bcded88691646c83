"""Whom a finding concerns, and whether a law stands in its way: what findings are chosen by."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property

from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.findings import Finding, Named, facts_under, named_in
from govchain.model.nouns import ALL

_PARTIES = (
    "actor",
    "applying",
    "consumer",
    "department",
    "from",
    "holder",
    "holders",
    "keeper_department",
    "platform",
    "providers",
    "rival_department",
    "to",
)
"""The facts of a finding that name departments which must act."""


def departments_concerned(finding: Finding, catalogue: Catalogue) -> set[str]:
    """The departments that must act, and that of the step it stands at; some may be unknown."""
    named = {one.id for name in _PARTIES for one in named_in(finding.facts.get(name))}
    if finding.matter is not None and finding.step is not None:
        chain = catalogue.chains.get(finding.matter)
        if chain is not None and chain.has_step(finding.step):
            named.add(chain.step(finding.step).department or "")
    return named


def departments_choosing(finding: Finding, catalogue: Catalogue) -> frozenset[str]:
    """The departments by which it is chosen: those that it concerns, and all above them."""
    above = catalogue.network.above
    return frozenset(
        id for concerned in departments_concerned(finding, catalogue) for id in above(concerned)
    )


def data_used(chain: Chain, catalogue: Catalogue) -> frozenset[tuple[str, str]]:
    """The data that its steps need, each with the department of the step, and what its papers
    bring, at no department."""
    needed = {(need.data, chain.step(need.step).department or "") for need in chain.all_needs}
    brought = {(data, "") for paper in chain.materials for data in paper.alternatives}
    return frozenset(needed | brought)


class Concerned:
    """Which of these matters findings concern."""

    def __init__(self, matters: Collection[str], catalogue: Catalogue) -> None:
        self._matters = matters
        self._catalogue = catalogue

    def by(self, finding: Finding) -> frozenset[str]:
        """Those on whose chain it stands.

        What stands in the registry concerns the matters that it names; where it names none those
        that use the data it speaks of: that of a link where a step needs it to which the link may
        bring it.
        """
        if finding.matter is not None:
            return frozenset(id for id in finding.matters if id in self._matters)
        named = {*_named_under("matter", finding), *_named_under("matters", finding)}
        if named:
            return frozenset(id for id in named if id in self._matters)
        receivers = {named.id for named in named_in(finding.facts.get("to"))}
        return self.by_data(_named_under("data", finding), receivers)

    def by_data(self, data: Iterable[str], receivers: Collection[str] = ()) -> frozenset[str]:
        """Those that use the data; with receivers those where a step needs it to which a link to
        these may bring it."""
        return frozenset(
            matter
            for id in data
            for matter, office in self._users.get(id, ())
            if _is_brought_to(office, receivers, self._catalogue)
        )

    @cached_property
    def _users(self) -> Mapping[str, Sequence[tuple[str, str]]]:
        """By data the matters that use it, each with the department that does."""
        users: dict[str, list[tuple[str, str]]] = {}
        for matter in self._matters:
            for data, office in self._catalogue.contribution(data_used, matter):
                users.setdefault(data, []).append((matter, office))
        return users


def _is_brought_to(office: str, receivers: Collection[str], catalogue: Catalogue) -> bool:
    """A link to these may bring it to the office, of a step that needs it; without any, no link is
    spoken of."""
    if receivers and not office:
        return False
    known = catalogue.registry.departments
    passes_on = any(id == ALL or (id in known and known[id].is_platform) for id in receivers)
    return (
        not receivers or passes_on or not {*receivers}.isdisjoint(catalogue.network.above(office))
    )


def _named_under(key: str, finding: Finding) -> set[str]:
    """The ids of what the facts name under the key, however deep."""
    return {fact.id for fact in facts_under(key, finding.facts) if isinstance(fact, Named)}


def needs_amendment(finding: Finding) -> bool:
    """A law asks for what would go: for what the mend removes, or for the paper it would free."""
    return bool(finding.amend or finding.facts.get("demanded_by") or finding.facts.get("basis"))


def matters_of_themes(themes: Iterable[str], catalogue: Catalogue) -> frozenset[str]:
    """The matters of the themes, and those they call."""
    known = catalogue.registry.themes
    named = [matter for theme in themes if theme in known for matter in known[theme].matters]
    return frozenset(with_called(named, catalogue))


def themes_by_matter(catalogue: Catalogue) -> Mapping[str, Sequence[str]]:
    """By each matter the themes that are chosen by it: those that name it, or one that calls it.

    The goals of a theme bind only the matters that it names (`analysis/questions/goals.themes_of`).
    """
    found: dict[str, list[str]] = {}
    for theme in catalogue.registry.themes:
        for matter in matters_of_themes([theme], catalogue):
            found.setdefault(matter, []).append(theme)
    return found


def matters_choosing(catalogue: Catalogue) -> Mapping[str, Sequence[str]]:
    """By each matter those by which it is chosen: itself, and those that call it, at any depth."""
    found: dict[str, list[str]] = {}
    for id in catalogue.chains:
        for called in with_called([id], catalogue):
            found.setdefault(called, []).append(id)
    return found


def with_called(matters: Iterable[str], catalogue: Catalogue) -> tuple[str, ...]:
    """The matters and those they call, at any depth: a joint service is made of these."""
    known = catalogue.chains
    chains = [known[matter] for matter in matters if matter in known]
    called = (id for chain in chains for id in chain.expansion.calls.values())
    return tuple(dict.fromkeys([*(chain.matter.id for chain in chains), *called]))
