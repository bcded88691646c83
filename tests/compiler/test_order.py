"""The order of a chain, held against networkx."""

from __future__ import annotations

import networkx
from hypothesis import given
from hypothesis import strategies as st

from govchain.compiler.order import Order


@st.composite
def orders(draw: st.DrawFn) -> tuple[list[str], dict[str, list[str]]]:
    """Steps in a list order of their own, and edges from lower to higher numbers."""
    size = draw(st.integers(1, 9))
    steps = [f"s{n}" for n in range(size)]
    before = {
        step: draw(st.lists(st.sampled_from(steps[:n]), unique=True)) if n else []
        for n, step in enumerate(steps)
    }
    return draw(st.permutations(steps)), before


def graph_of(before: dict[str, list[str]]) -> networkx.DiGraph[str]:
    graph: networkx.DiGraph[str] = networkx.DiGraph()
    graph.add_nodes_from(before)
    graph.add_edges_from((b, s) for s, steps in before.items() for b in steps)
    return graph


@given(orders())
def test_ancestors_agree(drawn: tuple[list[str], dict[str, list[str]]]) -> None:
    listed, before = drawn
    order, graph = Order(listed, before), graph_of(before)
    for step in listed:
        assert set(order.ancestors(step)) == networkx.ancestors(graph, step)
        for other in listed:
            assert order.is_before(other, step) == (other in networkx.ancestors(graph, step))


@given(orders())
def test_chain_order_takes_the_first_ready_step(
    drawn: tuple[list[str], dict[str, list[str]]],
) -> None:
    listed, before = drawn
    rank = {step: n for n, step in enumerate(listed)}
    expected = list(networkx.lexicographical_topological_sort(graph_of(before), rank.__getitem__))
    assert list(Order(listed, before).steps) == expected


@given(orders(), st.data())
def test_reduced_edges_are_the_transitive_reduction(
    drawn: tuple[list[str], dict[str, list[str]]], data: st.DataObject
) -> None:
    listed, before = drawn
    among = data.draw(st.sets(st.sampled_from(listed)))
    order = Order(listed, before)
    closure = networkx.transitive_closure_dag(graph_of(before)).subgraph(among)
    expected = set(networkx.transitive_reduction(closure).edges)
    found = list(order.reduced_edges(sorted(among)))
    assert set(found) == expected
    assert len(found) == len(expected)


def test_a_long_line_is_counted_in_linear_space() -> None:
    steps = [f"s{n}" for n in range(10_000)]
    order = Order(steps, {s: [steps[n - 1]] if n else [] for n, s in enumerate(steps)})
    assert order.is_before("s0", "s9999")
    assert not order.is_before("s9999", "s0")
    assert sum(1 for _ in order.reduced_edges(steps)) == 9_999


@given(orders(), st.data())
def test_next_edges_are_the_reduction_of_each_case(
    drawn: tuple[list[str], dict[str, list[str]]], data: st.DataObject
) -> None:
    """Five cases at once say what each says by itself."""
    listed, before = drawn
    order = Order(listed, before)
    places = {step: data.draw(st.integers(0, 31)) for step in sorted(listed)}
    found = list(order.next_edges(places))
    for case in range(5):
        among = [step for step in listed if places[step] >> case & 1]
        edges = {(first, second) for first, second, cases in found if cases >> case & 1}
        assert edges == set(order.reduced_edges(among))
