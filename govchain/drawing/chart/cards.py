"""What stands on the card of a step, in words; how it is laid out is told elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainStep
from govchain.drawing.chart.flow import Choice
from govchain.drawing.chart.marks import Mark, MarkBoard
from govchain.drawing.chart.needrows import NeedRow, NeedRows
from govchain.drawing.chart.paperrows import PaperRow, PaperRows
from govchain.drawing.chart.phrases import ConditionText, name_of
from govchain.drawing.chart.words import Words
from govchain.drawing.ink.lettering import clean, named
from govchain.language.fixed_words import STEP_KINDS


@dataclass(frozen=True, slots=True)
class Card:
    """A step on paper, in the picture of a matter.

    `condition` is empty where the step always takes place, and behind a gate only the option;
    `aside` is the post, or in a joint chain the matter that the step comes from; `others` are who
    takes part besides the department; `papers` are what the applicant is asked for here; `marks`
    speak of the step, `order_marks` of what it waits for; `verdict` is the word for a redundant
    approval.
    """

    matter: str
    step: str
    kind: str
    name: str
    department: str
    aside: str
    others: str
    time: str
    visit: str
    condition: str
    needs: tuple[NeedRow, ...]
    papers: tuple[PaperRow, ...]
    marks: tuple[Mark, ...]
    order_marks: tuple[Mark, ...]
    verdict: str
    title: str

    @property
    def is_redundant(self) -> bool:
        return bool(self.verdict)

    @property
    def all_marks(self) -> tuple[Mark, ...]:
        """What stands anywhere on it, by number."""
        of_needs = (mark for row in self.needs for mark in row.marks)
        of_papers = (mark for row in self.papers for mark in row.marks)
        here = (*self.marks, *self.order_marks, *of_needs, *of_papers)
        found = {mark.number: mark for mark in here}
        return tuple(found[number] for number in sorted(found))


class Cards:
    """Makes the cards of a chain."""

    def __init__(
        self, chain: Chain, board: MarkBoard, words: Words, conditions: ConditionText
    ) -> None:
        self._chain = chain
        self._made: dict[str, Card] = {}
        self._board = board
        self._words = words
        self._conditions = conditions
        self._rows = NeedRows(chain, board, words, conditions)
        self._papers = PaperRows(chain, board, words, conditions)

    def of(self, step: str, choice: Choice | None = None, within: str = "") -> Card:
        """The card of a step; `choice` is the fact and the options of the gate that it is behind,
        `within` the matter that its page is of."""
        if step not in self._made:
            self._made[step] = self._card(self._chain.step(step))
        card = self._made[step]
        if choice:
            card = replace(card, condition=self._conditions.options(*choice))
        known = self._chain.step(step)
        if within == known.matter.id and self._is_called(known):
            name = "" if _is_kind_word(known) else card.name
            card = replace(card, aside=named(known.written.post or ""), name=name)
        return card

    def _card(self, step: ChainStep) -> Card:
        marks = self._board.on_step(step.id)
        is_redundant = any(mark.is_redundancy for mark in marks)
        return Card(
            matter=self._chain.matter.id,
            step=step.id,
            kind=self._words.of(STEP_KINDS, step.kind),
            name=self._name(step),
            department=self.department(step),
            aside=self._aside(step),
            others=self._others(step),
            time=self._time(step),
            visit=self._words.times(step.visit) if step.visit else "",
            condition=self._conditions.of(step.guard),
            needs=self._rows.of(step.id),
            papers=self._papers.of(step.id),
            marks=marks,
            order_marks=self._board.on_order(step.id),
            verdict=self._words("redundant") if is_redundant else "",
            title=self._title(step),
        )

    def department(self, step: ChainStep) -> str:
        """Whose step it is."""
        if step.kind == "apply":
            return self._words("applicant")
        if step.department is None:
            return self._words("no-department")
        return name_of(step.department, self._chain.registry.departments)

    def _others(self, step: ChainStep) -> str:
        """Who takes part in the step besides its own department."""
        others = [id for id in step.written.with_ if id != step.department]
        known = self._chain.registry.departments
        return self._words.enumeration(others, partial(name_of, known=known))

    def _name(self, step: ChainStep) -> str:
        """Its name; of a step with none of its own, the called matter that it comes from.

        Where that is the chain's own matter, the kind says all there is to say.
        """
        if not _is_kind_word(step):
            return named(step.name)
        return named(step.matter.name) if self._is_called(step) else ""

    def _is_called(self, step: ChainStep) -> bool:
        """It comes from another matter, by a call."""
        return step.matter.id != self._chain.matter.id

    def _aside(self, step: ChainStep) -> str:
        if self._is_called(step) and not _is_kind_word(step):
            return named(step.matter.name)
        return named(step.written.post or "")

    def _time(self, step: ChainStep) -> str:
        written = step.written.time
        if written is None and not step.ticks:
            return ""
        is_as_written = written is not None and written.ticks == step.ticks
        text = self._words.duration(written) if is_as_written and written else ""
        text = text or self._words.days(step.ticks)
        return text + (
            self._words.in_brackets(self._words("not-counted"))
            if step.written.time_excluded and step.ticks
            else ""
        )

    def _title(self, step: ChainStep) -> str:
        """Everything in full, for whoever points at the card."""
        criteria = self._chain.registry.criteria
        data = partial(name_of, known=self._chain.registry.data)
        lines = {
            "department": self.department(step),
            "with": self._others(step),
            "post": named(step.written.post or ""),
            "matter": named(step.matter.name) if self._is_called(step) else "",
            "when": self._conditions.of(step.guard),
            "days": self._time(step),
            "checks": self._words.enumeration(step.checks, partial(name_of, known=criteria)),
            "produces": self._words.enumeration(step.written.produces, data),
            "changes": self._words.enumeration(step.written.changes, data),
            "basis": self._words.enumeration(step.written.basis, named),
        }
        said = [
            self._words.label(self._words(key), clean(text)) for key, text in lines.items() if text
        ]
        head = f"{self._words.of(STEP_KINDS, step.kind)} {self._name(step)}".strip()
        return "\n".join([f"{head} ({clean(step.id)})", *said])


def _is_kind_word(step: ChainStep) -> bool:
    """It has no name of its own, only the word of its kind."""
    return step.name in ("", step.kind, STEP_KINDS.get(step.kind))
