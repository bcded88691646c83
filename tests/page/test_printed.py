"""The page on paper: sheets of A4 on which everything stands, large enough and in light colours."""

from __future__ import annotations

import io
from typing import Any

import pytest
from pypdf import PdfReader

pytest.importorskip("playwright", reason="Playwright is not installed: pip install playwright")
from playwright.sync_api import Page, expect

from tests.page.screen import Seen

STANDING, LYING = (595, 842), (842, 595)
SMALLEST = 7.5
"""Letters of pictures are 13 px; so many px they are at least on paper (5.6 pt)."""


def sheets_of(page: Page) -> list[Any]:
    return [*PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages]


def size_of(sheet: Any) -> tuple[int, int]:
    return round(float(sheet.mediabox.width)), round(float(sheet.mediabox.height))


def before_print(page: Page) -> None:
    """What the browser does before it prints."""
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")


def test_what_only_a_screen_needs_is_not_printed(seen: Seen, real: str) -> None:
    for view in ("overview", "findings", "matters", "matters/newborn", "themes/newborn", "lists"):
        page = seen.at(real, view)
        before_print(page)
        for control in ("nav", "button", "input", "select", "summary"):
            for each in page.locator(f"#app {control}:not(.sort):not(.special *)").all():
                expect(each).to_be_hidden()
        expect(page.locator("h1")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), view
        page.emulate_media(media="screen")


def test_the_sheets_are_a4_and_lie_where_a_picture_or_table_is_wide(seen: Seen, real: str) -> None:
    expected = {
        "overview": {STANDING},
        "findings": {STANDING},
        "lists/powers": {LYING},
        "matters/newborn": {STANDING, LYING},
        "matrix": {LYING},
        "themes": {LYING},
        "themes/social-security": {LYING},
        "themes/newborn": {STANDING},
        "matters/birth-registration": {STANDING, LYING},
    }
    for view, sizes in expected.items():
        assert {size_of(sheet) for sheet in sheets_of(seen.at(real, view))} == sizes, view


@pytest.mark.parametrize("view", ["matters/newborn", "matters/birth-registration", "matrix",
                                  "themes/newborn", "themes"])  # fmt: skip
def test_a_picture_is_printed_whole_and_large_enough(seen: Seen, real: str, view: str) -> None:
    page = seen.at(real, view)
    wholes = page.evaluate(
        """[...document.querySelectorAll('.sheet > svg')].map(each => each.viewBox.baseVal)
          .map(({width, height}) => [width, height])"""
    )
    before_print(page)
    slices = page.evaluate("""[...document.querySelectorAll('.slice')].map(each => {
      const {x, y, width, height} = each.viewBox.baseVal, box = each.getBoundingClientRect();
      return {x, y, width, height, scale: box.width / width, down: box.height,
        lies: each.classList.contains('lying')};
    })""")
    pictures: list[list[dict[str, float]]] = []
    for each in slices:
        if each["x"] == each["y"] == 0:
            pictures.append([])
        pictures[-1].append(each)
    for (width, height), parts in zip(wholes, pictures, strict=True):
        assert sum(p["width"] * p["height"] for p in parts) == pytest.approx(width * height)
        for part in parts:
            assert part["height"] * part["scale"] <= (712 if part["lies"] else 1040) + 1
            assert 13 * part["scale"] >= SMALLEST
    cut = [p for parts in pictures for p in parts if p["y"]]
    for part in cut:
        assert texts_crossed(page, part["y"]) == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".slice, .sliced")).to_have_count(0)


def texts_crossed(page: Page, at: float) -> int:
    """The texts of the slice that begins there that do not stand in it as a whole, nor outside."""
    crossed: int = page.evaluate(
        """at => [...document.querySelectorAll('.slice')]
          .filter(each => each.viewBox.baseVal.y === at)
          .flatMap(each => {
            const top = each.getBoundingClientRect().top;
            return [...each.querySelectorAll('text')].map(text => text.getBoundingClientRect())
              .filter(box => box.top < top - 2 && box.bottom > top + 2);
          }).length""",
        at,
    )
    return crossed


def test_the_table_of_departments_fits_on_the_sheet(seen: Seen, real: str) -> None:
    page = seen.at(real, "matrix")
    page.set_viewport_size({"width": 1046, "height": 718})
    before_print(page)
    box = page.locator("table.matrix").bounding_box()
    assert box
    assert box["x"] + box["width"] <= 1046
    cells = page.evaluate("""[...document.querySelectorAll('.matrix td, .matrix th')]
      .filter(each => each.scrollWidth > each.clientWidth + 1).length""")
    assert cells == 0


def test_a_list_tells_its_sum_once_at_its_end(seen: Seen, real: str) -> None:
    page = seen.at(real, "lists/demand")
    sum = page.locator("tfoot td").first.inner_text()
    told = [sheet.extract_text().split().count(sum) for sheet in sheets_of(page)]
    assert len(told) > 1
    assert told == [0] * (len(told) - 1) + [1]


def test_it_is_printed_in_light_colours_from_the_dark_too(seen: Seen, real: str) -> None:
    page = seen.at(real, "overview")
    page.emulate_media(media="print", color_scheme="light")
    ink = """[document.body, document.querySelector('section')].map(e => getComputedStyle(e))
      .map(style => style.color + style.backgroundColor)"""
    light = page.evaluate(ink)
    page.emulate_media(media="screen", color_scheme="dark")
    assert page.evaluate(ink) != light
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate(ink) == light
    page.emulate_media(media="screen", color_scheme="light")
    page.click(".switches button")
    assert page.evaluate(ink) != light
    page.emulate_media(media="print", color_scheme="light")
    assert page.evaluate(ink) == light


def test_the_reader_is_where_he_was_after_printing(seen: Seen, real: str) -> None:
    page = seen.at(real, "findings")
    page.locator(".entry summary").first.focus()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".entry summary").first).to_be_focused()
    assert page.locator("button.portion").is_hidden()


def test_what_the_figures_leave_out_is_unfolded_on_paper_alone(seen: Seen, real: str) -> None:
    page = seen.at(real, "overview")
    told = page.locator(".lead details p")
    expect(told).to_be_hidden()
    before_print(page)
    expect(told).to_be_visible()
    expect(told).to_contain_text("怎样整改尚待决定")
    expect(told).to_contain_text("示例数字")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    expect(told).to_be_hidden()
