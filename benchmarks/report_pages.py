"""The report as a page: what it costs beyond the analysis, how large it is, how soon it answers.

A browser opens it where Playwright and Chromium are at hand; else that is not measured.
"""

from __future__ import annotations

import shutil
import statistics
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.budgets import Budget, Figure, Plan, Row, Unmeasured
from benchmarks.passes import HOME, City
from benchmarks.processes import Program, alternated, cost_of
from benchmarks.programs import analyze_cold

MEGABYTE = 1_000_000
CHROMIUM = ("chromium", "chromium-browser")
READY = "told(spoken).then((data) => data.findings.length)"
SEARCH = """async () => {
  const data = await told(spoken), times = [];
  for (const q of ["department", "missing 1", "no such word at all", "a"]) {
    const begin = performance.now();
    chosenFindings({ q }, data);
    times.push(performance.now() - begin);
  }
  return times;
}"""
"""What each letter that is typed costs: all findings are looked through."""


def page_rows(plan: Plan, city: City, folder: Path) -> Iterator[Row]:
    """The page of the real catalogue against its JSON, and that of the made city in a browser."""
    folder.mkdir(exist_ok=True)
    yield _beyond(plan, folder / "real")
    page = folder / "city.html"
    cost_of(_as_page(analyze_cold(city.folder), page))
    matters = f"{plan.matters:,} matters"
    size = Budget(f"page of the made city of {matters}", "MB", 60)
    yield Figure(size, page.stat().st_size / MEGABYTE)
    opened = Budget(f"it opens in Chromium, {matters} ready to be sought in", "ms", 3_000)
    sought = Budget("a word is sought in all its findings", "ms", 100)
    yield from _in_browser(page, plan, opened, sought)


def _beyond(plan: Plan, folder: Path) -> Figure:
    shutil.copytree(HOME / "matters", folder / "matters")
    shutil.copy(HOME / "govchain.toml", folder)
    told = analyze_cold(folder)
    programs = {"json": told, "html": _as_page(told, folder.parent / "real.html")}
    costs = alternated(programs, plan.few_rounds)
    budget = Budget("`analyze --format html` of `matters/`, both languages", "× json", 1.6)
    return Figure(budget, costs["html"].cpu / costs["json"].cpu, costs["html"].given_up)


def _as_page(program: Program, file: Path) -> Program:
    words = ["html" if word == "json" else word for word in program.words]
    return replace(program, words=(*words, "--force", "--output", str(file)))


def _in_browser(page: Path, plan: Plan, opened: Budget, sought: Budget) -> Iterator[Row]:
    place = next(filter(None, map(shutil.which, CHROMIUM)), None)
    try:
        from playwright.sync_api import sync_playwright
    except ModuleNotFoundError:
        place = None
    if place is None:
        yield from (Unmeasured(budget, "no browser is at hand") for budget in (opened, sought))
        return
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=place, args=["--no-sandbox"])
        rounds = [_round(browser.new_page(), page) for _ in range(plan.few_rounds)]
        browser.close()
    yield Figure(opened, statistics.median(each[0] for each in rounds))
    slowest = [max(times) for _, times in rounds]
    yield Figure(sought, statistics.median(slowest))


def _round(browsed: Any, page: Path) -> tuple[float, list[float]]:
    """Milliseconds until the findings are at hand, then those of some searches."""
    browsed.goto(page.as_uri())
    browsed.evaluate(READY)
    ready: float = browsed.evaluate("performance.now()")
    times: list[float] = browsed.evaluate(SEARCH)
    browsed.close()
    return ready, times
