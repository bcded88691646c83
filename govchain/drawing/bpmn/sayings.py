"""What is written in a process: in its tasks, beside its papers, in what documents it."""

from __future__ import annotations

from collections.abc import Iterator

from govchain.drawing.bpmn.measures import LABEL, LABEL_SIZE, TASK, TASK_SIZE
from govchain.drawing.chart.cards import Card
from govchain.drawing.chart.chart import Chart
from govchain.drawing.chart.marks import Mark, signs_of
from govchain.drawing.chart.paperrows import PaperRow
from govchain.drawing.ink.lettering import clip

MOST_SIGNS, MOST_PAPER_SIGNS = 4, 2
"""So many findings are named by their signs in a task, and beside a paper."""
MOST_NAME_LINES = 3
"""A name that would take more lines of a task is cut."""


def said_of_whole(chart: Chart) -> Iterator[str]:
    """Case, figures, sources, papers that no step asks for, findings on the matter as a whole."""
    label = chart.words.label
    yield chart.case
    yield chart.words.enumeration([label(word, value) for word, value in chart.figures])
    yield chart.words.enumeration(chart.provenance_said)
    for row in chart.papers:
        yield label(chart.words("papers-asked"), paper_name(row))
    yield from map(said_of, chart.marks_on_whole)
    for row in chart.papers:
        yield from map(said_of, row.marks)


def said_of(mark: Mark) -> str:
    return f"{mark.summary} {mark.sentence}"


def lines_of(card: Card) -> list[str]:
    """What stands in the task: kind and name, what it costs, what is found."""
    figures = " · ".join(part for part in (card.time, card.visit, card.verdict) if part)
    signs = " ".join(signs_of(card.all_marks[:MOST_SIGNS]))
    name = clip(f"{card.kind} {card.name}".strip(), MOST_NAME_LINES * TASK, TASK_SIZE)
    return [line for line in (name, figures, signs) if line]


def paper_name(row: PaperRow) -> str:
    """Its name, how it is handled, struck out where it need not be asked for."""
    name = clip(f"× {row.name}" if row.is_spared else row.name, LABEL - 4, LABEL_SIZE)
    said = " ".join(part for part in (row.word, *signs_of(row.marks[:MOST_PAPER_SIGNS])) if part)
    return "\n".join(part for part in (name, said) if part)
