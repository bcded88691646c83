"""What a card says of a part, line by line, in the room that it has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from govchain.drawing.chart.columns import APPLICANTS
from govchain.drawing.chart.words import Words
from govchain.drawing.fold.parts import Asked, FoldedPaper, FoldedPart, Wait
from govchain.drawing.ink.lettering import shortened, width_of, wrap
from govchain.drawing.swimlanes.measures import (
    ICON,
    MOST_ASIDE,
    NAME,
    NAME_LINE,
    PADDING,
    PILL_SPARE,
    PORT,
    PORTS,
    ROW,
    SMALL,
)
from govchain.model.figures import circled

NUMBER_ROOM = 24.0
"""What its number takes of its first line, at least."""


class Naming(NamedTuple):
    """How many papers a card names, and whether long names are told in full, on two lines."""

    most: int
    in_full: bool = False


LEAST_NAMING = Naming(1)


class Told(StrEnum):
    """What a line of a card is about; each looks its own."""

    ABOUT = "about"
    GUARD = "guard"
    NEEDLESS = "needless"
    REDUNDANT = "redundant"
    PAPER = "paper"
    PAPER_GOES_ON = "paper-goes-on"
    MORE_PAPERS = "more-papers"
    SPARED = "spared"
    COMES = "comes"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a card: its words, what stands at the right of it, and all of it in full."""

    told: Told
    text: str
    aside: str = ""
    whole: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A part on its card. `ports` are the lines that leave or reach it on one side."""

    place: int
    part: FoldedPart
    sign: str
    names: tuple[str, ...]
    lines: tuple[Line, ...]
    ports: int = 1

    @property
    def height(self) -> float:
        told = NAME_LINE * len(self.names) + ROW * len(self.lines) + 2 * PADDING - 2
        return max(told, PORT + PORTS * self.ports + 8)

    @property
    def is_of_applicant(self) -> bool:
        """It stands in the applicant's own lane."""
        return self.part.lane == APPLICANTS


def card_of(
    place: int,
    part: FoldedPart,
    waits: Sequence[Wait],
    signs: Sequence[str],
    width: float,
    naming: Naming,
    words: Words,
    *,
    is_step: bool,
    beside: range,
) -> Card:
    """The card of the part at this place, naming papers so; `signs` are those of all parts,
    `waits` those that it has to do with, `beside` the places of all that stands beside it."""
    room = width - 2 * PADDING
    first = room - sign_room(signs[place])
    names = wrap(part.name, [first, room], NAME, True, most=2) or [""]
    mine = [wait for wait in waits if wait.second == place]
    leaving = sum(wait.first == place for wait in waits)
    papers = _papers(part, naming, room, words)
    told = _lines(part, mine, signs, words, room, is_step=is_step, beside=beside)
    lines = (*told, *papers)
    ports = max(len(mine), leaving, 1)
    return Card(place, part, signs[place], tuple(names), lines, ports)


def _lines(
    part: FoldedPart,
    waits: Sequence[Wait],
    signs: Sequence[str],
    words: Words,
    room: float,
    *,
    is_step: bool,
    beside: range,
) -> Iterator[Line]:
    """All that it says but its papers."""
    if about := _about(part, words, is_step=is_step):
        yield Line(Told.ABOUT, about)
    if others := part.departments[1:]:
        told = words("swim-with").format(names=words.enumeration(others))
        yield Line(Told.ABOUT, told, whole=told)
    if part.guard:
        yield Line(Told.GUARD, words("only-if").format(guard=part.guard))
    real = [w for w in waits if w.needless is None and w.first not in beside]
    if real:
        told = "".join(signs[wait.first] for wait in real)
        yield Line(Told.ABOUT, words("after-parts").format(signs=told))
    for wait in waits:
        if wait.needless is not None:
            for told in _needless(wait, signs, words, room - PILL_SPARE):
                yield Line(Told.NEEDLESS, told, whole=wait.needless.sentence)
    yield from _superfluous(part, words)
    if part.lane == APPLICANTS and part.visits:
        yield Line(Told.COMES, words.counted("swim-visits", part.visits))


def _about(part: FoldedPart, words: Words, *, is_step: bool) -> str:
    """How many steps it is of, and how long it takes."""
    steps = [] if is_step else [words.counted("steps-of-part", part.steps)]
    time = [words.short_time(part.span.ticks)] if part.span.ticks else []
    if part.is_at_once:
        time = [words("at-once")]
    gone = [] if part.is_there else [words("not-there")]
    return " · ".join((*steps, *time, *gone))


def _needless(wait: Wait, signs: Sequence[str], words: Words, room: float) -> Iterator[str]:
    """For whom it need not wait, and what that costs, on a line of its own where both are long."""
    said = words("swim-needless").format(signs=signs[wait.first])
    if not wait.saved:
        yield said
        return
    saved = words.short_time(wait.saved)
    both = words("swim-needless-saves").format(said=said, saved=saved)
    if width_of(both, SMALL, True) <= room:
        yield both
    else:
        yield from (said, f"−{saved}")


def _superfluous(part: FoldedPart, words: Words) -> Iterator[Line]:
    if part.redundant_ticks:
        time = words.short_time(part.redundant_ticks)
        yield Line(Told.REDUNDANT, words("redundant-time").format(time=time))
    elif part.redundant_steps:
        yield Line(Told.REDUNDANT, words.counted("redundant-steps", part.redundant_steps))
    if part.superfluous_checks:
        yield Line(Told.REDUNDANT, words("checked-twice").format(n=part.superfluous_checks))


def _papers(part: FoldedPart, naming: Naming, room: float, words: Words) -> Iterator[Line]:
    """What offices could share, by whom; the rest in numbers."""
    shareable, most = part.papers_asked(Asked.SHAREABLE), naming.most
    shown = shareable[: most if len(shareable) <= most else max(most - 1, 0)]
    for paper in shown:
        yield from _named(paper, naming, room - ICON, words)
    if left := shareable[len(shown) :]:
        said = words.counted("swim-more-papers" if shown else "swim-papers", len(left))
        yield Line(Told.MORE_PAPERS, said, whole=_titles(left))
    if spared := part.papers_asked(Asked.SPARED):
        yield Line(Told.SPARED, words.counted("n-spared", len(spared)), whole=_titles(spared))


def _named(paper: FoldedPaper, naming: Naming, room: float, words: Words) -> Iterator[Line]:
    """On one line, or on two where its name is long: who could share it stands on the last."""
    aside = f"← {_first_of(paper.holders, 'and-briefly', words)}"
    if not naming.in_full and width_of(paper.name + aside, SMALL, True) + 6 > room:
        aside = f"← {_first_of(paper.holders, 'and-others', words)}"
    taken = width_of(shortened(aside, (room + ICON) * MOST_ASIDE, SMALL), SMALL) + 6
    names = [paper.name]
    if naming.in_full and width_of(paper.name, SMALL, True) > room - taken:
        names = wrap(paper.name, [room, room - taken], SMALL, True, most=2)
    if len(names) == 1 and width_of(names[0], SMALL, True) > room - taken and naming.in_full:
        names.append("")
    kinds = (Told.PAPER, *(Told.PAPER_GOES_ON for _ in names[1:]))
    for n, (kind, name) in enumerate(zip(kinds, names, strict=True), 1):
        yield Line(kind, name, aside if n == len(names) else "", paper.title)


def _first_of(holders: str, key: str, words: Words) -> str:
    """The first of those that could share it, and of how many; all stand in the title."""
    first, *others = holders.split(words.enumeration(["", ""]))
    if not others:
        return first
    rest, all = len(others), len(others) + 1
    return words(key).format(first=first, rest=rest, all=all)


def _titles(papers: Sequence[FoldedPaper]) -> str:
    return "\n".join(paper.title for paper in papers)


def sign_room(sign: str) -> float:
    return max(NUMBER_ROOM, width_of(sign, NAME, True) + 6)


def sign_of(part: FoldedPart, *, is_inner: bool) -> str:
    """Its number as people know it; steps of a part that is expanded have none."""
    return "–" if is_inner else circled(part.number)
