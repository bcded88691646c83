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
    LEAST_INNER_ROW,
    LEAST_ROW,
    NAME,
    NAME_LINE,
    NAMES,
    PADDING,
    SMALL,
    SMALL_LINE,
)
from govchain.drawing.ledger.paperpieces import papers_face
from govchain.drawing.ledger.signs import Signs

TEXT_LEFT, INNER_INDENT = 42.0, 16.0
_MOST_NAME_LINES = 2
_JOINT = " · "


@dataclass(frozen=True, slots=True)
class Row:
    """A part in its row; `is_inner`: a step of the expanded part above it.

    `names` and `below` are the lines of its name and of what stands below; `page_word` leads to the
    page with its steps. `on_papers` are the numbers of findings that stand at papers.
    """

    part: FoldedPart
    is_inner: bool
    names: tuple[str, ...]
    below: tuple[str, ...]
    page_word: str
    papers: tuple[Item, ...]
    papers_height: float
    on_papers: frozenset[int]

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
        told = NAME_LINE * len(self.names) + SMALL_LINE * len(self.below)
        least = LEAST_INNER_ROW if self.is_inner else LEAST_ROW
        return max(least, told + 2 * PADDING, self.papers_height + 2 * PADDING)


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
) -> Row:
    """The row of a part; `said` are findings that stand elsewhere in the ledger."""
    size = INNER_NAME if is_inner else NAME
    indent = TEXT_LEFT + (INNER_INDENT if is_inner else 0)
    room = NAMES.width - indent
    names = wrap(part.name, [room], size, True, _MOST_NAME_LINES)
    shown = _below(part, room, page_word, words, is_step=is_inner or are_steps)
    papers, height, numbers = papers_face(part, words, signs, said)
    if (is_inner or are_steps) and not part.papers:
        papers, height, numbers = (), 0.0, frozenset()
    return Row(part, is_inner, tuple(names), shown, page_word, papers, height, numbers)


def _below(
    part: FoldedPart, room: float, page_word: str, words: Words, *, is_step: bool
) -> tuple[str, ...]:
    """Who it is, how many steps, when alone: on one line, of a long condition on two."""
    first = part.departments[0] if part.departments else words("no-department")
    more = len(part.departments)
    rest = [] if is_step else [words.counted("steps-of-part", part.steps)]
    if not is_step and not part.steps:
        rest = [words("no-steps")]
    if part.guard:
        rest.append(words("only-if").format(guard=part.guard))
    if page_word:
        room -= width_of(page_word, SMALL) + 12
    who = words("and-departments").format(first="{}", rest=more - 1, all=more) if more > 1 else "{}"
    tail = _JOINT.join(["", *rest])
    short = shortened(first, room, SMALL)
    if width_of(who.replace("{}", short) + tail, SMALL) <= room:
        return (who.replace("{}", short) + tail,)
    free = room - width_of(who.replace("{}", ""), SMALL)
    return who.replace("{}", shortened(first, free, SMALL)), clip(_JOINT.join(rest), room, SMALL)
