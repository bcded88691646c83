"""The papers that a part asks for: who could share them, and which need not be asked for."""

from __future__ import annotations

from functools import partial

from govchain.analysis.questions.holders import able_holders
from govchain.compiler.chain import Chain
from govchain.compiler.conditions import Condition
from govchain.compiler.expansion import ChainMaterial
from govchain.compiler.supply import SupplyState
from govchain.drawing.chart.marks import Mark, MarkBoard
from govchain.drawing.chart.needrows import paper_name
from govchain.drawing.chart.phrases import ConditionText, short_name_of
from govchain.drawing.chart.words import Words
from govchain.drawing.fold.parts import Asked, FoldedPaper
from govchain.model.nouns import APPLICANT


class FoldedPapers:
    """Makes what is said of the papers of a chain."""

    def __init__(
        self, chain: Chain, board: MarkBoard, words: Words, conditions: ConditionText
    ) -> None:
        self._chain = chain
        self._board = board
        self._words = words
        self._conditions = conditions

    def of(self, paper: ChainMaterial, guard: Condition) -> FoldedPaper:
        """What is said of a paper, in a part that takes place under the guard."""
        holders = () if self._board.spares(paper) else self._able(paper)
        asked = self._asked(paper, holders)
        name, handling = paper_name(paper, self._words), paper.written.handling
        condition = "" if paper.guard == guard else self._conditions.of(paper.guard)
        known = self._chain.registry.departments
        told = self._words.enumeration(holders, partial(short_name_of, known=known))
        said = [
            name,
            f"← {told}" if told else "",
            self._words("spared") if asked is Asked.SPARED else "",
            self._words(handling) if handling != "submitted" else "",
            self._words.label(self._words("when"), condition) if condition else "",
        ]
        return FoldedPaper(
            paper,
            name,
            asked,
            told,
            handling,
            condition,
            "\n".join(text for text in said if text),
            self._marks(paper),
        )

    def _marks(self, paper: ChainMaterial) -> tuple[Mark, ...]:
        """What is found of the paper, and of the data that it brings because nobody shares it."""
        needs = self._chain.needs_met_by(paper)
        of_needs = (m for n in needs for m in self._board.on_need(n) if m.is_lack_of_sharing)
        found = {mark.number: mark for mark in (*self._board.on_paper(paper), *of_needs)}
        return tuple(found[number] for number in sorted(found))

    def _able(self, paper: ChainMaterial) -> tuple[str, ...]:
        """The departments that could share what is carried by it."""
        needs = self._chain.needs_met_by(paper)
        carried = (n for n in needs if self._chain.supply_of(n).state is SupplyState.CARRIED)
        found = (holder for need in carried for holder in able_holders(need, self._chain))
        return tuple(dict.fromkeys(found))

    def _asked(self, paper: ChainMaterial, holders: tuple[str, ...]) -> Asked:
        if self._board.spares(paper):
            return Asked.SPARED
        if holders:
            return Asked.SHAREABLE
        data = self._chain.registry.data
        known = [data[id].holder for id in paper.alternatives if id in data]
        is_own = bool(known) and all(holder == APPLICANT for holder in known)
        return Asked.OWN if is_own else Asked.BROUGHT
