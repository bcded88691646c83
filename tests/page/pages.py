"""Pages for the tests, and what stands in them: read as a browser does, without one."""

from __future__ import annotations

import json
import zlib
from base64 import b64decode
from dataclasses import dataclass, field, replace
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import govchain
from govchain import pipeline
from govchain.analysis.running.judging import Scope
from govchain.reporting import formats
from govchain.reporting.concerns import with_called
from govchain.reporting.difference.difference import Difference, Held, Side
from govchain.reporting.html.report_page import FORESEEN
from govchain.reporting.report import Report
from govchain.reporting.style import Style
from tests.reporting.reports import CATALOGUE, DATE, HOME, REFORMED, report_of


@dataclass
class Read(HTMLParser):
    """The elements of a page, and what stands in its scripts and styles."""

    tags: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    """Of elements with an id, or else of a kind, what stands in them."""

    def __post_init__(self) -> None:
        super().__init__()
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.tags.append((tag, told))
        self._inside = (told.get("id") or tag) if tag in ("script", "style") else ""

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.texts[self._inside] = self.texts.get(self._inside, "") + data

    def part(self, name: str) -> Any:
        """What the page unpacks under a name."""
        return json.loads(zlib.decompress(b64decode(self.texts[name])))

    @property
    def script_count(self) -> int:
        return sum(tag == "script" for tag, _ in self.tags)

    @property
    def first(self) -> Any:
        """What it knows before it unpacks anything."""
        return json.loads(self.texts["page"])


def page_of(told: Report | Held, language: str = "zh") -> str:
    return "".join(formats.pieces(told, "analyze", "html", Style(language)))


def read(page: str) -> Read:
    made = Read()
    made.feed(page)
    made.close()
    return made


SOME = (
    "newborn", "company-start", "company-exit", "restaurant-start", "school-entry",
    "fund-withdrawal",
)  # fmt: skip
"""Matters of the real catalogue that show all there is to show, with those they call."""


@cache
def real_report() -> Report:
    """The report of some matters of the real catalogue."""
    return _report_of(HOME / "matters")


@cache
def real_held() -> Held:
    """The same, held against the catalogue after reform."""
    return held(real_report(), _report_of(HOME / REFORMED))


def held(old: Report, new: Report) -> Held:
    sides = [
        Side(name, report, pipeline.enabled_rules(report.catalogue.settings))
        for name, report in ((".", old), ("after-reform", new))
    ]
    return Held(old, Difference(sides[0], sides[1], is_narrowed=old.is_narrowed))


THEME = """\
---
themes:
  birth: {name: 出生一件事, matters: [birth-registration], goals: [{by: 2026-12-31, days: 1d}]}
"""


@cache
def small_page() -> str:
    """A page of one matter and one theme, held against its reform, on which every view has
    something to show."""
    reformed = CATALOGUE.replace("status: planned", "status: live")
    return page_of(held(report_of(CATALOGUE + THEME), report_of(reformed + THEME)))


@cache
def real_page() -> str:
    return page_of(real_held())


@cache
def real_read() -> Read:
    """What stands in it, read once in a process."""
    return read(real_page())


def _report_of(folder: Path) -> Report:
    catalogue = govchain.load(str(folder), date=DATE)
    named = [id for id in SOME if id in catalogue.matters]
    wanted = frozenset(with_called(named, catalogue))
    report = pipeline.analyze(
        catalogue,
        is_wanted=lambda finding: not wanted.isdisjoint(finding.matters),
        foreseen=replace(FORESEEN, matters=wanted),
        scope=Scope(wanted, registry=False),
    )
    return replace(report, matters=wanted, is_narrowed=True)


HOSTILE = [
    "</script><script>window.acted = 1</script>",
    "<img src=x onerror='window.acted = 2'>",
    '"><svg/onload="window.acted = 3">',
    "<!-- <script> ]]> &lt; \\u003c",
    "\u202egnisrever",
    "bell\x07",
    "長" * 10_000,
]


@cache
def hostile_page(language: str = "zh") -> str:
    """A page of our small catalogue, in which these are names."""
    names = iter(HOSTILE * 3)
    text = CATALOGUE
    for name in ("出生登记", "出生医学证明", "居民户口簿", "初审", "落户", "公安局", "本地户籍"):
        hostile = next(names).replace("\\", "\\\\").replace('"', '\\"').replace("\x07", "\\a")
        text = text.replace(name, f'"{hostile}"' if f"name: {name}" in text else name, 1)
    text = text.replace("name: 公安局", f'name: "{HOSTILE[0]}"')
    return page_of(report_of(text), language)
