"""What a notebook shows, and tables of pandas: the same as the commands tell."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

import govchain
from govchain.reporting import lists
from govchain.reporting.blocks import Heading
from govchain.reporting.page import page as page_blocks
from govchain.reporting.report import Report
from govchain.reporting.style import Style
from tests.cli.desk import run
from tests.reporting.reports import DATE, HOME, report_in

WITHOUT = "tables of pandas are tried where pandas is installed"
HOSTILE = "<script>alert(1)</script>\u202e\"'&"


@pytest.fixture(scope="module")
def report() -> Report:
    return report_in("matters")


def test_a_chain_shows_its_picture(report: Report) -> None:
    chain = report.catalogue.chains["birth-registration"]
    root = ElementTree.fromstring(chain._repr_svg_() or "")
    told = "".join(root.itertext())
    assert root.tag.endswith("svg")
    assert all(step.called("zh") in told for step in chain.steps)


def test_a_report_shows_the_page(report: Report) -> None:
    shown = report._repr_html_() or ""
    page = ElementTree.fromstring(f"<div>{shown}</div>")
    printed = run("analyze", "-w", str(HOME / "matters"), "--date", "2026-06-01", "--lang", "zh")
    told = "".join(printed.stdout.split())
    heads, sentences = page.findall(".//h3"), page.findall("p")
    assert len(heads) == len([*headings(report)])
    for element in (*heads, *sentences[:4]):
        assert "".join((element.text or "").split()) in told


def headings(report: Report) -> Iterator[Heading]:
    return (block for block in page_blocks(report, Style("zh")) if isinstance(block, Heading))


@pytest.mark.parametrize("name", lists.names())
def test_a_list_shows_all_its_rows(report: Report, name: str) -> None:
    listing = govchain.listing(report, name)
    page = ElementTree.fromstring(f"<div>{listing._repr_html_()}</div>")
    rows = page.findall(".//tr")
    assert len(rows) == (1 + len(listing.rows) + bool(listing.sums) if listing.rows else 0)


@pytest.mark.parametrize("name", lists.names())
def test_a_list_as_a_table_has_all_its_columns(report: Report, name: str) -> None:
    pytest.importorskip("pandas", reason=WITHOUT)
    listing = govchain.listing(report, name)
    frame = listing.to_frame()
    assert list(frame.columns) == [column.key for column in listing.columns]
    assert len(frame) == len(listing.rows)


def test_findings_as_a_table_are_those_of_the_json(report: Report) -> None:
    pytest.importorskip("pandas", reason=WITHOUT)
    frame = report.to_frame()
    findings = report.to_dict()["findings"]
    assert list(frame["fingerprint"]) == [finding["fingerprint"] for finding in findings]
    assert list(frame["benefit.visits"].fillna(-1)) == [
        -1 if finding["benefit"] is None else finding["benefit"]["visits"] for finding in findings
    ]


def test_what_is_written_stays_text(tmp_path: Path) -> None:
    matter = {"matter": "m", "name": HOSTILE, "steps": [{"id": "a", "name": HOSTILE}]}
    (tmp_path / "m.yaml").write_text(json.dumps(matter), encoding="utf-8")
    report = govchain.analyze(govchain.load(workspace=str(tmp_path), date=DATE))
    shown = (report._repr_html_() or "") + (report.catalogue.chains["m"]._repr_svg_() or "")
    assert "<script" not in shown
    assert "&lt;script&gt;" in shown
