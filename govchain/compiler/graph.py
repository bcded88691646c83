"""A chain as data for others: node-link form and `networkx.DiGraph` (semantics.md 1.10)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from govchain.compiler.conditions import ALWAYS, Condition
from govchain.compiler.needs import Need
from govchain.compiler.sharing import Flow
from govchain.compiler.supply import first_tried
from govchain.model.nouns import Extra

if TYPE_CHECKING:
    import networkx

    from govchain.compiler.chain import Chain


def node_link(chain: Chain, language: str) -> dict[str, Any]:
    """The chain so that `networkx.node_link_graph(chain, edges="edges")` reads it.

    A step without a name is called by the word for its kind, in the language.
    """
    return {
        "matter": chain.matter.id,
        "directed": True,
        "multigraph": False,
        "graph": _kept(chain.matter.extra),
        "nodes": [_node(chain, step, language) for step in chain.order.steps],
        "edges": [
            {"source": before, "target": after, "handover": chain.is_handover(before, after)}
            for before, after in chain.order.edges()
        ],
    }


def digraph(chain: Chain, language: str) -> networkx.DiGraph[str]:
    """The chain as a directed graph; nodes and edges carry the attributes of `node_link`."""
    import networkx

    graph: networkx.DiGraph[str] = networkx.DiGraph(matter=chain.matter.id)
    for step in chain.order.steps:
        node = _node(chain, step, language)
        graph.add_node(node.pop("id"), **node)
    for before, after in chain.order.edges():
        graph.add_edge(before, after, handover=chain.is_handover(before, after))
    return graph


def _node(chain: Chain, id: str, language: str) -> dict[str, Any]:
    step = chain.step(id)
    return {
        "id": id,
        "kind": step.kind,
        "name": step.called(language),
        "department": step.department,
        "post": step.written.post,
        "time": str(step.time) if step.time else None,
        "visit": step.visit,
        "when": _clauses(step.guard),
        "needs": [_need(chain, need) for need in chain.needs(id)],
        "checks": list(step.checks),
        "produces": list(step.written.produces),
        "changes": list(step.written.changes),
        "collaborators": list(chain.collaborators_of(id)),
        **_kept(step.written.extra),
    }


def _need(chain: Chain, need: Need) -> dict[str, Any]:
    supply = chain.supply_of(need)
    links = chain.tried_links(need) if supply.state.burdens_applicant else ()
    first, more = first_tried(links)
    tried = [{"link": t.link.subject, "why": list(t.shortcomings)} for t in first]
    instead = {} if need.is_single else {"alternatives": list(need.alternatives)}
    return {
        "data": need.data,
        **instead,
        "fields": sorted(need.demand.fields),
        "supply": supply.state.value,
        "holders": list(supply.holders),
        "path": [_hop(flow) for flow in supply.path],
        "tried": tried,
        **({"tried_more": more} if more else {}),
    }


def _kept(extra: Mapping[str, Extra]) -> dict[str, Any]:
    """What the definitions keep though the language has no word for it, where there is some."""
    return {"extra": _plain(extra)} if extra else {}


def _plain(extra: Extra) -> Any:  # as deep as it was written
    if isinstance(extra, str):
        return extra
    if isinstance(extra, tuple):
        return [_plain(part) for part in extra]
    return {key: _plain(value) for key, value in extra.items()}


def _hop(flow: Flow) -> dict[str, str]:
    return {"link": flow.link.subject, "from": flow.source, "to": flow.target}


def _clauses(guard: Condition) -> list[dict[str, list[str]]] | None:
    """When the step takes place: any of these clauses; null: always."""
    if guard == ALWAYS:
        return None
    return [{fact: sorted(allowed) for fact, allowed in cube} for cube in guard.cubes]
