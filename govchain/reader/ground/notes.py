"""What the reading of one document notes down: troubles, losses, and references to be resolved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, Protocol

from govchain.findings import Fact, Place, Trouble
from govchain.model.characters import name_as_text, one_line
from govchain.reader.ground.nodes import Mark, Node
from govchain.reader.ground.short_forms import resembling, short_form_of
from govchain.reader.ground.spelling import closest_of
from govchain.reader.ground.wide_signs import bare

if TYPE_CHECKING:
    from govchain.model.nouns import CaseFact

_LISTED = 30
_PATIENCE = 100
"""For how many misspelt words of a document a known one is proposed."""


class Label(Protocol):
    """What a value belongs to: a keyword, or a word of the author's own (`Word`)."""

    @property
    def name(self) -> str: ...
    @property
    def chinese(self) -> str: ...


class Word(NamedTuple):
    """A word of the author's own, such as a fact, which both languages spell alike."""

    name: str

    @property
    def chinese(self) -> str:
        return self.name


class Reference(NamedTuple):
    """An id that names something of a section, where it stands, and the path to it.

    Plain numbers and texts, so that the many thousands of a catalogue cost next to nothing.
    """

    section: str
    id: str
    line: int
    column: int
    where: str
    key: str


@dataclass(slots=True)
class Notes:
    """The notes on one document.

    `losses` counts what could not be taken over: whoever reads an element compares it before and
    after, and so knows whether the element is doubtful.
    """

    file: str
    matter: str | None = None
    in_chinese: bool = False
    """The author writes keywords in Chinese, so messages do."""
    troubles: list[Trouble] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    losses: int = 0
    harmless: int = 0
    """Losses of what is missed nowhere: no rule concludes anything from its absence."""
    facts: dict[str, CaseFact] | None = field(default_factory=dict)
    """The facts of the matter that is being read; its guards may name no others. None: lost."""
    options: dict[str, frozenset[str]] = field(default_factory=dict)
    """The options of each of these facts."""
    named_facts: set[str] = field(default_factory=set)
    shares: dict[frozenset[str], tuple[dict[str, Fraction], Place]] = field(default_factory=dict)
    """Of alternatives, how many applicants have which, and where that is stated first."""
    lost_words: set[str] = field(default_factory=set)
    """Words of what was lost whole: an id among them may have been defined there."""
    patience: int = _PATIENCE
    doubted: set[str] = field(default_factory=set)
    """Ids of data of which a link was lost."""

    def place(self, node: Node) -> Place:
        """Where the node begins, as people count: lines and columns from 1."""
        mark = node.start
        return Place(self.file, mark.line + 1, mark.column + 1)

    def place_of(self, mark: Mark) -> Place:
        """The place of a mark."""
        return Place(self.file, mark.line + 1, mark.column + 1)

    def spelled(self, label: Label) -> str:
        """How the author of the document would write it."""
        return label.chinese if self.in_chinese else label.name

    def guess(self, text: str, words: Iterable[str]) -> str | None:
        """The word that the text probably means, misspelt or short; None if none comes close."""
        known = tuple(words)
        return self.misspelt(text, known) or self.short_form(text, known)

    def misspelt(self, text: str, words: Iterable[str]) -> str | None:
        """The word that the text is but for slips of the pen."""
        self.patience -= 1
        return closest_of(bare(text), tuple(words)) if not self.is_tired else None

    def short_form(self, text: str, words: Iterable[str]) -> str | None:
        """The word that the text says shorter, or longer."""
        return None if self.is_tired else short_form_of(bare(text), tuple(words))

    def resembling(self, text: str, words: Iterable[str]) -> str | None:
        """The word with which the text has the most in common."""
        return None if self.is_tired else resembling(bare(text), tuple(words))

    @property
    def is_tired(self) -> bool:
        """Whether enough guesses have been made for this document."""
        return self.patience < 0

    def loss(self) -> None:
        """Something was lost of which enough has been said already."""
        self.losses += 1

    def report(
        self,
        rule: str,
        subject: str,
        at: Node | Place,
        /,
        *,
        message: str,
        remedy: str = "",
        related: Iterable[Place] = (),
        **facts: Fact,
    ) -> None:
        """Note a trouble; what it stands at is lost.

        The subject is a key path; of a whole file, where it is empty, the name of the file.
        """
        self.losses += 1
        place = at if isinstance(at, Place) else self.place(at)
        trouble = Trouble(
            rule=rule,
            subject=subject or self.file,
            place=place,
            message=message,
            facts={name: _plain(fact) for name, fact in facts.items()},
            remedy=remedy,
            matter=self.matter,
            related=tuple(related),
        )
        self.troubles.append(trouble)

    def report_same_id(self, subject: str, id_: str, places: Sequence[Place]) -> None:
        """Note at each of the places that the id is defined there too; the first counts."""
        for position, place in enumerate(places):
            other = places[1] if position == 0 else places[0]
            self.report(
                "duplicate-id",
                subject,
                place,
                message='"{id}" is defined more than once: also at {place}',
                remedy="give one of them another id, or make one of them all",
                related=(other,),
                id=id_,
                place=spot(other),
            )


def _plain(fact: Fact) -> Fact:
    """A text from the file, which may be settings, as one line."""
    return one_line(fact) if isinstance(fact, str) else fact


def listed(words: Iterable[str]) -> str:
    """The words as a list for people, who read no more than thirty."""
    shown = [*islice(words, _LISTED + 1)]
    return ", ".join(shown if len(shown) <= _LISTED else [*shown[:_LISTED], "…"])


def spot(place: Place) -> str:
    """A place as text, `file:line`."""
    return f"{name_as_text(place.file)}:{place.line}"


def path(where: str, part: str) -> str:
    """The key path of a part of something in its file or matter, `steps.register.checks`."""
    return f"{where}.{part}" if where else part
