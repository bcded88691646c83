"""The strip of findings below the picture: the numbers of the badges, and what they say."""

from __future__ import annotations

from collections.abc import Iterator

from govchain.drawing import palette
from govchain.drawing.badges import anchor_of, colour_of, wash_of
from govchain.drawing.chart import Chart
from govchain.drawing.lettering import clean, width_of, wrap
from govchain.drawing.marks import Mark
from govchain.drawing.scene import Box, Group, Item, Rect, Text

SIZE = 12.5
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
        lines = wrap(clean(mark.sentence), [width - indent - PADDING], SIZE, most=MOST_LINES)
        height = LINE * max(len(lines), 1) + 8
        block = tuple(_block(mark, word, lines, Box(0, 0, width, height), indent))
        items.append(
            Group(
                block,
                y=y,
                title=mark.sentence if lines and lines[-1].endswith("…") else "",
                id=anchor_of(chart.matter, mark),
                css="finding",
                data=(("finding", mark.label), ("step", mark.finding.step or "")),
            )
        )
        y += height + SPACE
    return tuple(items), y


def _block(mark: Mark, severity: str, lines: list[str], box: Box, indent: float) -> Iterator[Item]:
    yield Rect(box, wash_of(mark))
    yield Rect(Box(0, 0, TAB, box.height), colour_of(mark))
    yield Text(TAB / 2, 17, mark.label, SIZE, TAB, palette.WHITE, True, "middle")
    yield Text(TAB + PADDING, 17, severity, SIZE, indent - TAB - PADDING, colour_of(mark), True)
    for number, line in enumerate(lines):
        yield Text(indent, 17 + number * LINE, line, SIZE, box.width - indent - PADDING)
