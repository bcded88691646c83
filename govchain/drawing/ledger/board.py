"""The rows of a page, and where all that stands beside their bars has its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from govchain.drawing.chart.words import Words
from govchain.drawing.fold.parts import Wait
from govchain.drawing.ink.lettering import in_a_row
from govchain.drawing.ink.pieces import Piece
from govchain.drawing.ledger.axis import Axis
from govchain.drawing.ledger.bars import bar_box
from govchain.drawing.ledger.links import Link, links_of
from govchain.drawing.ledger.measures import MOST_ROW, TIME
from govchain.drawing.ledger.notes import HEIGHT, Note, pieces_beside, placed, tag
from govchain.drawing.ledger.places import Track
from govchain.drawing.ledger.rows import Row
from govchain.drawing.ledger.signs import Signs
from govchain.model.figures import circled

BELOW = 24.0
"""What a line of writing below a bar adds to a row."""
_MOST_AFTER = 5
"""So many parts on other pages are named for which a part waits; the others are counted."""


@dataclass(frozen=True, slots=True)
class Tag:
    """What is said of a needless wait: from x on, on the edge above a row."""

    link: Link
    piece: Piece
    x: float
    edge: int


@dataclass(frozen=True, slots=True)
class Board:
    """The rows of one page; of each row the notes beside its bar, and how high it is."""

    rows: tuple[Row, ...]
    axis: Axis
    links: tuple[Link, ...]
    tags: tuple[Tag, ...]
    notes: tuple[tuple[Note, ...], ...]
    heights: tuple[float, ...]

    @property
    def height(self) -> float:
        """Of all rows, without the foot of the axis."""
        return sum(self.heights)

    def spread(self, height: float) -> Board:
        """The same rows, somewhat higher where there is room for it."""
        spare = max(height - self.height, 0) / max(len(self.rows), 1)
        return replace(self, heights=tuple(max(h, min(h + spare, MOST_ROW)) for h in self.heights))


@dataclass(frozen=True, slots=True)
class Boards:
    """Makes the boards of a ledger: all its rows, and which waits for which."""

    rows: tuple[Row, ...]
    waits: tuple[Wait, ...]
    axis: Axis
    words: Words
    signs: Signs

    def board(self, first: int, last: int) -> Board:
        """The board of the rows from the first up to, without it, the last."""
        rows, here = self.rows[first:last], range(first, last)
        axis = self._axis(rows)
        inside = [
            replace(wait, first=wait.first - first, second=wait.second - first)
            for wait in self.waits
            if wait.first in here and wait.second in here
        ]
        links = links_of([row.part for row in rows], inside, axis)
        tags = tuple(self._tags(links))
        told = {tag.link.wait.needless.number for tag in tags if tag.link.wait.needless}
        notes = []
        for place, row in enumerate(rows):
            after = self._after(first + place, here)
            known = row.on_papers | told
            pieces = list(pieces_beside(row.part, after, known, self.words, self.signs))
            bar = bar_box(row.part, axis, 0, row.bar)
            lines = [link.runs for link in links if place in link.rows]
            leaving = [link.turn for link in links if place == link.first]
            notes.append(tuple(placed(pieces, bar, lines, leaving)))
        heights = tuple(map(_height, rows, notes))
        return Board(rows, axis, tuple(links), tags, tuple(notes), heights)

    def _axis(self, rows: Sequence[Row]) -> Axis:
        """The whole axis, or the part of it that the rows of a page need, where that is small."""
        if len(rows) == len(self.rows) or not rows:
            return self.axis
        begins = min(row.part.span.begins for row in rows)
        ends = max(row.part.span.ends for row in rows)
        if 2 * (ends - begins) > self.axis.ends or begins == ends:
            return self.axis
        return Axis(self.axis.column, ends, begins)

    def _after(self, place: int, here: range) -> str:
        """What the row waits for on other pages."""
        waits = (wait for wait in self.waits if wait.second == place and wait.first not in here)
        numbers = [circled(self.rows[wait.first].part.number) for wait in waits]
        if not numbers:
            return ""
        told = in_a_row(numbers[:_MOST_AFTER], " ", len(numbers) - _MOST_AFTER)
        return self.words("after-parts").format(signs=told)

    def _tags(self, links: Sequence[Link]) -> Iterator[Tag]:
        """On the edge above the row that waits, or above one before it; where all is taken, its
        sign stands with the others in the row."""
        tracks: dict[int, Track] = {}
        for link in links:
            mark = link.wait.needless
            if mark is None or link.second < link.first:
                continue
            piece = tag(self._needless(link.wait), [mark], self.signs, is_round=True)
            for edge in range(link.second, link.first, -1):
                if edge not in tracks:
                    tracks[edge] = Track(TIME)
                    tracks[edge].take_lines(other.runs for other in links if edge in other.rows)
                track = tracks[edge]
                x = track.left_of(link.runs - 5, piece.width)
                x = track.right_of(link.runs + 5, piece.width) if x is None else x
                if x is not None:
                    track.take(x - 4, x + piece.width + 4)
                    yield Tag(link, piece, x, edge)
                    break

    def _needless(self, wait: Wait) -> str:
        if not wait.saved:
            return self.words("needless-wait")
        saved = self.words("gain-time").format(time=self.words.short_time(wait.saved))
        return self.words("needless-wait-saves").format(saved=saved)


def _height(row: Row, notes: Sequence[Note]) -> float:
    """The writing beside a low bar is higher than the bar."""
    below = BELOW if any(note.is_below for note in notes) else 0
    beside = 0 if all(note.is_below for note in notes) else HEIGHT
    return max(row.least_height, max(row.bar, beside) + below + 2 * row.pitch.edge)
