"""The pages of a ledger: its rows, as many as a page holds, then the findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from govchain.drawing.chart.subject import How, MatterSubject, Remedy
from govchain.drawing.chart.words import Words
from govchain.drawing.fold.headline import figures_of, sources_of, subtitle_of, title_of
from govchain.drawing.fold.parts import Folded
from govchain.drawing.ink.scene import Item, Scene
from govchain.drawing.ledger.axis import Axis
from govchain.drawing.ledger.board import Board, Boards
from govchain.drawing.ledger.boardface import board_face
from govchain.drawing.ledger.columnhead import column_heads
from govchain.drawing.ledger.findings import Columns, columns_face, entries_of, in_columns
from govchain.drawing.ledger.foot import remedies_face, source_face
from govchain.drawing.ledger.head import figures_face, small_title_face, title_face
from govchain.drawing.ledger.legend import legend_face, legend_lines
from govchain.drawing.ledger.measures import (
    AXIS,
    AXIS_FOOT,
    HEAD,
    MARGIN,
    RIGHT,
    Column,
    Pitch,
    pitches_on,
)
from govchain.drawing.ledger.rows import Listed, listed, row_of
from govchain.drawing.ledger.sheet import Sheet, height_on
from govchain.drawing.ledger.signs import Signs

MOST_REMEDIES = 6
"""On a page of no paper."""
_LEFT_FREE = 27.0
"""So much of a page stays free where more remedies could still be told."""
_LOOSE = 8.0
"""On a screen a row is so much higher than it has to be."""
_WIDE_NUMBER = 888
"""Stands for the number of a page that is not known yet: as wide as any of three digits."""


def ledger_pages(
    subject: MatterSubject, folded: Folded, how: How, annexes: Sequence[str] = ()
) -> tuple[Scene, ...]:
    """The rows, then the findings, on as many pages as it takes; `annexes` are the keys of the
    pages that follow, whose numbers stand in the rows."""
    told = listed(folded, subject.version, how)
    ledgers = [Ledger(subject, folded, how, told, pitch) for pitch in pitches_on(how.paper)]
    ledger, spans = min(
        ((ledger, ledger.spans(annexes)) for ledger in ledgers), key=lambda filled: len(filled[1])
    )
    return tuple(ledger.pages(annexes, spans))


@dataclass(frozen=True, slots=True)
class Ledger:
    """A folded matter, and how its ledger is wanted."""

    subject: MatterSubject
    folded: Folded
    how: How
    listed: Listed
    pitch: Pitch

    @property
    def words(self) -> Words:
        return self.folded.words

    @property
    def height(self) -> float | None:
        """Of a page; None: as high as it has to be."""
        return height_on(self.how.paper)

    def pages(self, annexes: Sequence[str], spans: Sequence[tuple[int, int]]) -> Iterator[Scene]:
        """All pages, of the rows as far as each span reaches: where they are broken is found first,
        since what stands on a page does not hang on the numbers of others."""
        findings = self._findings()
        is_on_page = self._holds_findings(spans, findings)
        later = [] if is_on_page else findings
        pages = {
            entry.mark.number: f"findings:{n}"
            for n, columns in enumerate(later, 1)
            for column in columns
            for entry in column
        }
        before = len(spans) + len(later)
        boards = self._boards(annexes, pages, before + 1)
        for n, (first, last) in enumerate(spans, 1):
            strip = findings if is_on_page and n == len(spans) else []
            yield self._page(boards.board(first, last), strip, n, boards.signs)
        for n, columns in enumerate(later, 1):
            yield self._page_of_findings(columns, n)

    # What stands on which page

    def _findings(self) -> list[Columns]:
        """All findings in columns, page by page."""
        chain, how = self.folded.chain, self.how
        if not how.tells_findings:
            return []
        signs = Signs(chain.matter.id, how.highlight)
        entries = entries_of(chain.matter.id, self.folded.marks, self.words, signs)
        room = None
        if self.how.paper:
            legend = legend_lines(self.folded.marks, self.words, Column(MARGIN, RIGHT))[1]
            room = self._small_head().free(self._source_height()) - legend
        return in_columns(entries, room)

    def _holds_findings(self, spans: Sequence[object], findings: Sequence[Columns]) -> bool:
        """They stand below the rows: on a screen, or where one sheet is enough."""
        if self.height is None or not findings:
            return True
        if len(spans) > 1 or len(findings) > 1:
            return False
        board = self._boards((), {}, None).board(0, len(self.listed.parts))
        free = self._room(is_first=True) - board.height
        return columns_face(findings[0])[1] + 40 <= free

    def _boards(
        self, annexes: Sequence[str], pages: Mapping[int, str], first: int | None
    ) -> Boards:
        """All rows; `first` is the number of the first page that follows; None: not yet known."""
        signs = Signs(self.folded.chain.matter.id, self.how.highlight, pages)
        numbers = {
            key: _WIDE_NUMBER if first is None else first + n for n, key in enumerate(annexes)
        }
        waiting = {w.needless.number for w in self.listed.waits if w.needless is not None}
        rows = []
        for part, is_inner in self.listed.parts:
            page_word = "" if is_inner or not part.key else self._page_word(part.key, numbers)
            rows.append(
                row_of(
                    part,
                    is_inner=is_inner,
                    are_steps=self.folded.are_steps,
                    page_word=page_word,
                    said=waiting,
                    words=self.words,
                    signs=signs,
                    pitch=self.pitch,
                )
            )
        ends = (part.span.ends for part, _ in self.listed.parts)
        axis = Axis(AXIS, max((self.folded.ends, *ends)))
        return Boards(tuple(rows), self.listed.waits, axis, self.words, signs)

    def _page_word(self, call: str, numbers: Mapping[str, int]) -> str:
        """What leads to the page with its steps, if there is one."""
        if call not in numbers:
            return self.words("its-steps") if call in self.how.elsewhere else ""
        numbered = self.how.has_numbers
        return self.words("page").format(n=numbers[call]) if numbered else self.words("its-steps")

    def spans(self, annexes: Sequence[str]) -> list[tuple[int, int]]:
        """From which row to which each page reaches."""
        count = len(self.listed.parts)
        if self.height is None:
            return [(0, count)]
        boards = self._boards(annexes, {}, None)
        spans: list[tuple[int, int]] = []
        first = 0
        while first < count or not spans:
            last = _last(boards, first, self._room(is_first=not spans))
            spans.append((first, last))
            first = last
        return spans

    def _room(self, *, is_first: bool) -> float:
        """The height that is left for rows on a page of this height."""
        sheet = self._head() if is_first else self._small_head()
        remedies = remedies_face(self._remedies(), self.words)[1] + 8 if is_first else 0
        foot = AXIS_FOOT + legend_face(self.folded.marks, self.words)[1]
        return sheet.free(self._source_height()) - HEAD - foot - remedies

    # The pages themselves

    def _hint(self, board: Board) -> str:
        """Where the steps of the rows are told; empty where nowhere."""
        if not any(row.page_word for row in board.rows):
            return ""
        return self.words("see-pages" if self.how.has_numbers else "see-steps")

    def _page(self, board: Board, strip: Sequence[Columns], n: int, signs: Signs) -> Scene:
        sheet = self._head(signs) if n == 1 else self._small_head()
        parts = [part for part, _ in self.listed.parts]
        heads = column_heads(
            parts, self.words, are_steps=self.folded.are_steps, hint=self._hint(board)
        )
        sheet.put(heads, HEAD)
        if self.height is None:
            board = board.spread(board.height + _LOOSE * len(board.rows))
        elif not strip:
            board = board.spread(max(self._room(is_first=n == 1) - self._in_full(n), board.height))
        sheet.put(*board_face(board, self.words))
        signs_told = {m.number: m for row in board.rows for m in row.part.marks}
        signs_told |= {m.number: m for m in self.folded.marks_on_whole if n == 1}
        signs_told |= {e.mark.number: e.mark for c in strip for column in c for e in column}
        sheet.put(*legend_face([*signs_told.values()], self.words))
        told: Sequence[Remedy] = ()
        if n == 1:
            sheet.space(8 if self._remedies() else 0)
            spare = 0 if strip or self.height is None else self._room(is_first=True) - board.height
            told, face = self._remedies_in(spare)
            sheet.put(*face)
        for columns in strip:
            sheet.put(*small_title_face(self.words("findings")))
            sheet.put(*columns_face(columns))
        key = "overview" if n == 1 else f"overview:{n}"
        return self._scene(sheet, key, len(told), is_first=n == 1)

    def _page_of_findings(self, columns: Columns, n: int) -> Scene:
        sheet = self._small_head(self.words("findings"), goes_on=n > 1)
        legend, height = self._legend_of_findings(columns)
        sheet.put(legend, height)
        sheet.put(*columns_face(columns))
        return self._scene(sheet, f"findings:{n}")

    def _legend_of_findings(self, columns: Columns) -> tuple[tuple[Item, ...], float]:
        """What the signs on a page of findings mean."""
        marks = [entry.mark for column in columns for entry in column]
        return legend_lines(marks, self.words, Column(MARGIN, RIGHT))

    def _scene(self, sheet: Sheet, key: str, remedies: int = 0, *, is_first: bool = False) -> Scene:
        height = sheet.finish(source_face(self._sources(remedies)))
        chain = self.folded.chain
        title = title_of(chain, self.words, self.how)
        if not is_first:
            title = self.words("continued").format(title=title)
        figures = figures_of(self.subject, self.words)
        return Scene(
            sheet.width,
            height,
            title,
            ", ".join(f"{known.word} {known.before}" for known in figures),
            self.words.language,
            tuple(sheet.items),
            key,
            self.how.paper,
        )

    def _head(self, signs: Signs | None = None) -> Sheet:
        sheet = Sheet(self.how.paper)
        folded, words = self.folded, self.words
        signs = signs or Signs(folded.chain.matter.id)
        clauses = subtitle_of(self.subject, folded)
        title = title_of(folded.chain, words, self.how)
        sheet.put(*title_face(title, clauses, folded.marks_on_whole, words, signs))
        sheet.put(*figures_face(figures_of(self.subject, words), words))
        sheet.space(14)
        return sheet

    def _small_head(self, what: str = "", *, goes_on: bool = True) -> Sheet:
        sheet = Sheet(self.how.paper)
        sheet.space(22)
        title = title_of(self.folded.chain, self.words, self.how)
        said = f"{what} · {title}" if what else title
        said = self.words("continued").format(title=said) if goes_on else said
        sheet.put(*small_title_face(said))
        return sheet

    def _remedies(self) -> Sequence[Remedy]:
        """The first ones."""
        most = MOST_REMEDIES if self.height is None else self.pitch.remedies
        return self.subject.remedies[:most]

    def _in_full(self, n: int) -> float:
        """So much more height the first remedies take on the first page where none is cut."""
        told = self._remedies() if n == 1 else ()
        in_full = remedies_face(told, self.words, in_full=True)
        return in_full[1] - remedies_face(told, self.words)[1]

    def _remedies_in(self, spare: float) -> tuple[Sequence[Remedy], tuple[tuple[Item, ...], float]]:
        """The first ones and, where there is room to spare, in full, then as many more as it
        holds; on a screen there is."""
        all, told = self.subject.remedies, self._remedies()
        brief = remedies_face(told, self.words)
        room = brief[1] + spare if self.height is not None else float("inf")
        in_full = remedies_face(told, self.words, in_full=True)
        if in_full[1] > room:
            return told, brief
        most = len(told) if self.height is None else len(all)
        while len(told) < most:
            longer = all[: len(told) + 2]
            face = remedies_face(longer, self.words, in_full=True)
            if face[1] + _LEFT_FREE > room:
                break
            told, in_full = longer, face
        return told, in_full

    def _sources(self, remedies: int) -> list[str]:
        """Whence it is; on the page with the first remedies also how many there are beyond."""
        told = sources_of(self.subject, self.how.version, self.words)
        if remedies and (rest := len(self.subject.remedies) - remedies):
            told.append(self.words.counted("more-remedies", rest))
        if self.listed.rest:
            told.append(self.words.counted("nothing-found-of", self.listed.rest))
        return told

    def _source_height(self) -> float:
        return source_face(self._sources(1))[1]


def _last(boards: Boards, first: int, room: float) -> int:
    """Up to which row a page reaches that begins with this one: one row at least."""
    last, count = first, len(boards.rows)
    height = 0.0
    while last < count and (last == first or height + boards.rows[last].least_height <= room):
        height += boards.rows[last].least_height
        last += 1
    while last > first + 1 and boards.board(first, last).height > room:
        last -= 1
    return last
