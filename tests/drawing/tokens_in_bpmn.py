"""A process in BPMN, run for one case: by the definition of tokens, from its text alone."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable
from graphlib import TopologicalSorter

MODEL = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"


def executions(text: str, holds: Callable[[str], bool]) -> Counter[str]:
    """How often each task is carried out, and each end reached, where these conditions hold.

    AssertionError where a token is stuck, or has nowhere or too many ways to go.
    """
    process = ET.fromstring(text).find(f"{MODEL}process")
    assert process is not None
    flows = {flow.get("id", ""): flow for flow in process.iter(f"{MODEL}sequenceFlow")}
    nodes = {
        node.get("id", ""): node for node in process if node.find(f"{MODEL}incoming") is not None
        or node.find(f"{MODEL}outgoing") is not None
    }  # fmt: skip
    before = {
        id: {flows[each.text or ""].get("sourceRef", "") for each in node.iter(f"{MODEL}incoming")}
        for id, node in nodes.items()
    }
    tokens: Counter[str] = Counter()
    done: Counter[str] = Counter()
    for id in TopologicalSorter(before).static_order():
        node = nodes[id]
        tag = node.tag.removeprefix(MODEL)
        incoming = [tokens[flow.text or ""] for flow in node.iter(f"{MODEL}incoming")]
        outgoing = [flow.text or "" for flow in node.iter(f"{MODEL}outgoing")]
        count = 1 if tag == "startEvent" else sum(incoming)
        if tag == "parallelGateway":
            assert set(incoming) in ({0}, {1}), f"{id} waits in vain: {incoming}"
            count = incoming[0]
        elif tag == "inclusiveGateway":
            assert set(incoming) <= {0, 1}, id
            count = max(incoming)
        done[id] = count
        if tag == "inclusiveGateway":
            outgoing = [flow for flow in outgoing if _is_open(flows[flow], holds)]
            assert outgoing or not count, f"{id} leads nowhere"
        if tag == "exclusiveGateway" and count:
            assert count == 1, id
            outgoing = [_way(node, [flows[flow] for flow in outgoing], holds)]
        for flow in outgoing:
            tokens[flow] = count
    return done


def _is_open(flow: ET.Element, holds: Callable[[str], bool]) -> bool:
    """It depends on nothing, or its condition holds."""
    condition = flow.find(f"{MODEL}conditionExpression")
    return condition is None or holds(condition.text or "")


def _way(node: ET.Element, flows: list[ET.Element], holds: Callable[[str], bool]) -> str:
    """The one flow that is taken."""
    if len(flows) == 1 and flows[0].find(f"{MODEL}conditionExpression") is None:
        return flows[0].get("id", "")
    default = node.get("default")
    asked = [flow for flow in flows if flow.get("id") != default]
    taken = [f.get("id", "") for f in asked if holds(f.findtext(f"{MODEL}conditionExpression", ""))]
    taken = taken or ([default] if default else [])
    assert len(taken) == 1, (node.get("id"), taken)
    return taken[0]
