"""The rows of a comparison: a part before and after, and how high its row has to be."""

from __future__ import annotations

from dataclasses import dataclass

from govchain.drawing.chart.words import Words
from govchain.drawing.comparison.papers import papers_face
from govchain.drawing.fold.changes import PartChange
from govchain.drawing.ink.lettering import shortened, width_of, wrap
from govchain.drawing.ink.scene import Item
from govchain.drawing.ledger.measures import (
    NAME,
    SMALL,
    Column,
    Pitch,
)
from govchain.model.figures import figure

NAMES = Column(36, 284)
TEXT_LEFT = 42.0
MOST_ROW = 104.0
_JOINT = " · "


@dataclass(frozen=True, slots=True)
class Row:
    """What stands in a row: the lines of its name, what stands below, what became of papers."""

    change: PartChange
    names: tuple[str, ...]
    below: tuple[str, ...]
    papers: tuple[Item, ...]
    papers_height: float
    pitch: Pitch

    @property
    def least_height(self) -> float:
        pitch = self.pitch
        told = pitch.name_line * len(self.names) + pitch.small_line * len(self.below)
        has_both = self.change.before is not None and self.change.after is not None
        least = pitch.least_of_both if has_both else pitch.least_change
        return max(least, max(told, self.papers_height) + 2 * pitch.padding)


def row_of(change: PartChange, words: Words, pitch: Pitch, *, are_steps: bool) -> Row:
    """The row of a part in both versions."""
    room = NAMES.width - TEXT_LEFT
    names = wrap(change.known.name, [room], NAME, True, 2)
    papers, height = papers_face(change.papers, words, pitch)
    below = _below(change, room, words, are_steps=are_steps)
    return Row(change, tuple(names), below, papers, height, pitch)


def _below(change: PartChange, room: float, words: Words, *, are_steps: bool) -> tuple[str, ...]:
    """Who it is, and how many steps it had and has."""
    part = change.known
    first = part.departments[0] if part.departments else words("no-department")
    rest = _fate(change, words, are_steps=are_steps)
    more = len(part.departments)
    for key in ("and-departments", "and-briefly"):
        who = words(key).format(first="{}", rest=more - 1, all=more) if more > 1 else "{}"
        free = room - width_of(who.replace("{}", ""), SMALL)
        short = who.replace("{}", shortened(first, free, SMALL))
        together = _JOINT.join(text for text in (short, rest) if text)
        if width_of(together, SMALL) <= room:
            return (together,)
    return short, shortened(rest, room, SMALL)


def _fate(change: PartChange, words: Words, *, are_steps: bool) -> str:
    if change.after is None:
        return words("part-gone")
    if change.before is None:
        return words("part-new")
    if are_steps:
        return ""
    before, after = figure(change.before.steps), figure(change.after.steps)
    return words("steps-change").format(before=before, after=after)
