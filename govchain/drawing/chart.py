"""A chart: all that a picture of a chain says, before anybody has decided where it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from govchain.compiler.chain import Chain
from govchain.drawing.bands import Parallel, parallels_of
from govchain.drawing.cards import Card, Cards
from govchain.drawing.flow import Flow, flow_of
from govchain.drawing.lettering import clean
from govchain.drawing.marks import Mark
from govchain.drawing.phrases import ConditionText
from govchain.drawing.scenario import chain_in, known_choices
from govchain.drawing.words import Words


@dataclass(frozen=True, slots=True)
class Chart:
    """Cards in chain order, the flow between them, and what head and foot of the picture say.

    `figures` are pairs of word and value; `case` says the scenario, empty where there is none.
    """

    matter: str
    title: str
    case: str
    figures: tuple[tuple[str, str], ...]
    cards: Mapping[str, Card]
    edges: tuple[tuple[str, str], ...]
    flow: Flow
    parallels: tuple[Parallel, ...]
    conditions: ConditionText
    marks: tuple[Mark, ...]
    words: Words
    chain: Chain


def chart_of(
    chain: Chain, marks: Sequence[Mark], words: Words, scenario: Mapping[str, str]
) -> Chart:
    """The chart of a chain, in a scenario where one is given.

    Marks on steps that do not take place in the scenario are left out.
    """
    whole, fixed = chain, known_choices(chain, scenario)
    chain = chain_in(whole, fixed)
    marks = [m for m in marks if not _is_gone(m, whole, chain)]
    conditions = ConditionText(chain.expansion.facts, fixed, words)
    flow = flow_of(chain, frozenset(fixed))
    cards = Cards(chain, flow, marks, words, conditions)
    return Chart(
        matter=chain.matter.id,
        title=f"{clean(chain.matter.name)} · {words('chain')}",
        case=words("and").join(conditions.choice(*choice) for choice in fixed.items()),
        figures=tuple(_figures(chain, words)),
        cards={step.id: cards.of(step) for step in chain.steps},
        edges=tuple(chain.order.edges()),
        flow=flow,
        parallels=parallels_of(flow),
        conditions=conditions,
        marks=tuple(marks),
        words=words,
        chain=chain,
    )


def _is_gone(mark: Mark, whole: Chain, chain: Chain) -> bool:
    step = mark.finding.step
    return step is not None and whole.has_step(step) and not chain.has_step(step)


def _figures(chain: Chain, words: Words) -> list[tuple[str, str]]:
    """The figures of the worst case; those of too many scenarios to try are bounds."""
    metrics = chain.metrics()
    worst = metrics.worst
    most = "≤ " if metrics.bound else ""
    return [
        (words("steps"), f"{most}{worst.steps:g}"),
        (words("departments"), f"{most}{worst.departments:g}"),
        (words("days"), most + words.working_days(worst.days)),
        (words("visits"), f"{most}{worst.visits:g}"),
        (words("materials"), f"{most}{worst.materials:g}"),
    ]
