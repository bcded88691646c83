"""A Chinese page says what its English twin says: they are built alike, part by part.

What a translation may change is sentences. Headings, lists, tables, blocks of code with their
keywords, and the pages that are led to are the same in both, in the same order.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from govchain.language.forms import FORMS
from govchain.reporting.pages import read_page
from tests.docs.pages import HOME

NOT_OURS = {".git", ".venv", ".venv-lowest", "build", "dist", "node_modules"}
ROOMS = (place for place in HOME.iterdir() if place.is_dir() and place.name not in NOT_OURS)
CHINESE = sorted(
    [*HOME.glob("*.zh.md"), *(page for room in ROOMS for page in room.rglob("*.zh.md"))]
)
TWO_LANGUAGES = ("docs", "examples/tutorial", "govchain/rules", ".")
"""Where a page has a twin, unless it is named in `ENGLISH_ONLY`."""
ENGLISH_ONLY = {
    "CHANGELOG.md": "for whoever builds on it",
    "CONTRIBUTING.md": "for whoever builds on it",
    "docs/law.md": "both languages stand on it",
    "docs/performance.md": "figures for whoever builds on it",
}
NO_KEYWORDS = {
    "README.zh.md": {"name"},
    "examples/tutorial/README.zh.md": {"name", "sources"},
}
"""Keywords that a block may have in one language alone: a Chinese id is often name enough, and
a fact of the tutorial is called as the Chinese word for `sources`."""

_FENCE = re.compile(r"^ *```(\w*)")
_HEADING = re.compile(r"(#+) (\d+(?:\.\d+)*)?")
_ITEM = re.compile(r"( *)(\d+\.|-) ")
_CELL_END = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"[|: -]+$")
_CODE = re.compile(r"`[^`]*`")
_LINK = re.compile(r"\]\(([^()\s]+)\)")
_PICTURE = re.compile(r"[^/]+(\.svg|\.png)$")
_BLOCK = re.compile(r"^```(?:yaml|diff)\n(.*?)^```", re.DOTALL | re.MULTILINE)
_KEY = re.compile(r"(?:^|[\s{,-])([\w-]+): |(?:^|[\s{,-])([\w-]+):$", re.MULTILINE)

MEANT: dict[str, set[str]] = {}
"""Each spelling of a keyword, and the keywords that it spells in one form or another."""
for form in FORMS.values():
    for keyword in form.keywords:
        for spelling in (keyword.name, keyword.chinese):
            MEANT.setdefault(spelling, set()).add(keyword.name)


def name_of(page: Path) -> str:
    return page.relative_to(HOME).as_posix()


def twin_of(page: Path) -> Path:
    return page.with_name(page.name.replace(".zh.md", ".md"))


def text_of(page: Path) -> str:
    """The page without the words that stand at the head of a rule's Chinese one."""
    return read_page(page.read_text(encoding="utf-8")).body


def shape_of(text: str) -> list[str]:
    """Headings with their numbers, items with their indents, rows of tables with their columns,
    blocks of code, in order."""
    shape: list[str] = []
    is_code = False
    for line in text.splitlines():
        if fence := _FENCE.match(line):
            shape += [] if is_code else [f"```{fence[1]}"]
            is_code = not is_code
        elif not is_code:
            shape += parts_of(line)
    return shape


def parts_of(line: str) -> Iterator[str]:
    """What a line outside of code is a part of, if not of a paragraph."""
    if line.startswith("|"):
        columns = len(_CELL_END.findall(_CODE.sub("", line))) - 1
        yield f"{'rule' if _RULE.match(line) else 'row'} of {columns} columns"
    elif heading := _HEADING.match(line):
        yield " ".join(filter(None, heading.groups()))
    elif item := _ITEM.match(line):
        yield "".join(item.groups())


def links_of(text: str) -> Counter[str]:
    """The pages that are led to, whichever the language; of a picture only its kind."""
    pages = (link.partition("#")[0] for link in _LINK.findall(text))
    return Counter(_PICTURE.sub(r"*\1", page.replace(".zh.md", ".md")) for page in pages)


def keywords_of(text: str, but: set[str]) -> list[list[set[str]]]:
    """The keywords of each block of definitions, in order, each as the keywords that it may be."""
    blocks = (
        [one or other for one, other in _KEY.findall(block)] for block in _BLOCK.findall(text)
    )
    known = ([MEANT[key] for key in keys if key in MEANT] for keys in blocks)
    return [[meant for meant in keys if not meant & but] for keys in known]


def differing_keywords(english: str, chinese: str, but: set[str]) -> list[str]:
    """The first keyword of each block where both do not mean the same."""
    found = []
    for ours, theirs in zip(keywords_of(english, but), keywords_of(chinese, but), strict=True):
        pairs = zip([*ours, {"the end"}], [*theirs, {"the end"}], strict=False)
        found += [f"{one} / {other}" for one, other in pairs if not one & other][:1]
    return found


@pytest.mark.parametrize("page", CHINESE, ids=name_of)
def test_both_are_built_alike(page: Path) -> None:
    english, chinese = shape_of(text_of(twin_of(page))), shape_of(text_of(page))
    assert chinese == english
    assert english


@pytest.mark.parametrize("page", CHINESE, ids=name_of)
def test_both_lead_to_the_same_pages(page: Path) -> None:
    assert links_of(text_of(page)) == links_of(text_of(twin_of(page)))


@pytest.mark.parametrize("page", CHINESE, ids=name_of)
def test_both_show_the_same_keywords(page: Path) -> None:
    but = NO_KEYWORDS.get(name_of(page), set())
    assert differing_keywords(text_of(twin_of(page)), text_of(page), but) == []


def test_every_page_has_its_twin() -> None:
    rooms = ((HOME / room).glob("**/*.md" if room != "." else "*.md") for room in TWO_LANGUAGES)
    pages = {page for found in rooms for page in found if "decisions" not in page.parts}
    english = {page for page in pages if not page.name.endswith(".zh.md")}
    alone = {name_of(page) for page in english if not page.with_suffix(".zh.md").is_file()}
    assert alone == set(ENGLISH_ONLY)
    assert {twin_of(page) for page in CHINESE} == {p for p in english if name_of(p) not in alone}


@pytest.mark.parametrize("page", sorted([*CHINESE, *map(twin_of, CHINESE)]), ids=name_of)
def test_what_a_page_leads_to_is_there(page: Path) -> None:
    """In Chinese to Chinese pages, where there are; each page to its own twin besides."""
    for link in _LINK.findall(text_of(page)):
        target = link.partition("#")[0]
        if not target or "://" in target:
            continue
        led = (page.parent / target).resolve()
        assert led.exists(), link
        if page in CHINESE and led != twin_of(page):
            assert not led.with_suffix(".zh.md").is_file(), link


ENGLISH = """\
# A page
Leads to [one](one.md), [another](two.md#a).
## 1.1 Part
- item
  1. numbered
| a | b\\|c `|` |
|---|---|
| 1 | 2 |
```yaml
matter: m
steps:
  - {id: a, kind: apply}
```
"""
TRANSLATED = (
    ENGLISH.replace(".md", ".zh.md")
    .replace("matter: m", "事项: m")
    .replace("id: a, kind: apply", "编号: a, 种类: 申请")
)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("# A", "## A"), ("1.1", "1.2"), ("- item\n", ""), ("  1. ", "- "), ("| 1 | 2 |\n", ""),
        ("|---|---|", "|---|---|---|"), ("| a |", "| a | z |"), ("```yaml", "```console"),
        ("## 1.1 Part\n- item\n", "- item\n## 1.1 Part\n"),
    ],
)  # fmt: skip
def test_what_is_built_otherwise_is_seen(old: str, new: str) -> None:
    assert shape_of(TRANSLATED) == shape_of(ENGLISH)
    assert shape_of(TRANSLATED.replace(old, new, 1)) != shape_of(ENGLISH)


@pytest.mark.parametrize("old", ["two.zh.md", "one.zh.md"])
def test_what_leads_elsewhere_is_seen(old: str) -> None:
    assert links_of(TRANSLATED) == links_of(ENGLISH)
    assert links_of(TRANSLATED.replace(old, "three.zh.md")) != links_of(ENGLISH)


@pytest.mark.parametrize(
    ("old", "new"), [("种类", "名称"), ("steps:\n", ""), ("编号: a", "编号: a, 部门: b")]
)
def test_another_keyword_is_seen(old: str, new: str) -> None:
    assert differing_keywords(ENGLISH, TRANSLATED, set()) == []
    assert differing_keywords(ENGLISH, TRANSLATED.replace(old, new), set())
