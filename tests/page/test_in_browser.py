"""The page in a real browser: what is chosen, lit, said and downloaded."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import Any
from urllib.parse import quote_plus

import pytest

pytest.importorskip("playwright", reason="Playwright is not installed: pip install playwright")
from playwright.sync_api import Page, expect

from govchain.reporting import formats
from govchain.reporting.words import words
from tests.page.pages import (
    hostile_page,
    page_of,
    read,
    real_read,
    real_report,
    small_page,
)
from tests.page.screen import Seen, written
from tests.reporting.reports import CATALOGUE, report_of

VIEWS = ("overview", "findings", "matters", "matters/newborn", "matrix", "themes",
         "themes/newborn", "lists", "lists/powers", "chapters", "changes")  # fmt: skip


def prints_in(page: Page) -> list[str]:
    """The findings that are shown, in their order."""
    found: list[str] = page.evaluate(
        "[...document.querySelectorAll('.entry')].map(e => e.dataset.print)"
    )
    return found


def all_prints_in(page: Page) -> list[str]:
    """Those too that are shown only when more are asked for."""
    more = page.locator("button.portion")
    while more.is_visible():
        more.click()
    return prints_in(page)


def test_every_view_opens_in_both_languages_and_asks_nobody(seen: Seen, real: str) -> None:
    for language in ("zh", "en"):
        for view in VIEWS:
            page = seen.at(real, f"{view}?lang={language}")
            expect(page.locator("h1")).to_have_count(1)
            assert page.locator("html").get_attribute("lang") == {"zh": "zh-CN"}.get(language, "en")
    assert seen.complaints == []
    assert set(seen.requests) == {seen.requests[0]}
    assert seen.requests[0].startswith("file://")


def test_findings_are_chosen_and_the_address_says_so(seen: Seen, real: str) -> None:
    report = real_report()
    page = seen.at(real, "findings")
    page.select_option("#by-lever", "share")
    shared = [f for f in report.findings if f.lever == "share"]
    first = prints_in(page)
    assert 0 < len(first) < len(shared)
    assert all_prints_in(page) == [f.fingerprint for f in shared]
    assert first == [f.fingerprint for f in shared[: len(first)]]
    page.select_option("#by-severity", "warning")
    wanted = [f.fingerprint for f in shared if f.severity == "warning"]
    assert all_prints_in(page) == wanted != []
    assert {"lever=share", "severity=warning"} <= {*re.split("[?&]", page.url)}
    page.check("input[type=checkbox]")
    free = all_prints_in(page)
    assert 0 < len(free) < len(wanted)
    page.reload()
    page.wait_for_selector(".entry")
    assert all_prints_in(page) == free
    assert page.is_checked("input[type=checkbox]")


@pytest.mark.parametrize("field", ["rule", "department", "theme", "matter"])
def test_each_field_chooses_as_many_as_it_says(seen: Seen, real: str, field: str) -> None:
    page = seen.at(real, "findings")
    option = page.locator(f"#by-{field} option").nth(1)
    told = re.search(r"(\d+)\s条）$", option.inner_text())
    assert told
    page.select_option(f"#by-{field}", option.get_attribute("value"))
    assert page.locator("[role=status]").inner_text().startswith(str(len(real_report().findings)))
    assert f" {told[1]}\u00a0" in page.locator("[role=status]").inner_text()
    assert len(all_prints_in(page)) == int(told[1])


def sought(page: Page, text: str) -> set[str]:
    """The findings that are shown for what is sought."""
    page.fill("main input[type=search]", text)
    expect(page).to_have_url(re.compile(f"q={re.escape(quote_plus(text))}(&|$)"))
    return {*all_prints_in(page)}


def test_what_is_sought_is_found_in_all_words(seen: Seen, real: str) -> None:
    page = seen.at(real, "findings")
    one, other = sought(page, "居民身份"), sought(page, "社会")
    assert one & other
    assert one - other
    assert other - one
    assert sought(page, "居民身份 社会") == sought(page, "社会 居民身份") == one & other
    page.fill("main input[type=search]", "there is no such thing")
    expect(page.locator(".entry")).to_have_count(0)


def test_a_remedy_is_found_by_all_words_too(seen: Seen, real: str) -> None:
    begin = real_read().part("said-zh")["begin"]
    remedy = begin["all"][0]["text"]
    words = remedy[-3:], remedy[:2]
    fitting = {n for n, each in enumerate(begin["all"]) if all(w in each["text"] for w in words)}
    assert 0 < len(fitting) < len(begin["all"])
    page = seen.at(real, "overview")
    expect(page.locator(".tools .chips button")).not_to_have_count(0)
    page.fill("main input[type=search]", " ".join(words))
    first = sum(min(3, len(fitting.intersection(unit["order"]))) for unit in begin["units"])
    expect(page.locator(".tools ~ div ol li")).to_have_count(first)


def test_what_no_remedy_says_is_sought_in_all_findings(seen: Seen, real: str) -> None:
    page = seen.at(real, "overview")
    wider = page.locator(".tools a")
    expect(wider).to_be_hidden()
    title = real_read().part("said-zh")["names"]["rule"]["repeated-material"]["title"]
    page.fill("main input[type=search]", title)
    wider.click()
    expect(page).to_have_url(re.compile(f"#/findings.*q={quote_plus(title)}"))
    expect(page.locator(".entry").first).to_be_visible()


def test_no_line_ends_between_a_number_and_its_unit(seen: Seen, real: str) -> None:
    page = seen.at(real, "overview")
    told = page.locator("main").inner_text()
    assert re.search(r"\d\u00a0[\u4e00-\u9fff]", told)
    assert not re.search(r"\d [\u4e00-\u9fff]", told)


def test_a_matter_is_found_by_its_name_and_its_departments(seen: Seen, real: str) -> None:
    facts, names = real_read().part("facts")["matters"], real_read().first["departments"]
    wanted = next(each for each in facts if each["id"] == "newborn")
    words = names[wanted["departments"][-1]], wanted["name"][:2]
    fitting = [
        each["name"]
        for each in facts
        if words[1] in each["name"] and wanted["departments"][-1] in each["departments"]
    ]
    assert 0 < len(fitting) < len(facts)
    page = seen.at(real, "matters")
    page.fill("main input[type=search]", " ".join(words))
    expect(page.locator(".wide tbody tr")).to_have_count(len(fitting))
    assert {*page.locator(".wide tbody th").all_inner_texts()} == {*fitting}


def test_a_remedy_leads_to_all_it_mends(seen: Seen, real: str) -> None:
    begin = real_read().part("said-zh")["begin"]
    remedy = max(begin["all"], key=lambda each: len(each["findings"]))
    page = seen.at(real, f"findings?with={remedy['findings'][0]}")
    assert {*all_prints_in(page)} == {*remedy["findings"]}
    page.click(".special button")
    expect(page).not_to_have_url(re.compile("with="))
    assert all_prints_in(page) == [finding.fingerprint for finding in real_report().findings]


def test_a_sign_lights_its_finding_and_a_finding_its_place(seen: Seen, real: str) -> None:
    page = seen.at(real, "matters/newborn")
    marks = real_read().part("picture-zh-" + _number("newborn"))["marks"]
    sign = page.locator(".sheet [data-finding]").first
    label = sign.get_attribute("data-finding")
    [mark] = [mark for mark in marks if mark["label"] == label]
    sign.dispatch_event("click")
    expect(page.locator(".entry.chosen")).to_have_attribute("data-print", mark["print"])
    assert page.locator(".entry.chosen details").get_attribute("open") is not None
    assert page.locator(".halo").count() >= 1
    assert f"f={mark['print']}" in page.url
    other = next(m for m in marks if m["label"] != label and m["steps"])
    page.locator(f".entry[data-print='{other['print']}'] .head button").click()
    expect(page.locator(".entry.chosen")).to_have_attribute("data-print", other["print"])
    lit = page.locator(".halo").first.locator("xpath=..").get_attribute("data-finding")
    assert lit == other["label"]


def test_a_step_lists_its_findings(seen: Seen, real: str) -> None:
    page = seen.at(real, "matters/newborn")
    marks = real_read().part("picture-zh-" + _number("newborn"))["marks"]
    drawn = page.evaluate(
        "[...document.querySelectorAll('.sheet [data-step]')].map(e => e.dataset.step)"
    )
    step = next(s for m in marks for s in m["steps"] if s in drawn)
    page.locator(f".sheet [data-step='{step}']").first.dispatch_event("click")
    assert prints_in(page) == [mark["print"] for mark in marks if step in mark["steps"]]


def test_a_row_and_a_connector_lead_to_the_picture_of_a_matter(seen: Seen, real: str) -> None:
    """A connector of the steps of its own too."""
    matters = real_read().part("facts")["matters"]
    [(matter, _, call), *_] = matters[int(_number("company-exit"))]["calls"]
    for place in (1, 2):
        page = seen.at(real, "matters/company-exit")
        leading = page.locator(f".sheet svg:nth-child({place}) a[href='page:{call}']")
        leading.first.dispatch_event("click")
        expect(page.locator("body")).to_have_attribute("data-shown", f"#/matters/{matter}")
        expect(page.locator(".sheet svg").first).to_be_visible()


LIT = """() => [...document.querySelectorAll(".found .entry")].map((entry) => {
  entry.querySelector(".head button").click();
  const halo = document.querySelector(".halo").parentElement;
  const sign = document.querySelector(".halo-sign");
  return [entry.dataset.print, halo.dataset.finding || "", halo.dataset.part || "",
    sign ? sign.textContent : ""];
})"""
"""For each finding the place that it lights: a sign, or a row on which its own then stands."""


@pytest.mark.parametrize("matter", ["newborn", "company-exit", "restaurant-start"])
def test_each_finding_of_a_joint_matter_lights_its_place(
    seen: Seen, real: str, matter: str
) -> None:
    marks = real_read().part("picture-zh-" + _number(matter))["marks"]
    lit = {print: places for print, *places in seen.at(real, f"matters/{matter}").evaluate(LIT)}
    assert lit.keys() == {mark["print"] for mark in marks}
    for mark in marks:
        finding, row, sign = lit[mark["print"]]
        assert finding == mark["label"] or (sign == mark["sign"] and row in mark["rows"])
    assert any(sign for *_, sign in lit.values()) == (matter == "restaurant-start")


def test_a_row_lists_its_findings(seen: Seen, real: str) -> None:
    marks = real_read().part("picture-zh-" + _number("newborn"))["marks"]
    row = next(row for mark in marks for row in mark["rows"] if row)
    page = seen.at(real, "matters/newborn")
    page.locator(f".sheet [data-part='{row}']").first.dispatch_event("click")
    for _ in range(2):
        assert prints_in(page) == [mark["print"] for mark in marks if row in mark["rows"]]
        assert page.locator(".halo").first.locator("xpath=..").get_attribute("data-part") == row
        page.reload()
        page.wait_for_selector(".halo")


def test_a_theme_of_the_table_leads_to_its_picture(seen: Seen, real: str) -> None:
    page = seen.at(real, "themes")
    page.locator(".sheet a[href='page:theme-newborn']").first.dispatch_event("click")
    expect(page.locator("body")).to_have_attribute("data-shown", "#/themes/newborn")
    expect(page.locator(".sheet svg")).to_have_count(1)
    expect(page.locator(".chip[aria-current]")).to_have_attribute("href", "#/themes/newborn")
    page.locator(".bar-of-picture a").click()
    expect(page.locator("#by-theme")).to_have_value("newborn")


def _number(matter: str) -> str:
    ids = [each["id"] for each in real_read().part("facts")["matters"]]
    return str(ids.index(matter))


def test_the_other_language_shows_the_same_view_with_its_picture(seen: Seen, real: str) -> None:
    page = seen.at(real, "matters/newborn")
    chinese = page.locator(".sheet").inner_text()
    page.click(".switches a")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.wait_for_selector(".sheet svg")
    english = page.locator(".sheet").inner_text()
    assert "matters/newborn" in page.url
    assert "整个事项" in chinese
    assert "整个事项" not in english
    assert "on the whole matter" in english
    page.go_back()
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN")


def test_light_and_dark_can_be_chosen(seen: Seen, real: str) -> None:
    page = seen.at(real, "overview")
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.click(".switches button")
    dark = page.evaluate(ground)
    assert light != dark
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(ground) == dark
    page.click(".switches button")
    assert page.evaluate(ground) == light


INKS = """() => [...document.querySelectorAll(".sheet svg text")].flatMap((text) => {
  const { x, y, width, height } = text.getBoundingClientRect();
  const at = [[x + 1, y + height / 2], [x + width - 1, y + height / 2]];
  return at.flatMap((point) => {
    const below = document.elementsFromPoint(...point);
    const shape = below.slice(below.indexOf(text) + 1).find((each) =>
      ["rect", "path", "circle", "polygon"].includes(each.tagName)
      && getComputedStyle(each).fill.startsWith("rgb("));
    return below.includes(text) && shape
      ? [[getComputedStyle(text).fill, getComputedStyle(shape).fill]] : [];
  });
})"""
"""The colours of letters that are seen, each with that of what they stand on."""
LOOK = """() => {
  const { filter, mixBlendMode } = getComputedStyle(document.querySelector(".sheet svg"));
  return [filter, mixBlendMode, getComputedStyle(document.querySelector(".sheet")).backgroundColor];
}"""


def test_pictures_are_dark_where_the_page_is_and_letters_are_read(seen: Seen, real: str) -> None:
    seen.page.set_viewport_size({"width": 1280, "height": 3000})
    page = seen.at(real, "matters/newborn")
    assert page.evaluate(LOOK) == ["none", "normal", "rgb(255, 255, 255)"]
    page.emulate_media(color_scheme="dark")
    filter, blended, card = page.evaluate(LOOK)
    assert (filter, blended) == ("invert(1) hue-rotate(180deg)", "screen")
    for view in ("matters/newborn", "matters/birth-registration", "matrix", "themes"):
        inks = {tuple(each) for each in seen.at(real, view).evaluate(INKS)}
        assert len(inks) > 3
        for letters, ground in inks:
            shown = [_in_dark(colour, card) for colour in (letters, ground)]
            assert _contrast(*shown) >= 4.5, (view, letters, ground)
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate(LOOK)[:2] == ["none", "normal"]


def _in_dark(colour: str, card: str) -> list[float]:
    """What inverting, turning the hue and laying it over the card make of a colour."""
    red, green, blue = (1 - each for each in _parts_of(colour))
    grey = 2 * (0.213 * red + 0.715 * green + 0.072 * blue)
    turned = [min(1, max(0, grey - each)) for each in (red, green, blue)]
    return [1 - (1 - a) * (1 - b) for a, b in zip(turned, _parts_of(card), strict=True)]


def _parts_of(colour: str) -> list[float]:
    return [int(part) / 255 for part in re.findall(r"\d+", colour)]


def _contrast(one: Sequence[float], other: Sequence[float]) -> float:
    """As WCAG 2 reckons it."""
    light = [
        sum(
            weight * (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
            for weight, part in zip((0.2126, 0.7152, 0.0722), colour, strict=True)
        )
        for colour in (one, other)
    ]
    return (max(light) + 0.05) / (min(light) + 0.05)


PARTS = """bar => [...document.querySelectorAll(`${bar} i`)].map(getComputedStyle).map(
  ({ backgroundColor, backgroundImage, borderStyle }) =>
    [backgroundColor, [backgroundImage.split("(")[0], borderStyle]])"""
"""Of each part of the bar its colour, and what it is told by beside it."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_parts_of_a_bar_are_told_apart_without_colours(seen: Seen, real: str, scheme: Any) -> None:
    seen.page.emulate_media(color_scheme=scheme)
    page = seen.at(real, "overview")
    for bar, least in ((".stack", 4), (".severities", 3), (".legend", 5)):
        parts = page.evaluate(PARTS, bar)
        assert len(parts) >= least
        for (one, told), (other, by) in combinations(parts, 2):
            assert told != by or _contrast(_parts_of(one), _parts_of(other)) >= 1.4, (
                bar,
                one,
                other,
            )


def test_a_picture_is_made_larger_smaller_and_as_wide_as_the_page(seen: Seen, real: str) -> None:
    widths = (
        "[...document.querySelectorAll('.sheet svg')].map(e => e.getBoundingClientRect().width)"
    )
    for language in ("zh", "en"):
        spoken = words(language)
        page = seen.at(real, f"matters/newborn?lang={language}")
        for name, times in (("larger", 1.25), ("smaller", 0.8)):
            before = page.evaluate(widths)
            page.get_by_role("button", name=spoken.say(name), exact=True).focus()
            page.keyboard.press("Enter")
            assert page.evaluate(widths) == pytest.approx([each * times for each in before])
        page.get_by_role("button", name=spoken.say("actual size")).click()
        assert page.evaluate(widths) == page.evaluate(
            "[...document.querySelectorAll('.sheet svg')].map(each => each.viewBox.baseVal.width)"
        )
        page.get_by_role("button", name=spoken.say("larger"), exact=True).click()
        assert page.evaluate(WIDER)
        page.get_by_role("button", name=spoken.say("fit to width")).click()
        assert not page.evaluate(WIDER)
    for view in ("matrix", "themes", "themes/newborn"):
        assert seen.at(real, view).locator(".sizes button").count() == 4


WIDER = (
    "(({scrollWidth, clientWidth}) => scrollWidth > clientWidth)(document.querySelector('.sheet'))"
)


def test_a_box_shows_on_which_sides_it_scrolls(seen: Seen, real: str) -> None:
    for view in ("matters/newborn", "lists/demand"):
        page = seen.at(real, view)
        frame = page.locator(".frame").first
        expect(frame).to_have_class(re.compile("more-down"))
        expect(frame).not_to_have_class(re.compile("more-up"))
        page.locator(".frame > *").first.evaluate("each => each.scrollTo(0, each.scrollHeight)")
        expect(frame).to_have_class(re.compile("more-up"))
        expect(frame).not_to_have_class(re.compile("more-down"))
    expect(seen.at(real, "matrix").locator(".frame").first).to_have_class("frame")


def test_the_tile_of_findings_breaks_no_word(seen: Seen, real: str) -> None:
    for width in (390, 760, 1280):
        seen.page.set_viewport_size({"width": width, "height": 800})
        for language in ("zh", "en"):
            page = seen.at(real, f"overview?lang={language}")
            parts = page.locator(".told > span")
            assert parts.count() == len({f.severity for f in real_report().findings})
            heights = page.locator(".told > span").evaluate_all(
                "all => all.map(e => e.offsetHeight)"
            )
            assert max(heights) < 25, (width, language)


def test_a_list_is_downloaded_as_it_is_written(seen: Seen, real: str) -> None:
    page = seen.at(real, "lists/demand")
    with page.expect_download() as started:
        page.get_by_role("button", name=words("zh").say("download as csv")).click()
    assert started.value.suggested_filename == "demand.csv"
    content = Path(started.value.path()).read_text(encoding="utf-8")
    assert content == formats.file_mark("list", "csv") + real_read().part("files-zh")["demand"]


def test_nothing_stands_outside_a_narrow_screen(seen: Seen, real: str) -> None:
    seen.page.set_viewport_size({"width": 390, "height": 800})
    for view in VIEWS:
        page = seen.at(real, view)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, view
        for tab in page.locator("header nav a").all():
            box = tab.bounding_box()
            assert box
            assert 0 <= box["x"] <= box["x"] + box["width"] <= 390, view


def test_it_is_used_without_a_mouse(seen: Seen, real: str) -> None:
    page = seen.at(real, "overview")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_be_focused()
    page.locator("header nav a").nth(1).focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".entry")
    expect(page.locator("h1")).to_be_focused()
    summary = page.locator(".entry summary").first
    summary.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".entry .sub").first).to_be_visible()


Violations = list[tuple[str, list[str]]]


def violations(page: Page, rules: Sequence[str]) -> Violations:
    """What axe finds by these of its rules, or by all where none are named."""
    only = {"runOnly": [*rules]} if rules else {}
    found = page.evaluate("how => axe.run(how)", {"resultTypes": ["violations"], **only})
    return [(v["id"], [node["html"][:120] for node in v["nodes"][:3]]) for v in found["violations"]]


@pytest.mark.parametrize(
    ("scheme", "language", "rules"),
    [("light", "zh", ()), ("dark", "en", ("color-contrast", "image-alt", "valid-lang"))],
)
def test_axe_finds_nothing(
    seen: Seen, real: str, tmp_path: Path, scheme: Any, language: str, rules: Sequence[str]
) -> None:
    """In the dark and in the other language: what these could change."""
    package = pytest.importorskip("axe_playwright_python", reason="axe is not installed")
    axe = Path(package.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
    seen.page.emulate_media(color_scheme=scheme)
    seen.at(real, f"overview?lang={language}").evaluate(axe)
    assert violations(seen.page, rules) == []
    small = written(tmp_path, small_page())
    seen.at(small, f"overview?lang={language}").evaluate(axe)
    for view in VIEWS:
        page = seen.at(small, f"{_in_small(view)}?lang={language}")
        if page.locator("summary").count():
            page.locator("summary").first.click()
        assert violations(page, rules) == [], view
    page.evaluate("document.querySelector('h1').insertAdjacentHTML('afterend', '<img>')")
    assert violations(page, rules) != []


def _in_small(view: str) -> str:
    return view.replace("matters/newborn", "matters/birth-registration").replace("newborn", "birth")


def test_hostile_names_are_seen_and_do_nothing(seen: Seen, tmp_path: Path) -> None:
    file = written(tmp_path, hostile_page())
    scripts = read(hostile_page()).script_count
    for view in ("overview", "findings", "matters", "matters/birth-registration", "lists"):
        page = seen.at(file, view)
        assert page.evaluate("window.acted") is None
        assert page.locator("img").count() == 0
        assert page.evaluate("document.scripts.length") == scripts
    assert "window.acted = 1" in page.locator("main").inner_text()
    assert seen.complaints == []


def test_an_old_browser_is_told_so(seen: Seen, tmp_path: Path) -> None:
    file = written(tmp_path, page_of(report_of(CATALOGUE)))
    seen.page.add_init_script("delete window.DecompressionStream")
    page = seen.at(file, "overview")
    expect(page.locator("h1")).to_be_visible()
    page = seen.at(file, "findings")
    expect(page.locator("main")).to_contain_text("Chromium 80")


def test_what_is_not_there_is_said(seen: Seen, real: str) -> None:
    for address in ("nowhere", "matters/no-such-matter"):
        page = seen.at(real, address)
        expect(page.locator("h1")).to_have_text(
            words("zh").say("There is no such page in this report.")
        )
    assert seen.complaints == []
