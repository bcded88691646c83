"""What the reading of one document notes down: troubles, losses, and references to be resolved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from govchain.findings import Fact, Place, Trouble
from govchain.model.nouns import CaseFact
from govchain.model.vocabulary import Keyword
from govchain.reader.nodes import Mark, Node


@dataclass(slots=True)
class Reference:
    """An id that names something of a section, where it stands, and the path to it."""

    section: str
    id: str
    mark: Mark
    where: str
    keyword: Keyword


@dataclass(slots=True)
class Notes:
    """The notes on one document.

    `losses` counts what could not be taken over: whoever reads an element compares it before and
    after, and so knows whether the element is doubtful.
    """

    file: str
    matter: str | None = None
    troubles: list[Trouble] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    losses: int = 0
    facts: dict[str, CaseFact] = field(default_factory=dict)
    """The facts of the matter that is being read; its guards may name no others."""
    named_facts: set[str] = field(default_factory=set)
    lost_words: set[str] = field(default_factory=set)
    """Words of what was lost whole: an id among them may have been defined there."""

    def place(self, node: Node) -> Place:
        """Where the node begins, as people count: lines and columns from 1."""
        return self.place_of(node.start)

    def place_of(self, mark: Mark) -> Place:
        """The place of a mark."""
        return Place(self.file, mark.line + 1, mark.column + 1)

    def loss(self) -> None:
        """Something was lost of which enough has been said already."""
        self.losses += 1

    def report(
        self,
        rule: str,
        subject: str,
        at: Node | Place,
        *,
        message: str,
        remedy: str = "",
        related: Iterable[Place] = (),
        **facts: Fact,
    ) -> None:
        """Note a trouble; what it stands at is lost."""
        self.losses += 1
        place = at if isinstance(at, Place) else self.place(at)
        self.troubles.append(
            Trouble(rule, subject, place, message, facts, remedy, self.matter, tuple(related))
        )


def path(where: str, *parts: str) -> str:
    """The key path of something in its file or matter, `steps.register.checks`."""
    return ".".join(filter(None, (where, *parts)))
