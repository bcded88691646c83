"""The strip of findings below the picture: the numbers of the badges, what they say, what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from govchain.drawing.card.badges import anchor_of, badge_of, colour_of, pill, wash_of
from govchain.drawing.chart.chart import Chart
from govchain.drawing.chart.marks import Mark
from govchain.drawing.ink import palette
from govchain.drawing.ink.lettering import clean, clip, whole_of, width_of, wrap
from govchain.drawing.ink.scene import Box, Group, Item, Line, Rect, Text
from govchain.drawing.ink.scene import Shape as Polygon

SIZE = 12.5
SMALL = 11.0
LINE = 17.0
PADDING = 8.0
SPACE = 2.0
EDGE = 4.0
BADGE_SIZE = 12.0
BADGE_HEIGHT = 20.0
REMEDY = 16.0
"""So far in stands what to do, behind its arrow."""
SPARE = 0.95
"""Lines are no longer than this share of their room: other fonts have wider letters."""
MOST_LINES = 12
MOST_REMEDY_LINES = 4


_CLAUSES = re.compile("(?<=；)|(?<=;) ")


@dataclass(frozen=True, slots=True)
class Block:
    """One finding of the strip, and how much height it takes with the space below it."""

    mark: Mark
    face: Group
    height: float


def strip(chart: Chart, width: float) -> Iterator[Block]:
    """One block a finding, as high as what it says needs in this width."""
    words = chart.words
    severities = [words(mark.finding.severity.value) for mark in chart.marks]
    badges = max((badge_of(mark).width_at(BADGE_SIZE) for mark in chart.marks), default=0)
    named = max((width_of(word, SIZE, True) for word in severities), default=0)
    indent = EDGE + PADDING + badges + PADDING + named + 10
    for mark, severity in zip(chart.marks, severities, strict=True):
        face = _Face(mark, severity, width, EDGE + PADDING + badges + PADDING, indent)
        items = tuple(face.items())
        is_cut = any(isinstance(item, Text) and item.whole for item in items)
        group = Group(
            items,
            title=mark.sentence if is_cut else "",
            id=anchor_of(chart.matter, mark),
            css="finding",
            data=_known_by(mark),
        )
        yield Block(mark, group, face.height + SPACE)


def _known_by(mark: Mark) -> tuple[tuple[str, str], ...]:
    """What a page knows the finding by."""
    step = mark.finding.step or ""
    return ("finding", mark.label), ("step", step), ("fingerprint", mark.finding.fingerprint)


class _Face:
    """Badge and severity at the left; rule and fingerprint above the sentence, remedy below it."""

    def __init__(
        self, mark: Mark, severity: str, width: float, beside_badge: float, indent: float
    ) -> None:
        self._mark = mark
        self._severity = severity
        self._width = width
        self._beside_badge = beside_badge
        self._indent = indent
        self._room = width - indent - PADDING
        self._colour = colour_of(mark)
        self._lines = wrap(clean(mark.sentence), [self._room * SPARE], SIZE, most=MOST_LINES)
        room = (self._room - REMEDY) * SPARE
        self._remedy = wrap(clean(mark.remedy), [room], SIZE, most=MOST_REMEDY_LINES)
        self._benefit = _benefit_in_lines(clean(mark.benefit), room)
        last = width_of(self._remedy[-1], SIZE) if self._remedy else room
        widest = max((width_of(line, SIZE, True) for line in self._benefit), default=0)
        self._is_beside = len(self._benefit) == 1 and widest + 16 <= room - last
        below = len(self._remedy) + (0 if self._is_beside else len(self._benefit))
        self.height = LINE * (1 + max(len(self._lines), 1) + below) + 8

    def items(self) -> Iterator[Item]:
        yield Rect(Box(0, 0, self._width, self.height), wash_of(self._mark))
        yield Rect(Box(0, 0, EDGE, self.height), self._colour)
        yield from self._first_line()
        y = 17.0
        for line in self._lines:
            y += LINE
            yield Text(self._indent, y, line, SIZE, self._room)
        yield from self._what_to_do(y)

    def _first_line(self) -> Iterator[Item]:
        badge = badge_of(self._mark)
        box = Box(EDGE + PADDING, 2.5, badge.width_at(BADGE_SIZE), BADGE_HEIGHT)
        yield from pill(badge, box, BADGE_SIZE)
        room = self._indent - self._beside_badge
        yield Text(self._beside_badge, 17, self._severity, SIZE, room, self._colour, True)
        known_by = self._mark.known_by
        room = self._room - width_of(known_by, SMALL) - 12
        rule = clean(self._mark.rule_name)
        name = clip(rule, room, SIZE, True)
        whole = whole_of(rule, name)
        yield Text(self._indent, 17, name, SIZE, room, self._colour, True, whole=whole)
        right = self._width - PADDING
        yield Text(right, 17, known_by, SMALL, self._room, palette.MUTED, anchor="end")

    def _what_to_do(self, y: float) -> Iterator[Item]:
        """The remedy behind an arrow; what it saves at the right, or in a line of its own."""
        x, room = self._indent + REMEDY, self._room - REMEDY
        remedy = clean(self._mark.remedy)
        for number, line in enumerate(self._remedy):
            y += LINE
            if not number:
                yield from _arrow(self._indent + 1, y - 4.5)
            yield Text(x, y, line, SIZE, room, whole=whole_of(remedy, line))
        right = self._width - PADDING
        for line in self._benefit:
            y += 0 if self._is_beside else LINE
            whole = whole_of(self._mark.benefit, line)
            yield Text(right, y, line, SIZE, room, self._colour, True, "end", whole=whole)


def _benefit_in_lines(benefit: str, room: float) -> list[str]:
    """On one line, or what it saves in a case and in a year on lines of their own."""
    if width_of(benefit, SIZE, True) <= room:
        return [benefit] if benefit else []
    clauses = _CLAUSES.split(benefit)
    return [line for clause in clauses for line in wrap(clause, [room], SIZE, True, most=2)]


def _arrow(x: float, y: float) -> Iterator[Item]:
    yield Line(((x, y), (x + 8, y)), palette.LINE, 1.4)
    yield Polygon(((x + 11, y), (x + 6, y - 3), (x + 6, y + 3)), palette.LINE)
