"""The formats `dot` and `mermaid`: whole, and safe whatever the names."""

from __future__ import annotations

import re
import shutil
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings

from govchain.cli.desk.pictures.engine import laid_out
from govchain.compiler.chain import Chain
from govchain.drawing import Mark, dot_source, draw
from govchain.drawing.chart.chart import chart_of
from govchain.drawing.chart.flow import Shape
from govchain.drawing.chart.words import Words
from govchain.model.nouns import Department, Matter
from tests.drawing.chains import HERE, HOSTILE, chain_of, drawn, mark_of, step_of, straight
from tests.drawing.newborn import newborn
from tests.reporting.reports import report_of

HAS_DOT = shutil.which("dot") is not None


def hostile(name: str) -> tuple[Chain, list[Mark]]:
    steps = (step_of("s0", "accept", name=name), step_of("s1", "review", name=name))
    matter = Matter("made-up", name, HERE, steps, department="d0")
    return chain_of(matter, [Department("d0", name, HERE)]), [
        mark_of(1, "missing-link", "s1", name)
    ]


@settings(max_examples=15)
@given(drawn())
def test_mermaid_names_every_step_and_edge(made: tuple[Chain, list[Mark]]) -> None:
    chain, marks = made
    lines = draw(chain, marks, format="mermaid").splitlines()
    assert sum(bool(re.match(r"    s\d+\[", line)) for line in lines) == len(chain.steps)
    chart = chart_of(chain, marks, Words("en"))
    edges = [line for line in lines if re.match(r"  [sg]\d+ -", line)]
    assert len(edges) == len(chart.flow.without_bars())
    gates = [line for line in lines if re.match(r"  g\d+{{", line)]
    assert len(gates) == sum(node.shape is Shape.GATE for node in chart.flow.nodes)


@pytest.mark.parametrize("name", HOSTILE)
def test_mermaid_labels_hold_nothing_but_text(name: str) -> None:
    labels = 0
    for line in draw(*hostile(name), format="mermaid").splitlines():
        if line.lstrip().startswith(("s0[", "s1[", "subgraph")):
            labels += 1
            label = line[line.index('["') + 2 : line.rindex('"]')].replace("<br/>", "")
            assert not re.search(r'["<>`|{}\[\]%\\]|#(?!\d+;)', label)
        assert "%%{" not in line
    assert labels >= 3


CALLED = """\
matter: whole
name: 一件事
department: a
steps: [{id: x, matter: p}, {id: y, matter: q}, {id: z, kind: deliver}]
---
matter: p
name: 第一项
department: a
materials: [{name: 照片, data: photo}]
steps: [{id: s, kind: accept}, {id: t, kind: approve, department: b}]
---
matter: q
name: 第二项
department: b
steps: [{id: s, kind: approve}]
---
departments: {a: {name: 甲局}, b: {name: 乙局}}
data: {photo: {holder: applicant}}
"""


@pytest.mark.parametrize("view", ["lanes", "chain"])
def test_mermaid_groups_called_matters_and_tells_totals(view: str) -> None:
    chain = report_of(CALLED).catalogue.chains["whole"]
    lines = draw(chain, [], view=view, format="mermaid", language="zh").splitlines()
    about = next(line for line in lines if line.startswith("  about["))
    assert "一件事 · 业务链图" in about
    assert "环节 4" in about
    titles = [line.partition("[")[2] for line in lines if "subgraph part" in line]
    assert {'"① 第一项"]', '"② 第二项"]', '"⓪ 送达"]'} <= set(titles)
    assert ('"乙局"]' in titles) is (view == "lanes")
    assert sum("subgraph" in line for line in lines) == lines.count("  end")


def test_mermaid_says_which_findings_there_are() -> None:
    chain, marks = newborn()
    [found] = [
        line for line in draw(chain, marks, format="mermaid").splitlines() if "  found[" in line
    ]
    assert all(mark.sign in found and mark.rule_name in found for mark in marks)
    many = [mark_of(n, "missing-link", None, "x") for n in range(1, 31)]
    assert "+10" in draw(chain, many, format="mermaid").replace("#43;", "+")


@pytest.mark.parametrize(("language", "word"), [("en", "maxEdges"), ("zh", "默认最多画 500 条")])
def test_mermaid_warns_of_more_arrows_than_it_draws(language: str, word: str) -> None:
    few, many = (
        draw(straight(count), [], format="mermaid", language=language) for count in (100, 500)
    )
    assert len(re.findall(r"^  s\d+ -", few, re.MULTILINE)) <= 500
    assert word not in few
    assert word in many.splitlines()[1]


def test_mermaid_marks_findings() -> None:
    text = draw(*newborn(), format="mermaid")
    assert "classDef redundant" in text
    assert "classDef lacking" in text
    assert re.search(r"class s\d+ redundant", text)


def test_dot_says_handovers() -> None:
    text = draw(*newborn(), format="dot")
    assert "style=dashed" in text
    assert 'label="hand-over"' in text
    assert "subgraph cluster_0" in text
    assert "cluster" not in draw(*newborn(), format="dot", view="chain")


def test_dot_source_is_a_graph_of_the_package() -> None:
    assert dot_source(*newborn()).source == draw(*newborn(), format="dot")


@pytest.mark.skipif(not HAS_DOT, reason="Graphviz is not installed")
@pytest.mark.parametrize("name", HOSTILE)
def test_dot_takes_any_name(name: str) -> None:
    assert "<svg" in laid_out(dot_source(*hostile(name)).source)


@pytest.mark.skipif(not HAS_DOT, reason="Graphviz is not installed")
@pytest.mark.parametrize("name", [r"A \N \G \l", "R&amp;D &copy; 税&费", "<b>&#65;"])
def test_dot_draws_names_as_they_are_written(name: str) -> None:
    svg = laid_out(dot_source(*hostile(name)).source)
    texts = {"".join(e.itertext()).strip() for e in ElementTree.fromstring(svg).iter()}
    assert name in texts
    assert f"{name} · business chain" in {text.replace("\xa0", " ") for text in texts}
