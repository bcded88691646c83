"""What badges mean: the outlines of families and the marks of severities that occur."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govchain.drawing.card.badges import alert, outline
from govchain.drawing.chart.marks import Mark
from govchain.drawing.chart.words import Words
from govchain.drawing.ink import palette
from govchain.drawing.ink.pieces import Piece, signed
from govchain.drawing.ink.scene import Box, Item, Rect
from govchain.findings import Severity


def badge_legend(marks: Sequence[Mark], words: Words, size: float) -> Iterator[Piece]:
    """A piece for each family and each severity among the marks, in letters of this size."""
    for family in sorted({mark.finding.family for mark in marks}):
        shape = outline(family, Box(0, -11, 20, 14), palette.WHITE, palette.INK)
        yield signed((shape,), 26, words.family(family), size, palette.MUTED)
    for severity in Severity:
        if any(mark.finding.severity is severity for mark in marks):
            word = words(severity.value)
            yield signed(tuple(_sign(severity)), 24, word, size, palette.MUTED)


def _sign(severity: Severity) -> Iterator[Item]:
    """A square as badges are filled."""
    box = Box(0, -12, 18, 16)
    if severity is Severity.ADVICE:
        yield Rect(Box(1, -11, 16, 14), palette.WHITE, palette.LINE, 1.6)
        return
    yield Rect(box, palette.LINE)
    if severity is Severity.ERROR:
        yield from alert(6.4, box, palette.WHITE)
