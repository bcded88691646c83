"""The rows of a ledger: what stands in each, and how high it has to be."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from govchain.compiler.parts import call_of, came_by
from govchain.drawing.chart.subject import How, Version
from govchain.drawing.chart.words import Words
from govchain.drawing.fold.folding import by_steps
from govchain.drawing.fold.parts import Folded, FoldedPart, Wait
from govchain.drawing.ink.lettering import clip, shortened, width_of, wrap
from govchain.drawing.ink.scene import Item
from govchain.drawing.ledger.measures import (
    INNER_NAME,
    NAME,
    NAMES,
    SMALL,
    Pitch,
)
from govchain.drawing.ledger.paperpieces import papers_face
from govchain.drawing.ledger.signs import Signs

TEXT_LEFT, INNER_INDENT = 42.0, 16.0
BEFORE_PAGE = 12.0
_MOST_NAME_LINES = 2
_JOINT = " · "


@dataclass(frozen=True, slots=True)
class Row:
    """A part in its row; `is_inner`: a step of the expanded part above it.

    `names` and `below` are the lines of its name and of what stands below; `page_word` leads to the
    page with its steps, beside the name if `is_page_above`, else below. `on_papers` are the numbers
    of findings that stand at papers.
    """

    part: FoldedPart
    is_inner: bool
    names: tuple[str, ...]
    below: tuple[str, ...]
    page_word: str
    is_page_above: bool
    papers: tuple[Item, ...]
    papers_height: float
    on_papers: frozenset[int]
    pitch: Pitch

    @property
    def indent(self) -> float:
        return TEXT_LEFT + (INNER_INDENT if self.is_inner else 0)

    @property
    def room(self) -> float:
        """For its name."""
        return NAMES.width - self.indent

    @property
    def least_height(self) -> float:
        """What its name and its papers need."""
        pitch = self.pitch
        told = pitch.name_line * len(self.names) + pitch.small_line * len(self.below)
        least = pitch.least_inner_row if self.is_inner else pitch.least_row
        return max(least, max(told, self.papers_height) + 2 * pitch.padding)

    @property
    def bar(self) -> float:
        """How high its bar is."""
        return self.pitch.inner_bar if self.is_inner else self.pitch.bar


@dataclass(frozen=True, slots=True)
class Listed:
    """What a ledger lists: parts, and which waits for which, by their places among them; `rest` is
    the number of parts that are left out."""

    parts: tuple[tuple[FoldedPart, bool], ...]
    waits: tuple[Wait, ...]
    rest: int = 0


def listed(folded: Folded, version: Version, how: How) -> Listed:
    """The parts that are asked for, those that are expanded followed by their steps."""
    kept = [part for part in folded.parts if part.marks or not how.only_findings]
    parts: list[tuple[FoldedPart, bool]] = []
    places: dict[str, int] = {}
    for part in kept:
        places[part.key] = len(parts)
        parts.append((part, False))
        if not folded.are_steps and any(call_of(c, folded.chain) == part.key for c in how.expand):
            steps = by_steps(version, folded.words, part.key)
            parts.extend((step, True) for step in steps if came_by(step.key, how.expand))
    waits = []
    for wait in folded.waits:
        first, second = folded.parts[wait.first], folded.parts[wait.second]
        if first.key in places and second.key in places:
            here = places[first.key], places[second.key]
            waits.append(Wait(*here, wait.needless, wait.saved))
    return Listed(tuple(parts), tuple(waits), len(folded.parts) - len(kept))


def row_of(
    part: FoldedPart,
    *,
    is_inner: bool,
    are_steps: bool,
    page_word: str,
    said: Collection[int],
    words: Words,
    signs: Signs,
    pitch: Pitch,
) -> Row:
    """The row of a part; `said` are findings that stand elsewhere in the ledger."""
    size = INNER_NAME if is_inner else NAME
    indent = TEXT_LEFT + (INNER_INDENT if is_inner else 0)
    room = NAMES.width - indent
    names = wrap(part.name, [room], size, True, _MOST_NAME_LINES) or [""]
    is_step, beside = is_inner or are_steps, _beside(page_word)
    shown = _below(part, room - beside, words, is_step=is_step)
    has_room = width_of(names[-1], size, True) + beside <= room
    is_above = bool(page_word) and len(shown) > 1 and has_room
    if is_above:
        shown = _below(part, room, words, is_step=is_step)
    papers, height, numbers = papers_face(part, words, signs, pitch.paper_line, said)
    if (is_inner or are_steps) and not part.papers:
        papers, height, numbers = (), 0.0, frozenset()
    name = tuple(names)
    return Row(part, is_inner, name, shown, page_word, is_above, papers, height, numbers, pitch)


def _beside(page_word: str) -> float:
    """What leading to a page takes of the room of a line."""
    return width_of(page_word, SMALL) + BEFORE_PAGE if page_word else 0.0


def _below(part: FoldedPart, room: float, words: Words, *, is_step: bool) -> tuple[str, ...]:
    """Who it is, how many steps, when alone: on one line, of a long condition on two."""
    first = part.departments[0] if part.departments else words("no-department")
    more = len(part.departments)
    rest = [] if is_step else [words.counted("steps-of-part", part.steps)]
    if not is_step and not part.steps:
        rest = [words("no-steps")]
    if part.guard:
        rest.append(words("only-if").format(guard=part.guard))
    who = words("and-departments").format(first="{}", rest=more - 1, all=more) if more > 1 else "{}"
    tail = _JOINT.join(["", *rest])
    short = shortened(first, room, SMALL)
    if width_of(who.replace("{}", short) + tail, SMALL) <= room:
        return (who.replace("{}", short) + tail,)
    free = room - width_of(who.replace("{}", ""), SMALL)
    return who.replace("{}", shortened(first, free, SMALL)), clip(_JOINT.join(rest), room, SMALL)
