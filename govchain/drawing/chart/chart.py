"""A chart: all that a picture of a chain says, before anybody has decided where it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from govchain.compiler.chain import Chain
from govchain.compiler.order import Order
from govchain.drawing.chart.cards import Card, Cards
from govchain.drawing.chart.flow import Flow, flow_of
from govchain.drawing.chart.marks import Mark, MarkBoard
from govchain.drawing.chart.paperrows import PaperRow, PaperRows
from govchain.drawing.chart.phrases import ConditionText
from govchain.drawing.chart.provenance import provenance_of
from govchain.drawing.chart.succession import succession_of
from govchain.drawing.chart.words import Words
from govchain.drawing.ink.lettering import named
from govchain.model.figures import figure


@dataclass(frozen=True, slots=True)
class Chart:
    """Cards in chain order, the flow between them, and what head and foot of the picture say.

    `figures` and `provenance` are pairs of word and value; `case` says the scenario, empty where
    there is none. `marks_on_whole` speak of no element; `papers` are asked for at no step.
    """

    matter: str
    title: str
    case: str
    figures: tuple[tuple[str, str], ...]
    provenance: tuple[tuple[str, str], ...]
    cards: Mapping[str, Card]
    order: Order
    flow: Flow
    conditions: ConditionText
    marks: tuple[Mark, ...]
    marks_on_whole: tuple[Mark, ...]
    papers: tuple[PaperRow, ...]
    words: Words
    chain: Chain

    @property
    def provenance_said(self) -> list[str]:
        """Each pair as one text."""
        return [self.words.label(word, value) for word, value in self.provenance]


def chart_of(chain: Chain, marks: Sequence[Mark], words: Words, version: str = "") -> Chart:
    """The chart of a chain with findings on it; `version` is that of the program."""
    conditions = ConditionText(chain, words)
    order, board = succession_of(chain), MarkBoard(marks, chain)
    flow = flow_of(chain, order)
    cards = Cards(chain, flow, board, words, conditions)
    choices = (
        conditions.choice(fact, [option]) for fact, option in chain.expansion.scenario.items()
    )
    return Chart(
        matter=chain.matter.id,
        title=f"{named(chain.matter.name)} · {words('chain')}",
        case=words("and").join(choices),
        figures=(*_figures(chain, words), *arrows_left_out(flow, words)),
        provenance=tuple(provenance_of(chain, words, version)),
        cards={step.id: cards.of(step) for step in chain.steps},
        order=order,
        flow=flow,
        conditions=conditions,
        marks=tuple(sorted(marks, key=lambda mark: mark.number)),
        marks_on_whole=board.on_whole(),
        papers=PaperRows(chain, board, words, conditions).of(None),
        words=words,
        chain=chain,
    )


def arrows_left_out(flow: Flow, words: Words) -> list[tuple[str, str]]:
    """Word and value that say so, where there are too many arrows to draw."""
    if not flow.arrows_left_out:
        return []
    return [(words("arrows"), words("too-many").format(n=figure(flow.arrows_left_out)))]


def _figures(chain: Chain, words: Words) -> list[tuple[str, str]]:
    """The figures of the worst case; those of too many scenarios to try are bounds.

    Where steps are not written, none of them is known but the papers.
    """
    metrics = chain.metrics()
    worst = metrics.worst
    most = "≤ " if metrics.bound else ""
    papers = (words("materials"), f"{most}{figure(worst.materials)}")
    if not chain.matter.is_described:
        return [(words("steps"), words("not-written")), papers]
    return [
        (words("steps"), f"{most}{figure(worst.steps)}"),
        (words("departments"), f"{most}{figure(worst.departments)}"),
        (words("collaborators"), figure(len(chain.collaborators))),
        (words("days"), most + words.working_days(worst.days)),
        (words("visits"), f"{most}{figure(worst.visits)}"),
        papers,
    ]
