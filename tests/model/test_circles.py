"""Circles are the strongly connected parts of a graph, as networkx finds them."""

from __future__ import annotations

import networkx
from hypothesis import given, settings
from hypothesis import strategies as st

from govchain.model.circles import circles_in

IDS = "abcdefgh"
WAYS = st.dictionaries(st.sampled_from(IDS), st.frozensets(st.sampled_from(IDS), max_size=3))


@settings(max_examples=300)
@given(WAYS)
def test_circles_are_what_networkx_finds(leads_to: dict[str, frozenset[str]]) -> None:
    graph: networkx.DiGraph[str] = networkx.DiGraph()
    graph.add_nodes_from(leads_to)
    graph.add_edges_from((id, way) for id, ways in leads_to.items() for way in ways)
    parts = networkx.strongly_connected_components(graph)
    circles = [sorted(part) for part in parts if len(part) > 1 or part <= {*graph.succ[min(part)]}]
    assert circles_in(leads_to) == sorted(circles)


def test_a_long_way_round_is_walked_without_recursion() -> None:
    ids = [f"{n:05}" for n in range(20_000)]
    around = {id: (ids[n - 1],) for n, id in enumerate(ids)}
    assert circles_in(around) == [ids]
