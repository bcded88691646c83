"""Chains as GraphML, which knows no lists: what is one is carried as JSON text."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from govchain.compiler.chain import Chain
from govchain.compiler.graph import digraph

if TYPE_CHECKING:
    import networkx


_SIGN = "<!-- govchain -->"
"""By which a later run knows that it may replace the file."""


def graphml(chains: Sequence[Chain], language: str) -> str:
    """The chains in one graph; of several, each step's id begins with its matter's.

    Steps without a name are called by the words for their kinds, in the language.
    """
    import networkx

    if len(chains) == 1:
        whole = flat(digraph(chains[0], language))
    else:
        whole = networkx.compose_all([_named_apart(chain, language) for chain in chains])
        whole.graph.clear()
    return "\n".join([_SIGN, *networkx.generate_graphml(whole)]) + "\n"


def _named_apart(chain: Chain, language: str) -> networkx.DiGraph[str]:
    import networkx

    graph = flat(digraph(chain, language))
    names = {id: f"{chain.matter.id}:{id}" for id in graph}
    renamed: networkx.DiGraph[str] = networkx.relabel_nodes(graph, names)
    return renamed


def flat(graph: networkx.DiGraph[str]) -> networkx.DiGraph[str]:
    """The graph with attributes that GraphML can hold; what is absent is left out."""
    copy = graph.copy()
    for _, attributes in copy.nodes(data=True):
        _flatten(attributes)
    for _, _, attributes in copy.edges(data=True):
        _flatten(attributes)
    return copy


def _flatten(attributes: dict[str, Any]) -> None:
    for name, value in list(attributes.items()):
        if value is None:
            del attributes[name]
        elif isinstance(value, list | dict):
            attributes[name] = json.dumps(value, ensure_ascii=False)
