"""Who owes whom is told once: the picture, the table below it and the first screen agree."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest

from govchain.analysis.hits.exchanges import exchanges_of
from govchain.drawing import How, pages
from govchain.findings import Severity, Topic
from govchain.pipeline import analyze, compile_reading
from govchain.reader.reading import read_texts
from govchain.reporting.html.owed import matrix_told, owed, ways_owed
from govchain.reporting.html.shown import Shown
from govchain.reporting.report import Report
from tests.oracle.strategies import draw_catalogue, to_yaml
from tests.page.pages import page_of, read, real_held, real_page, real_report
from tests.reporting.reports import DATE


def some_reports(count: int, seed: int) -> Iterator[Report]:
    draw = random.Random(seed).randint
    for _ in range(count):
        texts = {name: to_yaml(documents) for name, documents in draw_catalogue(draw)}
        yield analyze(compile_reading(read_texts(texts), DATE))


@pytest.mark.parametrize("many", [False, True])
def test_what_is_owed_is_what_the_matrix_lacks(many: bool) -> None:
    seen = 0
    for report in some_reports(60, 11) if many else [real_report()]:
        shown = Shown(report)
        lacking = [e for e in exchanges_of(shown.catalogue, report.matters) if not e.flows]
        gaps = Counter(exchange.holder for exchange in lacking)
        told = owed(shown)
        assert {each["id"]: each["count"] for each in told} == gaps
        assert +Counter(shown.board.gaps) == gaps
        assert [each["id"] for each in told] == [id for id in shown.board.rows if gaps[id]]
        table = matrix_told(shown)
        assert [id for id, _ in table["rows"]] == [each["id"] for each in told]
        cells = Counter(f"{exchange.holder},{exchange.consumer}" for exchange in lacking)
        assert table["cells"] == cells
        assert {*table["columns"]} == {exchange.consumer for exchange in lacking}
        for id, count in table["rows"]:
            assert count == sum(cells[f"{id},{column}"] for column in table["columns"])
        seen += len(lacking)
    assert seen


@pytest.mark.parametrize("many", [False, True])
def test_each_that_is_owed_leads_to_its_findings_and_each_finding_is_led_to(many: bool) -> None:
    seen = Counter[Severity]()
    for report in some_reports(60, 12) if many else [real_report()]:
        ways = ways_owed(Shown(report))
        assert len({(way["data"], way["to"]) for way in ways}) == len(ways)
        led = [print for way in ways for print in way["findings"]]
        assert len({*led}) == len(led)
        speaking = [
            finding
            for finding in report.findings
            if finding.topic is Topic.NOT_SHARED and finding.facts["holders"]
        ]
        assert {*led} == {finding.fingerprint for finding in speaking}
        seen.update(finding.severity for finding in speaking)
        assert all(way["findings"] for way in ways)
    assert seen[Severity.ADVICE]


def test_the_page_says_the_number_that_its_picture_says() -> None:
    page, shown = read(real_page()), Shown(real_report(), real_held().difference)
    count = page.first["owed-count"]
    assert count == sum(each["count"] for each in page.first["owed"])
    assert count == len(page.part("facts")["ways"])
    assert count == sum(page.part("facts")["matrix"]["cells"].values())
    [scene] = pages(shown.whole, "matrix", How("zh"))
    [told] = page.part("matrix-zh")
    assert told["title"] == scene.title
    due, flows = count + shown.board.flowing, shown.board.flowing
    assert f"应有 {due} 条" in scene.title
    assert f"通了 {flows} 条" in scene.title


def test_what_is_not_told_as_a_finding_is_owed_all_the_same() -> None:
    report = real_report()
    silent = Shown(replace(report, analysis=replace(report.analysis, findings=())))
    assert owed(silent) == owed(Shown(report))
    assert not any(way["findings"] for way in ways_owed(silent))
    assert read(page_of(report)).first["owed"] == owed(Shown(report))
