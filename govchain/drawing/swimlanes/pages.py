"""The pages of lying lanes: headline, lanes, figures, what signs mean, and whence all of it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from govchain.drawing.chart.subject import How, MatterSubject
from govchain.drawing.chart.words import Words
from govchain.drawing.fold.headline import FigureBox, case_of, figures_of, sources_of, title_of
from govchain.drawing.fold.parts import Asked, Folded
from govchain.drawing.ink import palette
from govchain.drawing.ink.lettering import width_of
from govchain.drawing.ink.pieces import Piece, set_in_lines, signed
from govchain.drawing.ink.scene import Box, Group, Icon, Item, Line, Rect, Scene, Text
from govchain.drawing.ledger.foot import source_face
from govchain.drawing.ledger.head import small_title_face, title_face
from govchain.drawing.ledger.rows import Listed, listed
from govchain.drawing.ledger.sheet import Sheet
from govchain.drawing.ledger.signs import Signs
from govchain.drawing.swimlanes.board import board_face
from govchain.drawing.swimlanes.filling import BETWEEN, Filled, Filling
from govchain.drawing.swimlanes.measures import (
    FIGURES,
    MARGIN,
    ROW,
    SMALL,
    Room,
    rooms_on,
)

_VALUE = 22.0
_BEFORE_FIGURES = 6.0
_SPACE = 18.0
_LEGEND = (
    "paper-shareable", "paper-spared", "swim-comes", "swim-wait", "parallel", "swim-all-cases",
)  # fmt: skip


def swimlane_pages(subject: MatterSubject, folded: Folded, how: How) -> tuple[Scene, ...]:
    """All parts in their lanes, on as many pages as it takes."""
    told = listed(folded, subject.version, how)
    tried: list[tuple[_Lying, list[tuple[Filled, ...]]]] = []
    for room in rooms_on(how.paper):
        lying = _Lying(subject, folded, told, how, room)
        tried.append((lying, lying.filled()))
        if len(tried[-1][1]) == 1:  # none takes fewer
            break
    lying, pages = min(tried, key=lambda one: len(one[1]))
    return tuple(lying.scene(page, n) for n, page in enumerate(pages, 1))


@dataclass(frozen=True, slots=True)
class _Lying:
    """What all pages have in common."""

    subject: MatterSubject
    folded: Folded
    listed: Listed
    how: How
    room: Room

    def filled(self) -> list[tuple[Filled, ...]]:
        """The lanes of each page."""
        height = self.room.height - self.height_around
        steps = self.folded.are_steps
        return Filling(self.listed, self.words, steps, height, self.room.right).pages()

    @property
    def width(self) -> float:
        """From margin to margin."""
        return self.room.right - MARGIN

    @property
    def words(self) -> Words:
        return self.folded.words

    @property
    def height_around(self) -> float:
        """How high all but the lanes of the first page is, whatever its legend has to say."""
        head, foot = self._head(1)[0].y, source_face(self._sources())[1]
        words = [self.words(key) for key in _LEGEND]
        wanted = sum(width_of(word, SMALL) + 30 + _SPACE for word in words)
        lines = 1 if wanted <= self.width else 2
        return head + _BEFORE_FIGURES + FIGURES + lines * ROW + 10 + foot + 16

    def _head(self, number: int) -> tuple[Sheet, str]:
        """A page with its title, and that."""
        words, chain = self.words, self.folded.chain
        title = title_of(chain, words, self.how)
        sheet = Sheet(self.how.paper, self.room.scale)
        if number == 1:
            signs = Signs(chain.matter.id)
            sheet.put(*title_face(title, list(self._clauses()), (), words, signs))
        else:
            title = words("continued").format(title=title)
            sheet.space(22)
            sheet.put(*small_title_face(title))
        sheet.space(4)
        return sheet, title

    def _sources(self) -> list[str]:
        told = sources_of(self.subject, self.how.version, self.words)
        if self.listed.rest:
            told.append(self.words.counted("nothing-found-of", self.listed.rest))
        return told

    def scene(self, page: Sequence[Filled], number: int) -> Scene:
        """A page: its title, the lanes, on the first one the figures, and what signs mean."""
        words, chain = self.words, self.folded.chain
        sheet, title = self._head(number)
        figures = figures_of(self.subject, words)
        departments = chain.registry.departments
        for n, board in enumerate(page):
            sheet.space(BETWEEN if n else 0)
            sheet.put(*board_face(board, departments, words))
        sheet.space(_BEFORE_FIGURES)
        if number == 1:
            sheet.put(_figures(figures, self.width, words), FIGURES)
        legend, height = set_in_lines(_legend(page, words), self.width, ROW, _SPACE)
        sheet.put((Group(legend, x=MARGIN, y=SMALL),), height)
        foot = source_face(self._sources())
        is_high = self.how.paper is not None and sheet.free(foot[1]) < 0
        return Scene(
            sheet.width,
            sheet.finish(foot, is_high=is_high),
            title,
            ", ".join(f"{known.word} {known.before}" for known in figures),
            words.language,
            tuple(sheet.items),
            "swimlanes" if number == 1 else f"swimlanes:{number}",
            self.how.paper,
        )

    def _clauses(self) -> Iterator[str]:
        """Which cases it is of, and how to read it."""
        yield from case_of(self.folded.chain, self.words)
        if self.subject.after:
            yield self.words("before-reform")
        yield self.words("swim-read-steps" if self.folded.are_steps else "swim-read")
        if self.folded.case:
            yield self.words("longest-case").format(case=self.folded.case)


def _figures(figures: Sequence[FigureBox], whole: float, words: Words) -> tuple[Item, ...]:
    """The figures in a line, and what they become."""
    width = whole / len(figures)
    items: list[Item] = []
    for n, known in enumerate(figures):
        told = [(known.word, 15.0, palette.MUTED, False), (known.before, _VALUE, palette.INK, True)]
        told.append((known.unit, SMALL, palette.MUTED, False))
        if known.after:
            told.append((f"→ {known.after}", _VALUE, palette.SHARED, True))
            told.append((words("after-reform"), SMALL, palette.SHARED, False))
        x = MARGIN + n * width
        for text, size, ink, bold in told:
            room = width_of(text, size, bold)
            if text and x + room <= MARGIN + (n + 1) * width:
                items.append(Text(x, 24, text, size, room, ink, bold))
                x += room + 7
    return tuple(items)


def _legend(page: Sequence[Filled], words: Words) -> Iterator[Piece]:
    """What the signs mean that occur on the page."""
    cards = [card for board in page for card in board.cards]
    papers = [paper for card in cards for paper in card.part.papers]
    for asked in (Asked.SHAREABLE, Asked.SPARED):
        if any(paper.asked is asked for paper in papers):
            name = f"paper-{asked.value}"
            yield _said(words(name), (Icon(name, 6, -4.5),), 16)
    if any(card.part.visits or card.part.handed_in for card in cards if not card.is_of_applicant):
        line = Line(((0, -4.5), (24, -4.5)), palette.ALARM, 1.8, dash="2 3")
        yield _said(words("swim-comes"), (line,), 30)
    if any(way.wait.needless for board in page for way in board.places.tracks.ways):
        line = Line(((0, -4.5), (24, -4.5)), palette.REDUNDANT, 1.8, dash="5 3")
        yield _said(words("swim-wait"), (line,), 30)
    if any(board.bands for board in page):
        box = Box(0, -11, 22, 14)
        band = Rect(box, palette.BAND, palette.BAND_EDGE, 1, 3, "4 3")
        yield _said(words("parallel"), (band,), 28)
    if any(paper.condition for paper in papers):
        yield _said(words("swim-all-cases"), (Icon("when", 6, -4.5),), 16)


def _said(text: str, sign: tuple[Item, ...], indent: float) -> Piece:
    return signed(sign, indent, text, SMALL, palette.MUTED)
