"""The format `bpmn`: sound by its schemas, in its places, and with the meaning of the chain."""

from __future__ import annotations

import itertools
import json
import os
import shutil
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import etree

from govchain.compiler.chain import Chain
from govchain.compiler.conditions import Condition
from govchain.drawing import Mark, draw
from govchain.drawing.chart.chart import Chart, chart_of
from govchain.drawing.chart.words import Words
from govchain.drawing.format import bpmn
from govchain.drawing.ink.scene import Box
from govchain.model.nouns import Department, Matter
from govchain.reporting.marking import marked_chain
from govchain.reporting.report import Report
from tests.drawing.chains import HERE, HOSTILE, chain_of, drawn, mark_of, step_of, straight
from tests.drawing.geometry import crosses, lies_in, overlap
from tests.drawing.newborn import newborn
from tests.drawing.subjects import joint_in, plain_in
from tests.drawing.tokens_in_bpmn import MODEL, executions

SCHEMAS = Path(__file__).parent.parent / "data" / "bpmn"
DI = "{http://www.omg.org/spec/BPMN/20100524/DI}"
MODELER = os.environ.get("GOVCHAIN_BPMN_MODDLE", "")
"""The folder of the npm package `bpmn-moddle`, where it is at hand."""


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(SCHEMAS / "BPMN20.xsd")))


def expect_valid(schema: etree.XMLSchema, text: str) -> ET.Element:
    """It holds to the schemas, and each reference leads to something that there is once."""
    schema.assertValid(etree.fromstring(text.encode()))
    root = ET.fromstring(text)
    ids = [id for element in root.iter() if (id := element.get("id"))]
    assert len(ids) == len(set(ids))
    refs = ("sourceRef", "targetRef", "processRef", "bpmnElement", "dataObjectRef", "default")
    for element in root.iter():
        assert {value for name, value in element.attrib.items() if name in refs} <= set(ids)
        if element.tag.removeprefix(MODEL) in ("incoming", "outgoing", "flowNodeRef", "sourceRef"):
            assert element.text in ids
    drawn_ids = {shape.get("bpmnElement") for shape in root.iter() if shape.get("bpmnElement")}
    for tag in ("userTask", "sequenceFlow", "dataObjectReference", "dataInputAssociation", "lane"):
        assert {element.get("id") for element in root.iter(f"{MODEL}{tag}")} <= drawn_ids
    return root


@settings(max_examples=15)
@given(drawn())
def test_any_chain_is_sound_and_means_what_it_says(
    schema: etree.XMLSchema, made: tuple[Chain, list[Mark]]
) -> None:
    chain, marks = made
    for view in ("lanes", "chain"):
        root = expect_valid(schema, draw(chain, marks, view=view, format="bpmn"))
        assert len([*root.iter(f"{MODEL}userTask")]) == len(chain.steps)
    expect_meaning(chain)


def expect_meaning(chain: Chain) -> None:
    """In each case each step is carried out once, if it takes place, and the end is reached."""
    text = draw(chain, [], format="bpmn")
    chart = chart_of(chain, [], Words("en"))
    known = conditions_of(chart)
    facts = chain.expansion.facts
    cases = itertools.product(*(fact.options for fact in facts.values()))
    for case in (dict(zip(facts, options, strict=True)) for options in itertools.islice(cases, 30)):
        done = executions(text, lambda said: holds(known[said], case))  # noqa: B023  used at once
        for position, node in enumerate(chart.flow.nodes):
            if node.step:
                guard = chain.step(node.step).guard
                assert done[f"step_{position}"] == holds(guard, case), (node.step, case)


def conditions_of(chart: Chart) -> dict[str, Condition]:
    """What the picture says of cases, and what it means."""
    known = {chart.conditions.of(step.guard): step.guard for step in chart.chain.steps}
    choices = [*chart.flow.behind_gate.values()]
    choices += [(node.fact, node.options) for node in chart.flow.nodes if node.options]
    for fact, options in choices:
        known[chart.conditions.choice(fact, options)] = Condition((((fact, options),),))
    return known


def holds(condition: Condition, case: Mapping[str, str]) -> bool:
    return any(all(case[fact] in allowed for fact, allowed in cube) for cube in condition.cubes)


def test_the_real_catalogue_is_sound_and_means_what_it_says(
    schema: etree.XMLSchema, before: Report
) -> None:
    for id in (*joint_in(before)[::3], *plain_in(before)[::12]):
        chain, marks = marked_chain(before, id, "zh", {})
        root = expect_valid(schema, draw(chain, marks, format="bpmn", language="zh"))
        expect_meaning(chain)
        expect_apart(root)


def boxes_in(root: ET.Element) -> dict[str, Box]:
    """Where each thing stands."""
    found = {}
    for shape in root.iter(f"{DI}BPMNShape"):
        bounds = shape[0].attrib
        x, y, width, height = (float(bounds[name]) for name in ("x", "y", "width", "height"))
        found[shape.get("bpmnElement", "")] = Box(x, y, width, height)
    return found


def expect_apart(root: ET.Element) -> None:
    """Nothing lies upon anything else, all lies in the pool, and no flow runs through a task."""
    boxes = boxes_in(root)
    pool = boxes.pop("pool")
    things = {id: box for id, box in boxes.items() if not id.startswith("lane_")}
    assert all(lies_in(box, pool) for box in things.values())
    for one, other in itertools.combinations(things.values(), 2):
        assert not overlap(one, other)
    tasks = [box for id, box in things.items() if id.startswith("step_")]
    for edge in root.iter(f"{DI}BPMNEdge"):
        points = [(float(p.get("x", 0)), float(p.get("y", 0))) for p in edge if p.get("x")]
        for stretch in itertools.pairwise(points):
            assert not any(crosses(stretch, box) for box in tasks)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_stay_text(schema: etree.XMLSchema, name: str) -> None:
    steps = (step_of("s0", "review", name=name), step_of("s1", "review", name=name))
    matter = Matter("made-up", name, HERE, steps, department="d0")
    chain = chain_of(matter, [Department("d0", name, HERE)])
    root = expect_valid(
        schema, draw(chain, [mark_of(1, "missing-link", "s0", name)], format="bpmn")
    )
    assert len([*root.iter(f"{MODEL}userTask")]) == 2


def test_lanes_data_and_conditions_are_there() -> None:
    text = draw(*newborn(), format="bpmn", language="zh")
    root = ET.fromstring(text)
    lanes = {lane.get("name"): len(lane) for lane in root.iter(f"{MODEL}lane")}
    assert lanes["公安局"] >= 3
    nodes = [ref.text for ref in root.iter(f"{MODEL}flowNodeRef")]
    assert len(nodes) == len(set(nodes))
    assert {"申请人", "公安局", "医疗保障局"} <= set(lanes)
    names = [str(each.get("name")) for each in root.iter(f"{MODEL}dataObjectReference")]
    assert any(name.startswith("结婚登记信息\n民政局 未共享") for name in names)
    objects = {each.get("dataObjectRef") for each in root.iter(f"{MODEL}dataObjectReference")}
    assert len(objects) < len(names)
    conditions = [c.text for c in root.iter(f"{MODEL}conditionExpression")]
    assert conditions == ["本市户籍：否", "本市户籍：是"]
    said = "".join(str(doc.text) for doc in root.iter(f"{MODEL}documentation"))
    for mark in newborn()[1]:
        assert mark.sentence in said
    assert bpmn.SIGN.match(text)


def test_a_long_chain_is_written() -> None:
    text = draw(straight(300), [], format="bpmn")
    assert text.count("<userTask") == 300


@pytest.mark.skipif(
    not (MODELER and shutil.which("node")),
    reason="GOVCHAIN_BPMN_MODDLE names no folder of the npm package bpmn-moddle",
)
@pytest.mark.parametrize("name", ["出生", *HOSTILE])
def test_a_modeler_reads_it_without_a_warning(name: str) -> None:
    chain, marks = newborn()
    script = (
        "import { BpmnModdle } from '%s/dist/index.js'; import { readFileSync } from 'fs';"
        "const read = await new BpmnModdle().fromXML(readFileSync(0, 'utf8'));"
        "console.log(JSON.stringify(read.warnings.map(w => w.message)))"
    )
    matter = Matter("made-up", name, HERE, (step_of("s0", name=name),), department="d0")
    for text in (
        draw(chain, marks, format="bpmn"),
        draw(chain_of(matter, [Department("d0", name, HERE)]), [], format="bpmn"),
    ):
        command = ["node", "--input-type=module", "-e", script % MODELER]
        told = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
        assert json.loads(told.stdout) == []
