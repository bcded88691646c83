"""The pages of a comparison: as many rows on each as it holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from govchain.drawing.chart.subject import How, MatterSubject
from govchain.drawing.chart.words import Words
from govchain.drawing.comparison.face import AXIS, FOOT, rows_face
from govchain.drawing.comparison.rows import MOST_ROW, NAMES, Row, row_of
from govchain.drawing.fold.changes import changes_between
from govchain.drawing.fold.folding import folded
from govchain.drawing.fold.headline import case_of, figures_of, sources_of
from govchain.drawing.ink import palette
from govchain.drawing.ink.lettering import named
from govchain.drawing.ink.pieces import Piece, signed
from govchain.drawing.ink.scene import Box, Icon, Item, Rect, Scene
from govchain.drawing.ledger.axis import Axis
from govchain.drawing.ledger.columnhead import head_of
from govchain.drawing.ledger.foot import source_face
from govchain.drawing.ledger.head import small_title_face, title_face
from govchain.drawing.ledger.measures import (
    HEAD,
    LEAST,
    MARGIN,
    PAPERS,
    RIGHT,
    VISITS,
    Column,
    pitches_on,
)
from govchain.drawing.ledger.sheet import Sheet, height_on
from govchain.drawing.ledger.signs import Signs
from govchain.model.figures import figure

_LOOSE = 6.0
"""On a screen a row is so much higher than it has to be."""


def comparison_pages(subject: MatterSubject, how: How) -> tuple[Scene, ...]:
    """Both versions of the matter; where there is no later one, the same twice."""
    return tuple(Comparison(subject, how, Words(how.language)).pages())


@dataclass(frozen=True, slots=True)
class Comparison:
    """A matter in two versions, and how their comparison is wanted."""

    subject: MatterSubject
    how: How
    words: Words

    @property
    def height(self) -> float | None:
        """Of a page; None: as high as it has to be."""
        return height_on(self.how.paper)

    def pages(self) -> Iterator[Scene]:
        version, later = self.subject.version, self.subject.after or self.subject.version
        before = folded(version, self.words, self.how.fold)
        after = folded(later, self.words, self.how.fold)
        changes = changes_between(before, after)
        layouts = [
            [row_of(c, self.words, pitch, are_steps=before.are_steps) for c in changes]
            for pitch in pitches_on(self.how.paper)
        ]
        rows, spans = min(
            ((rows, self._spans(rows)) for rows in layouts), key=lambda laid_out: len(laid_out[1])
        )
        ends = (part.span.ends for side in (before, after) for part in side.parts)
        axis = Axis(AXIS, max((before.ends, after.ends, *ends)))
        for n, (first, last) in enumerate(spans, 1):
            yield self._page(rows[first:last], axis, (before.ends, after.ends), n, before.are_steps)

    def _spans(self, rows: Sequence[Row]) -> list[tuple[int, int]]:
        """From which row to which each page reaches."""
        if self.height is None:
            return [(0, len(rows))]
        spans: list[tuple[int, int]] = []
        first = 0
        while first < len(rows) or not spans:
            room, last = self._room(len(spans) + 1), first
            while last < len(rows) and (last == first or rows[last].least_height <= room):
                room -= rows[last].least_height
                last += 1
            spans.append((first, last))
            first = last
        return spans

    def _room(self, n: int) -> float:
        return self._head(n).free(source_face(self._sources())[1]) - HEAD - FOOT

    def _page(
        self,
        rows: Sequence[Row],
        axis: Axis,
        totals: tuple[int, int],
        n: int,
        are_steps: bool,
    ) -> Scene:
        sheet = self._head(n)
        sheet.put(self._column_heads(are_steps), HEAD)
        heights = [row.least_height for row in rows]
        spare = _LOOSE
        if self.height is not None:
            spare = max(self._room(n) - sum(heights), 0) / max(len(rows), 1)
        heights = [max(h, min(h + spare, MOST_ROW)) for h in heights]
        sheet.put(*rows_face(rows, heights, axis, totals, self.words))
        height = sheet.finish(source_face(self._sources()))
        figures = figures_of(self.subject, self.words)
        told = ", ".join(f"{f.word} {f.before} → {f.after}" for f in figures)
        return Scene(
            sheet.width,
            height,
            self._title() if n == 1 else self._continued(),
            told,
            self.words.language,
            tuple(sheet.items),
            "before-after" if n == 1 else f"before-after:{n}",
            self.how.paper,
        )

    def _head(self, n: int) -> Sheet:
        sheet = Sheet(self.how.paper)
        if n > 1:
            sheet.space(22)
            sheet.put(*small_title_face(self._continued()))
            return sheet
        signs = Signs(self.subject.version.chain.matter.id)
        case = case_of(self.subject.version.chain, self.words)
        clauses = [*case, self.words("how-to-read"), *self._versions()]
        sheet.put(*title_face(self._title(), clauses, (), self.words, signs))
        return sheet

    def _versions(self) -> Iterator[str]:
        """What both versions are called, and of when they are."""
        for key, version in (("before", self.subject.version), ("after", self.subject.after)):
            if version is not None:
                date = version.chain.network.date.isoformat()
                yield self.words.label(self.words(key), f"{version.source} {date}".strip())

    def _title(self) -> str:
        words, version = self.words, self.subject.version
        later = (self.subject.after or version).chain.metrics().worst
        worst = version.chain.metrics().worst
        told = [
            words(f"change-{name}").format(
                before=figure(getattr(worst, name)), after=figure(getattr(later, name))
            )
            for name in ("visits", "materials", "days")
        ]
        name = named(version.chain.matter.name)
        return words("headline-change").format(name=name, found=words.enumeration(told))

    def _continued(self) -> str:
        return self.words("continued").format(title=self._title())

    def _sources(self) -> list[str]:
        return sources_of(self.subject, self.how.version, self.words)

    def _column_heads(self, are_steps: bool) -> tuple[Item, ...]:
        words = self.words
        names = words("steps" if are_steps else "ledger-matters")
        time = [_sign(_swatch(), 22, words("step-gone"))]
        papers = [
            _sign((Icon("paper-kept", 6, -4.5),), 16, words("legend-kept")),
            _sign((Icon("paper-gone", 6, -4.5),), 16, words("legend-gone")),
            _sign((Icon("shared-now", 6, -4.5),), 16, words("legend-shared-now")),
        ]
        return (
            Rect(Box(MARGIN, 0, RIGHT - MARGIN, HEAD), palette.LANE_HEAD),
            *head_of(names, (), Column(NAMES.left + 12, NAMES.right)),
            *head_of(words("ledger-time"), time, Column(AXIS.left, PAPERS.left)),
            *head_of(words("ledger-papers"), papers, PAPERS),
            *head_of(words("trips"), (), Column(VISITS.left + 22, VISITS.right)),
        )


def _swatch() -> tuple[Item, ...]:
    box = Box(0, -12, 16, 15)
    return (Rect(box, "none", palette.WHITE, 1.4, dash="3 2.5"),)


def _sign(sign: tuple[Item, ...], indent: float, word: str) -> Piece:
    return signed(sign, indent, word, LEAST, palette.LANE_HEAD_MUTED)
