"""Every legal basis that is printed, held against docs/law.yaml: the words of the law behind each.

The catalogue prints `《name》（version）第…条第…款第…项`, several joined by `；`, or a paper that
has no articles and what it says: `name：statement`. The pages of the rules cite in prose, in
English `art. 16(3)` (paragraph) and `art. 40(一)` (item).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cached_property
from itertools import zip_longest
from typing import Any

import yaml

from govchain import pipeline
from govchain.findings import Place
from govchain.model.nouns import Provision, Provisions
from govchain.reporting.pages import page_of
from govchain.rules.discovery import all_rules
from tools import comparison, reforms

SOURCE = reforms.HOME / "docs" / "law.yaml"
BASES = {
    "banned",
    "basis",
    "duty",
    "ended",
    "order_basis",
    "time_excluded",
    "visit_basis",
    "waived_by",
}
"""The fields of the nouns that print a legal basis."""

DIGITS = "零一二三四五六七八九"
_NUMERAL = f"[{DIGITS}十百千]+"
_PLACE = rf"第{_NUMERAL}条(?:第{_NUMERAL}款)?(?:第{_NUMERAL}项)?"
_LAW = re.compile(rf"《([^》]+)》(（\d{{4}}年[^）]*）)?({_PLACE})")
_PAPER = re.compile(r"(.+?(?:号|》))：(.+)")
_NAMED = re.compile(r"《(?:中华人民共和国)?([^》]+)》|([\u4e00-\u9fff]+〔\d{4}〕\d+号)")
_CHINESE = re.compile(rf"(?=第)(第{_NUMERAL}条)?(?:第({_NUMERAL})款)?(?:第（?({_NUMERAL})）?项)?")
_NUMBER = rf"(?:\d+(?:\(\d+\))?(?:\({_NUMERAL}\))?|\(\d+\))"
_ENGLISH = re.compile(rf"\barts?\. ({_NUMBER}(?:(?:, | and ){_NUMBER})*)")


@dataclass(frozen=True, order=True)
class Citation:
    """A place in an instrument, as cited. `article` is empty where a page names a whole paper."""

    instrument: str
    article: str


@dataclass(frozen=True)
class Article:
    """The decisive words, character for character, of one place, and what they are used for."""

    cite: str
    words: str
    used_for: str
    used_for_zh: str


@dataclass(frozen=True)
class Instrument:
    """A law, regulation, rule or paper. `cited_as` is the version that a citation must name."""

    name: str
    version: str
    status: str
    read_in: tuple[str, ...]
    articles: tuple[Article, ...]
    cited_as: str = ""
    address: str = ""
    note: str = ""
    note_zh: str = ""

    @property
    def full_name(self) -> str:
        return f"{self.name}（{self.cited_as}）" if self.cited_as else self.name


@dataclass(frozen=True)
class Register:
    """docs/law.yaml as written."""

    sources: Mapping[str, Mapping[str, str]]
    instruments: tuple[Instrument, ...]

    @cached_property
    def citations(self) -> list[Citation]:
        return [Citation(i.full_name, a.cite) for i in self.instruments for a in i.articles]

    def within(self, cited: Citation) -> list[Citation]:
        """The entries at the cited place or inside it, in any version of the instrument."""
        names = {i.full_name for i in self.instruments if cited.instrument in (i.name, i.full_name)}
        entries = (c for c in self.citations if c.instrument in names)
        return [entry for entry in entries if entry.article.startswith(cited.article)]

    def full_name(self, name: str, passage: str) -> str:
        """The instrument of that name whose version the passage dates, else the name."""
        dated = (i for i in self.instruments if i.name == name and i.cited_as)
        return next((i.full_name for i in dated if i.cited_as[:4] in passage), name)


def register() -> Register:
    """What docs/law.yaml holds."""
    written = yaml.safe_load(SOURCE.read_text(encoding="utf-8"))
    return Register(written["sources"], tuple(map(_instrument, written["instruments"])))


def printed_bases() -> Iterator[tuple[str, Place]]:
    """Each legal basis that a workspace prints, with the place of the element that prints it."""
    for workspace in (comparison.BEFORE, comparison.AFTER):
        catalogue = pipeline.load(str(workspace), date=comparison.DATE)
        yield from _bases((catalogue.matters, catalogue.registry), Place(str(workspace), 1, 1))


def citations_of(basis: str) -> list[Citation]:
    """What a printed basis cites; empty where a part of it is not in the form of a citation."""
    cited = []
    for part in basis.split("；"):
        if law := _LAW.fullmatch(part):
            cited.append(Citation(law[1] + (law[2] or ""), law[3]))
        elif paper := _PAPER.fullmatch(part):
            cited.append(Citation(paper[1], paper[2]))
        else:
            return []
    return cited


def citations_of_page(text: str, known: Register) -> Iterator[Citation]:
    """What the section Law (依据) of a page cites, in either language."""
    names = list(_NAMED.finditer(text))
    ends = [name.start() for name in names[1:]]
    for name, end in zip_longest(names, ends):
        if name[2]:
            yield Citation(name[2], "")
            continue
        for passage in re.split("[;；]", text[name.end() : end]):
            instrument = known.full_name(name[1], passage)
            for place in (*_english_places(passage), *_chinese_places(passage)):
                yield Citation(instrument, place)


def rule_pages() -> Iterator[tuple[str, str]]:
    """Each page of a rule in each language: its name, and its section on the law."""
    for rule in all_rules():
        for language in ("en", "zh"):
            yield f"{rule.id}.{language}", page_of(rule, language).section("law")


def reform_sources() -> Iterator[tuple[str, str]]:
    """Each reform and control of docs/catalogue.yaml: its name, what it rests on."""
    written = yaml.safe_load(reforms.SOURCE.read_text(encoding="utf-8"))
    for reform in written["reforms"]:
        yield f"reform {reform['number']}", reform["source"]
    for control in written.get("controls", ()):
        yield f"control {control['id']}", control["law"]


def _bases(value: object, place: Place) -> Iterator[tuple[str, Place]]:
    """The bases in a noun and in all that it holds."""
    if isinstance(value, Mapping):
        value = tuple(value.values())
    if isinstance(value, tuple):
        for part in value:
            yield from _bases(part, place)
    elif is_dataclass(value):
        place = getattr(value, "place", None) or place
        for name in (field.name for field in fields(value)):
            held = getattr(value, name) or ()
            if name in BASES:
                yield from ((text, place) for text in _texts(held))
            else:
                yield from _bases(held, place)


def _texts(held: str | Provisions) -> Iterator[str]:
    """The provisions of a basis, each with what repealed it."""
    for text in [held] if isinstance(held, str) else held:
        yield text
        if isinstance(text, Provision) and text.repealed_by:
            yield text.repealed_by


def _english_places(passage: str) -> Iterator[str]:
    article = ""
    for group in _ENGLISH.finditer(passage):
        for number in re.split(", | and ", group[1]):
            digits, *brackets = number.replace(")", "").split("(")
            article = f"第{numeral(int(digits))}条" if digits else article
            inner = (f"第{numeral(int(b))}款" if b.isdecimal() else f"第{b}项" for b in brackets)
            yield article + "".join(inner)


def _chinese_places(passage: str) -> Iterator[str]:
    article = ""
    for found in filter(lambda match: match[0], _CHINESE.finditer(passage)):
        article = found[1] or article
        paragraph = f"第{found[2]}款" if found[2] else ""
        yield article + paragraph + (f"第{found[3]}项" if found[3] else "")


def numeral(number: int) -> str:
    """A number as laws count their articles: 十六, 一百零七, 一千零四十九."""
    text, pending = "", False
    for unit, value in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit, number = divmod(number, value)
        if digit:
            text += ("零" if pending and text else "") + DIGITS[digit] + unit
        pending = not digit
    return text.removeprefix("一") if text.startswith("一十") else text


def _instrument(entry: Mapping[str, Any]) -> Instrument:
    articles = tuple(Article(**article) for article in entry["articles"])
    return Instrument(**{**entry, "read_in": tuple(entry["read_in"]), "articles": articles})
