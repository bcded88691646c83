"""The tables of the page are sorted by the heads of their columns, and the address says how."""

from __future__ import annotations

import re

import pytest

pytest.importorskip("playwright", reason="Playwright is not installed: pip install playwright")
from playwright.sync_api import Page, expect

from govchain.model.figures import figure
from govchain.reporting.listing.figures import metrics_of
from tests.page.pages import real_read, real_report
from tests.page.screen import Seen


def firsts(page: Page, column: int) -> list[str]:
    """What stands first in the cells of the column."""
    cells = page.locator(f".wide tbody tr > :nth-child({column})").all()
    return [re.split(r"\s| →|示例", cell.inner_text().strip())[0] for cell in cells]


def test_matters_are_sorted_by_each_figure_and_by_name(seen: Seen, real: str) -> None:
    catalogue = real_report().catalogue
    worst = [catalogue.contribution(metrics_of, m.id).worst for m in real_report().told_matters]
    page = seen.at(real, "matters")
    unsorted = firsts(page, 1)
    for column, unit in ((3, "visits"), (4, "materials"), (5, "days")):
        amounts = sorted((getattr(each, unit) for each in worst), reverse=True)
        head = page.locator(f".wide thead th:nth-child({column})")
        head.get_by_role("button").click()
        expect(head).to_have_attribute("aria-sort", "descending")
        assert firsts(page, column) == [figure(amount) for amount in amounts]
        page.keyboard.press("Enter")
        expect(head).to_have_attribute("aria-sort", "ascending")
        assert firsts(page, column) == [figure(amount) for amount in amounts[::-1]]
        expect(page.locator("[aria-sort]")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.locator("[aria-sort]")).to_have_count(0)
    assert firsts(page, 1) == unsorted
    page.locator(".wide thead button").first.click()
    by_name = firsts(page, 1)
    assert sorted(by_name) == sorted(unsorted)
    assert by_name != unsorted


def test_how_a_table_is_sorted_stands_in_the_address(seen: Seen, real: str) -> None:
    page = seen.at(real, "matters")
    page.locator(".wide thead th:nth-child(8) button").click()
    expect(page).to_have_url(re.compile("sort=-8"))
    found = firsts(page, 1)
    counts = [int(text) for text in firsts(page, 8)]
    assert counts == sorted(counts, reverse=True)
    page.reload()
    page.wait_for_selector(".wide tbody tr")
    assert firsts(page, 1) == found
    expect(page.locator(".wide thead th:nth-child(8)")).to_have_attribute("aria-sort", "descending")


def test_a_list_is_sorted_with_what_is_empty_last(seen: Seen, real: str) -> None:
    lists = {each["name"]: each for each in real_read().part("lists-zh")}
    name, column = next(
        (name, n)
        for name, each in lists.items()
        for n, (_, is_figure) in enumerate(each["columns"])
        if is_figure
        and len({row[n] for row in each["rows"]}) > 2
        and any(not row[n] for row in each["rows"])
        and len(each["rows"]) < 100
    )
    page = seen.at(real, f"lists/{name}?sort={column + 1}")
    texts = [
        cell.inner_text() for cell in page.locator(f"tbody tr > :nth-child({column + 1})").all()
    ]
    said = [text for text in texts if text]
    amounts = [float(text.replace(",", "").rstrip("%")) for text in said]
    assert amounts == sorted(amounts)
    assert texts == said + [""] * (len(texts) - len(said))
    assert len(texts) == len(lists[name]["rows"])


def test_a_department_has_its_short_name_and_whoever_asks_the_whole(seen: Seen, real: str) -> None:
    known = real_report().catalogue.registry.departments
    page = seen.at(real, "matters")
    id = next(
        m.department
        for m in real_report().told_matters
        if m.department and known[m.department].short
    )
    office = page.locator(f"tbody abbr[title='{known[id].name}']").first
    expect(office).to_have_text(known[id].short)
    page = seen.at(real, "findings")
    expect(page.locator("#by-department option", has_text=known[id].name)).to_have_count(1)
