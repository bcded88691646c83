"""What is said of the parts of a matter when it is folded: values, in the words of people.

A part is a called matter or what steps a joint matter has itself; of a matter that calls none each
step is a part. Times are ticks after the chain has begun, in the case that takes longest.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainMaterial
from govchain.compiler.timetable import Span
from govchain.drawing.chart.marks import Mark
from govchain.drawing.chart.paperrows import SHOWN
from govchain.drawing.chart.words import Words


class Work(StrEnum):
    """What kind of step it is: it decides, it looks into the case, or it moves it on."""

    APPROVE = "approve"
    REVIEW = "review"
    OTHER = "other"


class Asked(StrEnum):
    """Why a paper is asked for: what could be done about it."""

    SHAREABLE = "shareable"
    """A holder could share what it says."""
    SPARED = "spared"
    """It need not be asked for."""
    OWN = "own"
    """Only the applicant knows what it says."""
    BROUGHT = "brought"
    """Nobody could share it, or nobody knows what it is for."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A step on the longest way through a part."""

    step: str
    name: str
    work: Work
    span: Span
    is_redundant: bool
    title: str


@dataclass(frozen=True, slots=True)
class FoldedPaper:
    """A paper that a part asks for; `holders` could share it, `condition` is empty: always.

    `paper` is the one in the chain; `handling` is handed in, shown or given back.
    """

    paper: ChainMaterial
    name: str
    asked: Asked
    holders: str
    handling: str
    condition: str
    title: str
    marks: tuple[Mark, ...] = ()

    @property
    def data(self) -> str:
        """What it says by the ids of the registry, the same in every part; its name where it has
        none."""
        return "/".join(self.paper.alternatives) or self.name


@dataclass(frozen=True, slots=True)
class FoldedPart:
    """A part as it is told in one row or on one card.

    `key` is its call, or its step; own steps of a joint matter have none. `number` is the first
    figure of its findings' signs. `lane` is the department it belongs to (None: nobody),
    `departments` the names of all that act in it, that one first. `guard` says when alone it takes
    place. `span` is when it does, in the case that takes longest; a part that is not there in it
    stands where it would, with `is_there` false; one of cases that are not drawn takes no
    time and has no papers, no visits and no `step_ids`. `segments` follow one another in it;
    `redundant_ticks` may be saved. `is_at_once`: it is written that it takes no time.
    """

    number: int
    key: str
    matter: str
    name: str
    lane: str | None
    departments: tuple[str, ...]
    steps: int
    step_ids: tuple[str, ...]
    guard: str
    span: Span
    is_there: bool
    is_at_once: bool
    segments: tuple[Segment, ...]
    papers: tuple[FoldedPaper, ...]
    visits: int
    redundant_steps: int
    redundant_ticks: int
    superfluous_checks: int
    marks: tuple[Mark, ...]
    title: str

    @property
    def handed_in(self) -> int:
        """How many papers it takes, as figures count them: each that is handed in, in however many
        copies, is one (项); what is only shown is none."""
        return sum(paper.handling != SHOWN for paper in self.papers)

    def papers_asked(self, asked: Asked) -> tuple[FoldedPaper, ...]:
        """Its papers of one kind."""
        return tuple(paper for paper in self.papers if paper.asked is asked)


@dataclass(frozen=True, slots=True)
class Wait:
    """A part, by its place among the parts, waits for another one.

    `needless` is the finding that says it need not; `saved` are the ticks that it costs.
    """

    first: int
    second: int
    needless: Mark | None = None
    saved: int = 0


@dataclass(frozen=True, slots=True)
class Folded:
    """A matter by its parts, in the order in which they begin to stand in the chain.

    `case` says the case that takes longest, empty where there is one alone. `are_steps`: its parts
    are steps. `marks_on_whole` speak of no part.
    """

    chain: Chain
    words: Words
    parts: tuple[FoldedPart, ...]
    waits: tuple[Wait, ...]
    ends: int
    case: str
    are_steps: bool
    marks: tuple[Mark, ...]
    marks_on_whole: tuple[Mark, ...]
