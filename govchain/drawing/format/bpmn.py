"""The format `bpmn`: BPMN 2.0, lanes and places included, for programs that draw and run processes.

Its diagram is our own layout, so that nobody has to lay it out again.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from govchain.drawing.bpmn.elements import DataInput, Points, Process, SequenceFlow
from govchain.drawing.bpmn.process import process_of
from govchain.drawing.chart.chart import Chart
from govchain.drawing.chart.columns import Columns
from govchain.drawing.ink.lettering import clean
from govchain.drawing.ink.scene import Box

SIGN = re.compile(r'\s*<\?xml[^>]*>\s*<definitions\s[^>]*exporter="govchain"')

_SPACES = {
    "xmlns": "http://www.omg.org/spec/BPMN/20100524/MODEL",
    "xmlns:bpmndi": "http://www.omg.org/spec/BPMN/20100524/DI",
    "xmlns:dc": "http://www.omg.org/spec/DD/20100524/DC",
    "xmlns:di": "http://www.omg.org/spec/DD/20100524/DI",
    "xmlns:color": "http://www.omg.org/spec/BPMN/non-normative/color/1.0",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "targetNamespace": "urn:govchain:chain",
    "exporter": "govchain",
}
_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;"},
)


def write_chart(chart: Chart, columns: Columns) -> str:
    """The process of a chart with its diagram, a lane for each lane of the view."""
    return "\n".join(_lines(process_of(chart, columns))) + "\n"


def _lines(process: Process) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    spaces = " ".join(f'{name}="{value}"' for name, value in _SPACES.items())
    yield f'<definitions id="definitions" {spaces}>'
    yield '<collaboration id="collaboration">'
    yield f'<participant id="pool" name="{_text(process.name)}" processRef="process"/>'
    yield "</collaboration>"
    yield f'<process id="process" name="{_text(process.name)}" isExecutable="false">'
    yield from _documented(process.documentation)
    yield from _lanes(process)
    yield from _nodes(process)
    objects: dict[str, str] = {}
    for each in process.inputs:
        objects.setdefault(each.of, f"object_{each.id}")
    yield from (f'<dataObject id="{id}"/>' for id in objects.values())
    for each in process.inputs:
        yield from _reference(each, objects[each.of])
    for flow in process.flows:
        yield from _flow(flow)
    yield "</process>"
    yield from _diagram(process)
    yield "</definitions>"


def _documented(text: str) -> Iterator[str]:
    if text:
        yield f"<documentation>{_text(text)}</documentation>"


def _lanes(process: Process) -> Iterator[str]:
    """Each lane with the nodes that stand in it."""
    if not process.lanes:
        return
    yield '<laneSet id="lanes">'
    for lane in process.lanes:
        yield f'<lane id="{lane.id}" name="{_text(lane.name)}">'
        for node in process.nodes:
            if lane.box.x <= node.box.middle < lane.box.right:
                yield f"<flowNodeRef>{node.id}</flowNodeRef>"
        yield "</lane>"
    yield "</laneSet>"


def _nodes(process: Process) -> Iterator[str]:
    """Each node with what leads to it, what it leads to, and what it needs."""
    incoming, outgoing = defaultdict(list), defaultdict(list)
    for flow in process.flows:
        incoming[flow.target].append(f"<incoming>{flow.id}</incoming>")
        outgoing[flow.source].append(f"<outgoing>{flow.id}</outgoing>")
    inputs = defaultdict(list)
    for each in process.inputs:
        inputs[each.task].append(each.id)
    for node in process.nodes:
        name = f' name="{_text(node.name)}"' if node.name else ""
        default = f' default="{node.default}"' if node.default else ""
        yield f'<{node.tag} id="{node.id}"{name}{default}>'
        yield from _documented(node.documentation)
        yield from (*incoming[node.id], *outgoing[node.id])
        if inputs[node.id]:
            yield from _inputs(inputs[node.id])
        yield f"</{node.tag}>"


def _inputs(ids: Sequence[str]) -> Iterator[str]:
    """What a task needs, and which data object each of it comes from."""
    yield "<ioSpecification>"
    yield from (f'<dataInput id="in_{id}"/>' for id in ids)
    yield "<inputSet>"
    yield from (f"<dataInputRefs>in_{id}</dataInputRefs>" for id in ids)
    yield "</inputSet><outputSet/></ioSpecification>"
    for id in ids:
        yield (
            f'<dataInputAssociation id="to_{id}"><sourceRef>{id}</sourceRef>'
            f"<targetRef>in_{id}</targetRef></dataInputAssociation>"
        )


def _reference(each: DataInput, of: str) -> Iterator[str]:
    yield f'<dataObjectReference id="{each.id}" name="{_text(each.name)}" dataObjectRef="{of}">'
    yield from _documented(each.documentation)
    yield "</dataObjectReference>"


def _flow(flow: SequenceFlow) -> Iterator[str]:
    name = f' name="{_text(flow.name)}"' if flow.name else ""
    ends = f'sourceRef="{flow.source}" targetRef="{flow.target}"'
    if not flow.condition:
        yield f'<sequenceFlow id="{flow.id}"{name} {ends}/>'
        return
    yield f'<sequenceFlow id="{flow.id}"{name} {ends}>'
    condition = _text(flow.condition)
    yield f'<conditionExpression xsi:type="tFormalExpression">{condition}</conditionExpression>'
    yield "</sequenceFlow>"


def _diagram(process: Process) -> Iterator[str]:
    yield '<bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" '
    yield 'bpmnElement="collaboration">'
    yield from _shape("pool", process.pool, more=' isHorizontal="false"')
    for lane in process.lanes:
        yield from _shape(lane.id, lane.box, more=' isHorizontal="false"')
    for node in process.nodes:
        more = ' isMarkerVisible="true"' if node.tag == "exclusiveGateway" else ""
        yield from _shape(node.id, node.box, node.label, node.ink, more)
    for each in process.inputs:
        yield from _shape(each.id, each.box, each.label, each.ink)
    for flow in process.flows:
        yield from _edge(flow.id, flow.points, flow.label)
    for each in process.inputs:
        yield from _edge(f"to_{each.id}", each.points)
    yield "</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>"


def _shape(
    id: str,
    box: Box,
    label: Box | None = None,
    ink: tuple[str, str] | None = None,
    more: str = "",
) -> Iterator[str]:
    colours = ""
    if ink:
        colours = f' color:border-color="{ink[0]}" color:background-color="{ink[1]}"'
    yield f'<bpmndi:BPMNShape id="di_{id}" bpmnElement="{id}"{more}{colours}>'
    yield _bounds(box)
    if label:
        yield f"<bpmndi:BPMNLabel>{_bounds(label)}</bpmndi:BPMNLabel>"
    yield "</bpmndi:BPMNShape>"


def _edge(id: str, points: Points, label: Box | None = None) -> Iterator[str]:
    yield f'<bpmndi:BPMNEdge id="di_{id}" bpmnElement="{id}">'
    for x, y in _without_repeats(points):
        yield f'<di:waypoint x="{_number(x)}" y="{_number(y)}"/>'
    if label:
        yield f"<bpmndi:BPMNLabel>{_bounds(label)}</bpmndi:BPMNLabel>"
    yield "</bpmndi:BPMNEdge>"


def _without_repeats(points: Points) -> Sequence[tuple[float, float]]:
    """The points, none where it was already."""
    kept = [points[0]]
    kept += [after for before, after in itertools.pairwise(points) if after != before]
    return kept


def _bounds(box: Box) -> str:
    return (
        f'<dc:Bounds x="{_number(box.x)}" y="{_number(box.y)}" '
        f'width="{_number(box.width)}" height="{_number(box.height)}"/>'
    )


def _number(value: float) -> str:
    return f"{round(value, 1):g}" if abs(value) < 1e5 else f"{value:.1f}"


def _text(text: str) -> str:
    return "\n".join(map(clean, text.split("\n"))).translate(_ESCAPES)
