"""Whence a picture's figures are: the date, the version, the sources, and what is an example."""

from __future__ import annotations

from collections.abc import Iterator

from govchain.compiler.chain import Chain
from govchain.drawing.chart.words import Words
from govchain.drawing.ink.lettering import clean, clip
from govchain.language.matter import MATERIAL, MATTER, STEP, TIME_LIMIT

_KEYWORDS = {
    keyword.name: keyword.chinese
    for form in (MATTER, TIME_LIMIT, MATERIAL, STEP)
    for keyword in form.keywords
}
_ENGLISH = {chinese: name for name, chinese in _KEYWORDS.items()}
_SHARES = ("shares", "占比")
"""Shares stand in `facts` and `any`, under no keyword of their own."""
MOST_SOURCES = 2
SOURCE_SIZE, SOURCE_ROOM = 11.5, 330.0


def provenance_of(chain: Chain, words: Words, version: str) -> Iterator[tuple[str, str]]:
    """Pairs of word and value."""
    yield words("date"), chain.network.date.isoformat()
    if version:
        yield words("version"), version
    if sources := chain.matter.sources:
        told = [clip(clean(s), SOURCE_ROOM, SOURCE_SIZE) for s in sources[:MOST_SOURCES]]
        rest = len(sources) - MOST_SOURCES
        more = words("and-more").format(rest=rest, all=len(sources)) if rest > 0 else ""
        yield words("sources"), words.enumeration(told) + more
    if examples := _examples(chain, words):
        yield words("examples"), words.enumeration(examples)


def origin_of(source: str, version: str, words: Words) -> list[str]:
    """Which version of the program drew it, and of which catalogue, as far as that is known."""
    program = [f"{words('version')} {version}"] if version else []
    catalogue = [words("of-catalogue").format(source=clean(source))] if source else []
    return program + catalogue


def _examples(chain: Chain, words: Words) -> list[str]:
    """What is no record but an example, here or in a called matter: keywords, shares of cases."""
    matters = {matter.id: matter for matter in (chain.matter, *(s.matter for s in chain.steps))}
    keys = (key for matter in matters.values() for key in matter.illustrative)
    return list(dict.fromkeys(_example(key, words) for key in keys))


def _example(written: str, words: Words) -> str:
    """What is written, in the language of the picture; another word as it is."""
    key = _ENGLISH.get(written, written)
    if key in _KEYWORDS:
        return words.of(_KEYWORDS, key)
    return words("shares") if key in _SHARES else clean(key)
