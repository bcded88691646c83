"""The rows that say which papers the applicant is asked for, and which of them need not be."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainMaterial
from govchain.compiler.parts import call_of
from govchain.drawing.chart.marks import Mark, MarkBoard, papers_by_step
from govchain.drawing.chart.needrows import paper_name
from govchain.drawing.chart.phrases import ConditionText
from govchain.drawing.chart.words import Words
from govchain.drawing.ink.lettering import named

SHOWN = "shown"
"""How a paper is handled that is looked at and given back: figures count no such."""


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper at the step where it is asked for.

    `handling` is handed in, shown or given back; `word` says so where it is not simply handed in.
    `condition` is when it is asked for, empty: always. `is_spared`: it need not be asked for.
    """

    name: str
    handling: str
    word: str
    condition: str
    is_spared: bool
    title: str
    marks: tuple[Mark, ...] = ()


class PaperRows:
    """Makes the rows of papers of a chain."""

    def __init__(
        self, chain: Chain, board: MarkBoard, words: Words, conditions: ConditionText
    ) -> None:
        self._papers = papers_by_step(chain)
        self._chain = chain
        self._board = board
        self._words = words
        self._conditions = conditions

    def of(self, step: str | None, calls: Collection[str] | None = None) -> tuple[PaperRow, ...]:
        """The papers asked for at the step; None: those that no step of the chain asks for.

        `calls` are those whose papers are told; none given: all.
        """
        return tuple(
            self._row(paper, step)
            for paper in self._papers.get(step, ())
            if calls is None or call_of(paper.origin, self._chain) in calls
        )

    def _row(self, paper: ChainMaterial, step: str | None) -> PaperRow:
        name, handling = paper_name(paper, self._words), paper.written.handling
        marks = self._board.on_paper(paper)
        word = "" if handling == "submitted" else self._words(handling)
        condition = self._condition(paper, step)
        is_spared = self._board.spares(paper)
        said = [name, word, condition, self._words("spared") if is_spared else ""]
        basis = self._words.enumeration(paper.written.basis, named)
        said.append(self._words.label(self._words("basis"), basis) if basis else "")
        title = "\n".join(text for text in said if text)
        return PaperRow(name, handling, word, condition, is_spared, title, marks)

    def _condition(self, paper: ChainMaterial, step: str | None) -> str:
        """When it is asked for, where the step's own condition does not say so already."""
        if step is not None and self._chain.step(step).guard == paper.guard:
            return ""
        text = self._conditions.of(paper.guard)
        return f"{self._words('when')} {text}" if text else ""
