"""Links that came, went or are written otherwise, receiver by receiver, and whether they work.

A link to three departments and three links to one each say the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import NamedTuple

from govchain.compiler.catalogue import Catalogue
from govchain.compiler.sharing import Demand
from govchain.model.nouns import Link

_WAYS = frozenset({"data", "source", "via", "to", "place"})
"""What of a link says between whom it is, and where it is written."""


class Way(NamedTuple):
    """Which data goes from whom to whom, by ids; `via` is empty where it goes directly."""

    data: str
    source: str
    via: str
    target: str

    @property
    def subject(self) -> str:
        """As the subjects of findings name it."""
        middle = f"{self.via}->" if self.via else ""
        return f"{self.data}:{self.source}->{middle}{self.target}"


@dataclass(frozen=True, slots=True)
class Linked:
    """What is written of a way in one catalogue: mostly one link."""

    links: tuple[Link, ...]
    shortcomings: tuple[str, ...]
    """Why none of them carries anything; none where one does."""

    @property
    def works(self) -> bool:
        return not self.shortcomings


@dataclass(frozen=True, slots=True)
class LinkChange:
    """A way that is linked before or after; None where it is not.

    `arrived` and `arrives` say whether links brought, and bring, the data to whom it leads, be it
    another way.
    """

    way: Way
    old: Linked | None
    new: Linked | None
    arrived: bool
    arrives: bool

    @property
    def is_added(self) -> bool:
        return self.old is None

    @property
    def is_gone(self) -> bool:
        return self.new is None

    @property
    def is_opened(self) -> bool:
        """Data flows now, and did not."""
        return _works(self.new) and not self.arrived

    @property
    def is_closed(self) -> bool:
        """Data flowed, and does no longer."""
        return _works(self.old) and not self.arrives

    @property
    def is_led_elsewhere(self) -> bool:
        """The way no longer works, and another brings the data."""
        return _works(self.old) and not _works(self.new) and self.arrives

    @property
    def changed(self) -> tuple[str, ...]:
        """What is written otherwise now of a way that is linked in both."""
        if self.old is None or self.new is None:
            return ()
        names = (field.name for field in fields(Link) if field.name not in _WAYS)
        old, new = self.old.links, self.new.links
        return tuple(name for name in names if _said(name, old) != _said(name, new))


def _works(linked: Linked | None) -> bool:
    return linked is not None and linked.works


def _said(name: str, links: Sequence[Link]) -> list[str]:
    return sorted(repr(getattr(link, name)) for link in links)


def link_changes(old: Catalogue, new: Catalogue) -> tuple[LinkChange, ...]:
    """All ways that are linked in one of both, those too that are the same."""
    before, after = _linked(old), _linked(new)
    ways = sorted(before.keys() | after.keys())
    return tuple(
        LinkChange(
            way,
            was := before.get(way),
            now := after.get(way),
            arrived=_works(was) or (_works(now) and _arrives(way, old)),
            arrives=_works(now) or (_works(was) and _arrives(way, new)),
        )
        for way in ways
    )


def _arrives(way: Way, catalogue: Catalogue) -> bool:
    """Usable links bring the data from who holds it to whom the way leads."""
    data = catalogue.registry.data.get(way.data)
    holders = frozenset({data.office}) if data is not None and data.office else frozenset[str]()
    return catalogue.network.path(way.data, holders, way.target, Demand()) is not None


def _linked(catalogue: Catalogue) -> Mapping[Way, Linked]:
    found: dict[Way, list[Link]] = {}
    for link in catalogue.registry.links:
        for target in dict.fromkeys(link.to):
            way = Way(link.data, link.source, link.via or "", target)
            found.setdefault(way, []).append(link)
    return {way: _as_linked(links, catalogue) for way, links in found.items()}


def _as_linked(links: Sequence[Link], catalogue: Catalogue) -> Linked:
    lacking = [catalogue.network.shortcomings(link, Demand()) for link in links]
    return Linked(tuple(links), min(lacking, key=lambda found: (len(found), found)))
