"""What follows what in a picture: the least arrows, alternatives side by side, never in series."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import pytest
from hypothesis import given, settings

from govchain.compiler.chain import Chain
from govchain.compiler.scenario import chain_in
from govchain.drawing import Mark, draw
from govchain.drawing.chart.chart import Chart, chart_of
from govchain.drawing.chart.flow import Shape
from govchain.drawing.chart.words import Words
from govchain.model.nouns import CaseFact, Department, Guard, Matter, Step
from tests.drawing.chains import FACTS, HERE, VIEWS, chain_of, drawn, step_of

Drawn = tuple[Chain, list[Mark]]
Edges = set[tuple[str, str]]


def connected(chart: Chart, past: Sequence[Shape]) -> Edges:
    """The pairs of steps between which the flow leads past nodes of these shapes only."""
    followers = chart.flow.followers()
    found = set()
    for position, node in enumerate(chart.flow.nodes):
        waiting = list(followers[position]) if node.shape is Shape.CARD else []
        while waiting:
            other = waiting.pop()
            target = chart.flow.nodes[other]
            if target.shape is Shape.CARD:
                found.add((node.step, target.step))
            elif target.shape in past:
                waiting += followers[other]
    return found


def least_arrows(chain: Chain) -> Edges:
    """The transitive reduction of: u before v in the chain, and some case has both."""
    steps = chain.order.steps
    pairs = {
        (u, v)
        for u, v in itertools.combinations(steps, 2)
        if chain.order.is_before(u, v) and chain.can_coincide(u, v)
    }
    reach = set(pairs)
    for middle in steps:
        into = [u for u, v in reach if v == middle]
        onwards = [v for u, v in reach if u == middle]
        reach |= set(itertools.product(into, onwards))
    ways_round = {(u, v) for u, m in reach for n, v in reach if m == n}
    return pairs - ways_round


@settings(max_examples=20)
@given(drawn())
def test_the_least_arrows_that_say_the_order_are_drawn(made: Drawn) -> None:
    chain, marks = made
    chart = chart_of(chain, marks, Words("en"))
    least = least_arrows(chain)
    assert connected(chart, (Shape.GATE, Shape.BAR)) == least
    around = connected(chart, (Shape.GATE, Shape.BAR, Shape.BYPASS)) - least
    assert all(chain.order.is_before(u, v) for u, v in around)
    assert [node.step for node in chart.flow.nodes if node.step] == list(chain.order.steps)


@settings(max_examples=20)
@given(drawn())
def test_a_scenario_has_its_own_steps_papers_needs_and_arrows(made: Drawn) -> None:
    whole, _ = made
    for fact in FACTS.values():
        for option in fact.options:
            chain = chain_in(whole, {fact.id: option})
            here = whole.scenarios.condition(Guard(({fact.id: (option,)},)))
            kept = [s for s in whole.steps if whole.scenarios.is_possible(s.guard, here)]
            chart = chart_of(chain, [], Words("en"))
            assert list(chart.cards) == [step.id for step in kept]
            assert connected(chart, (Shape.GATE, Shape.BAR)) == least_arrows(chain)
            for before, after in least_arrows(chain):
                assert whole.order.is_before(before, after)
            for step in kept:
                needs = [
                    need.subject
                    for need in whole.needs(step.id)
                    if whole.scenarios.is_possible(step.guard, need.guard, here)
                ]
                assert [row.data for row in chart.cards[step.id].needs] == needs
            assert f"{fact.id}:" not in "".join(card.condition for card in chart.cards.values())


def alternatives(*options: str, after: tuple[str, ...] | None = None) -> list[Step]:
    """Steps written one after another, one for each option of `home`."""
    return [
        step_of(f"only-{o}", department="d0", when=Guard(({"home": (o,)},)), after=after)
        for o in options
    ]


def series(*middle: Step) -> Chain:
    steps = (step_of("first", department="d0"), *middle, step_of("last", department="d1"))
    facts = {"home": CaseFact("home", ("owned", "leased", "none"), HERE)}
    matter = Matter("made-up", "一事", HERE, steps, department="d0", facts=facts)
    return chain_of(matter, [Department(f"d{n}", f"第{n}局", HERE) for n in range(2)])


def test_alternatives_written_one_after_another_stand_side_by_side_behind_a_question() -> None:
    chart = chart_of(series(*alternatives("owned", "leased", "none")), [], Words("en"))
    (gate,) = [n for n, node in enumerate(chart.flow.nodes) if node.shape is Shape.GATE]
    behind = [chart.flow.nodes[n].step for n in chart.flow.followers()[gate]]
    assert behind == ["only-owned", "only-leased", "only-none"]
    assert [chart.cards[step].condition for step in behind] == ["owned", "leased", "none"]
    for view in VIEWS:
        columns = view.arrange(chart)
        assert len({columns.of[step] for step in behind}) == min(3, columns.places)


def test_where_an_option_has_no_step_a_bypass_leads_on() -> None:
    chart = chart_of(series(*alternatives("owned", "leased")), [], Words("en"))
    (bypass,) = [node for node in chart.flow.nodes if node.shape is Shape.BYPASS]
    assert bypass.options == {"none"}
    assert connected(chart, (Shape.GATE, Shape.BYPASS)) - connected(chart, (Shape.GATE,)) == {
        ("first", "last")
    }


def test_alternatives_may_begin_and_end_a_chain() -> None:
    steps = tuple(alternatives("owned", "leased"))
    chain = chain_of(Matter("made-up", "一事", HERE, steps, facts=dict(FACTS)))
    shapes = [node.shape for node in chart_of(chain, [], Words("en")).flow.nodes]
    expected = [Shape.GATE, Shape.BYPASS, Shape.CARD, Shape.CARD, Shape.END]
    assert shapes == expected


def test_steps_whose_options_overlap_keep_their_conditions_and_their_order() -> None:
    steps = [
        step_of(id, department="d0", when=Guard(({"home": options},)))
        for id, options in (("x", ("owned", "leased")), ("y", ("leased", "none")))
    ]
    chart = chart_of(series(*steps), [], Words("en"))
    assert not any(node.shape is Shape.GATE for node in chart.flow.nodes)
    assert chart.cards["x"].condition == "home: owned/leased"
    assert ("x", "y") in chart.order.edges()


@pytest.mark.parametrize("format", ["dot", "mermaid"])
def test_text_formats_ask_the_question_too(format: str) -> None:
    text = draw(series(*alternatives("owned", "leased")), [], format=format)
    assert "home?" in text.replace("#63;", "?")
    assert "none" in text
    assert "s1 -> s2" not in text
    assert "s1 --> s2" not in text
