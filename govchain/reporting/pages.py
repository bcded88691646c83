"""The page of a rule: what it says, its law, when it stays silent, a bad and a good example.

A rule's pages stand beside it, `<rule>.md` in English and `<rule>.zh.md` in Chinese. The Chinese
one begins with the Chinese templates of the rule's messages, so that a new rule is one file and
its pages.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import govchain.rules

if TYPE_CHECKING:
    from govchain.analysis.rule import Rule

_RULES = Path(govchain.rules.__path__[0])

SECTIONS = {
    "says": ("What it says", "含义"),
    "silent": ("When it stays silent", "何时不报"),
    "todo": ("What to do", "怎么办"),
    "law": ("Law", "依据"),
    "bad": ("Bad", "反例"),
    "good": ("Good", "正例"),
}
"""The sections that every page has, in their order: English and Chinese heading."""

_LINK = re.compile(r"\[([^\[\]]+)\]\(([^()\s]+)\)")
_EXAMPLE = re.compile(r"```yaml\n(.*?)```", re.DOTALL)


@dataclass(frozen=True)
class Page:
    """A page, taken apart as far as somebody asks: of most pages only the title is told.

    `templates` are the translated messages of the front matter: `message`, `remedy`,
    `message.<variant>`, `remedy.<variant>`; an English page has none, they stand in the
    rule's source.
    """

    templates: Mapping[str, str]
    body: str
    """The whole page without its front matter, as Markdown."""

    @cached_property
    def title(self) -> str:
        return next((line[2:].strip() for line in self._prose if line.startswith("# ")), "")

    @cached_property
    def summary(self) -> str:
        """The first line below the title; empty where a section follows at once."""
        below = itertools.dropwhile(lambda line: not line.startswith("# "), self._prose)
        told = next((line for line in itertools.islice(below, 1, None) if line.strip()), "")
        return "" if told.startswith("## ") else told.strip()

    @cached_property
    def sections(self) -> Mapping[str, str]:
        """The text below each heading."""
        sections: dict[str, str] = {}
        heading = ""
        for line, is_fenced in _lines_of(self.body):
            if not is_fenced and line.startswith("## "):
                heading = line[3:].strip()
                sections[heading] = ""
            elif heading:
                sections[heading] += f"{line}\n"
        return {heading: text.strip("\n") for heading, text in sections.items()}

    @property
    def _prose(self) -> Iterator[str]:
        """The lines that stand in no example."""
        return (line for line, is_fenced in _lines_of(self.body) if not is_fenced)

    def section(self, key: str) -> str:
        """The text of a section of `SECTIONS`, empty where the page lacks it."""
        return next((self.sections[h] for h in SECTIONS[key] if h in self.sections), "")

    def example(self, key: str) -> str:
        """The definitions of the section `bad` or `good`."""
        found = _EXAMPLE.search(self.section(key))
        return found[1] if found else ""


def page_of(rule: Rule, language: str) -> Page:
    """The rule's page in a language; the English one where it has no other."""
    return page_beside(rule.module, language)


@cache
def page_beside(module: str, language: str) -> Page:
    """The page of the rule in the module, which need not be imported for it."""
    *_, family, stem = module.split(".")
    translated = _RULES / family / f"{stem}.{language}.md"
    page = translated if translated.is_file() else _RULES / family / f"{stem}.md"
    return read_page(page.read_text(encoding="utf-8")) if page.is_file() else read_page("")


def address_of(rule: Rule, language: str) -> str:
    """Where the page stands on the web; empty where the package names no place for its pages."""
    home = documentation()
    stem = rule.module.rsplit(".", 1)[-1]
    ending = f".{language}.md" if language != "en" else ".md"
    return f"{home.rstrip('/')}/govchain/rules/{rule.family}/{stem}{ending}" if home else ""


def linked_to(body: str, address: str) -> str:
    """The page with its links to other pages leading from its address; without one, no links."""
    return _LINK.sub(lambda found: _link(found[1], found[2], address), body)


def _link(text: str, target: str, address: str) -> str:
    if "://" not in target and not address:
        return text
    from urllib.parse import urljoin

    return f"[{text}]({urljoin(address, target)})"


@cache
def documentation() -> str:
    """The address of the source tree that the package's metadata name."""
    from importlib import metadata

    try:
        named = metadata.metadata("govchain").get_all("Project-URL") or []
    except metadata.PackageNotFoundError:
        return ""
    pairs = (entry.split(",", 1) for entry in named)
    return next((url.strip() for label, url in pairs if label == "Documentation"), "")


def read_page(text: str) -> Page:
    """A page from its text."""
    templates, body = _front_matter(text)
    return Page(templates, body.strip("\n"))


def _lines_of(body: str) -> Iterator[tuple[str, bool]]:
    """Each line, and whether it stands in an example or opens one."""
    is_fenced = False
    for line in body.splitlines():
        is_fenced ^= line.startswith("```")
        yield line, is_fenced


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    """The `key: value` lines between two lines of dashes, and the rest."""
    if not text.startswith("---\n"):
        return {}, text
    front, _, body = text[4:].partition("\n---\n")
    pairs = (line.partition(":") for line in front.splitlines() if ":" in line)
    return {key.strip(): value.strip() for key, _, value in pairs}, body
