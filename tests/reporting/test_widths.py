"""No line of a text for people is wider than it may be, and nothing of it is lost for that."""

from __future__ import annotations

import datetime
import re
import time
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govchain import pipeline
from govchain.reporting import formats
from govchain.reporting.explanation import finding_explained
from govchain.reporting.report import Report
from govchain.reporting.rule_page import rule_explained
from govchain.reporting.rule_table import rules_as_text
from govchain.reporting.sentences import rule_of
from govchain.reporting.style import Style
from govchain.reporting.terminal import Cell, drawn, table
from govchain.reporting.tree.chain_tree import chain_tree
from govchain.reporting.widths import _is_unit, _may_break, _pieces, width_of, wrapped
from tests.cli.desk import HOME

LARGE = 5000
"""So wide that nothing of the catalogue is wrapped."""
LAYOUT = re.compile(r"[\s━─│├└^|=-]")
"""What lays a page out, and differs with its width."""


@pytest.fixture(scope="module")
def report() -> Report:
    """What is found in the real catalogue."""
    catalogue = pipeline.load(workspace=str(HOME), date=datetime.date(2026, 6, 1))
    return pipeline.analyze(catalogue)


def texts(report: Report, language: str, width: int) -> Iterator[tuple[str, str]]:
    """Every text that a person reads."""
    style = Style(language, width=width, limit=40)
    rule = rule_of(report.findings[0])
    assert rule is not None
    yield "analyze", formats.write(report, "analyze", "text", style)
    yield "check", formats.write(report, "check", "text", style)
    yield "show", chain_tree(report.catalogue.chains["newborn"], report, style)
    yield "rules", rules_as_text(frozenset(), style)
    yield "explain a rule", rule_explained(rule, style)
    for finding in report.findings[::40]:
        yield f"explain {finding.rule}", finding_explained(finding, report, style)


def ink(text: str) -> Counter[str]:
    """How often each character stands there, layout aside."""
    return Counter(LAYOUT.sub("", text))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_line_fits_and_nothing_is_lost(report: Report, language: str) -> None:
    whole = list(texts(report, language, LARGE))
    for width in (80, 120, 200):
        for (name, all_of_it), (_, text) in zip(whole, texts(report, language, width), strict=True):
            too_wide = [line for line in text.splitlines() if width_of(line) > width]
            assert not too_wide, (name, width)
            assert ink(text) == ink(all_of_it), (name, width)


@pytest.mark.parametrize("width", range(1, 8))
def test_the_narrowest_cell_ends_and_loses_nothing(width: int) -> None:
    text = "申请人 brings 结婚证"
    lines = wrapped(text, width, "  ")
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(st.text("ab1-,.()[] 证明（）“”，。\u3000\u0301", min_size=1))
def test_a_run_of_letters_is_taken_as_its_characters_one_by_one_would_be(text: str) -> None:
    pieces = [text[0]]
    for before, after in pairwise(text):
        if _may_break(before, after) and not _is_unit(pieces[-1], after):
            pieces.append("")
        pieces[-1] += after
    assert _pieces(text) == pieces


@pytest.mark.parametrize("text", ["用时 35.4 个工作日、环节 5 个", "跑动7次", "12 visits (3 days)"])
@pytest.mark.parametrize("width", [8, 9, 10, 11, 12, 14])
def test_a_number_and_its_unit_stay_together(text: str, width: int) -> None:
    ends = [line for line in wrapped(text, width)[:-1] if line[-1:].isdigit()]
    assert not ends


def test_a_cell_of_many_lines_is_drawn_in_the_time_of_its_letters() -> None:
    """Line by line it took a minute."""
    grid = table("a", "b")
    grid.add_row(Cell(("长" * 20_000, "bold"), "短"), Cell("b"))
    began = time.process_time()
    told = drawn(grid, Style("en", width=6))
    assert told.count("长") == 20_000
    assert time.process_time() - began < 10
