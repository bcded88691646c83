"""Minutes: nothing to type, findings with their numbers, and once how they are looked up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from govchain.analysis.running.standing import standing_on
from govchain.reporting import formats
from govchain.reporting.blocks import Commands, Sentence
from govchain.reporting.listing.listing import listing_of
from govchain.reporting.lists import list_named
from govchain.reporting.minutes import minutes
from govchain.reporting.page import page
from govchain.reporting.style import Style
from tests.reporting.reports import CATALOGUE, report_of


@pytest.mark.parametrize("language", ["en", "zh"])
def test_they_are_the_page_without_its_commands(language: str) -> None:
    report, style = report_of(CATALOGUE), Style(language)
    told = [*minutes(report, style)]
    whole = [*page(report, style)]
    assert any(isinstance(block, Commands) for block in whole)
    assert told[:-1] == [block for block in whole if not isinstance(block, Commands)]
    assert isinstance(told[-1], Sentence)
    assert f"govchain explain {report.entries[0].head.known_by}" in told[-1].text
    written = formats.write(report, "analyze", "markdown", style)
    assert written.count("explain") == 1


@pytest.mark.parametrize(
    ("language", "said"), [("en", "more entries are not listed"), ("zh", "此处未列")]
)
def test_what_is_left_out_is_counted_without_an_option_to_type(language: str, said: str) -> None:
    written = formats.write(report_of(CATALOGUE), "analyze", "markdown", Style(language, limit=1))
    assert said in written
    assert "--limit" not in written


def test_a_finding_is_named_by_its_number_in_its_matter() -> None:
    report = report_of(CATALOGUE)
    signs = {
        spot.finding.fingerprint: spot.sign
        for id, chain in report.catalogue.chains.items()
        for spot in standing_on(chain, report.by_matter.get(id, ()))
    }
    written = formats.write(report, "analyze", "markdown", Style("en"))
    for entry in report.entries:
        if entry.head.matter:
            assert f"{signs[entry.head.fingerprint]} {entry.head.known_by}" in written
    listing = listing_of(list_named("demand"), report)
    [first, *_] = [row.findings[0] for row in listing.rows if row.findings]
    mark = f"{signs[first.fingerprint]} {first.known_by}"
    for format in ("markdown", "text"):
        assert mark in formats.write([listing], "list", format, Style("en", width=400))
    assert signs[first.fingerprint] not in formats.write([listing], "list", "json", Style("en"))


def test_where_not_all_is_told_no_number_is_given() -> None:
    report = report_of(CATALOGUE)
    finding = next(finding for finding in report.findings if finding.matter)
    assert report.mark_of(finding).endswith(f" {finding.known_by}")
    assert replace(report, is_sifted=True).mark_of(finding) == finding.known_by
