"""A part of a joint matter is the same part everywhere: its name, its number, its figures."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import govchain
from govchain.compiler.chain import Chain
from govchain.compiler.parts import figures_of_part, number_at, part_at, parts_of
from govchain.drawing import draw
from govchain.drawing.chart.chart import Charts
from govchain.drawing.chart.leaves import leaves_of
from govchain.drawing.chart.marks import Mark
from govchain.drawing.chart.page import OWN
from govchain.drawing.chart.phrases import part_name
from govchain.drawing.chart.subject import How, Version
from govchain.drawing.chart.words import Words
from govchain.drawing.fold.folding import folded
from govchain.model.figures import circled
from govchain.reporting.html.matters import matters_told
from govchain.reporting.html.shown import Shown
from govchain.reporting.marking import marked_chain
from govchain.reporting.report import Report
from govchain.reporting.style import Style
from govchain.reporting.tree.chain_tree import chain_tree
from tests.reporting.reports import report_of

HOME = Path(__file__).parents[2]
TODAY = datetime.date(2026, 6, 1)
CALLING = """\
matter: whole
name: 一件事
department: a
steps:
  - {id: x, matter: p}
  - {id: y, matter: p, name: 再办一次}
  - {id: z, matter: between}
  - {id: end, kind: deliver, name: 送达}
---
matter: between
name: 只调用他人
department: a
steps: [{id: x, matter: p}]
---
matter: p
name: 第一项
department: a
materials: [{name: 照片, data: photo}]
steps: [{id: s, kind: accept, visit: 1}, {id: t, kind: approve, department: b, time: 2d}]
---
departments: {a: {name: 甲局}, b: {name: 乙局}}
data: {photo: {holder: applicant}}
"""


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    folders = ("matters", "examples/after-reform")
    loaded = [govchain.analyze(govchain.load(str(HOME / f), date=TODAY)) for f in folders]
    return [*loaded, report_of(CALLING)]


def joint_chains(reports: list[Report]) -> Iterator[tuple[Report, Chain, list[Mark]]]:
    for report in reports:
        for id, chain in report.catalogue.chains.items():
            if chain.expansion.calls:
                yield report, *marked_chain(report, id, "zh", {})


def readable(mermaid: str) -> str:
    return re.sub(r"#(\d+);", lambda found: chr(int(found[1])), mermaid)


def test_all_that_tell_a_part_call_it_the_same(reports: list[Report]) -> None:
    seen = 0
    for report, chain, marks in joint_chains(reports):
        rows = folded(Version(chain, tuple(marks), report.catalogue), Words("zh")).parts
        told = {row.key: row for row in rows}
        leaves = leaves_of(Charts(chain, marks, Words("zh")), How("zh"))
        page_of = {leaf.key: leaf for leaf in leaves}
        tree = re.sub(r"\s+", " ", chain_tree(chain, report, Style("zh", width=500)))
        mermaid = readable(draw(chain, marks, format="mermaid", language="zh"))
        for part in chain.once(parts_of):
            row, leaf = told[part.call], page_of[part.call or OWN]
            known = f"{circled(part.number)} {row.name}"
            assert row.number == part.number
            assert leaf.name == known
            assert leaf.title.endswith(known)
            if len(rows) > 1:
                assert f'subgraph part{part.number}["{known}"]' in mermaid
            if part.call:
                assert row.name == part.name
                assert f"{known} ({part.call})" in tree
            seen += 1
        [page] = [m for m in matters_told(Shown(report)) if m["id"] == chain.matter.id]
        called = [part for part in chain.once(parts_of) if part.call]
        assert page["calls"] == [[part.matter, part.name, part.call] for part in called]
    assert seen > 60


def test_a_part_is_called_as_its_matter_calls_it_or_as_the_called_one_is_called() -> None:
    chain = report_of(CALLING).catalogue.chains["whole"]
    names = [(part.number, part.name) for part in chain.once(parts_of)]
    assert names == [(0, ""), (1, "第一项"), (2, "再办一次"), (3, "只调用他人")]
    assert part_name(chain.once(parts_of)[0], Words("zh")) == "送达"


def test_many_steps_of_its_own_are_named_by_the_first_and_counted() -> None:
    steps = "\n".join(f"  - {{id: o{n}, kind: accept, name: 第{n}步}}" for n in range(5))
    report = report_of(CALLING.replace("  - {id: end, kind: deliver, name: 送达}", steps))
    [own, *_] = report.catalogue.chains["whole"].once(parts_of)
    assert part_name(own, Words("zh")) == "第0步、第1步、第2步等 5 项"
    assert part_name(own, Words("en")) == "第0步, 第1步, 第2步 and 2 more"


def test_every_step_call_and_paper_is_in_one_part_with_its_number(reports: list[Report]) -> None:
    seen = 0
    for _, chain, _ in joint_chains(reports):
        parts = chain.once(parts_of)
        assert sorted(step.id for part in parts for step in part.steps) == sorted(
            step.id for step in chain.steps
        )
        for part in parts:
            ids = [step.id for step in part.steps] + [paper.origin for paper in part.materials]
            ids += [id for id in chain.expansion.calls if (id + "/").startswith(f"{part.call}/")]
            assert {id.split("/")[0] if part.call else "" for id in ids} <= {part.call}
            assert all(part_at(id, chain) == part for id in ids)
            assert {number_at(id, chain) for id in ids} <= {part.number}
            seen += len(ids)
        papers = [paper for part in parts for paper in part.materials]
        assert sorted(p.number for p in papers) == sorted(p.number for p in chain.materials)
    assert seen > 500


def test_a_finding_has_the_number_of_a_row_that_it_stands_at(reports: list[Report]) -> None:
    """Signs are given where findings are told, rows where pictures fold: both mean one part."""
    seen = 0
    for report, chain, marks in joint_chains(reports):
        rows = folded(Version(chain, tuple(marks), report.catalogue), Words("zh")).parts
        for mark in marks:
            at = {row.number for row in rows if mark in row.marks}
            if at:
                assert mark.spots[0].place in at, mark.label
                seen += 1
            else:
                assert mark.spots[0].place == 0, mark.label
    assert seen > 100


def test_figures_of_all_parts_are_those_of_the_chain_where_it_has_one(
    reports: list[Report],
) -> None:
    for report, chain, marks in joint_chains(reports):
        rows = folded(Version(chain, tuple(marks), report.catalogue), Words("zh")).parts
        for part in chain.once(parts_of):
            [row] = [row for row in rows if row.key == part.call]
            assert row.visits == figures_of_part(part, chain).worst.visits
        whole = chain.metrics().worst
        parts = [figures_of_part(part, chain).worst for part in chain.once(parts_of)]
        assert sum(part.materials for part in parts) >= whole.materials
        assert sum(part.visits for part in parts) >= whole.visits
        assert max(part.materials for part in parts) <= whole.materials
