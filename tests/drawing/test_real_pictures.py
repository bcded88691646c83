"""Properties of every picture of the real catalogue, whole and in scenarios."""

from __future__ import annotations

import re

import pytest

from govchain.analysis.running.standing import Standing, first_step_of, standing_on
from govchain.compiler.chain import Chain
from govchain.drawing import Mark, chart_views, draw, text_formats
from govchain.drawing.chart.chart import Chart, chart_of
from govchain.drawing.chart.flow import Shape
from govchain.drawing.chart.words import Words
from govchain.findings import About
from govchain.language.fixed_words import STEP_KINDS
from govchain.reporting.marking import marked_chain
from govchain.reporting.report import Report

Scenario = dict[str, str]
Drawn = list[tuple[Scenario, Chart]]


@pytest.fixture(scope="module")
def charts(before: Report) -> Drawn:
    """Every matter as a whole, and some of its scenarios."""
    whole: list[tuple[str, Scenario]] = [(id, {}) for id in before.catalogue.chains]
    chosen = whole + scenarios_of(before)[::4]
    return [(scenario, _chart(before, id, scenario)) for id, scenario in chosen]


def scenarios_of(report: Report) -> list[tuple[str, Scenario]]:
    """Each option of each fact of each matter, alone."""
    return [
        (id, {fact.id: option})
        for id, chain in report.catalogue.chains.items()
        for fact in chain.expansion.facts.values()
        for option in fact.options
    ]


def _chart(report: Report, id: str, scenario: Scenario, language: str = "zh") -> Chart:
    chain, marks = marked_chain(report, id, language, scenario)
    return chart_of(chain, marks, Words(language))


def test_every_finding_stands_at_what_it_speaks_of(charts: Drawn) -> None:
    for _, chart in charts:
        for mark in chart.marks:
            for spot in mark.spots:
                assert mark in _at(spot, chart), (chart.matter, mark.label)


def _at(spot: Standing, chart: Chart) -> tuple[Mark, ...]:
    """The marks of the element that the finding names, found by its own facts."""
    about = spot.finding.about
    step = first_step_of(spot.step, chart.chain)
    if about is About.PAPER:
        rows = [*chart.papers, *(row for card in chart.cards.values() for row in card.papers)]
        name = spot.finding.facts["material"]
        return tuple(m for row in rows if str(name) in row.name for m in row.marks)
    if step is None:
        return chart.marks_on_whole
    card = chart.cards[step]
    if about is About.NEED:
        data = spot.subject.split("#")[0]
        return tuple(m for row in card.needs if row.data == data for m in row.marks)
    return card.order_marks if about is About.ORDER else card.marks


def test_a_scenario_shows_exactly_its_own(before: Report, charts: Drawn) -> None:
    """Steps, papers and figures of these cases; of the findings those that hold in them."""
    dropped = 0
    for scenario, chart in charts:
        whole = before.catalogue.chains[chart.matter]
        numbers = {spot.number: spot.finding for spot in standing_on(whole, before.findings)}
        assert {m.number: m.finding.fingerprint for m in chart.marks}.items() <= {
            number: finding.fingerprint for number, finding in numbers.items()
        }.items()
        dropped += len(numbers) - len(chart.marks)
        if not scenario:
            assert len(chart.marks) == len(numbers)
        papers = [row for card in chart.cards.values() for row in card.papers]
        assert len(papers) + len(chart.papers) == len(chart.chain.materials)
        assert int(dict(chart.figures)["环节"].removeprefix("≤ ")) <= len(chart.cards)
    assert dropped > 20


def test_one_option_of_the_only_fact_leaves_nothing_open(before: Report) -> None:
    """Then figures are not those of the worst case but of this one, step by step."""
    chains = before.catalogue.chains
    decided = [s for s in scenarios_of(before) if len(chains[s[0]].expansion.facts) == 1][::4]
    for id, scenario in decided:
        chart = _chart(before, id, scenario, "en")
        figures = dict(chart.figures)
        assert figures["Steps"] == str(len(chart.cards))
        assert figures["Materials"] == str(len(chart.chain.materials))
        assert figures["Visits"] == str(sum(step.visit for step in chart.chain.steps))
        assert not any(card.condition for card in chart.cards.values())
        assert not any(node.shape is Shape.GATE for node in chart.flow.nodes)
    assert len(decided) > 5


def test_alternatives_follow_each_other_nowhere(charts: Drawn) -> None:
    for _, chart in charts:
        for before, after in chart.order.edges():
            assert chart.chain.can_coincide(before, after)


def test_numbers_follow_the_chain_and_are_the_same_everywhere(before: Report) -> None:
    for id, whole in before.catalogue.chains.items():
        standing = standing_on(whole, before.findings)
        places = [_position(spot, whole) for spot in standing]
        assert places == sorted(places)
        assert len({spot.number for spot in standing}) == sum(
            id in f.matters for f in before.findings
        )


def _position(spot: Standing, chain: Chain) -> int:
    step = first_step_of(spot.step, chain)
    if spot.paper is not None:
        own = [s for s in chain.order.steps if s.startswith(spot.paper.origin)]
        kinds = {s: chain.step(s).kind for s in own}
        entries = [s for kind in ("apply", "accept") for s in own if kinds[s] == kind]
        step = (entries or own)[0] if own else None
    return -1 if step is None else chain.order.position(step)


def test_each_format_has_each_finding_with_rule_and_fingerprint(before: Report) -> None:
    for id in sorted(before.catalogue.chains)[::8]:
        chain, marks = marked_chain(before, id, "zh", {})
        for view in chart_views():
            for format in text_formats():
                drawn = draw(chain, marks, view=view, format=format, language="zh")
                assert chain.network.date.isoformat() in drawn
                for mark in marks:
                    assert mark.known_by in drawn
                    assert (
                        len(re.findall(re.escape(mark.sign) + r"\b", drawn)) > 1 or format != "svg"
                    )


@pytest.mark.parametrize(("language", "foreign"), [("en", "[\u4e00-\u9fff]"), ("zh", "[A-Za-z]")])
def test_a_picture_speaks_one_language(before: Report, language: str, foreign: str) -> None:
    """Whatever is ours and not the author's is said in the language of the run."""
    for id in sorted(before.catalogue.chains)[::8]:
        chart = _chart(before, id, {}, language)
        cards = chart.cards.values()
        ours = [part for card in cards for part in (card.kind, card.time, card.visit, card.verdict)]
        ours += [row.word for card in cards for row in card.needs]
        ours += [row.word for card in cards for row in card.papers]
        ours += [word for word, _ in chart.figures]
        ours += [word for word, _ in chart.provenance if word != "govchain"]
        assert not re.search(foreign, "".join(ours))
        for step in chart.chain.steps:
            if not step.name and chart.chain.matter.id == step.matter.id:
                assert chart.cards[step.id].name == ""
                assert chart.cards[step.id].kind == Words(language).of(STEP_KINDS, step.kind)
