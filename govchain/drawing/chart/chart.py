"""A chart: all that a picture of a chain says, before anybody has decided where it stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from govchain.compiler.chain import Chain
from govchain.compiler.conditions import ALWAYS
from govchain.compiler.expansion import ChainStep
from govchain.compiler.metrics import Metrics
from govchain.compiler.order import Order
from govchain.drawing.chart.cards import Card, Cards
from govchain.drawing.chart.excerpt import Excerpt, Stub
from govchain.drawing.chart.flow import Flow, flow_of
from govchain.drawing.chart.marks import Mark, MarkBoard
from govchain.drawing.chart.needrows import LACKING
from govchain.drawing.chart.page import WHOLE, Page
from govchain.drawing.chart.paperrows import SHOWN, PaperRow, PaperRows
from govchain.drawing.chart.phrases import ConditionText
from govchain.drawing.chart.provenance import provenance_of
from govchain.drawing.chart.succession import succession_of
from govchain.drawing.chart.words import Words
from govchain.drawing.ink.lettering import named
from govchain.findings import Severity
from govchain.model.figures import figure


@dataclass(frozen=True, slots=True)
class Whole:
    """What is told on several pages: its figures in the worst case, and what is counted on it.

    `is_chain`: it is all of the chain, whose time and collaborators are known.
    """

    metrics: Metrics
    counts: Mapping[str, int]
    is_chain: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """Cards in chain order, the flow between them, and what head and foot of the picture say.

    `figures` and `provenance` are pairs of word and value; `case` says the scenario, empty where
    there is none. `marks_on_whole` speak of no element; `papers` are asked for at no step. `stubs`
    stand for steps that are left out; `page` says which part of the chain it is of.
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
    stubs: Mapping[str, Stub] = field(default_factory=dict)
    page: Page = WHOLE
    whole: Whole | None = None
    """Of which it is one of several pages."""

    @property
    def counts(self) -> dict[str, int]:
        """How many needs lack a link, how many approvals are redundant, how grave findings are."""
        return _counts(self.cards.values(), self.marks)

    def of_whole(self, said: str, count: str) -> str:
        """A count of the page, and how much there is of it on all pages, where it takes several."""
        if self.whole is None:
            return said
        all = figure(self.whole.counts[count])
        return self.words("here-of").format(here=said, all=all)

    @property
    def provenance_said(self) -> list[str]:
        """Each pair as one text."""
        return [self.words.label(word, value) for word, value in self.provenance]

    @property
    def steps(self) -> tuple[ChainStep, ...]:
        """The steps that it tells, in chain order."""
        return tuple(map(self.chain.step, self.cards))


def chart_of(chain: Chain, marks: Sequence[Mark], words: Words, version: str = "") -> Chart:
    """The chart of a chain with findings on it; `version` is that of the program."""
    return Charts(chain, marks, words, version).whole()


class Charts:
    """The charts of a chain, of all its steps or of some: what they share is worked out once.

    `only_marked`: of steps that something is found of alone.
    """

    def __init__(
        self,
        chain: Chain,
        marks: Sequence[Mark],
        words: Words,
        version: str = "",
        *,
        only_marked: bool = False,
    ) -> None:
        self._only_marked = only_marked
        self.chain = chain
        self.words = words
        self.order = succession_of(chain)
        self._conditions = ConditionText(chain, words)
        self._board = MarkBoard(marks, chain)
        self._cards = Cards(chain, self._board, words, self._conditions)
        self._papers = PaperRows(chain, self._board, words, self._conditions)
        self._provenance = tuple(provenance_of(chain, words, version))
        self._marks = tuple(sorted(marks, key=lambda mark: mark.number))
        self._case = self._conditions.scenario(chain.expansion.scenario)

    def whole(self) -> Chart:
        """All steps."""
        chart = self.of(Excerpt(self.order), WHOLE, self.figures)
        return replace(chart, marks=self._marks)

    @property
    def title(self) -> str:
        """What a picture of all of it is called."""
        return self.titled(f"{named(self.chain.matter.name)} · {self.words('chain')}")

    def titled(self, title: str) -> str:
        """The title; that it tells only what something is found of, where it is so."""
        return self.words("only-marked").format(title=title) if self._only_marked else title

    @property
    def figures(self) -> list[tuple[str, str]]:
        """Those of all steps, in the worst case."""
        return _figures(self.chain, self.words)

    def name_of(self, step: str) -> str:
        """What the card of the step is called."""
        card = self._cards.of(step)
        return card.name or card.kind

    def marked_steps(self) -> frozenset[str]:
        """The steps that something is found of, or of what stands on their cards."""
        return frozenset(s for s in self.order.steps if self._cards.of(s).all_marks)

    def of(
        self,
        excerpt: Excerpt,
        page: Page,
        figures: Sequence[tuple[str, str]] | None = None,
        whole: Whole | None = None,
    ) -> Chart:
        """An excerpt on a page; `figures` are those of what it tells where none are given, then
        also of the `whole` of which it is a part."""
        words, steps = self.words, excerpt.steps
        flow = flow_of(self.chain, excerpt.order, excerpt.stubs)
        choices = flow.behind_gate
        cards = {s: self._cards.of(s, choices.get(s), page.matter) for s in steps}
        on_whole = self._board.on_whole() if page.tells_whole else ()
        papers = self._papers.of(None, page.calls)
        if figures is None:
            figures = _figures_of(self.chain, cards.values(), papers, words, whole)
        return Chart(
            matter=self.chain.matter.id,
            title=page.title or self.title,
            case=self._case,
            figures=(*figures, *arrows_left_out(flow, words)),
            provenance=self._provenance,
            cards=cards,
            order=excerpt.order,
            flow=flow,
            conditions=self._conditions,
            marks=_standing_on(cards.values(), papers, on_whole),
            marks_on_whole=on_whole,
            papers=papers,
            words=words,
            chain=self.chain,
            stubs=excerpt.stubs,
            page=page,
            whole=whole,
        )

    def whole_of(
        self, steps: Iterable[str], page: Page, metrics: Metrics, *, is_chain: bool
    ) -> Whole:
        """What is told of these steps on several pages: the first of them is like this one."""
        cards = [self._cards.of(step) for step in steps]
        on_whole = self._board.on_whole() if page.tells_whole else ()
        marks = _standing_on(cards, self._papers.of(None, page.calls), on_whole)
        return Whole(metrics, _counts(cards, marks), is_chain)


def _counts(cards: Collection[Card], marks: Collection[Mark]) -> dict[str, int]:
    rows = (row for card in cards for row in card.needs)
    return {
        "lacks": sum(row.look in LACKING for row in rows),
        "redundancies": sum(mark.is_redundancy for mark in marks),
        **{
            f"{severity.value}s": sum(mark.finding.severity is severity for mark in marks)
            for severity in Severity
        },
    }


def _standing_on(
    cards: Iterable[Card], papers: Iterable[PaperRow], on_whole: Iterable[Mark]
) -> tuple[Mark, ...]:
    """All marks that stand somewhere there, by number."""
    found = {mark.number: mark for mark in on_whole}
    found |= {mark.number: mark for card in cards for mark in card.all_marks}
    found |= {mark.number: mark for row in papers for mark in row.marks}
    return tuple(found[number] for number in sorted(found))


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


def _figures_of(
    chain: Chain,
    cards: Collection[Card],
    papers: Collection[PaperRow],
    words: Words,
    whole: Whole | None,
) -> list[tuple[str, str]]:
    """What is counted on a page, and how much of the `whole` it is, where that takes several; where
    some of it takes place in some cases only, it is a bound."""
    steps = [chain.step(card.step) for card in cards]
    most = "≤ " if any(step.guard != ALWAYS for step in steps) else ""
    departments = {step.department for step in steps if step.department}
    visits = sum(step.visit for step in steps)
    rows = (row for some in (papers, *(card.papers for card in cards)) for row in some)
    asked = sum(row.handling != SHOWN for row in rows)
    here = {
        "steps": len(steps),
        "departments": len(departments),
        "visits": visits,
        "materials": asked,
    }
    told = {name: f"{most if n else ''}{figure(n)}" for name, n in here.items()}
    if whole is None or not chain.matter.is_described:
        return [(words(name), said) for name, said in told.items()]
    bound, worst = "≤ " if whole.metrics.bound else "", whole.metrics.worst
    told = {
        name: words("here-of").format(here=said, all=f"{bound}{figure(getattr(worst, name))}")
        for name, said in told.items()
    }
    if whole.is_chain:
        told["collaborators"] = words("in-all").format(n=figure(len(chain.collaborators)))
        told["days"] = words("in-all").format(n=bound + words.working_days(worst.days))
    order = ("steps", "departments", "collaborators", "days", "visits", "materials")
    return [(words(name), told[name]) for name in order if name in told]
