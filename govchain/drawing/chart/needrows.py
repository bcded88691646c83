"""The rows of a card that say which data a step needs and where it comes from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial

from govchain.analysis.questions.holders import able_holders
from govchain.compiler.chain import Chain
from govchain.compiler.conditions import Condition
from govchain.compiler.expansion import ChainMaterial
from govchain.compiler.needs import Need
from govchain.compiler.supply import Supply, SupplyState, TriedLink, first_tried
from govchain.drawing.chart.marks import Mark, MarkBoard
from govchain.drawing.chart.phrases import ConditionText, name_of
from govchain.drawing.chart.words import Words
from govchain.drawing.ink.lettering import clean, named
from govchain.language.fixed_words import PAPER_FORMS


class Look(StrEnum):
    """How a need is drawn: its supply, and for carried data whether a holder could share it."""

    HELD = "held"
    DECLARED = "declared"
    SHARED = "shared"
    CARRIED = "carried"
    UNSHARED = "unshared"
    MISSING = "missing"


LACKING = (Look.UNSHARED, Look.MISSING)
"""Data that a link could bring, or that nothing brings."""


@dataclass(frozen=True, slots=True)
class NeedRow:
    """One need on a card.

    `word` is the fixed word that stands at the right, `holders` who stands before or after it;
    `below` are lines of their own: what the applicant brings, and when the need arises.
    """

    look: Look
    data: str
    name: str
    holders: str
    word: str
    below: tuple[str, ...]
    title: str
    marks: tuple[Mark, ...] = ()

    @property
    def source(self) -> str:
        """What stands at the right, in full."""
        return source_text(self.look, self.holders, self.word)


def source_text(look: Look, holders: str, word: str) -> str:
    """Holder and word as they stand together."""
    if look is Look.SHARED:
        return f"← {holders}" if holders else word
    if look in (Look.UNSHARED, Look.MISSING) and holders:
        return f"{holders} {word}"
    return word


def paper_name(material: ChainMaterial, words: Words) -> str:
    """The paper with its form and the number of copies."""
    written = material.written
    form = words.of(PAPER_FORMS, written.form) if written.form else ""
    return words.paper(named(written.name), form, written.copies)


class NeedRows:
    """Makes the rows of a chain's cards."""

    def __init__(
        self, chain: Chain, board: MarkBoard, words: Words, conditions: ConditionText
    ) -> None:
        self._chain = chain
        self._board = board
        self._words = words
        self._conditions = conditions

    def of(self, step: str) -> tuple[NeedRow, ...]:
        """One row a need, in the order of the needs."""
        return tuple(self._row(need) for need in self._chain.needs(step))

    def _row(self, need: Need) -> NeedRow:
        supply = self._chain.supply_of(need)
        look = self._look(need, supply)
        below = tuple(line for line in (self._brought(need, look), self._when(need)) if line)
        row = NeedRow(
            look=look,
            data=need.subject,
            name=name_of(need.data, self._chain.registry.data),
            holders=self._departments(self._speaking(look, supply)),
            word=self._word(need, look),
            below=below,
            title="",
            marks=self._board.on_need(need),
        )
        return self._with_title(row, need)

    def _look(self, need: Need, supply: Supply) -> Look:
        if supply.state is SupplyState.CARRIED and able_holders(need, self._chain):
            return Look.UNSHARED
        return Look(supply.state.value)

    def _speaking(self, look: Look, supply: Supply) -> Sequence[str]:
        """The departments that the row names."""
        return supply.sources if look in (Look.SHARED, Look.UNSHARED, Look.MISSING) else ()

    def _word(self, need: Need, look: Look) -> str:
        if look is Look.UNSHARED and self._chain.possible_path(need):
            return self._words("unfit")
        if look is Look.MISSING and self._chain.materials_bringing(need):
            return self._words("sometimes")
        return self._words(look.value)

    def _brought(self, need: Need, look: Look) -> str:
        """What papers the applicant hands in, shows or gives back; empty where he brings none."""
        if look not in (Look.CARRIED, Look.UNSHARED, Look.MISSING):
            return ""
        guard = self._chain.step(need.step).guard
        papers = self._chain.materials_meeting(need)
        asked = (
            held
            for held in self._chain.once(_guards_of, papers)
            if self._chain.scenarios.is_possible(held, guard, need.guard)
        )
        return self._chain.once(_brought_in_words, papers, frozenset(asked), self._words)

    def _when(self, need: Need) -> str:
        text = self._conditions.of(need.guard)
        return f"{self._words('when')} {text}" if text else ""

    def _departments(self, ids: Sequence[str]) -> str:
        known = self._chain.registry.departments
        return self._words.enumeration(ids, partial(name_of, known=known))

    def _with_title(self, row: NeedRow, need: Need) -> NeedRow:
        tried = self._chain.tried_links(need) if row.look in LACKING else ()
        lines = [self._words.label(row.name, row.source), *row.below]
        first, more = first_tried([link for link in tried if link.shortcomings])
        lines += [self._tried(link) for link in first]
        lines += [self._words.label(self._words("tried"), f"… +{more}")] if more else []
        return replace(row, title="\n".join(lines))

    def _tried(self, tried: TriedLink) -> str:
        """A link that there is, and why it does not serve."""
        why = self._words.enumeration(tried.shortcomings, self._words)
        link = clean(tried.link.subject) + self._words.in_brackets(why)
        return self._words.label(self._words("tried"), link)


def _guards_of(_: Chain, papers: tuple[ChainMaterial, ...]) -> tuple[Condition, ...]:
    """In which cases they are asked for, each once."""
    return tuple(dict.fromkeys(paper.guard for paper in papers))


def _brought_in_words(
    _: Chain, papers: tuple[ChainMaterial, ...], asked: frozenset[Condition], words: Words
) -> str:
    """Those of the papers that are asked for in these cases, by how they are handled."""
    found: dict[str, dict[str, None]] = {}
    for paper in papers:
        if paper.guard in asked:
            found.setdefault(paper.written.handling, {})[paper_name(paper, words)] = None
    return words.clauses(
        words(f"brings-{handling}") + words.enumeration(names) for handling, names in found.items()
    )
