"""The strip of findings below the picture: the numbers of the badges, and what they say."""

from __future__ import annotations

from collections.abc import Iterator

from govchain.drawing.card.badges import anchor_of, colour_of, wash_of
from govchain.drawing.chart.chart import Chart
from govchain.drawing.chart.marks import Mark
from govchain.drawing.ink import palette
from govchain.drawing.ink.lettering import clean, clip, whole_of, width_of, wrap
from govchain.drawing.ink.scene import Box, Group, Item, Rect, Text

SIZE = 12.5
SMALL = 11.0
LINE = 17.0
PADDING = 8.0
SPACE = 2.0
TAB = 40.0
MOST_LINES = 12


def strip(chart: Chart, width: float) -> tuple[tuple[Item, ...], float]:
    """One block a finding, as high as its sentence needs in this width; and all their height."""
    items: list[Item] = []
    y = 0.0
    words = [chart.words(mark.finding.severity.value) for mark in chart.marks]
    indent = TAB + PADDING + max((width_of(w, SIZE, True) for w in words), default=0) + 10
    for mark, word in zip(chart.marks, words, strict=True):
        room = width - indent - PADDING
        lines = wrap(clean(mark.sentence), [room], SIZE, most=MOST_LINES)
        height = LINE * (1 + max(len(lines), 1)) + 8
        block = tuple(_block(mark, word, lines, Box(0, 0, width, height), indent))
        items.append(
            Group(
                block,
                y=y,
                title=mark.sentence if lines and lines[-1].endswith("…") else "",
                id=anchor_of(chart.matter, mark),
                css="finding",
                data=_known_by(mark),
            )
        )
        y += height + SPACE
    return tuple(items), y


def _known_by(mark: Mark) -> tuple[tuple[str, str], ...]:
    """What a page knows the finding by."""
    step = mark.finding.step or ""
    return ("finding", mark.label), ("step", step), ("fingerprint", mark.finding.fingerprint)


def _block(mark: Mark, severity: str, lines: list[str], box: Box, indent: float) -> Iterator[Item]:
    """Number and severity at the left; rule and fingerprint above the sentence."""
    colour, room = colour_of(mark), box.width - indent - PADDING
    yield Rect(box, wash_of(mark))
    yield Rect(Box(0, 0, TAB, box.height), colour)
    yield Text(TAB / 2, 17, mark.sign, SIZE, TAB, palette.WHITE, True, "middle")
    yield Text(TAB + PADDING, 17, severity, SIZE, indent - TAB - PADDING, colour, True)
    known_by_width = width_of(mark.known_by, SMALL) + 12
    name = clip(clean(mark.rule_name), room - known_by_width, SIZE, True)
    yield Text(indent, 17, name, SIZE, room, colour, True, whole=whole_of(mark.rule_name, name))
    right = box.width - PADDING
    yield Text(right, 17, mark.known_by, SMALL, room, palette.MUTED, anchor="end")
    for number, line in enumerate(lines, 1):
        yield Text(indent, 17 + number * LINE, line, SIZE, room)
